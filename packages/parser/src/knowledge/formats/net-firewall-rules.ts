import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { type Shown, shownObjects } from '../wordings/powershell-objects.ts';
import { zoomProgram, zoomRuleName } from '../zoom-identity.ts';

const nameOf = ({ values }: Shown): string => values.get('displayname') || values.get('name') || '';
/** Of the program, where its filter was joined to the rule. */
const programOf = ({ values }: Shown): string =>
  values.get('program') || values.get('application') || values.get('path') || values.get('applicationname') || '';

const hasMediaPort = (ports: string): boolean =>
  ports
    .replace(/[{}]/g, '')
    .split(',')
    .some((part) => {
      const [from = Number.NaN, to = from] = part.trim().split('-').map(Number);
      return from <= 8810 && to >= 8801 && to - from < 1000;
    });

/** On, for what goes out, and blocking: values of PowerShell's own enumerations. */
const blocks = ({ values }: Shown): boolean =>
  /^(?:True|1|Yes)$/i.test(values.get('enabled') ?? '') &&
  /^(?:Outbound|2)$/i.test(values.get('direction') ?? '') &&
  /^(?:Block|4)$/i.test(values.get('action') ?? '');

/** Whose a rule is: by its program; else by what somebody called it, or its ports. */
function aimOf(rule: Shown): 'program' | 'name' | 'ports' | null {
  const program = programOf(rule);
  if (zoomProgram.test(program)) return 'program';
  if (program !== '' && !/^(?:Any|System)$/i.test(program)) return null;
  if (zoomRuleName.test(nameOf(rule))) return 'name';
  return hasMediaPort(rule.values.get('remoteport') ?? '') ? 'ports' : null;
}

const order = ['program', 'name', 'ports'] as const;

export default defineFormat({
  id: 'net-firewall-rules',
  title: 'Get-NetFirewallRule: rules of Windows Firewall',
  framing: sections(),
  os: 'windows',
  names: ['*netfirewall*', '*fw*rules*'],
  recognise: {
    starts:
      /^(?=[^\n]{0,300}\b(?:DisplayName|Name)\b)(?=[^\n]{0,300}\bDirection\b)(?=[^\n]{0,300}\bAction\b)\w{1,40}(?: +\w{1,40}){2,20} *\n *-{2,}|^(?:Name|DisplayName) {1,40}: [^\n]{0,300}\n(?:\w{1,40} {0,40}:[^\n]{0,300}\n(?: {8,60}[^\n]{0,300}\n){0,4}){0,14}Direction {1,40}: (?:Inbound|Outbound)/m,
  },
  derives: ['effect', 'rule', 'aim'],
  /** Of the rule that blocks Zoom most plainly: `effect` (blocks-outbound), `rule`, `program`, `aim` (program, name, ports). */
  derive: (entry) => {
    const blocking = shownObjects(textOf(entry)).filter(blocks);
    const [first] = order.flatMap((aim) => blocking.filter((rule) => aimOf(rule) === aim));
    return withFields(entry, (fields) => {
      for (const key of ['effect', 'rule', 'program', 'aim']) fields.delete(key);
      if (!first) return;
      const add = (key: string, value: string | null): void => {
        if (value) addField(fields, key, { value, piece: 0, start: first.start, end: first.end });
      };
      add('effect', 'blocks-outbound');
      add('rule', nameOf(first));
      add('program', programOf(first));
      add('aim', aimOf(first));
    });
  },
  samples: [
    {
      text: 'DisplayName         Direction Action Enabled Profile\n-----------         --------- ------ ------- -------\nExample sync         Outbound  Allow    True     Any\nKeep Zoom out        Outbound  Block    True  Domain',
      entry: { fields: { effect: 'blocks-outbound', rule: 'Keep Zoom out', aim: 'name' } },
    },
    {
      text: 'Name                  : {00000000-0000-4000-8000-000000000001}\nDisplayName           : Example\nDescription           : \nEnabled               : True\nProfile               : Any\nDirection             : Outbound\nAction                : Block\nProgram               : C:\\Program Files\\Zoom\\bin\\Zoom.exe',
      entry: { fields: { rule: 'Example', aim: 'program', program: 'C:\\Program Files\\Zoom\\bin\\Zoom.exe' } },
    },
    {
      text: 'DisplayName   Enabled Direction Action\n-----------   ------- --------- ------\n会議を禁止       True  Outbound  Block\nZoom を禁止      True  Outbound  Block',
      entry: { fields: { rule: 'Zoom を禁止' } },
    },
  ],
});
