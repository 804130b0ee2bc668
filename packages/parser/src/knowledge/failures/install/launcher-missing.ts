import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { sandboxFails, scriptFails } from '../../wordings/launch-script.ts';
import { inJournals } from '../../wordings/linux-samples.ts';

const gone = '/app/bin/zoom: line 2: /app/extra/zoom/ZoomLauncher: No such file or directory';
const zoomEntry = /^(?:us\.zoom\.Zoom(?:\.desktop)?|[Zz]oom(?:\.desktop)?|flatpak|bwrap)(?:\[\d{1,10}\])?$/;

export default defineFailure({
  id: 'launcher-missing',
  class: 'install',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The program that the Zoom command starts is missing',
  cause:
    'The command of the package is there, but the program behind it is not, or cannot be executed: the installation is not complete, or it is for another processor.',
  remedy: 'Reinstall Zoom from the same source, and read what the installation prints.',
  match: [
    {
      formats: ['zoom-stdout'],
      has: '/zoom/',
      text: new RegExp(`^${scriptFails}`),
      layout: 'documented',
      see: [references.flatpakLauncher],
      hits: [
        gone,
        'sh: Zeile 1: /opt/zoom/zoom: Datei oder Verzeichnis nicht gefunden',
        '/usr/bin/zoom: 3: exec: /opt/zoom/ZoomLauncher: not found',
        '/app/bin/zoom：第 2 行：/app/extra/zoom/ZoomLauncher: 没有那个文件或目录'.replace('：', ': '),
      ],
    },
    {
      formats: ['zoom-stdout'],
      has: 'bwrap: execvp ',
      text: new RegExp(`^${sandboxFails}`),
      layout: 'documented',
      see: [references.flatpakCommand],
      hits: ['bwrap: execvp zoom: No such file or directory'],
    },
    ...(['syslog', 'journal-json'] as const).map(
      (format, at): Pattern => ({
        formats: [format],
        has: '/zoom/',
        // The desktop logs what a program prints under the name of its entry.
        fields: { [format === 'syslog' ? 'process' : 'syslog_identifier']: zoomEntry },
        text: new RegExp(`(?:^|[ "])${scriptFails}`),
        layout: 'constructed',
        hits: [inJournals('us.zoom.Zoom.desktop', gone)[at]!],
      }),
    ),
  ],
  explains: ['client-exited'],
  fixes: ['install-reinstall-flatpak', 'install-reinstall-apt', 'install-reinstall-dnf'],
  misses: [
    {
      text: 'zoom started.\nZoomLauncher exit.\nls: cannot access /opt/zoom/ZoomLauncher: No such file or directory',
      why: 'somebody looks for a file',
    },
    { text: 'sh: line 1: /usr/games/zoom: No such file or directory', why: 'a game' },
    {
      text: 'sh: line 1:  4021 Segmentation fault (core dumped) /opt/zoom/zoom ""',
      why: 'it was started, and crashed',
    },
    { text: inJournals('slack', gone)[0], why: 'another program quotes it' },
    { text: inJournals('com.example.zoomer.Zoom.desktop', gone)[0], why: 'the package of another program' },
    { text: inJournals('cron', 'sh: line 1: /opt/zoom/tools/clean: not found')[0], why: 'not the client' },
  ],
});
