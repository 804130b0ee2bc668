/** Reports of macOS for samples, in the layouts that the system writes. */

interface Told {
  readonly process?: string;
  readonly path?: string;
  readonly identifier?: string;
  readonly exception?: string;
  readonly reason?: string;
  /** Further lines below the exception. */
  readonly more?: string;
  /** The image and the function at the top of the crashed thread. */
  readonly frame?: string;
  readonly symbol?: string;
}

const app = '/Applications/zoom.us.app/Contents/MacOS/zoom.us';

/** A report as text, as macOS 11 and Console show it. */
export const crashText = ({
  process = 'zoom.us',
  path = app,
  identifier = 'us.zoom.xos',
  exception = 'EXC_BAD_ACCESS (SIGSEGV)',
  reason = 'Namespace SIGNAL, Code 0xb',
  more,
  frame = 'us.zoom.mediacore',
  symbol = '0x112a00000 + 49618',
}: Told = {}): string =>
  [
    `Process:               ${process} [977]`,
    `Path:                  ${path}`,
    `Identifier:            ${identifier}`,
    'Version:               5.7.1 (499)',
    '',
    'Date/Time:             2021-07-08 09:10:11.123 -0700',
    'OS Version:            macOS 11.4 (20F71)',
    'Report Version:        12',
    '',
    'Crashed Thread:        3',
    '',
    `Exception Type:        ${exception}`,
    'Exception Codes:       KERN_INVALID_ADDRESS at 0x0000000000000010',
    ...(more === undefined ? [] : [more]),
    '',
    `Termination Reason:    ${reason}`,
    '',
    'Thread 3 Crashed:',
    `0   ${frame.padEnd(30)}\t0x0000000112a0c1d2 ${symbol}`,
    '1   libsystem_pthread.dylib       \t0x00007fff6c0b3109 _pthread_start + 148',
    '',
  ].join('\n');

/** A report as JSON, as macOS 12 and later write it. */
export const ipsReport = ({
  process = 'zoom.us',
  path = app,
  identifier = 'us.zoom.xos',
  exception = 'EXC_BAD_ACCESS',
  reason = '"code":11,"namespace":"SIGNAL","indicator":"Segmentation fault: 11"',
  symbol = 'start',
}: Omit<Told, 'more' | 'frame'> = {}): string =>
  [
    `{"app_name":"${process}","timestamp":"2024-05-06 07:08:09.00 +0200","app_version":"6.0.1 (31000)","bundleID":"${identifier}","bug_type":"309","os_version":"macOS 14.4 (23E214)","name":"${process}"}`,
    '{',
    '  "captureTime" : "2024-05-06 07:08:08.1234 +0200",',
    `  "procName" : "${process}",`,
    `  "procPath" : "${path.replaceAll('/', '\\/')}",`,
    `  "bundleInfo" : {"CFBundleShortVersionString":"6.0.1","CFBundleIdentifier":"${identifier}"},`,
    `  "exception" : {"codes":"0x0000000000000001, 0x0000000000000010","type":"${exception}","signal":"SIGSEGV"},`,
    `  "termination" : {"flags":0,${reason}},`,
    '  "faultingThread" : 0,',
    `  "threads" : [{"triggered":true,"id":2,"frames":[{"imageOffset":4096,"symbol":"${symbol}","imageIndex":0}]}],`,
    '  "usedImages" : [',
    `  {"path":"${path.replaceAll('/', '\\/')}","name":"${process}"}`,
    ']',
    '}',
  ].join('\n');

/** A report of a program that did not respond, or that used too much of something. */
export const spinText = (event: string, process = 'zoom.us', identifier = 'us.zoom.xos'): string =>
  [
    'Date/Time:        2020-05-06 07:08:09 +0200',
    'OS Version:       Mac OS X 10.15.4 (Build 19E287)',
    'Report Version:   29',
    '',
    `Command:          ${process}`,
    `Path:             /Applications/${process}.app/Contents/MacOS/${process}`,
    `Identifier:       ${identifier}`,
    'Version:          5.0.2 (24046.0510)',
    '',
    `Event:            ${event}`,
    'Duration:         4.10s',
  ].join('\n');
