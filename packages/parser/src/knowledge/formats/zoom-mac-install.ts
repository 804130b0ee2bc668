import { defineFormat } from '../../define.ts';

export default defineFormat({
  id: 'zoom-mac-install',
  title: 'Zoom installer log of macOS',
  framing: 'lines',
  head: 'date-command',
  os: 'macos',
  names: ['zoominstall.log', 'zoomusinstall.log'],
  recognise: { marks: ['zoom.us.app', 'check unzip:', 'un7z', 'Designated Requirement', 'path new:'], atLeast: 2 },
  samples: [
    {
      text: '[Sun Feb 9 11:02:03 PST 2020]ok to rm',
      entry: { time: '2020-02-09T11:02:03-08:00', message: 'ok to rm' },
    },
    { text: '[Wed Jul 14 06:05:04 IST 2021]result: 0', entry: { time: '2021-07-14T06:05:04', fields: { result: 0 } } },
  ],
});
