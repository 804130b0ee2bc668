import { defineFormat } from '../../define.ts';
import { closesAt, parseCutObject } from '../../reading/cut-json.ts';
import { textOf } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { type AppleReport, datedBy, describedBy, type Frame, reportFields } from '../wordings/apple-report.ts';

/** One line of JSON, before the body. */
const header = /^\{"(?:app_name|bug_type|roots_installed)" ?: ?(?:"|\d)[^\r\n]{0,3000}"(?:bug_type|os_version)" ?: ?"/;

type Json = Record<string, unknown>;
const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.slice(0, 2000).map(objectOf) : []);
const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, 500) : typeof value === 'number' ? String(value) : null;

/** Header and body of one report; either may be missing, and the body may be cut. */
function partsOf(text: string): { readonly head: Json; readonly body: Json } {
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  if (!header.test(first)) return { head: {}, body: parseCutObject(enclosed(text)) ?? {} };
  return { head: parseCutObject(first) ?? {}, body: (end < 0 ? null : parseCutObject(text.slice(end + 1))) ?? {} };
}

/** The body, or the header where there is no body, does not close. */
function isCut(text: string): boolean {
  const from = text.indexOf('{', text.indexOf('\n') + 1);
  return from >= 0 && !closesAt(text, from);
}

/** A part that was copied out of a body begins with any of its keys. */
const enclosed = (text: string): string => (/^\s{0,8}"/.test(text) ? `{${text}` : text);

/** The frames of the thread that crashed; images are named by their place in a list, which a cut may have taken. */
function framesOf(body: Json): Frame[] {
  const threads = listOf(body.threads);
  const crashed = threads.find(({ triggered }) => triggered === true) ?? threads[Number(body.faultingThread ?? -1)];
  const images = listOf(body.usedImages);
  return listOf(crashed?.frames).map(({ imageIndex, symbol }) => {
    const image = images[Number(imageIndex ?? -1)] ?? {};
    const path = textIn(image.path);
    return {
      image: textIn(image.CFBundleIdentifier) ?? textIn(image.name) ?? path?.split('/').at(-1) ?? '???',
      path,
      symbol: textIn(symbol) ?? '',
    };
  });
}

function reportOf(text: string): AppleReport {
  const { head, body } = partsOf(text);
  const bundle = objectOf(body.bundleInfo);
  const exception = objectOf(body.exception);
  const { namespace, code, indicator, reasons, details } = objectOf(body.termination);
  const short = textIn(bundle.CFBundleShortVersionString);
  const system = objectOf(body.osVersion);
  const type = textIn(exception.type);
  const signal = textIn(exception.signal);
  return {
    process: textIn(body.procName) ?? textIn(head.app_name) ?? textIn(head.name),
    path: textIn(body.procPath),
    identifier: textIn(bundle.CFBundleIdentifier) ?? textIn(head.bundleID),
    version: textIn(head.app_version) ?? (short && `${short} (${textIn(bundle.CFBundleVersion) ?? '?'})`),
    osVersion:
      textIn(head.os_version) ?? (textIn(system.train) && `${textIn(system.train)} (${textIn(system.build) ?? '?'})`),
    time: textIn(body.captureTime) ?? textIn(head.timestamp),
    isCrash: ['109', '309'].includes(textIn(head.bug_type) ?? ''),
    exception: type === null ? null : `${type}${signal ? ` (${signal})` : ''}`,
    reason: [namespace, code, indicator, reasons, details]
      .flat()
      .flatMap((one) => textIn(one) ?? [])
      .join('\n'),
    isSimulated: [body.isSimulated, body.isNonFatal].some((one) => one === true || one === 1),
    frames: framesOf(body),
  };
}

/** The head of a report tells that it is one of a crash; where the cut leaves no body, that is all. */
export default defineFormat({
  id: 'apple-ips',
  title: 'macOS crash report as JSON (.ips)',
  framing: sections({ begins: (line) => header.test(line) }),
  os: 'macos',
  names: ['*.ips'],
  recognise: {
    starts: new RegExp(`${header.source}|^ {0,8}"(?:procName|procPath|coalitionName)" ?: ?"[^"\\n]{1,500}",$`, 'm'),
  },
  derives: reportFields,
  prepare: (entry, carry) => {
    const text = textOf(entry);
    if (isCut(text)) carry.isCut = true;
    return datedBy(entry, carry, reportOf(text));
  },
  derive: (entry) => describedBy(entry, reportOf),
  samples: [
    {
      text: '{"app_name":"zoom.us","timestamp":"2024-05-06 07:08:09.00 +0200","app_version":"6.0.1 (31000)","bundleID":"us.zoom.xos","bug_type":"309","os_version":"macOS 14.4 (23E214)","name":"zoom.us"}\n{\n  "captureTime" : "2024-05-06 07:08:08.1234 +0200",\n  "procName" : "zoom.us",\n  "procPath" : "\\/Applications\\/zoom.us.app\\/Contents\\/MacOS\\/zoom.us",\n  "bundleInfo" : {"CFBundleShortVersionString":"6.0.1","CFBundleVersion":"6.0.1.31000","CFBundleIdentifier":"us.zoom.xos"},\n  "exception" : {"codes":"0x0000000000000001, 0x0000000000000010","type":"EXC_BAD_ACCESS","signal":"SIGSEGV"},\n  "termination" : {"flags":0,"code":11,"namespace":"SIGNAL","indicator":"Segmentation fault: 11"},\n  "faultingThread" : 1,\n  "threads" : [{"id":1,"frames":[]},{"triggered":true,"id":2,"frames":[{"imageOffset":4096,"imageIndex":1},{"imageOffset":8192,"symbol":"start","imageIndex":0}]}],\n  "usedImages" : [\n  {"path":"\\/Applications\\/zoom.us.app\\/Contents\\/MacOS\\/zoom.us","name":"zoom.us"},\n  {"path":"\\/Library\\/CoreMediaIO\\/Plug-Ins\\/DAL\\/Example.plugin\\/Contents\\/MacOS\\/Example","name":"Example","CFBundleIdentifier":"com.example.dal"}\n]\n}\n',
      entry: {
        time: '2024-05-06T07:08:08.1234+02:00',
        fields: { program: 'zoom', ending: 'crash', foreign: 'com.example.dal' },
      },
    },
    {
      text: '{"app_name":"zoom.us","timestamp":"2024-05-06 07:08:09.00 +0200","bundleID":"us.zoom.xos","bug_type":"309","os_version":"macOS 14.4 (23E214)"}\n{\n  "procName" : "zoom.us",\n  "exception" : {"type":"EXC_CRASH","signal":"SIGABRT"},\n  "threads" : [{"triggered":true,"frames":[{"imageOff',
      entry: { time: '2024-05-06T07:08:09.00+02:00', fields: { program: 'zoom', ending: 'crash' } },
    },
  ],
});
