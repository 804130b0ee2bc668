import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { copiedEvent, jsonEvent, windowsEventHits, windowsEventPositional } from '../../wordings/samples.ts';
import { werReport } from '../../wordings/wer-report.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';
import { ownInstallation, zoomProgramOrPart } from '../../zoom-identity.ts';

const reported: Pattern['fields'] = {
  data6: zoomProgramOrPart,
  data3: ['APPCRASH', 'BEX', 'BEX64', 'MoAppCrash'],
  eventid: [1001],
};

const reportMessage =
  'Fault bucket , type 0\nEvent Name: APPCRASH\nResponse: Not available\n\nProblem signature:\nP1: Zoom.exe\nP2: 6.2.5.48876';

export default defineFailure({
  id: 'client-crashed-windows',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A Zoom crash was recorded',
  cause: 'Zoom ended on an unhandled error; if the record names a module, the error occurred there.',
  remedy:
    'Look at the faulting module: update or remove the software it belongs to (camera software, graphics driver, antivirus), then update Zoom.',
  subject: { kind: 'library', fields: ['modulename', 'data4'] },
  match: [
    {
      has: 'zoom',
      fields: { data1: zoomProgramOrPart, eventid: [1000] },
      text: ownInstallation,
      formats: ['windows-events'],
      layout: 'captured',
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
      ],
    },
    {
      has: 'zoom',
      fields: { appname: zoomProgramOrPart, eventid: [1000], provider: /Application Error$/ },
      text: ownInstallation,
      formats: windowsEventFormats,
      layout: 'documented',
      see: [references.applicationError],
      hits: windowsEventHits(
        'Application Error',
        1000,
        { AppName: 'Zoom.exe', AppVersion: '6.2.5.48876', ModuleName: 'vcam.dll', ExceptionCode: 'c0000005' },
        'Faulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa\nFaulting module name: vcam.dll, version: 1.2.0.0, time stamp: 0x5c5c5c5c\nException code: 0xc0000005',
      ),
    },
    {
      has: '<CrashRpt',
      fields: { program: ['zoom'] },
      formats: ['crashrpt'],
      layout: 'documented',
      see: [references.crashRpt],
      hits: [
        '<CrashRpt version="1403"><AppName>Zoom</AppName><AppVersion>6.2.5.48876</AppVersion><ExceptionModule>C:\\Windows\\System32\\quartz.dll</ExceptionModule></CrashRpt>',
      ],
    },
    {
      has: 'EventType=',
      fields: { program: zoomProgramOrPart, kind: ['APPCRASH', 'BEX', 'BEX64', 'MoAppCrash'] },
      text: ownInstallation,
      formats: ['report-wer'],
      layout: 'documented',
      see: [references.reportWer],
      hits: [werReport('APPCRASH', 'Zoom.exe', 'C:\\Program Files\\Zoom\\bin\\Zoom.exe')],
    },
    // The report that follows a crash names the program in its sixth value. A hang (AppHangB1) is not a crash.
    {
      has: 'zoom',
      fields: reported,
      formats: ['windows-events'],
      layout: 'captured',
      strength: 'strong',
      hits: [
        windowsEventPositional('Windows Error Reporting', 1001, [
          '',
          '0',
          'APPCRASH',
          'Not available',
          '0',
          'Zoom.exe',
          '6.2.5.48876',
        ]),
      ],
    },
    {
      has: 'zoom',
      fields: reported,
      formats: ['windows-events-text', 'windows-events-json'],
      layout: 'documented',
      see: [references.errorReportText, references.errorReportEvent],
      strength: 'strong',
      hits: [
        copiedEvent('Windows Error Reporting', 1001, reportMessage),
        jsonEvent('Windows Error Reporting', 1001, reportMessage),
      ],
    },
  ],
  explains: ['crash-dump'],
  fixes: [
    'crash-events-windows',
    'crash-disable-virtual-camera',
    'crash-update-graphics',
    'install-update-zoom',
    'crash-send-report',
  ],
  misses: [
    { text: werReport('APPCRASH', 'Zoom.exe', 'D:\\Games\\Zoom\\Zoom.exe'), why: 'a program of another maker' },
    { text: werReport('AppHangB1', 'Zoom.exe', 'C:\\Program Files\\Zoom\\bin\\Zoom.exe'), why: 'it hung' },
    {
      text: windowsEventPositional('Application Error', 1000, [
        'Zoom.exe',
        '1.1',
        '0',
        'example.dll',
        '1.0',
        '0',
        'c0000005',
        '0',
        '0x1f40',
        '0',
        'D:\\Games\\Zoom\\Zoom.exe',
      ]),
      why: 'a program of another maker, by its folder',
    },
    {
      text: windowsEventPositional('Application Error', 1000, ['ZoomText.exe', '1.0', '0', 'a.dll']),
      why: 'another program with zoom in its name',
    },
    {
      text: windowsEventPositional('Windows Error Reporting', 1001, ['', '0', 'APPCRASH', 'n/a', '0', 'mail.exe']),
      why: 'another program',
    },
    {
      text: '<CrashRpt version="1403"><AppName>Example</AppName><ImageName>C:\\Example\\a.exe</ImageName></CrashRpt>',
      why: 'another program that reports its crashes the same way',
    },
  ],
});
