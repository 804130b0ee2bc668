/** The beginning of a failure of the user's own, from a line of a log. */
import { maskText } from '@zoomlog/parser';

/** YAML; secrets in the line are masked, for such files are shared. */
export function failureDraft(line: string, format: string | null): string {
  const text = maskText(line.trim());
  const words = text.match(/[A-Za-z][\w:.-]{5,}/g) ?? [];
  const literal = words.toSorted((a, b) => b.length - a.length)[0] ?? text.slice(0, 40);
  const quoted = (value: string): string => JSON.stringify(value);
  return `# The draft of a failure that zoomlog is to find. It does not read such files yet: CONTRIBUTING.md says how a failure
# becomes part of it.
id: my-failure # kebab-case
class: network # firewall, proxy, tls-clock, device-usb, permissions, network, service, account, install or crash
role: cause # symptom, cause or support
strength: weak # proof, strong or weak
severity: warning # error, warning or info
title: What broke
cause: Why it broke, in one plain sentence.
remedy: What to do about it, in one plain sentence.
match:
  - formats: [${format ?? 'generic'}]
    has: ${quoted(literal)} # in every line that it finds
    layout: captured
    hits:
      - ${quoted(text)}
fixes: []
misses: []
`;
}
