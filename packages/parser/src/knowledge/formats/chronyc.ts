import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { clockContext } from '../wordings/context.ts';

/** `System time : 0.000123 seconds slow of NTP time`: slow means that the machine is behind. */
const systemTime = /^System time\s*:\s*(\d+(?:\.\d+)?) seconds (slow|fast) of NTP time/m;

export default defineFormat({
  id: 'chronyc',
  title: 'chronyc tracking',
  framing: sections(),
  os: 'linux',
  names: ['chronyc*', '*tracking*.txt'],
  recognise: { starts: /^(?:506 Cannot talk to daemon|Reference ID\s*:\s*[0-9A-F]{8} \()/m },
  context: (entry) => {
    const sense = systemTime.exec(textOf(entry))?.[2];
    return clockContext(sense === undefined ? null : sense === 'fast' ? 'ahead' : 'behind');
  },
  derives: ['offset'],
  /** `offset`: seconds by which the machine is ahead of true time; negative when it is behind. */
  derive: (entry) => {
    const match = systemTime.exec(entry.pieces[0]!.text);
    if (!match) return entry;
    return withFields(entry, (fields) =>
      addField(fields, 'offset', {
        value: Number(match[1]) * (match[2] === 'slow' ? -1 : 1),
        piece: 0,
        start: match.index,
        end: match.index + match[0].length,
      }),
    );
  },
  samples: [
    {
      text: 'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 412.250000000 seconds fast of NTP time\nLeap status     : Normal',
      entry: { fields: { offset: 412.25, stratum: 2, 'leap status': 'Normal' } },
    },
  ],
});
