import { defineFailure } from '../../../define.ts';
import { zoomKernelName } from '../../zoom-identity.ts';

const dumped = 'Process 4021 (zoom) of user 1000 dumped core.';
const record = (message: string): string =>
  JSON.stringify({
    __REALTIME_TIMESTAMP: '1767225600250000',
    _TRANSPORT: 'journal',
    SYSLOG_IDENTIFIER: 'systemd-coredump',
    MESSAGE: message,
  });

export default defineFailure({
  id: 'client-core-dumped',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A crash of Zoom was recorded with its memory',
  cause: 'The system wrote a core dump of a process of Zoom: a signal ended it.',
  remedy: 'Update Zoom and the graphics driver; if the crash recurs, send Zoom the crash report.',
  by: ['systemd-coredump'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'dumped core',
      // Where the journal tells the program's path, it is not that of a game or a tool of the distribution.
      text: new RegExp(
        `^(?!.*"COREDUMP_EXE"\\s*:\\s*"/usr/(?:games|bin|local)/).*Process \\d+ \\(${zoomKernelName}\\) of user \\d+ (?:dumped core|terminated abnormally)`,
      ),
      layout: 'constructed',
      hits: [`Nov  9 07:08:09 box systemd-coredump[4099]: ${dumped}`, record(dumped)],
    },
  ],
  explains: ['client-exited', 'client-crashed', 'client-crashed-kernel', 'crash-dump'],
  fixes: ['crash-reports-linux', 'crash-update-graphics', 'install-update-zoom', 'crash-send-report'],
  misses: [
    {
      text: 'Nov  9 07:08:09 box systemd-coredump[4099]: Process 4021 (zoomer) of user 1000 dumped core.',
      why: 'another program whose name begins like Zoom',
    },
    { text: `Nov  9 07:08:09 box notes[77]: ${dumped}`, why: 'a program quotes the line' },
    {
      text: record(dumped).replace('"MESSAGE"', '"COREDUMP_EXE":"/usr/games/zoom","MESSAGE"'),
      why: 'a game of that name',
    },
  ],
});
