import { defineFormat } from '../../define.ts';
import { textOf } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { type AppleReport, datedBy, describedBy, type Frame, reportFields } from '../wordings/apple-report.ts';

/** Behind `Process:` stands the name with its number; the label is padded. */
const firstLine = /^Process: {2,30}\S/;

/** `OS Version:            macOS 11.4 (20F71)`: the first of a name counts. */
const labelLine = /^([A-Z][A-Za-z/ ]{2,30}): {1,30}(\S[^\n]{0,500})$/gm;

/** UTF-16 units in which the labels stand: lists of threads and images follow. */
const headSize = 20_000;

/** `0   us.zoom.mediacore   0x0000000112a0c1d2 0x112a00000 + 49618`, with a function where it is known. */
const frameLine = /^\d{1,3}[ \t]{1,8}(\S[^\n]{0,80}?)[ \t]{1,40}0x[\da-f]{1,16} ([^\n]{0,300})$/gm;

/** `0x108a00000 - 0x108a3bfff +com.example.bridge (1.0 - 1) <…> /Library/…`: the name and where it lies. */
const imageLine =
  /^[ \t]{0,20}0x[\da-f]{1,16} -[ \t]{1,20}(?:0x[\da-f]{1,16}|\?{3}) \+?([^\s(]{1,200})[^\n]{0,200}?[ \t](\/[^\n]{1,500})$/gm;

function framesOf(text: string): Frame[] {
  const start = text.search(/^Thread \d{1,4} Crashed/m);
  if (start < 0) return [];
  const end = text.indexOf('\n\n', start);
  const thread = text.slice(start, end < 0 ? start + headSize : Math.min(end, start + headSize));
  const listed = text.slice(Math.max(0, text.indexOf('\nBinary Images:')));
  const paths = new Map(Array.from(listed.matchAll(imageLine), ([, name, path]) => [name!, path!.trim()] as const));
  return Array.from(thread.matchAll(frameLine), ([, image, symbol]) => ({
    image: image!,
    path: paths.get(image!) ?? null,
    symbol: symbol!.trim(),
  }));
}

/** The reason and what is written below it, older reports' message of the loader included. */
function reasonOf(head: string): string {
  const [own = ''] =
    /^Termination Reason:[^\n]{0,500}(?:\n(?!\n|Terminating Process|Thread )[^\n]{0,500}){0,12}/m.exec(head) ?? [];
  const [loader = ''] = /^Dyld Error Message:[^\n]{0,500}(?:\n[ \t][^\n]{0,500}){0,6}/m.exec(head) ?? [];
  return `${own}\n${loader}`.trim();
}

function reportOf(text: string): AppleReport {
  const head = text.slice(0, headSize);
  const labels = new Map(
    Array.from(head.matchAll(labelLine), ([, name, value]) => [name!, value!.trim()] as const).toReversed(),
  );
  const label = (name: string): string | null => labels.get(name) ?? null;
  return {
    process: (label('Process') ?? label('Command'))?.replace(/ \[\d{1,10}\]$/, '') ?? null,
    path: label('Path'),
    identifier: label('Identifier'),
    version: label('Version'),
    osVersion: label('OS Version'),
    time: label('Date/Time'),
    exception: label('Exception Type'),
    isCrash: label('Crashed Thread') !== null,
    reason: reasonOf(head),
    isSimulated: /^Exception Note: [^\n]{0,200}\bSIMULATED\b/m.test(head),
    frames: framesOf(text),
  };
}

export default defineFormat({
  id: 'apple-crash',
  title: 'macOS crash or hang report as text (.crash, .spin, .hang, .diag)',
  framing: sections({ begins: (line) => firstLine.test(line) }),
  os: 'macos',
  names: ['*.crash', '*.spin', '*.hang', '*.diag'],
  recognise: {
    starts:
      /^Process: {2,30}\S[^\n]{0,200}\n(?:Path|Identifier): |^Command: {2,30}\S[^\n]{0,200}\nPath: |^Exception Type: {1,30}EXC_[A-Z]|^Thread \d{1,4} Crashed:/m,
  },
  derives: reportFields,
  prepare: (entry, carry) => datedBy(entry, carry, reportOf(textOf(entry))),
  derive: (entry) => describedBy(entry, reportOf),
  samples: [
    {
      text: 'Process:               zoom.us [977]\nPath:                  /Applications/zoom.us.app/Contents/MacOS/zoom.us\nIdentifier:            us.zoom.xos\nVersion:               5.7.1 (499)\nDate/Time:             2021-07-08 09:10:11.123 -0700\nOS Version:            macOS 11.4 (20F71)\n\nCrashed Thread:        3\n\nException Type:        EXC_BAD_ACCESS (SIGSEGV)\n\nThread 3 Crashed:\n0   com.example.camera.dal        \t0x0000000110a0c1d2 0x110a00000 + 49618\n1   libsystem_pthread.dylib       \t0x00007fff6c0b3109 _pthread_start + 148\n',
      entry: {
        time: '2021-07-08T09:10:11.123-07:00',
        fields: { program: 'zoom', ending: 'crash', foreign: 'com.example.camera.dal' },
      },
    },
    {
      text: 'Date/Time:        2020-05-06 07:08:09 +0200\nOS Version:       Mac OS X 10.15.4 (Build 19E287)\nReport Version:   29\n\nCommand:          zoom.us\nPath:             /Applications/zoom.us.app/Contents/MacOS/zoom.us\nIdentifier:       us.zoom.xos\nVersion:          5.0.2 (24046.0510)\n\nEvent:            hang\nDuration:         4.10s\n',
      entry: { time: '2020-05-06T07:08:09+02:00', fields: { program: 'zoom', event: 'hang' } },
    },
  ],
});
