import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';

const plugin = '/Library/CoreMediaIO/Plug-Ins/DAL/example-camera.plugin/Contents/MacOS/example-camera';
const loading = `Error loading ${plugin}:  dlopen(${plugin}, 262): no suitable image found.  Did find: ${plugin}: code signature in (${plugin}) not valid for use in process using Library Validation: mapping process and mapped file (non-platform) have different Team IDs`;
const rejecting = `Library Validation failed: Rejecting '${plugin}' (Team ID: none, platform: no) for process 'zoom.us(977)' (Team ID: EXAMPLE123, platform: no), reason: mapping process and mapped file (non-platform) have different Team IDs`;

/** One message in three styles of `log show`. */
const logged = (process: string, path: string, message: string): string[] => [
  JSON.stringify({
    timestamp: '2021-02-17 10:15:01.100445+0100',
    processImagePath: path,
    processID: 977,
    eventMessage: message,
  }).replaceAll('/', '\\/'),
  `2021-02-17 10:15:01.100 Df ${process}[977:1f0a] [com.apple.cmio:default] ${message}`,
  `2021-02-17 10:15:01.100445+0100 0x1f0a     Default     0x0                  977    0    ${process}: [com.apple.cmio:default] ${message}`,
];

const pattern = (has: string, text: RegExp, hits: readonly string[], see: readonly string[] = []): Pattern => ({
  formats: ['unified-log-ndjson', 'unified-log-compact', 'unified-log-default'],
  has,
  text,
  ...(see.length > 0 ? { layout: 'documented' as const, see } : { layout: 'constructed' as const }),
  hits,
});

export default defineFailure({
  id: 'camera-plugin-refused',
  class: 'device-usb',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'macOS did not load a camera plug-in into Zoom',
  cause: 'Zoom loads only plug-ins with certain signatures, so this virtual camera is not in its list of cameras.',
  remedy: 'Update the software that the plug-in belongs to, or choose another camera in Zoom.',
  subject: { kind: 'library', text: /([^/\\'"\n]{1,80}\.(?:plugin|driver))\b/ },
  match: [
    pattern(
      'Error loading ',
      /zoom\.us\b[^\n]{0,600}Error loading [^\n]{0,40}CoreMediaIO[^\n]{1,2000}different Team IDs/,
      logged('zoom.us', '/Applications/zoom.us.app/Contents/MacOS/zoom.us', loading),
      [references.cameraPlugin],
    ),
    pattern(
      'Library Validation failed',
      /Rejecting '[^'\n]{0,40}(?:CoreMediaIO|Audio)[^'\n]{1,300}'[^\n]{1,200} for process 'zoom\.us\(\d{1,10}\)'/,
      logged('kernel', '/kernel', rejecting),
    ),
  ],
  standing: true,
  fixes: ['device-list-macos', 'device-select-in-zoom'],
  misses: [
    {
      text: logged('kernel', '/kernel', rejecting.replace('zoom.us(977)', 'FaceTime(977)'))[2]!,
      why: 'another program',
    },
    {
      text: logged('Recorder', '/Applications/Recorder.app/Contents/MacOS/Recorder', loading)[2]!,
      why: 'another program',
    },
  ],
});
