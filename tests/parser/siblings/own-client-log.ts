import { launcher } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const own = (clock: string, level: string, place: string, message: string): string =>
  `[5521:77120045:04-06/${clock}:${level}:${place}] ${message}\n`;
const firstStart =
  own('08:00:01.010', 'ERROR', 'CmmFileName_linux.cc(22)', 'CreateFolder:/home/user/.zoom/data/logs') +
  own(
    '08:00:01.044',
    'ERROR',
    'zMeetHistoryTable.cpp(91)',
    '[CZoomMeetHistoryTable::AttachDB] search table sql failed, create it.',
  ) +
  own('08:00:01.090', 'ERROR', 'SBPTAppApi.cpp(410)', '[CSBPTApp::LoadProxy] no proxy is set');

export default [
  {
    title: 'Linux: a first start between the lines of its launcher, all at ERROR',
    evidence: { '.zoom/logs/zoom_stdout_stderr.log': launcher(`${firstStart}zoom exited normally, exit code is 0 .`) },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux: a check of its own fails, and the client ends there',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        `${firstStart}${own('08:10:02.130', 'FATAL', 'SBConfMgr.cpp(188)', 'Check failed: m_pConfInst.')}zoom was exited due to a handled signal: 5 `,
      ),
    },
    top: { class: 'crash' },
    never: ['install', 'network'],
    verdicts: { crash: ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: "a first start, the client's own lines alone",
    evidence: { '.zoom/logs/zoom.log': firstStart },
    top: null,
    exit: [0, 3],
  },
  {
    title: "the client's own lines alone: a check fails",
    evidence: {
      '.zoom/logs/zoom.log': firstStart + own('08:30:02.130', 'FATAL', 'SBConfUI.cpp(203)', 'Check failed: pVideoWnd.'),
    },
    top: { class: 'crash' },
    verdicts: { crash: ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: 'another program with lines of the same shape fails a check',
    evidence: {
      '.config/exampleapp/logs/app.log':
        own('08:40:01.100', 'ERROR', 'zoom_gesture.cc(40)', 'cannot read the zoom level') +
        own('08:40:02.130', 'FATAL', 'main_window.cc(77)', 'Check failed: view.'),
    },
    verdicts: { crash: unproved },
    top: null,
    exit: [0, 3],
  },
] satisfies readonly Sibling[];
