import { defineFormat, type Head } from '../../define.ts';
import { fieldText } from '../../reading/entry.ts';
import { records } from '../../reading/framings/records.ts';
import { readClock } from '../../reading/grammar/stamps.ts';
import { timeOfDay } from '../../reading/time.ts';
import { unifiedLog } from '../chains/unified-log.ts';

/** `20:55:09.352 tccd `: what is left of a head. */
const rest = /^(?:(\d\d:\d\d:\d\d\.\d{3,6}) (?:(tccd|zoom\.us|kernel|usbd)(?:\[\d{1,10}\])?:? )?)?/;

/** How the messages begin by which the log is told, since nothing else is left of it. */
const messages =
  /^(?:AUTHREQ_(?:CTX|ATTRIBUTION|SUBJECT|PROMPTING|RESULT): |Failed to match existing code requirement for subject |Refusing (?:authorization request|TCCAccessRequest) for service |Policy disallows prompt for |Update Access Record: kTCC|Prompting policy for hardened runtime; |Unhandled UserNotification response: |Task <[\w-]{1,40}>\.<\d{1,10}> |Connection \d{1,10}: (?:TLS |system TLS |default TLS |encountered error|received failure|failed to connect)|boringssl_\w{1,60}\(\d{1,6}\) \[C\d|nw_\w{1,60} \[C\d|TIC TCP Conn Failed \[|NSURLConnection finished with error|NSURLSession\/NSURLConnection HTTP load failed |ATS failed |(?:\d{1,9}\.\d{6} )?[\w-]{1,40}@[0-9a-f]{6,8}: AppleUSB\w{1,40}::)/;

const head: Head = {
  begins(line) {
    const start = rest.exec(line)?.[0].length ?? 0;
    return messages.test(line.slice(start, start + 200));
  },
  read(line) {
    if (!head.begins(line)) return null;
    const [all = '', clock, process = null] = rest.exec(line) ?? [];
    const time = clock === undefined ? null : timeOfDay(readClock(clock));
    return { time, level: null, process, component: null, messageStart: all.length };
  },
};

/** What people quote of the log: its messages, at most with a clock and the process before them. */
export default defineFormat({
  ...unifiedLog,
  id: 'unified-log-excerpt',
  title: 'macOS unified log, its messages alone',
  framing: records(head),
  head,
  names: [],
  recognise: { heads: true },
  witness: (entry) => fieldText(entry, 'process'),
  samples: [
    {
      text: '18:00:01.250 zoom.us Task <00000000-0000-4000-8000-000000000001>.<4> received response, status 200 content K',
      entry: { time: 'T18:00:01.250', fields: { answer: 'well', of: 'client' } },
    },
    {
      text: '18:00:01.250 AUTHREQ_RESULT: msgID=88.2, authValue=1, authReason=5',
      entry: { time: 'T18:00:01.250', fields: { authvalue: 1 } },
    },
    {
      text: 'Task <00000000-0000-4000-8000-000000000001>.<4> finished with error [-1003] Error Domain=NSURLErrorDomain Code=-1003 UserInfo={NSErrorFailingURLKey=https://us04web.zoom.us/}',
      entry: { time: null, fields: { trouble: 'name', of: 'zoom' } },
    },
    {
      text: '18:00:01.250 tccd Failed to match existing code requirement for subject us.zoom.xos and service kTCCServiceCamera\n  cdhash H"00"',
      entry: { time: 'T18:00:01.250', fields: { process: 'tccd' } },
    },
  ],
});
