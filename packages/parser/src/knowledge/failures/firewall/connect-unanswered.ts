import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { remoteAddress } from '../../wordings/addresses.ts';
import { zoomProgram } from '../../zoom-identity.ts';
import { mediaPortsTcp } from '../../zoom-ports.ts';

/** A snapshot: an answer may have arrived a moment later, so it supports other evidence and proves nothing. */
export default defineFailure({
  id: 'connect-unanswered',
  class: 'firewall',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'A connection to Zoom was waiting for an answer',
  cause: 'When the connections were listed, Zoom had requested a connection that no one had answered yet.',
  remedy: 'List them again: if a connection keeps waiting (SYN_SENT), its packets are dropped on the path.',
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
    {
      formats: ['ss'],
      has: 'SYN-SENT',
      fields: { state: ['waiting'], port: { ports: [443, 8801, 8802] }, program: ['zoom'], address: remoteAddress },
      layout: 'constructed',
      hits: ['tcp   SYN-SENT 0      1      192.0.2.7:50001  198.51.100.9:443   users:(("zoom",pid=4021,fd=99))'],
    },
    {
      formats: ['ss'],
      has: 'SYN-SENT',
      fields: { state: ['waiting'], port: mediaPortsTcp, program: ['unknown'], address: remoteAddress },
      layout: 'constructed',
      hits: ['tcp   SYN-SENT 0      1      192.0.2.7:50001  198.51.100.9:8801'],
    },
    {
      formats: ['velociraptor-sockets'],
      has: '"SENT"',
      fields: { state: ['waiting'], port: { ports: [443, 8801, 8802] }, program: zoomProgram, address: remoteAddress },
      layout: 'documented',
      see: [references.velociraptorNetstat, references.velociraptorSockets],
      hits: [
        '{"Pid":4021,"Name":"Zoom.exe","Family":"IPv4","Type":"TCP","Status":"SENT","SrcIP":"192.0.2.7","SrcPort":50001,"DestIP":"198.51.100.9","DestPort":443,"Timestamp":"2026-01-02T03:04:05Z"}',
      ],
    },
  ],
  subject: { kind: 'host', fields: ['address'] },
  standing: true,
  fixes: ['firewall-test-443', 'firewall-test-https'],
  misses: [
    {
      text: 'tcp   SYN-SENT 0      1      192.0.2.7:50001  198.51.100.9:443   users:(("firefox",pid=4021,fd=99))',
      why: 'another program',
    },
    { text: '  TCP    192.0.2.7:50001        198.51.100.9:8801      ESTABLISHED     4021', why: 'connected' },
    {
      text: '  TCP    192.0.2.7:50001        198.51.100.9:443       SYN_SENT        4021',
      why: 'a port that any program may use, and no program name',
    },
    {
      text: '  TCP    192.0.2.7:50001        198.51.100.9:443       SYN_SENT        4021\n [mail.exe]',
      why: 'another program',
    },
  ],
});
