/** Installations by a manager of packages (WinGet, Intune, Configuration Manager): of what, and how they ended. */
import type { Carry } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, withFields } from '../../reading/entry.ts';
import { zoomPackage, zoomProduct } from '../zoom-identity.ts';
import { outcomeOf, reasonOf } from './msi-status.ts';
import { partOf } from './zoom-part.ts';

/** Under which what is being installed stands in the carry, and whether it is removed. */
const appKey = 'deployed app';
const commandKey = 'deployment command';
const taskKey = 'deployment task';
/** Which of Zoom's products it is. */
const partKey = 'deployed part';

const zoomApp = new RegExp(`^${zoomProduct}`);
/** Zoom's own installers by their file names. */
const zoomFile = new RegExp(
  String.raw`(?:^|[\\/"' ])(?:${zoomPackage}|Zoom(?:Installer|_cm_)[\w.-]{0,80}\.exe\b)`,
  'im',
);

/** A command that installs something else, by its own package. Wrappers have the names of none. */
const otherFile =
  /(?:^|[\\/"' [])(?!(?:msiexec|powershell|pwsh|cmd|serviceui|setup|install|deploy-application|invoke-appdeploytoolkit|agentexecutor)\.)[\w.+ -]{1,80}\.(?:msi|exe)\b/i;

/** Whether what was named last is being removed. */
export const isRemoval = (carry: Carry): boolean => carry.names.get(taskKey) === 'remove';

/** The next installation begins: of an app by its name, or of one whose name is not told. */
export function beginDeployment(carry: Carry, app: string | null, removes: boolean): void {
  carry.names.delete(commandKey);
  if (app === null) carry.names.delete(appKey);
  else carry.names.set(appKey, zoomApp.test(app) ? 'zoom' : 'other');
  carry.names.set(partKey, partOf(app ?? ''));
  carry.names.set(taskKey, removes ? 'remove' : 'install');
}

/** What is run now, which says more than the name of the app: wrappers run several programs. */
export function runCommand(carry: Carry, command: string): void {
  const whose = zoomFile.test(command) ? 'zoom' : otherFile.test(command) ? 'other' : null;
  if (whose === null) carry.names.delete(commandKey);
  else carry.names.set(commandKey, whose);
  if (whose === 'zoom') carry.names.set(partKey, partOf(command));
  const removes = /(?:^|\s)(?:\/x|\/uninstall|--?uninstall)(?=[\s{"']|$)/i.test(command);
  if (removes) carry.names.set(taskKey, 'remove');
  else if (whose === 'zoom' || /(?:^|\s)\/(?:i|package)(?=[\s"']|$)/i.test(command))
    carry.names.set(taskKey, 'install');
}

/** `1603`, `-2147023293`, `0x643`, `0x80070643`: the number that the installer returned. */
function statusOf(written: string): number {
  const number = Number(written);
  const unsigned = number < 0 ? number + 2 ** 32 : number;
  return Math.floor(unsigned / 65_536) === 0x8007 ? unsigned % 65_536 : unsigned;
}

/** How an installation ended, and where the line tells it. */
interface End {
  readonly status: number;
  readonly start: number;
  readonly end: number;
}

/** The number in the first group. */
export function endOf(match: RegExpExecArray | null): End | null {
  const written = match?.[1];
  if (!match || written === undefined) return null;
  const start = match.index + match[0].lastIndexOf(written);
  return { status: statusOf(written), start, end: start + written.length };
}

/** Words that say that all went well. */
export const wellOf = (match: RegExpExecArray | null): End | null =>
  match && { status: 0, start: match.index, end: match.index + match[0].length };

/**
 * Of a line that tells how an installation ended: `product` (zoom), `part` (which of Zoom's products), `task` (install, remove), `status`, `outcome` (well,
 * cancelled, failed), `reason` (as of Windows Installer; program: no status of its).
 */
export function nameDeployment(entry: Entry, carry: Carry, ended: End | null): Entry {
  if (!ended) return entry;
  const { status, ...span } = ended;
  const place = { piece: 0, ...span };
  const isInstallers = status === 0 || status === 3010 || (status >= 1600 && status < 1700);
  const whose = carry.names.get(commandKey) ?? carry.names.get(appKey);
  return withFields(entry, (fields) => {
    for (const key of deploymentFields) fields.delete(key);
    const add = (key: (typeof deploymentFields)[number], value: string | number): void =>
      addField(fields, key, { value, ...place });
    if (whose === 'zoom') add('product', 'zoom');
    if (whose === 'zoom') add('part', carry.names.get(partKey) ?? partOf(''));
    add('task', carry.names.get(taskKey) ?? 'install');
    add('status', status);
    add('outcome', outcomeOf(status, true));
    add('reason', isInstallers ? reasonOf(status, null) : 'program');
  });
}

/** Fields that `nameDeployment` adds. */
export const deploymentFields = ['product', 'part', 'task', 'status', 'outcome', 'reason'] as const;
