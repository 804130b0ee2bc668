import { defineChange, defineCheck, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'crash-events-windows',
    class: 'crash',
    os: ['windows'],
    title: 'Show which module crashed Zoom (often a camera, graphics or security component)',
    command:
      "Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = 'Application Error' } -MaxEvents 200 | Where-Object Message -match 'Zoom\\.exe' | Format-List TimeCreated, Message",
    source: 'Windows event 1000; standard OS tool',
  }),
  defineCheck({
    id: 'crash-reports-macos',
    class: 'crash',
    os: ['macos'],
    title: "List Zoom's crash reports (newest first)",
    command: 'ls -lt ~/Library/Logs/DiagnosticReports/ | grep -i zoom.us',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'crash-reports-linux',
    class: 'crash',
    os: ['linux'],
    title: 'List the Zoom crashes that the system recorded',
    command: 'coredumpctl --no-pager list zoom; ls -lt ~/.zoom/logs/*.dmp',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'crash-disable-virtual-camera',
    class: 'crash',
    os: ['windows', 'macos', 'linux'],
    title: 'Turn off virtual cameras and the program named in the crash report, then try Zoom again',
    undo: 'Turn them on again',
    source: 'public Zoom crash report (a virtual camera inside quartz.dll)',
  }),
  defineChange({
    id: 'crash-update-graphics',
    class: 'crash',
    os: ['windows', 'macos', 'linux'],
    title:
      'Install the latest graphics driver or system update (if the report names a graphics module or the GPU process)',
    restart: true,
    undo: 'Roll back the driver or the update in the system settings',
    who: 'local-admin',
    source: 'captured Linux logs; Windows event 1000',
  }),
  defineChange({
    id: 'crash-send-report',
    class: 'crash',
    os: ['windows', 'macos', 'linux'],
    title: 'Send Zoom the crash report and the time of the crash',
    command: 'https://support.zoom.com',
    undo: 'Nothing to undo',
    who: 'zoom',
    source: 'support.zoom.com',
  }),
];

export default fixes;
