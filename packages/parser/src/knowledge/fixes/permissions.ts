import { defineChange, defineCheck, defineLastResort, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'permission-read-windows',
    class: 'permissions',
    os: ['windows'],
    title:
      'Show which apps may use the camera and microphone (Deny on the device, on all apps, or on "NonPackaged" = desktop apps blocks Zoom)',
    command:
      "'HKCU', 'HKLM' | ForEach-Object { $hive = $_; 'webcam', 'microphone' | ForEach-Object { reg query \"$hive\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\$_\" /s } }",
    source: 'Windows consent store; standard OS tool',
  }),
  defineCheck({
    id: 'permission-log-macos',
    class: 'permissions',
    os: ['macos'],
    title: 'Show how macOS answered when Zoom requested the camera, microphone or screen (authValue=0 is a denial)',
    command: `log show --last 1h --info --style compact --predicate 'process == "tccd"' | grep -E 'us\\.zoom\\.xos|AUTHREQ_RESULT'`,
    who: 'local-admin',
    source: 'macOS unified log (an account of the admin group may read it); standard OS tool',
  }),
  defineCheck({
    id: 'permission-groups-linux',
    class: 'permissions',
    os: ['linux'],
    title: 'Show whether this user may open the camera and sound devices',
    command: 'id -nG; ls -l /dev/video* /dev/snd/; getfacl -p /dev/video0',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'permission-sandbox-linux',
    class: 'permissions',
    os: ['linux'],
    title: 'Show what the Zoom snap or Flatpak may use',
    command:
      'snap connections zoom-client; flatpak info --show-permissions us.zoom.Zoom; flatpak override --show us.zoom.Zoom',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'permission-denials-linux',
    class: 'permissions',
    os: ['linux'],
    title:
      'Show whether AppArmor or SELinux denied Zoom the camera, sound or screen (needs the group adm or systemd-journal)',
    command: `journalctl -k -g 'apparmor="DENIED"|avc: +denied' -n 50 --no-pager`,
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'permission-allow-camera-windows',
    class: 'permissions',
    os: ['windows'],
    title: 'Turn on camera access, for apps and for desktop apps',
    command: 'start ms-settings:privacy-webcam',
    undo: 'Turn it off on the same page',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'permission-allow-microphone-windows',
    class: 'permissions',
    os: ['windows'],
    title: 'Turn on microphone access, for apps and for desktop apps',
    command: 'start ms-settings:privacy-microphone',
    undo: 'Turn it off on the same page',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'permission-allow-camera-macos',
    class: 'permissions',
    os: ['macos'],
    title: 'Turn on zoom.us under Camera, then quit and reopen Zoom',
    command: 'open "x-apple.systempreferences:com.apple.preference.security?Privacy_Camera"',
    undo: 'Turn zoom.us off on the same page',
    source: 'docam.io (webcam permissions on the Mac)',
  }),
  defineChange({
    id: 'permission-allow-microphone-macos',
    class: 'permissions',
    os: ['macos'],
    title: 'Turn on zoom.us under Microphone, then quit and reopen Zoom',
    command: 'open "x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone"',
    undo: 'Turn zoom.us off on the same page',
    source: 'docam.io (webcam permissions on the Mac)',
  }),
  defineChange({
    id: 'permission-allow-screen-macos',
    class: 'permissions',
    os: ['macos'],
    title:
      'Turn on zoom.us under Screen & System Audio Recording, then quit and reopen Zoom (if it is on and still denied, remove it with - and add it with +)',
    command: 'open "x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture"',
    undo: 'Turn zoom.us off on the same page',
    who: 'local-admin',
    source: 'macOS privacy settings',
  }),
  defineChange({
    id: 'permission-connect-snap',
    class: 'permissions',
    os: ['linux'],
    title: "Connect the Zoom snap's camera and microphone plugs",
    command: 'sudo snap connect zoom-client:camera; sudo snap connect zoom-client:audio-record',
    undo: 'sudo snap disconnect zoom-client:camera; sudo snap disconnect zoom-client:audio-record',
    who: 'local-admin',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'permission-join-groups-linux',
    class: 'permissions',
    os: ['linux'],
    title: 'Add this user to the groups that own the camera and sound devices, then sign out and in again',
    command: 'sudo usermod -aG video,audio "$USER"',
    undo: 'sudo gpasswd -d "$USER" video; sudo gpasswd -d "$USER" audio',
    who: 'local-admin',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'permission-install-portal-linux',
    class: 'permissions',
    os: ['linux'],
    title:
      'Install the screen-sharing backend for this desktop (xdg-desktop-portal-gnome, -kde or -wlr), then sign out and in again',
    undo: 'Remove the package again',
    who: 'local-admin',
    source: 'xdg-desktop-portal: no backend, no screen share',
  }),
  defineChange({
    id: 'permission-ask-management',
    class: 'permissions',
    os: ['windows', 'macos', 'linux'],
    title:
      'Ask device management to allow Zoom the camera, microphone or screen (a policy decides, and no setting on the device overrides it)',
    undo: 'Device management withdraws the policy',
    who: 'device-management',
    source: 'macOS privacy decisions with reason 6 or 7; Windows group policy',
  }),
  defineLastResort({
    id: 'permission-reset-camera-macos',
    class: 'permissions',
    os: ['macos'],
    title:
      'Reset the camera permission for Zoom only, at the Mac itself and while zoom.us is installed (then open Zoom and allow access when asked)',
    command: 'tccutil reset Camera us.zoom.xos',
    undo: 'Answer the new prompt as before',
    source: 'docam.io (webcam permissions on the Mac); jetforme.org (TCC)',
  }),
  defineLastResort({
    id: 'permission-reset-microphone-macos',
    class: 'permissions',
    os: ['macos'],
    title:
      'Reset the microphone permission for Zoom only, at the Mac itself and while zoom.us is installed (then open Zoom and allow access when asked)',
    command: 'tccutil reset Microphone us.zoom.xos',
    undo: 'Answer the new prompt as before',
    source: 'public troubleshooting guides; jetforme.org (TCC)',
  }),
  defineLastResort({
    id: 'permission-reset-screen-macos',
    class: 'permissions',
    os: ['macos'],
    title:
      'Reset the screen recording permission for Zoom only (it may show as on and still be denied), then share again and allow access',
    command: 'tccutil reset ScreenCapture us.zoom.xos',
    undo: 'Answer the new prompt as before',
    source: 'macOS privacy settings; jetforme.org (TCC)',
  }),
];

export default fixes;
