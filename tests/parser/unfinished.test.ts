/**
 * Evidence that never closes, breaks off or is not text: what can be read is used, and one note states what could not.
 * `npm run properties` tries it at the sizes that people send, each other run a small part of that.
 */
import { knowledge, openSource, type SourceFindings } from '@zoomlog/parser';
import { expect, test } from 'vitest';
import { isThorough } from '../helpers/runs.ts';

const encoder = new TextEncoder();

const MB = 1_000_000;
const sized = (size: number): number => (isThorough ? size : size / 50);

/** Parts until `size` bytes went in, between `first` and `last`. */
function read(path: string, first: string, part: (at: number) => string, last: string, size = 0): SourceFindings {
  const pipe = openSource(knowledge, path);
  pipe.push(encoder.encode(first));
  for (let at = 0, sent = 0; sent < size; at++) {
    // Many at once, as a file would be read.
    const bytes = encoder.encode(Array.from({ length: 500 }, (_, more) => part(at * 500 + more)).join(''));
    sent += bytes.length;
    pipe.push(bytes);
  }
  pipe.push(encoder.encode(last));
  return pipe.end();
}

const idsOf = ({ findings }: SourceFindings): string[] => [...new Set(findings.map(({ id }) => id))].sort();

const unified = (at: number, message: string, process = 'zoom.us'): string =>
  `2025-11-03 08:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}.250000+0100 0x1f0a     Default     0x0                  701    0    ${process}: (CFNetwork) ${message}\n`;
const refused = (code: number): string =>
  `Task <0A0B0C0D-0000-4000-8000-000000000001>.<2> finished with error [${code}] Error Domain=NSURLErrorDomain Code=${code} "A sentence." UserInfo={\n`;
const url = '    NSErrorFailingURLKey = "https://us04web.zoom.us/";\n';

test('a dictionary that never closes takes neither what is before it nor the log behind it', () => {
  const endless = read(
    'log.txt',
    `${unified(1, refused(-1202))}${url}`,
    (at) => `    key${at} = "value ${at}";\n`,
    unified(9, refused(-1001)) + url,
    sized(50 * MB),
  );
  expect(idsOf(endless)).toEqual(['certificate-untrusted', 'connect-timed-out']);
});

const request = (at: number, host: string, response: string): string =>
  `${at > 0 ? ',' : ''}{"startedDateTime":"2025-11-03T08:00:01.000Z","time":${at},"request":{"method":"GET","url":"https://${host}/a/${at}","headers":[{"name":"accept","value":"*/*"}]},"response":${response},"timings":{}}`;
const har = '{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[';
const answered = `{"status":200,"statusText":"OK","headers":[],"content":{"size":2000,"text":"${'x'.repeat(2000)}"}}`;
const proxyDead = '{"status":0,"statusText":"","headers":[],"content":{},"_error":"net::ERR_PROXY_CONNECTION_FAILED"}';

test('a HAR of 300 MB, cut in the middle of a request', () => {
  const cut = read(
    'capture.har',
    har + request(0, 'app.zoom.us', proxyDead),
    (at) => request(at + 1, 'www.example.com', answered),
    ',{"startedDateTime":"2025-11-03T08:09',
    sized(300 * MB),
  );
  expect([cut.format, cut.note]).toEqual(['har', 'the document is truncated; the complete part was read']);
  expect(idsOf(cut)).toEqual(['proxy-unreachable']);
});

const journal = (at: number, message: string): string =>
  `{"__REALTIME_TIMESTAMP":"${1_762_156_801_000_000 + at * 1000}","_TRANSPORT":"kernel","SYSLOG_IDENTIFIER":"kernel","PRIORITY":"4","MESSAGE":${message}}\n`;
const segfault =
  'zoom[4021]: segfault at 28 ip 00007f0000001000 sp 00007ffd00001000 error 4 in libexample.so[7f0000000000+2000]';

test('a journal of 500 MB, with a crash in its middle', () => {
  const half = sized(250 * MB);
  const noise = (at: number): string => journal(at, `"e1000e: eth0 NIC Link is Up, count ${at}"`);
  const pipe = openSource(knowledge, 'journal.json');
  let at = 0;
  const push = (size: number): void => {
    for (let sent = 0; sent < size; ) {
      const bytes = encoder.encode(Array.from({ length: 1000 }, () => noise(at++)).join(''));
      sent += bytes.length;
      pipe.push(bytes);
    }
  };
  push(half);
  pipe.push(encoder.encode(journal(at++, `"${segfault}"`)));
  push(half);
  const { format, findings } = pipe.end();
  expect([format, findings.map(({ id }) => id)]).toEqual(['journal-json', ['client-crashed-kernel']]);
});

test('bytes in a journal that are no UTF-8, and a message that is a list of bytes', () => {
  const broken = encoder.encode(journal(1, `"${segfault} ?"`));
  broken[broken.lastIndexOf(0x3f)] = 0xff;
  const pipe = openSource(knowledge, 'journal.json');
  pipe.push(encoder.encode(journal(0, '"ordinary"')));
  pipe.push(broken);
  expect(idsOf(pipe.end())).toEqual(['client-crashed-kernel']);

  const listed = read(
    'journal.json',
    journal(0, '"ordinary"'),
    () => '',
    journal(1, `[${encoder.encode(segfault).join(',')},255]`),
  );
  expect(idsOf(listed)).toEqual(['client-crashed-kernel']);
});

const ips = (cut: (body: string) => string): string =>
  `{"app_name":"zoom.us","timestamp":"2025-11-03 08:09:10.00 +0100","app_version":"6.2.5 (48876)","bundleID":"us.zoom.xos","bug_type":"309","os_version":"macOS 15.1 (24B83)"}\n${cut(
    JSON.stringify(
      {
        procName: 'zoom.us',
        bundleInfo: { CFBundleIdentifier: 'us.zoom.xos', CFBundleShortVersionString: '6.2.5' },
        exception: { type: 'EXC_BAD_ACCESS', signal: 'SIGSEGV' },
        termination: { namespace: 'SIGNAL', code: 11, indicator: 'Segmentation fault: 11' },
        faultingThread: 0,
        threads: [{ triggered: true, frames: [{ imageOffset: 12, imageIndex: 0 }] }],
        usedImages: [{ name: 'zoom.us', path: '/Applications/zoom.us.app/Contents/MacOS/zoom.us' }],
      },
      null,
      2,
    ),
  )}`;

test('a crash report of macOS that is cut in the middle still shows the crash', () => {
  const cut = read(
    'zoom.us.ips',
    ips((body) => body.slice(0, body.indexOf('"threads"') + 20)),
    () => '',
    '',
  );
  expect(idsOf(cut)).toEqual(['client-crashed-macos']);
  expect(cut.note).toMatch(/truncated/);
});
