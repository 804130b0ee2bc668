import { defineChange, defineCheck, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'service-status',
    class: 'service',
    os: ['windows', 'macos', 'linux'],
    title: "Check Zoom's status page for an outage or maintenance of the affected service",
    command: 'https://status.zoom.us',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'service-wait',
    class: 'service',
    os: ['windows', 'macos', 'linux'],
    title: 'Wait a few minutes, restart Zoom, and try again (nothing on this device needs repair)',
    undo: 'Nothing to undo',
    source: 'Zoom SDK troubleshooting notes; public troubleshooting guides',
  }),
  defineChange({
    id: 'service-contact-zoom',
    class: 'service',
    os: ['windows', 'macos', 'linux'],
    title:
      'Contact Zoom support with the code, the time and the logs, including encrypted ones (only Zoom can open those)',
    command: 'https://support.zoom.com',
    undo: 'Nothing to undo',
    who: 'zoom',
    source: 'developers.zoom.us (encrypted logs); public troubleshooting guides',
  }),
];

export default fixes;
