import { defineFailure } from '../../define.ts';
import { windowsEventFormats } from '../../event-message.ts';
import { windowsEvent } from '../../samples.ts';
import { zoomProgram } from '../../zoom-identity.ts';

const rule = (direction: string, enabled: string, action: string, program: string, ports = 'Any'): string =>
  [
    'Rule Name:                            Example',
    '-'.repeat(70),
    `Enabled:                              ${enabled}`,
    `Direction:                            ${direction}`,
    'Profiles:                             Domain,Private,Public',
    'Grouping:                             ',
    'LocalIP:                              Any',
    'RemoteIP:                             Any',
    'Protocol:                             UDP',
    'LocalPort:                            Any',
    `RemotePort:                           ${ports}`,
    'Edge traversal:                       No',
    `Program:                              ${program}`,
    `Action:                               ${action}`,
  ].join('\n');

const zoom = 'C:\\Program Files\\Zoom\\bin\\Zoom.exe';

/** Rule added or changed; later versions of Windows number the same events otherwise. */
const ruleSet = [2004, 2005, 2071, 2073, 2097, 2099];
const set = (more: Readonly<Record<string, string | number>>): string =>
  windowsEvent('Microsoft-Windows-Windows Firewall With Advanced Security', 2004, {
    RuleId: '{0a0b0c0d-0000-4000-8000-000000000001}',
    ApplicationPath: zoom,
    Direction: 2,
    Action: 2,
    ...more,
  });

/** Whether the rule was in force when Zoom failed is not said: its profile may not be that of the network. */
export default defineFailure({
  id: 'block-rule',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'warning',
  title: 'A rule of Windows Firewall blocks Zoom outbound',
  cause:
    'A rule that is switched on blocks what Zoom sends, where the profile of the network is one of the rule’s; a drop was not seen.',
  remedy: 'Disable the rule, or find out who set it: one Block rule beats every Allow rule.',
  likelyCodes: ['104103', '5003'],
  formats: ['netsh-rules', ...windowsEventFormats],
  match: [
    {
      has: 'zoom',
      fields: { program: zoomProgram, effect: ['blocks-outbound'] },
      formats: ['netsh-rules'],
      layout: 'documented',
    },
    {
      has: '88',
      fields: { ports: ['media'], effect: ['blocks-outbound'] },
      formats: ['netsh-rules'],
      layout: 'documented',
      strength: 'weak',
    },
    {
      has: 'zoom',
      fields: { applicationpath: zoomProgram, eventid: ruleSet, direction: [2], action: [2] },
      formats: windowsEventFormats,
      layout: 'captured',
    },
  ],
  standing: true,
  explains: ['connect-forbidden'],
  fixes: ['firewall-list-rules', 'firewall-outbound-default', 'firewall-disable-block-rule', 'firewall-allow-zoom'],
  hits: [rule('Out', 'Yes', 'Block', zoom), rule('Out', 'Yes', 'Block', 'C:\\Example\\a.exe', '8801-8810'), set({})],
  misses: [
    { text: rule('In', 'Yes', 'Block', zoom), why: 'inbound: it does not break meetings' },
    { text: rule('Out', 'No', 'Block', zoom), why: 'switched off' },
    { text: rule('Out', 'Yes', 'Allow', zoom), why: 'it allows' },
    { text: rule('Out', 'Yes', 'Block', 'C:\\Example\\ZoomText.exe'), why: 'another program' },
    { text: set({ Action: 3 }), why: 'it allows' },
    { text: set({ Direction: 1 }), why: 'inbound' },
    { text: set({ ApplicationPath: 'C:\\Example\\a.exe' }), why: 'another program' },
  ],
});
