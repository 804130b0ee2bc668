/** A draft of the user's own failure, from a log line. */
import { maskText, printable } from '@zoomlog/parser';

/** YAML; secrets in the line are masked because such files are shared. */
export function failureDraft(line: string, format: string | null): string {
  const text = printable(maskText(line.trim()));
  const words = text.match(/[A-Za-z][\w:.-]{5,}/g) ?? [];
  const literal = words.toSorted((a, b) => b.length - a.length)[0] ?? text.slice(0, 40);
  const quoted = (value: string): string => JSON.stringify(value);
  return `# A draft of a failure for zoomlog to find. It cannot read this file yet: CONTRIBUTING.md explains how to add a failure.
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
    has: ${quoted(literal)} # in every line it finds
    layout: captured
    hits:
      - ${quoted(text)}
fixes: []
misses: []
`;
}
