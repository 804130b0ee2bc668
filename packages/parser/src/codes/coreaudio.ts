import { symbolTable } from './table.ts';

/** Errors of sound devices on macOS: four letters read as one number. */
const codes = symbolTable(
  {
    namespace: 'coreaudio',
    source: 'macOS, AudioHardwareBase.h',
    confidence: 'high',
    os: ['macos'],
    prefix: /^kAudio(Hardware|Device)/,
  },
  [
    [1937010544, 'kAudioHardwareNotRunningError', 'device-usb', 'the sound device is not running'],
    [2003329396, 'kAudioHardwareUnspecifiedError', null, 'not specified'],
    [2003332927, 'kAudioHardwareUnknownPropertyError', null, 'a property that is not known'],
    [561211770, 'kAudioHardwareBadPropertySizeError', null, 'a property of the wrong size'],
    [
      1852797029,
      'kAudioHardwareIllegalOperationError',
      'permissions',
      'not allowed; also what a missing permission for system sound looks like',
    ],
    [560947818, 'kAudioHardwareBadObjectError', 'device-usb', 'no such sound object'],
    [560227702, 'kAudioHardwareBadDeviceError', 'device-usb', 'the sound device is gone'],
    [561214578, 'kAudioHardwareBadStreamError', 'device-usb', 'no such sound stream'],
    [1970171760, 'kAudioHardwareUnsupportedOperationError', null, 'not supported'],
    [1852990585, 'kAudioHardwareNotReadyError', 'device-usb', 'the sound device is not ready'],
    [560226676, 'kAudioDeviceUnsupportedFormatError', 'device-usb', 'the sound device does not take this format'],
    [
      560492391,
      'kAudioDevicePermissionsError',
      'permissions',
      'another program has the sound device to itself, or this one may not use it',
    ],
  ],
);

export default codes;
