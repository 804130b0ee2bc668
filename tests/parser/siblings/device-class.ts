import { events, pnpProblem } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const camera = 'ca3e7ab9-b4c3-4ae6-8251-579ef933890f';
const media = '4d36e96c-e325-11ce-bfc1-08002be10318';
const setup = (device: string, inf: string, service: string, problem: string): string =>
  `[Device Install Log]\n     OS Version = 10.0.26200\n     Architecture = amd64\n\n[BeginLog]\n\n[Boot Session: 2026/03/18 07:01:12.500]\n\n>>>  [Device Install (Hardware initiated) - ${device}]\n>>>  Section start 2026/03/18 08:14:02.101\n     dvi: {Plug and Play Service: Device Install for ${device}}\n     dvi:           InfName      - C:\\Windows\\System32\\DriverStore\\FileRepository\\${inf}\n     dvi:           Service      - ${service}\n!!!  dvi:      Device not started: Device has problem: ${problem}.\n<<<  Section end 2026/03/18 08:14:04.700\n<<<  [Exit status: FAILURE(0x00000490)]\n`;

export default [
  {
    title: 'Windows: the infrared camera is disabled, the other camera works',
    evidence: {
      'devices.xml': events(
        pnpProblem(
          '2026-03-18T07:00:00.000Z',
          'USB\\VID_0408&amp;PID_5411&amp;MI_02\\6&amp;3a&amp;0&amp;0002',
          camera,
          'usbvideo',
          '0x16',
        ),
      ),
      'dxdiag.txt':
        '------------------\nSystem Information\n------------------\n      Time of this report: 3/18/2026, 08:30:12\n             Machine name: OFFICE-12\n           DxDiag Version: 10.00.26100.0001 64bit Unicode\n\n---------------------\nVideo Capture Devices\nNumber of Devices: 2\n---------------------\n           FriendlyName: Integrated Camera\n                 Parent: USB\\VID_0408&PID_5411&MI_00\\6&3a&0&0000\n            ProblemCode: No Problem\n\n           FriendlyName: Integrated IR Camera\n                 Parent: USB\\VID_0408&PID_5411&MI_02\\6&3a&0&0002\n            ProblemCode: Code 22\n',
    },
    verdicts: { 'device-usb': unproved },
    exit: 0,
  },
  {
    title: 'Windows: the driver of a receipt printer does not start',
    evidence: {
      'setupapi.dev.log': setup(
        'USB\\VID_04B8&PID_0E15\\000001',
        'usbprint.inf_amd64_0c1d\\usbprint.inf',
        'usbprint',
        '0x1f: CM_PROB_FAILED_ADD',
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux: a webcam that complains and works',
    evidence: {
      'kern.log':
        'Mar 18 08:40:01 bench kernel: usb 1-7: device descriptor read/64, error -71\n' +
        'Mar 18 08:40:02 bench kernel: usb 1-7: New USB device found, idVendor=0c45, idProduct=6366, bcdDevice= 1.00\n' +
        'Mar 18 08:40:02 bench kernel: uvcvideo 1-7:1.0: Found UVC 1.00 device Spare Cam (0c45:6366)\n' +
        'Mar 18 08:40:03 bench kernel: uvcvideo 1-7:1.1: Failed to query (GET_INFO) UVC control 11 on unit 1: -32 (exp. 1).\n' +
        'Mar 18 08:40:03 bench kernel: uvcvideo 1-7:1.0: Entity type for entity Extension 4 was not initialized!\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows: the driver of a USB headset does not load',
    evidence: {
      'setupapi.dev.log': setup(
        'USB\\VID_0B0E&PID_24C9&MI_00\\7&11&0&0000',
        'wdma_usb.inf_amd64_77aa\\wdma_usb.inf',
        'usbaudio',
        '0x27: CM_PROB_DRIVER_FAILED_LOAD',
      ),
    },
    top: { class: 'device-usb' },
    verdicts: { 'device-usb': ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: 'Windows: the webcam has no driver, and the sound of the display does not start',
    evidence: {
      'devices.xml': events(
        pnpProblem(
          '2026-03-18T09:00:00.000Z',
          'HDAUDIO\\FUNC_01&amp;VEN_1002&amp;DEV_AA01&amp;SUBSYS_00AA0100\\5&amp;2',
          media,
          'HdAudAddService',
          '0xA',
        ),
        pnpProblem(
          '2026-03-18T09:00:04.000Z',
          'USB\\VID_0C45&amp;PID_6366&amp;MI_00\\7&amp;9&amp;0&amp;0000',
          camera,
          'usbvideo',
          '0x1C',
        ),
      ),
    },
    top: { class: 'device-usb' },
    verdicts: { 'device-usb': 'confirmed' },
    exit: 1,
  },
  {
    title: 'Linux: a memory stick without telling name and a network adapter fail on their ports',
    evidence: {
      'dmesg.txt':
        '[  100.000000] usb 2-4: New USB device found, idVendor=0781, idProduct=5583, bcdDevice= 1.00\n[  100.010000] usb 2-4: Product: Ultra Fit\n[  100.020000] usb-storage 2-4:1.0: USB Mass Storage device detected\n' +
        '[  120.000000] usb 2-3: New USB device found, idVendor=0bda, idProduct=8153, bcdDevice=30.00\n[  120.020000] r8152 2-3:1.0 eth0: v1.12.13\n' +
        '[  500.000000] usb 2-4: USB disconnect, device number 3\n[  501.000000] usb 2-4: device descriptor read/64, error -71\n[  502.000000] usb usb2-port4: unable to enumerate USB device\n' +
        '[  510.000000] usb 2-3: USB disconnect, device number 4\n[  511.000000] usb 2-3: device descriptor read/64, error -110\n[  512.000000] usb usb2-port3: unable to enumerate USB device\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux: a headset with buttons fails on its port',
    evidence: {
      'kern.log':
        'Sep  7 08:00:01 loft kernel: usb 1-2: New USB device found, idVendor=0b0e, idProduct=2456, bcdDevice= 1.00\nSep  7 08:00:01 loft kernel: usb 1-2: Product: EVOLVE 20 Headset\n' +
        'Sep  7 08:00:01 loft kernel: input: EVOLVE 20 HID as /devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.3/0003:0B0E:2456.0004/input/input12\n' +
        'Sep  7 09:00:01 loft kernel: usb 1-2: USB disconnect, device number 3\nSep  7 09:00:03 loft kernel: usb 1-2: device descriptor read/64, error -71\nSep  7 09:00:05 loft kernel: usb usb1-port2: unable to enumerate USB device\n',
    },
    top: { class: 'device-usb' },
    verdicts: { 'device-usb': 'confirmed' },
    exit: 1,
  },
  {
    title: 'Linux: a dock with a webcam is pulled out; its controller dies',
    evidence: {
      'dmesg.txt':
        '[ 1000.000000] usb 5-1: New USB device found, idVendor=1bcf, idProduct=2b8a, bcdDevice= 3.17\n[ 1000.010000] uvcvideo 5-1:1.0: Found UVC 1.00 device Dock Camera (1bcf:2b8a)\n[ 2000.000000] pcieport 0000:05:01.0: pciehp: Slot(1): Link Down\n[ 2000.000100] pcieport 0000:05:01.0: pciehp: Slot(1): Card not present\n[ 2000.110000] xhci_hcd 0000:07:00.0: xHCI host controller not responding, assume dead\n[ 2000.120000] xhci_hcd 0000:07:00.0: HC died; cleaning up\n[ 2000.130000] usb 5-1: USB disconnect, device number 2\n',
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
