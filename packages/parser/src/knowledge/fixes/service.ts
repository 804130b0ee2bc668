import { defineFix, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineFix({
    id: 'service-status',
    class: 'service',
    os: ['windows', 'macos', 'linux'],
    title: 'Is Zoom up? Look for an outage or maintenance of the part that fails',
    command: 'https://status.zoom.us',
    kind: 'check',
    admin: false,
    destructive: false,
    restart: false,
    undo: null,
    who: 'user',
    source: 'public troubleshooting guides',
  }),
  defineFix({
    id: 'service-wait',
    class: 'service',
    os: ['windows', 'macos', 'linux'],
    title: 'Wait some minutes, close and open Zoom, and try again: nothing on this device needs repair',
    command: null,
    kind: 'change',
    admin: false,
    destructive: false,
    restart: false,
    undo: 'Nothing to undo',
    who: 'user',
    source: 'Zoom SDK troubleshooting notes; public troubleshooting guides',
  }),
  defineFix({
    id: 'service-contact-zoom',
    class: 'service',
    os: ['windows', 'macos', 'linux'],
    title:
      'Contact Zoom support with the code, the time and the logs, encrypted ones included: only Zoom can read those',
    command: 'https://support.zoom.com',
    kind: 'change',
    admin: false,
    destructive: false,
    restart: false,
    undo: 'Nothing to undo',
    who: 'zoom',
    source: 'developers.zoom.us (encrypted logs); public troubleshooting guides',
  }),
];

export default fixes;
