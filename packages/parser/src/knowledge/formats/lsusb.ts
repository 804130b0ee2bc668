import { defineFormat } from '../../define.ts';
import { logLine, tell, wholeOutput } from '../wordings/whole-output.ts';

/** `|__ Port 2: Dev 4, If 0, Class=Video, Driver=uvcvideo, 480M`: without a driver there is nothing, or `[none]`. */
const video = /^[ |_]{0,80}Port 0{0,2}\d{1,3}: Dev 0{0,2}\d{1,3}, If \d{1,3}, Class=Video, Driver=([^,\n]{0,60}),/gm;

export default defineFormat({
  id: 'lsusb',
  title: 'lsusb: USB devices of Linux, with -t their drivers',
  framing: wholeOutput,
  os: 'linux',
  names: ['*lsusb*'],
  recognise: {
    unless: logLine,
    starts:
      /^(?:\/: {2}Bus \d{1,3}\.Port \d{1,3}: Dev \d{1,3}, Class=|[ |_]{0,80}Port \d{1,3}: Dev \d{1,3}, If \d{1,3}, Class=|Bus \d{3} Device \d{3}: ID [\da-f]{4}:[\da-f]{4}(?: |$))/m,
  },
  derives: ['cameras', 'without_driver'],
  /**
   * `cameras`: parts of cameras that a camera's driver has; `without_driver`: those that none has, where no other has one.
   * A part that another program took (`usbfs`) is neither. The plain list does not tell.
   */
  derive: (entry) =>
    tell(entry, (text) => {
      const parts = [...text.matchAll(video)];
      const served = parts.filter(({ 1: driver }) => driver === 'uvcvideo');
      const bare = parts.filter(({ 1: driver }) => driver === '' || driver === '[none]');
      return [
        ['cameras', served.length || null, served[0]],
        ['without_driver', served.length === 0 ? bare.length || null : null, bare[0]],
      ];
    }),
  samples: [
    {
      text: '/:  Bus 02.Port 1: Dev 1, Class=root_hub, Driver=xhci_hcd/6p, 10000M\n/:  Bus 01.Port 1: Dev 1, Class=root_hub, Driver=xhci_hcd/12p, 480M\n    |__ Port 3: Dev 2, If 0, Class=Hub, Driver=hub/4p, 480M\n        |__ Port 1: Dev 5, If 0, Class=Video, Driver=uvcvideo, 480M\n        |__ Port 1: Dev 5, If 1, Class=Video, Driver=uvcvideo, 480M\n    |__ Port 5: Dev 3, If 0, Class=Video, Driver=, 480M\n',
      entry: { fields: { cameras: 2 } },
    },
    {
      text: '/:  Bus 001.Port 001: Dev 001, Class=root_hub, Driver=xhci_hcd/16p, 480M\n    |__ Port 005: Dev 003, If 0, Class=Video, Driver=[none], 480M\n    |__ Port 005: Dev 003, If 1, Class=Video, Driver=[none], 480M\n',
      entry: { fields: { without_driver: 2 } },
    },
    {
      text: 'Bus 001 Device 002: ID 1234:abcd Example Desk Cam\nBus 004 Device 001: ID 1d6b:0003 Linux Foundation 3.0 root hub\n',
      entry: { fields: {} },
    },
  ],
});
