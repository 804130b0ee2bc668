import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { remoteAddress } from '../../wordings/addresses.ts';
import { zoomProgram } from '../../zoom-identity.ts';
import { mediaPortsTcp } from '../../zoom-ports.ts';

/** A snapshot: an answer may have come a moment later, so it strengthens and proves nothing. */
export default defineFailure({
  id: 'connect-unanswered',
  class: 'firewall',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'A connection to Zoom waited for its answer',
  cause: 'When netstat ran, Zoom had asked for a connection that nobody had answered yet.',
  remedy: 'Run netstat again: a connection that stays in SYN_SENT is dropped on the way.',
  match: [
    {
      formats: ['netstat'],
      has: 'TCP',
      fields: { state: ['waiting'], port: { ports: [443, 8801, 8802] }, program: zoomProgram, address: remoteAddress },
      layout: 'constructed',
      hits: ['  TCP    192.0.2.7:50001        198.51.100.9:443       SYN_SENT        4021\n [Zoom.exe]'],
    },
    {
      formats: ['netstat'],
      has: 'TCP',
      fields: { state: ['waiting'], port: mediaPortsTcp, program: ['unknown'], address: remoteAddress },
      layout: 'documented',
      see: [references.netstat],
      hits: ['  TCP    192.0.2.7:50001        198.51.100.9:8801      SYN_SENT        4021'],
    },
  ],
  subject: ['address'],
  standing: true,
  fixes: ['firewall-test-443', 'firewall-test-https'],
  misses: [
    { text: '  TCP    192.0.2.7:50001        198.51.100.9:8801      ESTABLISHED     4021', why: 'connected' },
    {
      text: '  TCP    192.0.2.7:50001        198.51.100.9:443       SYN_SENT        4021',
      why: 'anybody’s port, nobody’s name',
    },
    {
      text: '  TCP    192.0.2.7:50001        198.51.100.9:443       SYN_SENT        4021\n [mail.exe]',
      why: 'another program',
    },
  ],
});
