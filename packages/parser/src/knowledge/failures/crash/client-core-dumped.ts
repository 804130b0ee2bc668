import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { crashSignal, listedDump, reportedCrash } from '../../wordings/core-dumps.ts';
import { inJournals } from '../../wordings/linux-samples.ts';
import { coreDump, coreDumpJson } from '../../wordings/samples.ts';
import { zoomUnit } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'client-core-dumped',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A crash of Zoom was recorded with its memory',
  cause: 'The system wrote a core dump of a process of Zoom: a signal ended it.',
  remedy: 'Update Zoom and the graphics driver; if the crash recurs, send Zoom the crash report.',
  by: ['systemd-coredump', 'systemd'],
  process: 'crashed',
  match: [
    ...['dumped core', 'terminated abnormally'].map((has) => ({
      formats: ['syslog', 'journal-json'] as const,
      has,
      fields: { program: ['zoom'] },
      layout: 'constructed' as const,
      hits: [coreDump('zoom', has), coreDumpJson('QSGRenderThread', has, '/opt/zoom/zoom')],
    })),
    // What the desktop started and systemd watched, by the name of its entry.
    {
      formats: ['syslog', 'journal-json'],
      has: 'code=dumped',
      text: new RegExp(`${zoomUnit}: Main process exited, code=dumped, status=\\d`),
      layout: 'constructed',
      strength: 'strong',
      hits: inJournals('systemd', 'app-us.zoom.Zoom@1a2b3c.service: Main process exited, code=dumped, status=11/SEGV'),
    },
    // Below the record's line stands what the program consists of.
    {
      formats: ['syslog'],
      has: '/zoom',
      fields: { program: ['zoom'] },
      layout: 'constructed',
      hits: [`${coreDump('QSGRenderThread')}\n    Module /opt/zoom/zoom without build-id.`],
    },
    {
      formats: ['syslog', 'journal-json'],
      has: '/zoom',
      fields: { program: ['likely'] },
      layout: 'constructed',
      strength: 'strong',
      hits: [
        `${coreDump('QSGRenderThread')}\n    #0  0x000055d000001000 n/a (/srv/apps/zoom/zoom + 0x1000)`,
        coreDumpJson('zoom', 'dumped core', '/srv/apps/zoom/zoom'),
      ],
    },
    {
      formats: ['coredumpctl-list', 'coredumpctl-info'],
      has: 'zoom',
      fields: { program: ['zoom'], ended_by: crashSignal },
      layout: 'constructed',
      hits: listedDump('/opt/zoom/zoom'),
    },
    {
      formats: ['coredumpctl-list', 'coredumpctl-info'],
      has: 'zoom',
      fields: { program: ['likely'], ended_by: crashSignal },
      layout: 'constructed',
      strength: 'strong',
      hits: listedDump('/srv/apps/zoom/zoom'),
    },
    {
      formats: ['apport-log', 'apport-crash'],
      has: 'xecutable',
      fields: { program: ['zoom'], ended_by: [...crashSignal, 'unknown'] },
      layout: 'documented',
      see: [references.apportHandler],
      hits: reportedCrash('/opt/zoom/zoom'),
    },
    {
      formats: ['apport-log', 'apport-crash'],
      has: 'xecutable',
      fields: { program: ['likely'], ended_by: [...crashSignal, 'unknown'] },
      layout: 'documented',
      see: [references.apportHandler],
      strength: 'strong',
      hits: reportedCrash('/srv/apps/zoom/zoom'),
    },
    {
      formats: ['abrt-list'],
      has: 'zoom',
      fields: { program: ['zoom'], kind: ['crash'] },
      layout: 'documented',
      see: [references.abrtZoom],
      hits: ['Id          0a0b0c0\nExecutable  /opt/zoom/zoom\nCount       2\nTime        2026-02-05 09:10:11'],
    },
  ],
  explains: ['client-exited', 'client-crashed', 'client-crashed-kernel', 'crash-dump'],
  when: { nothing: { sameProcess: ['client-crashed-at-quit', 'other-program-crashed'] } },
  fixes: ['crash-reports-linux', 'crash-update-graphics', 'install-update-zoom', 'crash-send-report'],
  misses: [
    ...[...listedDump('/usr/games/zoom'), ...reportedCrash('/usr/games/zoom')].map((text) => ({
      text,
      why: 'a game of that name',
    })),
    { text: coreDump('zoomer'), why: 'another program whose name begins like Zoom' },
    { text: coreDump('zoom').replace('systemd-coredump[4099]', 'notes[77]'), why: 'a program quotes the line' },
    { text: coreDumpJson('zoom', 'dumped core', '/usr/games/zoom'), why: 'a game of that name' },
    {
      text: `${coreDump('player')}\n    Module /home/user/stories/zoom without build-id.`,
      why: 'a program of that name in another folder',
    },
  ],
});
