import { symbolTable } from './table.ts';

/** Errors of cameras and microphones under Windows Media Foundation; the rest of its errors say nothing of a device. */
const codes = symbolTable(
  {
    namespace: 'media-foundation',
    source: 'Windows SDK, mferror.h',
    confidence: 'high',
    os: ['windows'],
    prefix: /^MF_E_/,
  },
  [
    ['0xC00D36B4', 'MF_E_INVALIDMEDIATYPE', 'device-usb', 'the camera does not take this picture format'],
    ['0xC00D36D5', 'MF_E_NOT_FOUND', 'device-usb', 'the camera, or what was asked of it, was not found'],
    ['0xC00D36D6', 'MF_E_NOT_AVAILABLE', 'device-usb', 'not available'],
    [
      '0xC00D3704',
      'MF_E_HW_MFT_FAILED_START_STREAMING',
      'device-usb',
      'the camera did not start: in use, blocked, or short of USB bandwidth',
    ],
    ['0xC00D3E85', 'MF_E_SHUTDOWN', 'device-usb', 'the camera was shut down'],
    ['0xC00D3E98', 'MF_E_UNSUPPORTED_FORMAT', 'device-usb', 'the camera does not take this format'],
    ['0xC00D3E9F', 'MF_E_NO_AUDIO_RECORDING_DEVICE', 'device-usb', 'there is no microphone'],
    ['0xC00D3EA0', 'MF_E_AUDIO_RECORDING_DEVICE_IN_USE', 'device-usb', 'another program holds the microphone'],
    ['0xC00D3EA1', 'MF_E_AUDIO_RECORDING_DEVICE_INVALIDATED', 'device-usb', 'the microphone is gone'],
    ['0xC00D3EA2', 'MF_E_VIDEO_RECORDING_DEVICE_INVALIDATED', 'device-usb', 'the camera was unplugged or reset in use'],
    ['0xC00D3EA3', 'MF_E_VIDEO_RECORDING_DEVICE_PREEMPTED', 'device-usb', 'another program took the camera'],
    ['0xC00D4E24', 'MF_E_VIDEO_DEVICE_LOCKED', 'device-usb', 'the video device is locked'],
    ['0xC00D4E25', 'MF_E_NEW_VIDEO_DEVICE', 'device-usb', 'a new video device appeared'],
    ['0xC00D4E84', 'MF_E_NO_AUDIO_PLAYBACK_DEVICE', 'device-usb', 'there is no speaker'],
    ['0xC00D4E85', 'MF_E_AUDIO_PLAYBACK_DEVICE_IN_USE', 'device-usb', 'another program holds the speaker'],
    ['0xC00D4E86', 'MF_E_AUDIO_PLAYBACK_DEVICE_INVALIDATED', 'device-usb', 'the speaker is gone'],
    ['0xC00DABE0', 'MF_E_NO_CAPTURE_DEVICES_AVAILABLE', 'device-usb', 'there is no camera or microphone'],
    ['0xC00DABE7', 'MF_E_CAPTURE_SOURCE_NO_VIDEO_STREAM_PRESENT', 'device-usb', 'the source has no video stream'],
    ['0xC00DABE8', 'MF_E_CAPTURE_SOURCE_NO_AUDIO_STREAM_PRESENT', 'device-usb', 'the source has no audio stream'],
    [
      '0xC00DABED',
      'MF_E_UNSUPPORTED_CAPTURE_DEVICE_PRESENT',
      'device-usb',
      'a capture device that is not supported is present',
    ],
  ],
);

export default codes;
