import { defineFailure } from '../../define.ts';
import { windowsEvent, windowsEventPositional } from '../../samples.ts';

export default defineFailure({
  id: 'client-crashed-windows',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Windows recorded a crash of Zoom',
  cause: 'Zoom ended on an error that it did not catch; the event names the module in which it happened.',
  remedy:
    'Look at the faulting module: update or remove what it belongs to (camera software, graphics driver, antivirus), then update Zoom.',
  formats: ['windows-events'],
  match: [
    {
      has: 'Application Error',
      fields: { eventid: [1000], data1: /^Zoom(?:WebviewHost)?\.exe$/i },
      layout: 'documented',
    },
    {
      has: 'Application Error',
      fields: { eventid: [1000], appname: /^Zoom(?:WebviewHost)?\.exe$/i },
      layout: 'documented',
    },
  ],
  fixes: [
    'crash-events-windows',
    'crash-disable-virtual-camera',
    'crash-update-graphics',
    'install-update-zoom',
    'crash-send-report',
  ],
  hits: [
    windowsEventPositional('Application Error', 1000, [
      'Zoom.exe',
      '6.2.5.48876',
      '6706f0aa',
      'quartz.dll',
      '10.0.22621.1',
      '5c5c5c5c',
      'c0000005',
      '00012345',
      '0x1f40',
    ]),
    windowsEvent('Application Error', 1000, {
      AppName: 'Zoom.exe',
      AppVersion: '6.2.5.48876',
      ModuleName: 'vcam.dll',
      ExceptionCode: 'c0000005',
    }),
  ],
  misses: [
    {
      text: windowsEventPositional('Application Error', 1000, ['ZoomText.exe', '1.0', '0', 'a.dll']),
      why: 'another program with zoom in its name',
    },
    {
      text: windowsEventPositional('Windows Error Reporting', 1001, ['', '0', 'APPCRASH', 'Zoom.exe']),
      why: 'the report about a crash, not the crash',
    },
  ],
});
