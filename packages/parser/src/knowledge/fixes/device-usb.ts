import { defineChange, defineCheck, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'device-list-windows',
    class: 'device-usb',
    os: ['windows'],
    title: 'Which cameras and sound devices does Windows see, and with which problem code?',
    command:
      'Get-PnpDevice -PresentOnly -Class Camera, Image, MEDIA, AudioEndpoint | Format-Table Status, Problem, FriendlyName, InstanceId',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'device-history-windows',
    class: 'device-usb',
    os: ['windows'],
    title:
      'What happened to devices around the failure? (411 is a failed start, 420 a removal; 400 and 410 are routine)',
    command:
      "Get-WinEvent -FilterHashtable @{ LogName = 'Microsoft-Windows-Kernel-PnP/Configuration'; Id = 400, 410, 411, 420 } -MaxEvents 50 | Format-List TimeCreated, Id, Message",
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'device-holder-windows',
    class: 'device-usb',
    os: ['windows'],
    title:
      'Which program holds the camera or the microphone now? (a LastUsedTimeStop of 0; a crash can leave it behind)',
    command:
      'Get-ChildItem "HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam", "HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\microphone" -Recurse | Where-Object { $_.GetValue(\'LastUsedTimeStop\') -eq 0 } | Select-Object -ExpandProperty Name',
    source: 'Windows consent store; standard OS tool',
  }),
  defineCheck({
    id: 'device-list-macos',
    class: 'device-usb',
    os: ['macos'],
    title: 'Which USB devices, cameras and sound devices does macOS see?',
    command: 'system_profiler SPUSBDataType SPCameraDataType SPAudioDataType',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'device-list-linux',
    class: 'device-usb',
    os: ['linux'],
    title: 'Which USB devices, cameras and microphones does Linux see?',
    command: 'lsusb -t; v4l2-ctl --list-devices; pactl list short sources',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'device-holder-linux',
    class: 'device-usb',
    os: ['linux'],
    title: 'Which program holds the camera now?',
    command: 'fuser -v /dev/video*',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'device-kernel-linux',
    class: 'device-usb',
    os: ['linux'],
    title: 'What did the kernel say of the camera and its USB port?',
    command: `journalctl -k -g 'uvcvideo|usb' -n 100 --no-pager`,
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'device-select-in-zoom',
    class: 'device-usb',
    os: ['windows', 'macos', 'linux'],
    title: 'Choose the camera, microphone and speaker in Zoom > Settings > Video and Audio, then try a test meeting',
    command: 'https://zoom.us/test',
    undo: 'Choose the former device in the same place',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'device-close-other-apps',
    class: 'device-usb',
    os: ['windows', 'macos', 'linux'],
    title: 'Quit every other program that uses the camera or microphone: Teams, OBS, browser tabs, a recorder',
    undo: 'Start them again after the meeting',
    source: 'pcyredes.com (common Zoom problems)',
  }),
  defineChange({
    id: 'device-plug-directly',
    class: 'device-usb',
    os: ['windows', 'macos', 'linux'],
    title:
      'Unplug the device, wait ten seconds, plug it straight into the computer; if that helps, use a powered hub, another cable or another port, with the camera on a port of its own',
    undo: 'Plug it back into the hub',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'device-enable-windows',
    class: 'device-usb',
    os: ['windows'],
    title: 'Enable a device that someone disabled, problem code 22 (put in the InstanceId that the list printed)',
    command: "Enable-PnpDevice -InstanceId '<InstanceId printed above>' -Confirm",
    undo: "Disable-PnpDevice -InstanceId '<the same InstanceId>' -Confirm",
    who: 'local-admin',
    source: 'Windows device problem codes; standard OS tool',
  }),
  defineChange({
    id: 'device-rescan-windows',
    class: 'device-usb',
    os: ['windows'],
    title: 'Have Windows look for devices again',
    command: 'pnputil /scan-devices',
    undo: 'Nothing to undo: nothing is removed',
    who: 'local-admin',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'device-update-driver-windows',
    class: 'device-usb',
    os: ['windows'],
    title:
      "Install the device maker's driver, for problem codes 10, 28, 31, 37, 39, 43 and 52 (Device Manager > the device > Update driver)",
    command: 'devmgmt.msc',
    restart: true,
    undo: 'Device Manager > the device > Driver > Roll Back Driver',
    who: 'local-admin',
    source: 'Windows device problem codes',
  }),
  defineChange({
    id: 'device-restart-audio-linux',
    class: 'device-usb',
    os: ['linux'],
    title: "Restart the user's sound services; every program's sound stops for a moment",
    command: 'systemctl --user try-restart pipewire wireplumber pulseaudio',
    undo: 'Nothing to undo: the services run again',
    source: 'standard OS tool',
  }),
];

export default fixes;
