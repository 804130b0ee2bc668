import { teardown } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

export default [
  {
    title: 'the last two lines: exit code 139 (signal 11)',
    evidence: { 'paste.txt': 'Something went wrong while running zoom, exit code is 139.\nZoomLauncher exit.\n' },
    top: { class: 'crash' },
    never: ['install'],
    exit: 1,
  },
  {
    title: 'two lines: a library is missing',
    evidence: {
      'error.txt':
        '/opt/zoom/zoom: error while loading shared libraries: libxcb-shape.so.0: cannot open shared object file: No such file or directory\nSomething went wrong while running zoom, exit code is 127.\n',
    },
    top: { class: 'install' },
    never: ['crash'],
    exit: 1,
  },
  {
    title: 'the tail of a good run',
    evidence: {
      'tail.txt': 'WorkerBase::loop() normal exit\nzoom exited normally, exit code is 0 .\nZoomLauncher exit.\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'the tail of a launch that handed over to the running client',
    evidence: { 'tail.txt': 'Exit zoom as another zoom instance is running!\nZoomLauncher exit.\n' },
    top: null,
    exit: 0,
  },
  {
    title: 'the tail of a quit: windows close, then signal 11',
    evidence: { 'tail.txt': `${teardown(12)}zoom was exited due to a handled signal: 11 \nZoomLauncher exit.\n` },
    verdicts: { crash: unproved },
    exit: 0,
  },
] satisfies readonly Sibling[];
