import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { copiedEvent, jsonEvent, windowsEvent } from '../../wordings/samples.ts';

const stepped = (before: string, after: string, reason: number): string =>
  windowsEvent('Microsoft-Windows-Kernel-General', 1, { NewTime: after, OldTime: before, Reason: reason });
const set = (before: string, after: string, program: string): string =>
  windowsEvent('Microsoft-Windows-Security-Auditing', 4616, {
    PreviousTime: before,
    NewTime: after,
    ProcessName: program,
  });

/** Matches no program that sets a virtual machine's clock, which steps after each pause. */
const notOfHost = /^(?!.*\\(?:vmtoolsd|vboxservice|vmms|vmwp|xe(?:svc|guestagent))\.exe$).*\.exe$/i;

/** XML contains the first literal; a message that was copied without its head contains only the second. */
const stepPatterns = (
  [headed, bare]: readonly [string, string],
  fields: Pattern['fields'],
  {
    see,
    xml,
    provider,
    id,
    message,
  }: { see: readonly string[]; xml: string; provider: string; id: number; message: string },
): Pattern[] => [
  {
    formats: ['windows-events'],
    has: headed,
    fields: { step: { min: 300 }, ...fields },
    layout: 'captured',
    hits: [xml],
  },
  {
    formats: ['windows-events-text', 'windows-events-json'],
    has: headed,
    fields: { step: { min: 300 }, ...fields },
    layout: 'documented',
    see,
    hits: [copiedEvent(provider, id, message), jsonEvent(provider, id, message)],
  },
  {
    formats: ['windows-events-text', 'windows-events-json'],
    has: bare,
    fields: { step: { min: 300 }, ...fields },
    layout: 'documented',
    see,
    hits: [message, jsonEvent(provider, id, message)],
  },
];

const early = '2025-03-03T03:03:03.5000000Z';
const late = '2025-10-11T12:13:14.1516171Z';

const stepMessage = `The system time has changed to ${late} from ${early}.\n\nChange Reason: An application or system component changed the time.`;
const setMessage = `The system time was changed.\n\nProcess Information:\n\tName:\t\tC:\\Windows\\System32\\svchost.exe\n\nPrevious Time:\t\t${early}\nNew Time:\t\t${late}`;

/** After sleep, the clock steps by the time asleep (reason 2); with reason 1, a program set it. */
export default defineFailure({
  id: 'clock-stepped',
  class: 'tls-clock',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'The clock was changed by five minutes or more',
  cause: 'A program changed the system time in one step: until then, the clock had been that far off.',
  remedy: 'Compare with when Zoom failed: a measurement after the step shows nothing about the time before it.',
  match: [
    ...stepPatterns(
      ['Kernel-General', 'system time'],
      { eventid: [1], reason: [1], provider: /Kernel-General$/ },
      {
        see: [references.kernelGeneral],
        xml: stepped(early, late, 1),
        provider: 'Microsoft-Windows-Kernel-General',
        id: 1,
        message: stepMessage,
      },
    ),
    ...stepPatterns(
      ['4616', 'system time'],
      {
        eventid: [4616],
        processname: notOfHost,
        provider: /Security-Auditing$/,
      },
      {
        see: [references.event4616],
        xml: set(early, late, 'C:\\Windows\\System32\\svchost.exe'),
        provider: 'Microsoft-Windows-Security-Auditing',
        id: 4616,
        message: setMessage,
      },
    ),
  ],
  standing: true,
  mends: ['clock-wrong', 'certificate-date-error'],
  fixes: ['clock-measure-windows', 'clock-status-windows'],
  misses: [
    { text: stepped(early, late, 2), why: 'the machine had been asleep' },
    { text: stepped('2025-10-11T12:12:14.1516171Z', late, 1), why: 'only a minute' },
    {
      text: set(early, late, 'C:\\Program Files\\VMware\\VMware Tools\\vmtoolsd.exe'),
      why: 'a virtual machine that had been paused',
    },
  ],
});
