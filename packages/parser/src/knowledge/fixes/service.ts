import { defineChange, defineCheck, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'service-status',
    class: 'service',
    os: ['windows', 'macos', 'linux'],
    title: 'Is Zoom up? Look for an outage or maintenance of the part that fails',
    command: 'https://status.zoom.us',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'service-wait',
    class: 'service',
    os: ['windows', 'macos', 'linux'],
    title: 'Wait some minutes, close and open Zoom, and try again: nothing on this device needs repair',
    undo: 'Nothing to undo',
    source: 'Zoom SDK troubleshooting notes; public troubleshooting guides',
  }),
  defineChange({
    id: 'service-contact-zoom',
    class: 'service',
    os: ['windows', 'macos', 'linux'],
    title:
      'Contact Zoom support with the code, the time and the logs, encrypted ones included: only Zoom can read those',
    command: 'https://support.zoom.com',
    undo: 'Nothing to undo',
    who: 'zoom',
    source: 'developers.zoom.us (encrypted logs); public troubleshooting guides',
  }),
];

export default fixes;
