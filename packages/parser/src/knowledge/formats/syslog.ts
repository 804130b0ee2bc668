import { defineFormat } from '../../define.ts';
import { fieldText, textOf } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { nameDevice, systemStarts, usbPort } from '../chains/usb-port.ts';
import { nameDenial } from '../wordings/audit-records.ts';
import { dumpedProcess, nameCrash } from '../wordings/crash-records.ts';
import { journalHead } from '../wordings/journal-head.ts';
import { bareSign, witnessOf } from '../wordings/journal-speaker.ts';
import { suppressed } from '../wordings/lost-messages.ts';
import { nameAddresses, packetContext } from '../wordings/netfilter.ts';

export default defineFormat({
  id: 'syslog',
  title: 'Linux journal or syslog, kernel messages included',
  origin: 'journal',
  framing: lines,
  head: journalHead,
  names: ['kern.log*', 'syslog*', 'messages*', 'ufw.log*', 'dmesg*', 'journal*.log', 'journal*.txt'],
  recognise: { heads: true, starts: bareSign },
  /** Netfilter and AppArmor lines are written by Linux alone, and name the machine. */
  prepare: (entry, carry) => {
    if (/\bIN=\S{0,32} OUT=\S{0,32} .{0,400}?\bDPT=|apparmor="/i.test(textOf(entry))) {
      carry.os ??= 'linux';
      carry.computer ??= fieldText(entry, 'component');
    }
    return entry;
  },
  carries: [suppressed, dumpedProcess, ...systemStarts],
  witness: witnessOf,
  host: (entry) => fieldText(entry, 'component'),
  context: packetContext,
  chain: usbPort,
  derives: ['port', 'device', 'enumeration', 'controller', 'former', 'program', 'crashed', 'asker', 'denied'],
  derive: (entry, carry) => nameDenial(nameCrash(nameDevice(nameAddresses(entry), carry), carry)),
  samples: [
    {
      text: '6月 11 08:58:01 box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '--06-11T08:58:01', fields: { port: '3-2' } },
    },
    {
      text: 'Wed 2026-04-01 10:11:12 UTC box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '2026-04-01T10:11:12Z', fields: { port: '3-2' } },
    },
    {
      text: '1775038272.250000 box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '2026-04-01T10:11:12.250Z', fields: { port: '3-2' } },
    },
    {
      text: '[Wed Apr  1 10:11:12 2026] usb usb3-port2: unable to enumerate USB device',
      entry: { time: '2026-04-01T10:11:12', fields: { port: '3-2' } },
    },
    {
      text: '[ +12,500000] usb usb3-port2: unable to enumerate USB device',
      entry: { time: null, fields: { port: '3-2' } },
    },
    {
      text: 'kern  :warn  : [  512.000345] usb usb3-port2: unable to enumerate USB device',
      entry: { time: 'PT512.000345S', fields: { port: '3-2' } },
    },
    {
      text: 'Nov  9 07:08:09 box kernel: [ 4242.000001] [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=TCP SPT=40000 DPT=8802 ',
      entry: { time: '--11-09T07:08:09', fields: { proto: 'TCP', dpt: 8802, dst: '198.51.100.6', process: 'kernel' } },
    },
    {
      text: '2026-02-01T10:11:12+01:00 box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '2026-02-01T10:11:12+01:00', fields: { port: '3-2', enumeration: 'failed' } },
    },
    {
      text: '<3>1 2026-02-01T10:11:12.500+01:00 box kernel - - [meta sequenceId="7"] usb usb3-port2: unable to enumerate USB device',
      entry: {
        time: '2026-02-01T10:11:12.500+01:00',
        message: 'usb usb3-port2: unable to enumerate USB device',
        fields: { process: 'kernel', component: 'box', port: '3-2' },
      },
    },
    {
      text: '<4>Feb  1 10:11:12 box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '--02-01T10:11:12', fields: { process: 'kernel', component: 'box', port: '3-2' } },
    },
  ],
});
