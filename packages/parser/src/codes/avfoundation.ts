import { symbolTable } from './table.ts';

/** Errors of cameras and microphones on macOS. */
const codes = symbolTable(
  {
    namespace: 'avfoundation',
    source: 'macOS, AVError.h',
    confidence: 'high',
    os: ['macos'],
    prefix: /^AVError/,
  },
  [
    [-11803, 'AVErrorSessionNotRunning', null, 'the session is not running'],
    [-11804, 'AVErrorDeviceAlreadyUsedByAnotherSession', 'device-usb', 'another session uses the device'],
    [-11805, 'AVErrorNoDataCaptured', 'device-usb', 'the device delivered nothing'],
    [-11806, 'AVErrorSessionConfigurationChanged', null, 'the session was changed'],
    [-11807, 'AVErrorDiskFull', null, 'the disk is full'],
    [-11808, 'AVErrorDeviceWasDisconnected', 'device-usb', 'the device was unplugged'],
    [-11814, 'AVErrorDeviceNotConnected', 'device-usb', 'the device is not connected'],
    [-11815, 'AVErrorDeviceInUseByAnotherApplication', 'device-usb', 'another program uses the device'],
    [
      -11817,
      'AVErrorDeviceLockedForConfigurationByAnotherProcess',
      'device-usb',
      'another program has locked the device',
    ],
    [-11818, 'AVErrorSessionWasInterrupted', 'device-usb', 'the session was interrupted'],
    [-11819, 'AVErrorMediaServicesWereReset', 'device-usb', 'the media services were restarted'],
    [-11836, 'AVErrorApplicationIsNotAuthorized', 'permissions', 'the program may not use the device'],
  ],
);

export default codes;
