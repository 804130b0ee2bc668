import type { Sibling } from './sibling.ts';

export default [
  {
    title: 'Windows: NXLog JSON lines, flat: Zoom.exe crashed, told by the message alone',
    evidence: {
      'nxlog.json': `${JSON.stringify({ EventTime: '2026-04-02 09:14:40', Hostname: 'DESK-7', EventType: 'ERROR', SeverityValue: 4, EventID: 1000, SourceName: 'Application Error', Channel: 'Application', Message: 'Faulting application name: Zoom.exe, version: 6.6.2.19111, time stamp: 0x67f0a1b2\r\nFaulting module name: examplecam.dll, version: 3.1.0.0, time stamp: 0x66f0a1b2\r\nException code: 0xc0000005\r\nFaulting application path: C:\\Program Files\\Zoom\\bin\\Zoom.exe', SourceModuleType: 'im_msvistalog' })}\n`,
    },
    top: { class: 'crash' },
    verdicts: { crash: ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: 'Windows: Velociraptor, a decimal problem: the camera is only unplugged (45)',
    evidence: {
      'rows.json': `${JSON.stringify({ EventTime: '2026-04-02T09:14:40Z', Computer: 'DESK-7', Channel: 'Microsoft-Windows-Kernel-PnP/Configuration', Provider: 'Microsoft-Windows-Kernel-PnP', EventID: 411, EventRecordID: 88, EventData: { DeviceInstanceId: 'USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000', ClassGuid: 'CA3E7AB9-B4C3-4AE6-8251-579EF933890F', ServiceName: 'usbvideo', Problem: 45, Status: 0 } })}\n`,
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'Windows: Chainsaw CSV, values of an event in one cell: another program crashed, Zoom lies beside it',
    evidence: {
      'sigma.csv':
        'timestamp,detections,path,count,Event.System.Provider,Event ID,Record ID,Computer,Event Data\n2026-04-02T09:14:40.118+00:00,Application crash,C:\\case\\Application.evtx,1,Application Error,1000,88,DESK-7,"AppName: ZoomText.exe\nAppPath: C:\\Program Files\\Freedom Scientific\\ZoomText\\ZoomText.exe\nModuleName: zoom.dll"\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'Windows: a table with chosen columns and no provider: AppLocker prevented Zoom.exe',
    evidence: {
      'applocker.txt':
        '\nTimeCreated           Id LevelDisplayName Message\n-----------           -- ---------------- -------\n4/2/2026 9:14:40 AM 8004 Error            %OSDRIVE%\\USERS\\USER\\APPDATA\\ROAMING\\ZOOM\\BIN\\ZOOM.EXE was prevented from running.\n4/2/2026 9:12:11 AM 8002 Information      %PROGRAMFILES%\\EXAMPLE\\EDITOR.EXE was allowed to run.\n\n',
    },
    top: { class: 'permissions' },
    exit: 1,
  },
  {
    title: 'Windows in German, a list without the provider: App Control would have kept Zoom.exe (3076, audit)',
    evidence: {
      'ci.txt':
        '\nTimeCreated : 02.04.2026 09:14:40\nId          : 3076\nMessage     : Code Integrity determined that a process (\\Device\\HarddiskVolume4\\Windows\\explorer.exe) attempted to load \\Device\\HarddiskVolume4\\Program Files\\Zoom\\bin\\Zoom.exe that did not meet the Enterprise signing level requirements or violated code integrity policy. However, due to code integrity auditing policy, the image was allowed to load.\n\n',
    },
    top: null,
    exit: [0, 3],
  },
] satisfies readonly Sibling[];
