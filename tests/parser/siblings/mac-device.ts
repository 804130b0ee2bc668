import { asJson, asSyslog, columns, shown } from './apple-lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const port = (name: string, what: string): string => `${name}: AppleUSBHostPort::${what}`;

export default [
  {
    title: 'macOS: the port of the webcam reports too much current',
    evidence: {
      'log-show.ndjson':
        asJson(
          '08:00:00.000000',
          '/kernel',
          port(
            'HS04@14400000',
            'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00aa/0100 (Example Webcam Pro / 3) at 480 Mbps',
          ),
        ) +
        asJson(
          '08:20:10.000000',
          '/kernel',
          port('HS04@14400000', 'interruptOccurred: overcurrent detected with port status 0x4000'),
        ) +
        '{"count":2,"finished":1}\n',
    },
    top: { class: 'device-usb' },
    exit: 1,
  },
  {
    title: 'macOS: the port of a keyboard gives up beside a camera that works',
    evidence: {
      'log-show.txt':
        columns +
        shown(
          '08:00:00.000101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) ${port('HS04@14400000', 'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00aa/0100 (Example Webcam Pro / 3) at 480 Mbps')}`,
        ) +
        shown(
          '08:00:00.400101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) ${port('HS02@14200000', 'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00bb/0100 (Example Keyboard / 4) at 12 Mbps')}`,
        ) +
        shown(
          '09:10:00.000101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) ${port('HS02@14200000', 'terminateDevice: destroying 0x1234/00bb/0100 (Example Keyboard): connect change interrupt')}`,
        ) +
        shown(
          '09:10:04.000101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) ${port('HS02@14200000', 'disconnect: persistent enumeration failures')}`,
        ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS, syslog style: the headset gives up on its port; it worked again later',
    evidence: {
      'usb.txt':
        asSyslog(
          '10:00:00.000000',
          'kernel[0]',
          `(IOUSBHostFamily) 000645.113 ${port('AppleUSB20HubPort@14420000', 'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00cc/0200 (Example USB Headset) at 12 Mbps')}`,
        ) +
        asSyslog(
          '10:30:00.000000',
          'kernel[0]',
          `(IOUSBHostFamily) 002445.113 ${port('AppleUSB20HubPort@14420000', 'disconnect: persistent enumeration failures')}`,
        ) +
        asSyslog(
          '10:44:00.000000',
          'kernel[0]',
          `(IOUSBHostFamily) 003285.113 ${port('AppleUSB20HubPort@14420000', 'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00cc/0200 (Example USB Headset) at 12 Mbps')}`,
        ),
    },
    verdicts: { 'device-usb': unproved },
    exit: 0,
  },
  {
    title: 'macOS: a helper program speaks of enumeration failures; the kernel does not',
    evidence: {
      'console.txt':
        `default\t15:10:00.100000+0100\tusbwatch\t${port('HS04@14400000', 'disconnect: persistent enumeration failures')}\n` +
        'default\t15:10:01.100000+0100\tusbwatch\tcopied the line above to the clipboard\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS: the webcam leaves its port and cannot be addressed there any more',
    evidence: {
      'log-show.txt':
        columns +
        shown(
          '08:00:00.000101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) [com.apple.usb:device] ${port('HS04@14400000', 'enumerateDeviceComplete_block_invoke: enumerated 0x1234/00aa/0100 (Example UVC Camera / 3) at 480 Mbps')}`,
        ) +
        shown(
          '08:44:00.000101',
          'Default',
          0,
          'kernel',
          `(IOUSBHostFamily) [com.apple.usb:device] ${port('HS04@14400000', 'terminateDevice: destroying 0x1234/00aa/0100 (Example UVC Camera): connect change interrupt')}`,
        ) +
        shown(
          '08:44:05.000101',
          'Error',
          0,
          'kernel',
          `(IOUSBHostFamily) [com.apple.usb:device] HS04@14400000: AppleUSB20HubPort::resetAndCreateDevice: failed to address device, disabling port`,
        ),
    },
    top: { class: 'device-usb', confidence: ['medium', 'low'] },
    exit: 1,
  },
] satisfies readonly Sibling[];
