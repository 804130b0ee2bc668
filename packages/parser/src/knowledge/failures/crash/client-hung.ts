import { defineFailure } from '../../../define.ts';
import { copiedEvent, jsonEvent, windowsEventPositional } from '../../wordings/samples.ts';
import { werReport } from '../../wordings/wer-report.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';
import { ownInstallation, zoomProgramOrPart } from '../../zoom-identity.ts';

const message =
  'The program Zoom.exe version 6.2.5.48876 stopped interacting with Windows and was closed. To see if more information about the problem is available, check the problem history in the Security and Maintenance control panel.';

const hangs = ['AppHangB1', 'AppHangXProcB1', 'AppHangTransient', 'MoAppHang', 'MoAppHangXProc'];
const report =
  'Fault bucket , type 0\nEvent Name: AppHangB1\nResponse: Not available\n\nProblem signature:\nP1: Zoom.exe\nP2: 6.2.5.48876';

export default defineFailure({
  id: 'client-hung',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Zoom no longer answered and was closed',
  cause: 'Windows recorded that the program stopped answering; the user or Windows then closed it.',
  remedy:
    'Update Zoom and the graphics driver; if it recurs, look for camera or security software that hooks into Zoom.',
  match: [
    {
      has: 'zoom',
      fields: { data1: zoomProgramOrPart, eventid: [1002], provider: /Application Hang$/ },
      formats: ['windows-events'],
      layout: 'constructed',
      hits: [windowsEventPositional('Application Hang', 1002, ['Zoom.exe', '6.2.5.48876', '2d40', '0'])],
    },
    {
      has: 'zoom',
      text: /(?:^|[\s"])(?:Zoom|ZoomWebviewHost|zWebview2Agent)\.exe\b/i,
      fields: { eventid: [1002], provider: /Application Hang$/ },
      formats: ['windows-events-text', 'windows-events-json'],
      layout: 'constructed',
      hits: [copiedEvent('Application Hang', 1002, message), jsonEvent('Application Hang', 1002, message)],
    },
    {
      has: 'EventType=',
      fields: { program: zoomProgramOrPart, kind: hangs },
      text: ownInstallation,
      formats: ['report-wer'],
      layout: 'constructed',
      hits: [werReport('AppHangB1', 'Zoom.exe', 'C:\\Program Files\\Zoom\\bin\\Zoom.exe')],
    },
    // The report that follows names the program in its sixth value.
    {
      has: 'zoom',
      fields: { data6: zoomProgramOrPart, data3: hangs, eventid: [1001] },
      formats: windowsEventFormats,
      layout: 'constructed',
      strength: 'strong',
      hits: [
        windowsEventPositional('Windows Error Reporting', 1001, ['', '0', 'AppHangB1', 'n/a', '0', 'Zoom.exe']),
        copiedEvent('Windows Error Reporting', 1001, report),
        jsonEvent('Windows Error Reporting', 1001, report),
      ],
    },
  ],
  fixes: ['crash-events-windows', 'crash-disable-virtual-camera', 'crash-update-graphics', 'install-update-zoom'],
  misses: [
    {
      text: windowsEventPositional('Application Hang', 1002, ['ZoomText.exe', '1.0', '1', '0']),
      why: 'another program with zoom in its name',
    },
    { text: windowsEventPositional('Application Hang', 1002, ['mail.exe', '1.0', '1', '0']), why: 'another program' },
  ],
});
