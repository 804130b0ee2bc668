import { defineFact } from '../../define.ts';

export default defineFact({
  id: 'clock-right',
  class: 'tls-clock',
  title: 'The clock was measured to be right',
  because: 'A measured offset under a second leaves no room for a wrong clock.',
  effect: 'rules-out',
  clears: ['clock'],
  standing: true,
  formats: ['chronyc'],
  match: [
    {
      has: 'System time',
      fields: { offset: { max: 0.999, abs: true }, 'leap status': ['Normal'], stratum: { min: 1, max: 15 } },
      layout: 'captured',
    },
  ],
  hits: [
    'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 0.000912250 seconds fast of NTP time\nLeap status     : Normal',
  ],
  misses: [
    {
      text: 'Reference ID    : 00000000 ()\nStratum         : 0\nSystem time     : 0.000000000 seconds slow of NTP time\nLeap status     : Not synchronised',
      why: 'never synchronised: nothing was measured',
    },
    {
      text: 'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 64.000000000 seconds fast of NTP time\nLeap status     : Normal',
      why: 'a minute off',
    },
  ],
});
