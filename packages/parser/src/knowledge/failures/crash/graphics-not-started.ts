import { defineFailure, type Pattern } from '../../../define.ts';
import { linuxLaunch } from '../../wordings/samples.ts';

const said = (has: string, line: string, strength?: 'proof'): Pattern => ({
  formats: ['zoom-stdout'],
  has,
  fields: { graphics: ['failed'] },
  layout: 'constructed',
  ...(strength ? { strength } : {}),
  hits: [linuxLaunch(line)],
});

export default defineFailure({
  id: 'graphics-not-started',
  class: 'crash',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'Zoom could not start its graphics',
  cause:
    'The client found no usable OpenGL: the graphics driver is missing, broken or of another version than its libraries.',
  remedy: 'Install or update the graphics driver and its OpenGL libraries, then sign out and in again.',
  match: [
    // Qt ends the program at once.
    said('Could not initialize GLX', 'Could not initialize GLX', 'proof'),
    said('Failed to create OpenGL context', 'Failed to create OpenGL context for format QSurfaceFormat(version 2.0)'),
    said('QGLXContext: Failed to create dummy context', 'QGLXContext: Failed to create dummy context'),
    said('Failed to initialize graphics backend', 'Failed to initialize graphics backend for OpenGL.'),
  ],
  explains: ['client-exited', 'client-crashed', 'client-crashed-kernel', 'client-core-dumped', 'crash-dump'],
  fixes: ['crash-reports-linux', 'crash-update-graphics'],
  misses: [
    {
      text: `${linuxLaunch('Could not initialize GLX\nzoom exited normally, exit code is 0 .')}\nZoomLauncher exit.`,
      why: 'the client ended normally: the message is of a part of it, or it drew otherwise',
    },
    { text: linuxLaunch('libGL error: failed to load driver: i965'), why: 'Mesa tries another driver' },
    { text: linuxLaunch('qt.scenegraph.general: GL_RENDERER: llvmpipe'), why: 'it draws without the graphics card' },
  ],
});
