import { defineChange, defineCheck, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'device-list-windows',
    class: 'device-usb',
    os: ['windows'],
    title: 'List the cameras and sound devices that Windows detects, with their problem codes',
    command:
      'Get-PnpDevice -PresentOnly -Class Camera, Image, MEDIA, AudioEndpoint | Format-Table Status, Problem, FriendlyName, InstanceId',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'device-history-windows',
    class: 'device-usb',
    os: ['windows'],
    title:
      'Show device events around the time of the failure (411 is a failed start, 420 a removal; 400 and 410 are routine)',
    command:
      "Get-WinEvent -FilterHashtable @{ LogName = 'Microsoft-Windows-Kernel-PnP/Configuration'; Id = 400, 410, 411, 420 } -MaxEvents 50 | Format-List TimeCreated, Id, Message",
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'device-holder-windows',
    class: 'device-usb',
    os: ['windows'],
    title:
      'Show which program is using the camera or microphone (its LastUsedTimeStop is 0; a crash can leave that behind)',
    command:
      'Get-ChildItem "HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam", "HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\microphone" -Recurse | Where-Object { $_.GetValue(\'LastUsedTimeStop\') -eq 0 } | Select-Object -ExpandProperty Name',
    source: 'Windows consent store; standard OS tool',
  }),
  defineCheck({
    id: 'device-list-macos',
    class: 'device-usb',
    os: ['macos'],
    title: 'List the USB devices, cameras and sound devices that macOS detects',
    command: 'system_profiler SPUSBDataType SPCameraDataType SPAudioDataType',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'device-list-linux',
    class: 'device-usb',
    os: ['linux'],
    title: 'List the USB devices, cameras and microphones that Linux detects',
    command: 'lsusb -t; v4l2-ctl --list-devices; pactl list short sources',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'device-holder-linux',
    class: 'device-usb',
    os: ['linux'],
    title: 'Show which program is using the camera',
    command: 'fuser -v /dev/video*',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'device-kernel-linux',
    class: 'device-usb',
    os: ['linux'],
    title:
      'Show kernel messages about the camera and its USB port (requires membership in the group adm or systemd-journal)',
    command: `journalctl -k -g 'uvcvideo|usb' -n 100 --no-pager`,
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'device-select-in-zoom',
    class: 'device-usb',
    os: ['windows', 'macos', 'linux'],
    title: 'Select the camera, microphone and speaker in Zoom > Settings > Video and Audio, then join a test meeting',
    command: 'https://zoom.us/test',
    undo: 'Select the previous devices in the same place',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'device-close-other-apps',
    class: 'device-usb',
    os: ['windows', 'macos', 'linux'],
    title: 'Quit every other program that uses the camera or microphone (Teams, OBS, browser tabs, recorders)',
    undo: 'Start them again after the meeting',
    source: 'pcyredes.com (common Zoom problems)',
  }),
  defineChange({
    id: 'device-plug-directly',
    class: 'device-usb',
    os: ['windows', 'macos', 'linux'],
    title:
      'Unplug the device, wait ten seconds, and plug it directly into the computer (if that helps, use a powered hub, another cable or another port, and give the camera its own port)',
    undo: 'Plug it back into the hub',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'device-enable-windows',
    class: 'device-usb',
    os: ['windows'],
    title: 'Enable a disabled device, problem code 22 (put in the InstanceId from the device list)',
    command: "Enable-PnpDevice -InstanceId '<InstanceId printed above>' -Confirm",
    undo: "Disable-PnpDevice -InstanceId '<the same InstanceId>' -Confirm",
    who: 'local-admin',
    source: 'Windows device problem codes; standard OS tool',
  }),
  defineChange({
    id: 'device-rescan-windows',
    class: 'device-usb',
    os: ['windows'],
    title: 'Make Windows scan for devices again',
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
      "Install the device manufacturer's driver, for problem codes 10, 28, 31, 37, 39, 43 and 52 (Device Manager > the device > Update driver)",
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
    title: "Restart the user's sound services (all sound stops for a moment)",
    command: 'systemctl --user try-restart pipewire wireplumber pulseaudio',
    undo: 'Nothing to undo: the services are running again',
    source: 'standard OS tool',
  }),
];

export default fixes;
