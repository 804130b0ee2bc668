/** Zoom's products beside the client, which are installed by themselves: what becomes of one says nothing of another. */
import type { Entry } from '../../model.ts';
import { addField, fieldText, withFields } from '../../reading/entry.ts';
import { zoomProduct } from '../zoom-identity.ts';

const others: readonly (readonly [part: string, words: RegExp])[] = [
  ['Zoom plug-in for Outlook', /outlook/i],
  ['Zoom plug-in for Notes', /(?:IBM|HCL|Lotus) ?Notes|NotesPlug/i],
  ['Zoom plug-in for Skype', /lync|skype/i],
  ['Zoom Rooms', /rooms?(?![a-z])/i],
  ['Zoom VDI', /VDI|ZoomMedia|media plug-?in|Citrix|VMware|Horizon|AVD|WVD/],
  ['Zoom browser extension', /extension|scheduler/i],
];

/** Which of them a name, an identifier or the file of a package is of. */
export const partOf = (name: string): string => others.find(([, words]) => words.test(name))?.[0] ?? 'Zoom Workplace';

const named = new RegExp(`^(?:[^\\n:：]{1,30}[:：] ?)?(${zoomProduct}[^\\n]{0,80}?)(?: -- |$)`, 'm');

/** Adds `part` to an event of Windows Installer: which of Zoom's products it is about. */
export function nameEventPart(entry: Entry): Entry {
  if (!/MsiInstaller$/.test(fieldText(entry, 'provider') ?? '')) return entry;
  const name = named.exec(fieldText(entry, 'data1') ?? '')?.[1];
  if (name === undefined) return entry;
  return withFields(entry, (fields) => {
    const { piece, start, end } = fields.get('data1')![0]!;
    addField(fields, 'part', { value: partOf(name), piece, start, end });
  });
}
