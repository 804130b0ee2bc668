import { nameDevice, usbPort } from '../chains/usb-port.ts';
import { defineFormat } from '../define.ts';

export default defineFormat({
  id: 'syslog',
  title: 'Linux journal or syslog, kernel messages included',
  framing: 'lines',
  head: 'syslog',
  names: ['kern.log*', 'syslog*', 'messages*', 'ufw.log*', 'dmesg*', 'journal*.log', 'journal*.txt'],
  recognise: { heads: true },
  chain: usbPort,
  derive: nameDevice,
  samples: [
    {
      text: 'Nov  9 07:08:09 box kernel: [ 4242.000001] [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=TCP SPT=40000 DPT=8802 ',
      entry: { time: '--11-09T07:08:09', fields: { proto: 'TCP', dpt: 8802, dst: '198.51.100.6', process: 'kernel' } },
    },
    {
      text: '2026-02-01T10:11:12+01:00 box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '2026-02-01T10:11:12+01:00', fields: { port: '3-2', enumeration: 'failed' } },
    },
    {
      text: '[  512.000345] usb 1-6: new high-speed USB device number 5 using xhci_hcd',
      entry: { time: 'PT512.000345S' },
    },
  ],
});
