import { defineFact } from '../../../define.ts';
import { coreDump, coreDumpJson } from '../../wordings/samples.ts';

export default defineFact({
  id: 'other-program-crashed',
  class: 'crash',
  title: 'Another program called zoom crashed',
  because: 'The record names a file that lies in no folder in which a package of Zoom puts its programs.',
  effect: 'benign',
  by: ['systemd-coredump'],
  process: 'crashed',
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: '/zoom',
      fields: { program: ['other'] },
      layout: 'constructed',
      hits: [
        `${coreDump('zoom')}\n    Module /usr/games/zoom without build-id.`,
        coreDumpJson('zoom', 'dumped core', '/home/user/stories/zoom'),
      ],
    },
  ],
  misses: [
    { text: coreDumpJson('zoom', 'dumped core', '/opt/zoom/zoom'), why: 'where packages of Zoom put the client' },
    {
      text: coreDumpJson('zoom', 'dumped core', '/srv/apps/zoom/zoom'),
      why: 'a folder called like it: it may be the client',
    },
  ],
});
