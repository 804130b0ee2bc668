/**
 * The names by which VS Code takes a file for a Zoom log before anyone has looked into it: only names that Zoom alone uses.
 * A system log, a driver's log or a captured command is Zoom's business only when it lies in a bundle, so its name claims
 * nothing: an editor full of other people's logs stays as it was. VS Code ignores case in them.
 */
import type { Knowledge } from '../docs/knowledge.ts';

/** Whole names, and globs: without a slash they are held against the name, with one against the path. */
interface FileNames {
  readonly names: readonly string[];
  readonly patterns: readonly string[];
}

export function zoomFileNames({ formats, paths }: Pick<Knowledge, 'formats' | 'paths'>): FileNames {
  const own = formats.filter(({ id }) => id.startsWith('zoom-')).flatMap(({ names }) => names);
  const logs = own.flatMap(textNames).map(inZoomsFolder);
  const folders = new Set(paths.flatMap(({ pattern }) => logFolder(pattern) ?? []));
  const all = [
    ...logs,
    // Whoever collects or copies a log calls it so.
    'zoom*.log',
    'zoom*.log.?',
    ...[...folders].map((folder) => `**/${folder}/*.log`),
    // The notes of who signed in, beside the logs of the client.
    ...[...folders].filter((folder) => folder.endsWith('zoom.us')).map((folder) => `**/${folder}/crashlog/*.log`),
  ];
  const isGlob = (name: string): boolean => /[*?/]/.test(name);
  return { names: all.filter((name) => !isGlob(name)), patterns: all.filter(isGlob) };
}

/** An open end also takes in `.log.zenc`, which is encrypted, and `.log.zip`, which is packed: neither is text. */
function textNames(name: string): readonly string[] {
  if (!name.endsWith('*')) return [name];
  const stem = name.slice(0, -1);
  return stem.endsWith('.log') ? [stem, `${stem}.?`] : [`${stem.replace(/\*?$/, '*')}.log`];
}

/** `installer.txt` is anyone's, unless it lies in Zoom's folder. */
const inZoomsFolder = (name: string): string => (/zoom/i.test(name) ? name : `**/Zoom/${name}`);

/** `Zoom/logs`, `Library/Logs/zoom.us`: the end of a known path that names Zoom and holds logs alone; else null. */
function logFolder(pattern: string): string | null {
  const path = pattern.replaceAll('\\', '/');
  const [folder = null] = /[^/]*zoom[^/]*\/logs$|Library\/Logs\/zoom[\w.]*$/i.exec(path) ?? [];
  return folder?.endsWith('.log') ? null : folder;
}
