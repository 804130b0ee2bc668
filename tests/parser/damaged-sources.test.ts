/** Evidence that is cut or damaged: what can be read is used, and one note on the source says what is missing. */
import { type Finding, knowledge, openSource, type SourceFindings } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

const event = (id: number, data: string): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>${id}</EventID><TimeCreated SystemTime='2025-05-14T07:08:09.1000000Z'/><Computer>DESK-7</Computer></System><EventData>${data}</EventData></Event>`;
const drop = event(
  5157,
  "<Data Name='Application'>\\device\\harddiskvolume3\\program files\\zoom\\bin\\zoom.exe</Data><Data Name='Direction'>%%14593</Data><Data Name='DestAddress'>203.0.113.9</Data><Data Name='DestPort'>8801</Data><Data Name='Protocol'>17</Data>",
);
const consent =
  'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam]\r\n"Value"="Deny"\r\n';
const installation = [
  '=== Verbose logging started: 14.05.2025  07:08:01  Build type: SHIP UNICODE 5.00.10011.00  Calling process: C:\\Windows\\System32\\msiexec.exe ===',
  'Property(S): ProductName = Zoom Workplace (64-bit)',
  'Action ended 07:08:09: InstallFinalize. Return value 3.',
  'MSI (s) (A0:3C) [07:08:09:125]: MainEngineThread is returning 1603',
  'MSI (c) (4C:18) [07:08:09:131]: Back from server. Return value: 1603',
].join('\r\n');

/** Name, bytes, what is found all the same, what the note says; null: nothing is missing. */
const sources: readonly (readonly [name: string, bytes: Buffer, found: readonly string[], note: RegExp | null])[] = [
  [
    'events, the last one cut',
    Buffer.from(`<Events>${drop}${drop.slice(0, 300)}`),
    ['local-firewall-drop'],
    /last event is truncated/,
  ],
  [
    'events, one cut in the middle of the file',
    Buffer.from(`<Events>${drop.slice(0, 300)}\n${drop}</Events>`),
    ['local-firewall-drop'],
    /1 event is truncated/,
  ],
  [
    'events, one that is no XML',
    Buffer.from(`<Events>${drop}${drop.replace('</System>', '</Sys<tem>')}</Events>`),
    ['local-firewall-drop'],
    /1 event is not well-formed XML/,
  ],
  [
    'events in UTF-16, cut in the middle of a unit',
    utf16(drop + drop).subarray(0, -41),
    ['local-firewall-drop'],
    /last event is truncated/,
  ],
  ['events, whole', Buffer.from(`<Events>${drop}</Events>`), ['local-firewall-drop'], null],
  [
    'a registry export with a broken hex line',
    utf16(`${consent}"LastUsedTimeStart"=hex(b):80,9c,2\r\n"LastUsedTimeStop"=hex(b):00,zz,00\r\n`),
    ['camera-consent-denied'],
    /2 values are damaged/,
  ],
  [
    'a registry export with wrapped hex',
    utf16(`${consent}"Blob"=hex:46,00,00,00,\\\r\n  00,00\r\n"Empty"=hex:\r\n"Text"=hex(2):25,00,\\\r\n  00,00\r\n`),
    ['camera-consent-denied'],
    null,
  ],
  [
    'an installation cut in the middle of a unit',
    utf16(installation).subarray(0, -31),
    ['msi-failed'],
    /middle of a character/,
  ],
  ['an installation, whole', utf16(installation), ['msi-failed'], null],
  [
    'a firewall log cut in the middle of a row',
    Buffer.from(
      '2025-05-14 07:08:09 DROP UDP 192.0.2.7 203.0.113.9 50001 8801 0 - - - - - - - SEND\r\n2025-05-14 07:08:10 DROP UDP 192.0.2.7 203.',
    ),
    ['local-firewall-drop'],
    null,
  ],
  [
    'events as JSON, cut',
    Buffer.from(
      '[{"EventID":1000,"EntryType":1,"Source":"Application Error","Message":"Faulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa"},{"EventID":1000,"Sou',
    ),
    ['client-crashed-windows'],
    /document is truncated/,
  ],
  [
    'text to which UTF-16 was appended',
    Buffer.concat([
      Buffer.from('Name: a\r\n\r\n'.repeat(2)),
      utf16('Faulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa\r\n'),
    ]),
    ['client-crashed-windows'],
    null,
  ],
  [
    'a message behind which nothing but NULs was written',
    Buffer.concat([
      Buffer.from('Faulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa\r\n'),
      Buffer.alloc(4096),
    ]),
    ['client-crashed-windows'],
    null,
  ],
];

function read(bytes: Buffer): SourceFindings {
  const pipe = openSource(knowledge, 'collected');
  for (let at = 0; at < bytes.length; at += 97) pipe.push(bytes.subarray(at, at + 97));
  return pipe.end();
}

const isFailure = ({ kind, id }: Finding): boolean =>
  kind === 'failure' && knowledge.failureById.get(id)!.role === 'cause';

describe('damaged sources', () => {
  test.each(sources)('%s', (_name, bytes, found, note) => {
    const { findings, complete, note: told } = read(bytes);
    expect([...new Set(findings.filter(isFailure).map(({ id }) => id))]).toEqual(found);
    if (note === null) expect(told).toBe(null);
    else expect(told).toMatch(note);
    expect(complete).toBe(note === null);
  });
});
