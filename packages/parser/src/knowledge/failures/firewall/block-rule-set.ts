import { defineFailure } from '../../../define.ts';
import { windowsEvent } from '../../wordings/samples.ts';
import { zoomProgram } from '../../zoom-identity.ts';

/** Rule added or changed; later Windows versions use other numbers for the same events. */
const ruleSet = [2004, 2005, 2071, 2073, 2097, 2099];

const set = (more: Readonly<Record<string, string | number>>): string =>
  windowsEvent('Microsoft-Windows-Windows Firewall With Advanced Security', 2004, {
    RuleId: '{0a0b0c0d-0000-4000-8000-000000000001}',
    RuleName: 'Example rule',
    ApplicationPath: 'C:\\Program Files\\Zoom\\bin\\Zoom.exe',
    Direction: 2,
    Action: 2,
    ...more,
  });

/** It applies from then on. The event does not show whether it was removed later, or whether its profile is the network's. */
export default defineFailure({
  id: 'block-rule-set',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'warning',
  title: 'A firewall rule was set to block outbound Zoom traffic',
  cause:
    "A user or program set a Windows Firewall rule that blocks Zoom's outbound traffic. No dropped packet was seen.",
  remedy:
    'Find out whether the rule still exists and who set it, and disable it: one Block rule overrides every Allow rule.',
  likelyCodes: ['104103', '5003'],
  subject: { kind: 'rule', fields: ['rulename'] },
  match: [
    {
      formats: ['windows-events'],
      has: 'zoom',
      fields: { applicationpath: zoomProgram, eventid: ruleSet, direction: [2], action: [2] },
      layout: 'captured',
      hits: [set({})],
    },
  ],
  lasting: true,
  explains: ['connect-forbidden'],
  fixes: ['firewall-list-rules', 'firewall-outbound-default', 'firewall-disable-block-rule', 'firewall-allow-zoom'],
  misses: [
    { text: set({ Action: 3 }), why: 'an Allow rule' },
    { text: set({ Direction: 1 }), why: 'inbound' },
    { text: set({ ApplicationPath: 'C:\\Example\\a.exe' }), why: 'another program' },
  ],
});
