import { netlog } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const join = 'https://us04web.zoom.us/wc/join';

export default [
  {
    title: 'the first try times out, the second one loads the page',
    evidence: {
      'net-export.json': netlog([
        [join, -118],
        [join, 200],
        ['https://us04web.zoom.us/wc/media', 200],
      ]),
    },
    verdicts: { firewall: unproved },
    exit: 0,
  },
  {
    title: 'the proxy asks for a login once, gets it, and the page loads',
    evidence: {
      'net-export.json': netlog([
        [join, 200, 407],
        [join, 200, 200],
        ['https://us04web.zoom.us/wc/media', 200, 200],
      ]),
    },
    verdicts: { proxy: unproved },
    exit: 0,
  },
  {
    title: 'the laptop wakes: no internet for a moment, then the page loads',
    evidence: {
      'net-export.json': netlog([
        [join, -106],
        ['https://www.example.com/', -106],
        [join, -21],
        [join, 200],
        ['https://www.example.com/', 200],
      ]),
    },
    verdicts: { network: unproved },
    exit: 0,
  },
  {
    title: 'the proxy is dead and the direct path times out; the page never loads',
    evidence: {
      'net-export.json': netlog([
        [join, -130],
        [join, -118],
        [join, -130],
        [join, -118],
      ]),
    },
    top: { class: ['proxy', 'firewall'] },
    verdicts: {
      proxy: ['confirmed', 'suspected'],
      firewall: ['confirmed', 'suspected', 'not-assessable'],
    },
    exit: 1,
  },
  {
    title: 'the proxy refuses the tunnel each time; another site loads through it',
    evidence: {
      'net-export.json': netlog([
        [join, -111, 403],
        ['https://www.example.com/', 200, 200],
        [join, -111, 403],
        [join, -111, 403],
      ]),
    },
    top: { class: 'proxy' },
    never: ['service', 'firewall'],
    verdicts: { proxy: ['confirmed', 'suspected'] },
    exit: 1,
  },
] satisfies readonly Sibling[];
