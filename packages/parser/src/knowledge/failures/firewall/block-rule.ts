import { defineFailure } from '../../../define.ts';
import { listed, rule } from '../../wordings/firewall-rules.ts';
import { zoomProgram } from '../../zoom-identity.ts';

/** The list does not show whether the rule was in force when Zoom failed: its profile may not be the network's. */
export default defineFailure({
  id: 'block-rule',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'warning',
  title: 'A Windows Firewall rule blocks outbound Zoom traffic',
  cause: "An enabled rule blocks Zoom's outbound traffic on the network profiles it lists. No dropped packet was seen.",
  remedy: 'Disable the rule, or find out who set it: one Block rule overrides every Allow rule.',
  likelyCodes: ['104103', '5003'],
  subject: { kind: 'rule', fields: ['rule'], text: /^[^\n:：]{1,60}[:：] {0,60}([^\n]{1,200}?) {0,20}\n-{20}/ },
  match: [
    {
      formats: ['netsh-rules'],
      has: ':',
      fields: { program: zoomProgram, effect: ['blocks-outbound'], remote: ['any'] },
      layout: 'constructed',
      hits: [rule({}), rule({}).replace('Enabled:', 'Description:                          A sentence.\nEnabled:')],
    },
    {
      formats: ['netsh-rules'],
      has: ':',
      fields: { program: zoomProgram, effect: ['blocks-outbound'], remote: ['some'] },
      layout: 'constructed',
      strength: 'weak',
      hits: [rule({ RemoteIP: '203.0.113.0/24' })],
    },
    {
      formats: ['netsh-rules'],
      has: ':',
      fields: { ports: ['media'], effect: ['blocks-outbound'], scope: ['any'] },
      layout: 'constructed',
      strength: 'weak',
      hits: [rule({ Program: '', RemotePort: '8700-9000' })],
    },
    // Every program's, so Zoom's as well: a short list leaves the program out, though.
    {
      formats: ['netsh-rules'],
      has: ':',
      fields: { ports: ['web'], effect: ['blocks-outbound'], scope: ['any'], remote: ['any'] },
      layout: 'constructed',
      strength: 'weak',
      hits: [
        rule({ Program: '', Protocol: 'TCP', RemotePort: '80,443' }),
        rule({ Program: '', Protocol: 'Any', LocalPort: '', RemotePort: '' }),
      ],
    },
    {
      formats: ['net-firewall-rules'],
      has: 'Block',
      fields: { effect: ['blocks-outbound'], aim: ['program'] },
      layout: 'constructed',
      hits: [listed('Example', 'Outbound', 'C:\\Program Files\\Zoom\\bin\\Zoom.exe')],
    },
    // What the rule is about is told by its name alone, or by its ports.
    {
      formats: ['net-firewall-rules'],
      has: 'Block',
      fields: { effect: ['blocks-outbound'], aim: ['name', 'ports'] },
      layout: 'constructed',
      strength: 'weak',
      hits: [listed('No Zoom at work', 'Outbound')],
    },
  ],
  standing: true,
  explains: ['connect-forbidden'],
  fixes: ['firewall-list-rules', 'firewall-outbound-default', 'firewall-disable-block-rule', 'firewall-allow-zoom'],
  misses: [
    { text: rule({ Direction: 'In' }), why: 'inbound: does not break meetings' },
    { text: listed('Zoom', 'Inbound'), why: 'inbound: does not break meetings' },
    { text: listed('Example Zoom Lens', 'Outbound', 'C:\\Example\\lens.exe'), why: 'another program' },
    { text: rule({ Enabled: 'No' }), why: 'disabled' },
    { text: rule({ Action: 'Allow' }), why: 'an Allow rule' },
    { text: rule({ Program: 'C:\\Example\\ZoomText.exe' }), why: 'another program' },
    { text: rule({ Program: '', Protocol: 'TCP', RemotePort: '25' }), why: 'mail' },
    { text: rule({ Program: '', Protocol: 'TCP', RemotePort: '443', RemoteIP: '192.0.2.9/32' }), why: 'one address' },
    { text: rule({ Program: '', Protocol: 'ICMPv4', LocalPort: '', RemotePort: '' }), why: 'no way of Zoom' },
    { text: rule({ Program: 'C:\\Games\\lan.exe', RemotePort: '8801-8810' }), why: 'another program on those ports' },
  ],
});
