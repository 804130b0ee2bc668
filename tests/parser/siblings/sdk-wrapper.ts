import { type Sibling, unproved } from './sibling.ts';

const bot = (at: string, status: string, result: number): string =>
  `[2026-04-01 ${at}: INFO/MainProcess] meeting_status_changed called. status = MeetingStatus.MEETING_STATUS_${status}, iResult=${result}\n`;

export default [
  {
    title: 'a bot gives a wrong passcode (4), and gives up',
    evidence: { 'bot.log': bot('07:00:01,100', 'CONNECTING', 0) + bot('07:00:04,700', 'FAILED', 4) },
    top: { class: 'account' },
    never: ['firewall', 'network'],
    exit: 1,
  },
  {
    title: 'a bot joins, and leaves as it was told',
    evidence: {
      'bot.log':
        bot('07:10:01,100', 'CONNECTING', 0) +
        bot('07:10:05,100', 'INMEETING', 0) +
        bot('07:50:00,000', 'DISCONNECTING', 0) +
        bot('07:50:01,000', 'ENDED', 0),
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'the Video SDK in a browser puts a stream on hold (its own 5004)',
    evidence: {
      'video-sdk.log':
        '2026-04-01T07:20:00.100Z INFO [zoom-video-sdk-web] joined session\n2026-04-01T07:20:44.100Z WARN [zoom-video-sdk-web] connection-change state=Reconnecting, errorCode: 5004\n2026-04-01T07:20:49.100Z INFO [zoom-video-sdk-web] connection-change state=Connected\n',
    },
    never: ['firewall', 'network'],
    verdicts: { network: unproved },
    exit: [0, 1, 3],
  },
  {
    title: 'an app cannot initialize the SDK: no answer in time (5003)',
    evidence: {
      'app.log':
        '2026-04-01 07:30:00.004 INFO ZoomSdk initialize\n2026-04-01 07:30:30.020 ERROR ZoomSdk initialize failed, Error: 3, internalErrorCode=5003\n',
    },
    top: { class: 'firewall', code: '5003', confidence: 'low' },
    exit: 1,
  },
  {
    title: 'a bot finds the meeting over (6) and is in the next one a quarter of an hour later',
    evidence: {
      'bot.log':
        bot('07:40:01,100', 'CONNECTING', 0) +
        bot('07:40:04,100', 'FAILED', 6) +
        bot('07:55:01,100', 'CONNECTING', 0) +
        bot('07:55:09,100', 'INMEETING', 0),
    },
    never: ['firewall', 'network'],
    verdicts: { account: unproved },
    exit: 0,
  },
] satisfies readonly Sibling[];
