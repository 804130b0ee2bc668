import { defineFormat } from '../../define.ts';
import { logLine, tell, wholeOutput } from '../wordings/whole-output.ts';

/** `card 1: Headset [Example Headset], device 0: …`; the words are translated, the shape is not. */
const card =
  /^[^\s\d:][^\n:\d]{0,20} \d{1,2}: [\w-]{1,40} \[([^\]\n]{1,100})\], ?[^\n:\d]{1,20} \d{1,2}: [^\n[]{0,100}\[/gm;
const heading = /^\*{4} [^\n]{0,60}CAPTURE[^\n]{0,60} \*{4}[ \t\r]{0,4}$/m;
const none = /^arecord: (?:device_list|[\w-]{1,40}):\d{1,5}: [^\n]{3,80}(?:\.\.\.|…)[ \t\r]{0,4}$/m;

export default defineFormat({
  id: 'arecord',
  title: 'arecord -l: sound devices of Linux that can record',
  framing: wholeOutput,
  os: 'linux',
  names: ['*arecord*'],
  recognise: {
    unless: logLine,
    starts: /^\*{4} [^\n]{0,60}CAPTURE[^\n]{0,60} \*{4}[ \t\r]{0,4}$|^arecord: device_list:\d{1,5}: /m,
  },
  derives: ['recorders', 'why'],
  /** `recorders`: how many cards can record; a jack counts with nothing in it. `why` there are none: unlisted, no card. */
  derive: (entry) =>
    tell(entry, (text) => {
      const cards = [...text.matchAll(card)];
      const head = heading.exec(text);
      const empty = none.exec(text);
      if (cards.length > 0) return [['recorders', cards.length, cards[0]]];
      return [
        ['recorders', head || empty ? 0 : null, empty ?? head],
        ['why', empty ? 'no card' : 'unlisted', empty ?? head],
      ];
    }),
  samples: [
    {
      text: '**** List of CAPTURE Hardware Devices ****\ncard 1: Headset [Example Headset], device 0: USB Audio [USB Audio]\n  Subdevices: 1/1\n  Subdevice #0: subdevice #0\n',
      entry: { fields: { recorders: 1 } },
    },
    {
      text: '**** Liste der Hardware-Geräte (CAPTURE) ****\nKarte 0: PCH [HDA Intel PCH], Gerät 0: Example Analog [Example Analog]\n  Sub-Geräte: 1/1\n',
      entry: { fields: { recorders: 1 } },
    },
    { text: '**** List of CAPTURE Hardware Devices ****\n', entry: { fields: { recorders: 0, why: 'unlisted' } } },
    { text: 'arecord: device_list:274: no soundcards found...\n', entry: { fields: { recorders: 0, why: 'no card' } } },
  ],
});
