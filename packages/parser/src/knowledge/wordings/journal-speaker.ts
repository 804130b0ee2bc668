/**
 * Who speaks in a journal: by the tag before a message, by the unit that journalctl may print instead, and, in a copy without
 * either (`-o cat`, `dmesg -t`, a viewer's list), by messages that nobody else writes at the start of a line.
 * Sources: systemd's `output_short`, the kernel's `show_signal_msg` and `__oom_kill_process`.
 */
import type { LineStart } from '../../define.ts';
import type { Entry, Time } from '../../model.ts';
import { fieldText, textOf } from '../../reading/entry.ts';
import { readClock } from '../../reading/grammar/stamps.ts';
import { timeOfDay } from '../../reading/time.ts';

const names =
  'systemd-coredum(?:p)?|systemd-oomd|systemd|pipewire(?:-pulse)?|wireplumber|xdg-desktop-por(?:tal)?(?:-[a-z]{2,10})?|earlyoom|apport';
/** `kernel: `, `systemd-coredump[4410]: `, as the source of an expression. */
const ownTags = String.raw`(?:kernel|audit(?:\[\d{1,10}\])?|(?:${names})(?:\[\d{1,10}\])?): ?`;

/** The same, with or without a host before it. */
export const ownHead = new RegExp(
  String.raw`(?:(?!(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL)\b)[\w.-]{1,64} )?${ownTags}`,
);

const records = [
  String.raw`(?:traps: )?[^\s[\]:"][^[\]:"\n]{0,15}\[\d{1,10}\](?:: segfault at [\da-f]{1,16} ip |:? general protection(?: fault)? ip:| trap [a-z\d ]{2,30} ip:)`,
  '(?:Memory cgroup out|Out) of memory: Kill(?:ed)? process ',
  'oom-kill:constraint=',
  String.raw`usb (?:usb\d{1,3}-port\d{1,3}|\d{1,3}-[\d.]{1,24}(?:-port\d{1,3})?): `,
  String.raw`uvcvideo(?: \d{1,3}-[\d.]{1,24}:\d{1,3}\.\d{1,3})?: `,
  String.raw`audit: type=\d{4} audit\(`,
  String.raw`\[UFW [A-Z ]{3,12}\] IN=`,
];
const dump = String.raw`(?:\[🡕\] )?Process \d{1,10} \([^()\n]{1,16}\) of user \d{1,10} (?:dumped core|terminated abnormally)`;
const starved = 'Killed /[^\\n ]{1,400} due to memory (?:pressure|used)';

/** Messages that nobody else begins a line with. */
export const bareRecords = new RegExp(`(?:${[...records, dump, starved].join('|')})`);
/** One of them, or a line that names who speaks, near the start of a file. */
export const bareSign = new RegExp(
  String.raw`^(?:${[...records, dump, starved].join('|')})|^(?:\d{1,2}:\d\d:\d\d(?:[.,]\d{1,6})?(?: [AP]M)? )?(?:[\w.-]{1,64} )?(?:kernel: (?=\S)|systemd-coredump\[\d{1,10}\]: )`,
  'm',
);

/** Who wrote such a message. */
export const speakerOf = (record: string): string =>
  record.startsWith('Killed /') ? 'systemd-oomd' : / of user /.test(record) ? 'systemd-coredump' : 'kernel';

/** `box kernel: ` */
export function readOwnHead(text: string): Pick<LineStart, 'process' | 'component'> {
  const [, component = null, process = ''] = /^(?:(\S{1,64}) )?(\S{1,40}?): ?$/.exec(text) ?? [];
  return { process, component };
}

/** `3:12:01` of the first or the second half of the day. */
export function readClockOfDay(clock: string, half: string | undefined): Time {
  const read = readClock(clock);
  const hour = half === undefined ? read.hour : (read.hour % 12) + (half.trim() === 'PM' ? 12 : 0);
  return timeOfDay({ ...read, hour });
}

/** Where the message of a record begins in its text, as JSON or as a line of its own; null where the text is no record. */
export function messageStart(text: string): number | null {
  const told = /"MESSAGE"\s{0,8}:\s{0,8}"|^[ \t]{0,8}MESSAGE=/m.exec(text);
  return told ? told.index + told[0].length : null;
}

/** The kernel keeps 15 characters of a program's name, and the journal names some programs by those. */
export const nameOf = (name: string): string =>
  ({ 'systemd-coredum': 'systemd-coredump', 'xdg-desktop-por': 'xdg-desktop-portal' })[name] ?? name;

/** Lines below the first of a dump's record: what the program consists of, and where it stopped. */
const belowDump = /^[ \t]{0,80}(?:Module |#\d{1,3} )/;

/**
 * `kernel`, `tccd` of `tccd[210]`; what the audit system writes under a record's type is `audit`. `journalctl -o with-unit`
 * names units instead: `systemd-coredump@0-4410-0.service`, `user@1000.service/pipewire.service`. A line without a head goes
 * on with what somebody said.
 */
export function witnessOf(entry: Entry): string | null {
  const tag = fieldText(entry, 'process')?.replace(/\[\d+\]$/, '');
  if (tag === undefined) return belowDump.test(textOf(entry)) ? null : '';
  const unit = /(?:^|\/)([^/@]{1,60})(?:@[^/]{0,80})?\.service$/.exec(tag)?.[1] ?? tag;
  return nameOf(unit);
}
