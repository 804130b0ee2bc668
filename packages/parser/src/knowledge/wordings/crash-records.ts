/**
 * What the kernel and systemd-coredump write of a crash. A crash is named after the thread that it happened in (`zoom`,
 * `QSGRenderThread`); the program is the file that the kernel names behind `in`, or whose path the dump's record tells.
 * Sources: `show_signal_msg` of the kernel, systemd.journal-fields(7).
 */
import type { Carried, Carry } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, fieldText, textOf, withFields } from '../../reading/entry.ts';
import { ownerOfLinuxProgram, zoomKernelName } from '../zoom-identity.ts';
import { type Abend, readAbend } from './audit-records.ts';
import { messageStart } from './journal-speaker.ts';

/** From where the message begins; a clock since boot and the caller may stand before it. */
const faulted =
  /^(?:\[[ \w.]{1,24}\] ){0,2}(?:traps: )?([^\s[\]"][^[\]"\n]{0,15})\[(\d{1,10})\](?:: segfault at |:? general protection| trap )(?:.{0,300} in ([^\s[\]]{1,80})\[)?/;
const dumped = /\bProcess (\d{1,10}) \(([^()]{1,16})\) of user \d{1,10} (?:dumped core|terminated abnormally)/;
/** A line of the list of modules, or of a stack trace: both tell the program by its path. */
const program = new RegExp(
  String.raw`(?:\bModule |\()(/[^\s()"]{0,200}/${zoomKernelName})(?: with(?:out)? build-id| \+ 0x)`,
);
const kernelName = new RegExp(`^${zoomKernelName}$`);

/** The process whose dump the following lines, which have no head, are about. */
const dumpKey = 'dumped process';

/** Remembers it. */
export const dumpedProcess: Carried = {
  has: 'of user',
  read: (entry, carry) => {
    const pid = dumped.exec(textOf(entry))?.[1];
    if (pid && entry.witness === 'systemd-coredump') carry.names.set(dumpKey, pid);
  },
};

function ofKernel(entry: Entry): Abend | null {
  const text = textOf(entry);
  const start = messageStart(text) ?? entry.messageStart;
  const told = faulted.exec(text.slice(start));
  if (!told) return null;
  const [whole, name = '', pid = '', image = ''] = told;
  // Graphics drivers name their threads after the program: `zoom:cs0`.
  const thread = name.replace(/:[a-z]{1,8}\$?\d{0,3}$/, '');
  const place = { pid, start, end: start + whole.length };
  const owners = [thread, image].filter((name) => kernelName.test(name)).map(ownerOfLinuxProgram);
  if (owners.length === 0) return null;
  // The code of another program: its own process has that name.
  if (image !== '' && !/\.so\b/.test(image) && !kernelName.test(image)) return { owner: 'other', ...place };
  // A namesake crashes in its own code as well; in a library that no game links it is Zoom.
  const isLikely = image === 'zoom' || image === '' || thread !== 'zoom';
  return { owner: owners.includes('zoom') || !isLikely ? 'zoom' : 'likely', ...place };
}

function ofDump(entry: Entry, carry: Carry): Abend | null {
  const text = textOf(entry);
  const told = dumped.exec(text);
  const named = program.exec(text);
  if (!told && fieldText(entry, 'process') !== null) return null;
  const pid = told?.[1] ?? carry.names.get(dumpKey);
  const path = fieldText(entry, 'coredump_exe') ?? named?.[1];
  const at = told ?? named;
  if (!at || pid === undefined) return null;
  const place = { pid, start: at.index, end: at.index + at[0].length };
  if (path !== undefined) return { owner: ownerOfLinuxProgram(path), ...place };
  return kernelName.test(told?.[2] ?? '') ? { owner: 'zoom', ...place } : null;
}

/** Adds `crashed`, the process that did, and `program`: whose it is (zoom, likely, other). */
export function nameCrash(entry: Entry, carry: Carry): Entry {
  const text = textOf(entry);
  if (!/ in |\[\d+\]|of user|\/zoom/i.test(text)) return entry;
  return withFields(entry, (fields) => {
    const crash = ofKernel(entry) ?? readAbend(text) ?? ofDump(entry, carry);
    if (!crash) return;
    const { pid, owner, start, end } = crash;
    addField(fields, 'program', { value: owner, piece: 0, start, end });
    addField(fields, 'crashed', { value: pid, piece: 0, start, end });
  });
}
