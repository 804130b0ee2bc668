import { defineFormat } from '../../define.ts';
import { closes } from '../wordings/port-rules.ts';
import { logLine, type Told, tell, wholeOutput } from '../wordings/whole-output.ts';

/** In the languages of ufw, whose rules are English in all of them. */
const on = 'active|activo|actif|attivo|ativo|actief|aktiv|aktivní|etkin|активен|активний|激活';
const off =
  'inactive|inactivo|inactif|inattivo|inativo|inactief|inaktiv|neaktivní|etkin değil|неактивен|неактивний|不活动';
const label = '(?:Status|Estado|État|Stato|Stav|Durum|Состояние|Стан|状态) ?[:：] ?';
const status = new RegExp(`^${label}(?:(${on})|(?:${off}))[ \\t\\r]{0,8}$`, 'm');
/** The heads of the columns are translated, what underlines them is not. */
const columns =
  / {0,5}\S{1,12} {10,60}\S{2,12} {2,20}\S{1,12}[ \t\r]{0,8}\n {0,5}-{1,12} {10,60}-{2,12} {2,20}-{1,12}[ \t\r]{0,8}$/;
const byDefault =
  /^[^\n:：]{3,20}[:：] ?(?:allow|deny|reject|disabled) \([^()\n]{2,20}\), (allow|deny|reject) \([^()\n]{2,20}\)/m;
/** To, action, from: outbound, `To` is the far end. Without a port or an address it is `Anywhere`. */
const row =
  /^(?:\[ {0,4}\d{1,4}\] )?(\S[^\n]{0,80}?) {2,40}(ALLOW|DENY|REJECT|LIMIT) OUT {1,20}(\S[^\n]{0,80}?)(?: {1,20}\(out\))?(?: {1,20}#[^\n]{0,200})?[ \t\r]{0,8}$/gm;
const target = /^(?:(\d[\d:,]{0,80})|Anywhere)(?:\/(tcp|udp|[a-z]{1,8}))?(?: \(v6\))?$/;
const names: Readonly<Record<string, string>> = { HTTPS: '443/tcp', 'WWW Full': '80,443/tcp', 'WWW Secure': '443/tcp' };

export default defineFormat({
  id: 'ufw-status',
  title: 'ufw status: the rules of the uncomplicated firewall',
  framing: wholeOutput,
  os: 'linux',
  names: ['*ufw*'],
  recognise: {
    unless: logLine,
    starts: new RegExp(
      `^Status: (?:active\\r?\\n(?:(?:Logging|Default|New profiles): [^\\n]{1,120}\\n){1,4}|inactive\\r?$(?!\\n\\S))|^Default: (?:allow|deny|reject|disabled) \\((?:incoming|outgoing|routed)\\)|^To {2,60}Action {2,20}From[ \\t\\r]{0,8}$|^${label}(?:${on}|${off})[ \\t\\r]{0,8}\\n(?:[^\\n]{0,120}\\n){0,5}${columns.source}`,
      'm',
    ),
  },
  derives: ['state', 'closes', 'rule'],
  /** `state` (active, inactive); `closes` (media, web, all): what of Zoom the first rule that closes some of it closes; `rule`. */
  derive: (entry) =>
    tell(entry, (text): readonly Told[] => {
      const active = status.exec(text);
      const state: Told = ['state', active && (active[1] ? 'active' : 'inactive'), active];
      if (active && !active[1]) return [state];
      const rows = [...text.matchAll(row)].flatMap((found) => {
        const aim = target.exec(names[found[1]!.trim()] ?? found[1]!.trim());
        // What is closed from or to some addresses only leaves the others.
        if (!aim || !/^Anywhere(?: \(v6\))?$/.test(found[3]!.trim())) return [];
        const kind = closes(aim[2] ?? null, aim[1] ?? null);
        return kind === null ? [] : [{ found, kind, isOpen: /ALLOW|LIMIT/.test(found[2]!) }];
      });
      const shut = byDefault.exec(text);
      // The first rule that fits decides.
      const first = rows.findIndex(({ isOpen }) => !isOpen);
      const closing =
        first >= 0 &&
        !rows.slice(0, first).some(({ isOpen, kind }) => isOpen && (kind === 'all' || kind === rows[first]!.kind))
          ? rows[first]
          : undefined;
      if (closing)
        return [
          state,
          ['closes', closing.kind, closing.found],
          ['rule', closing.found[0].trim().replace(/ {2,}/g, '  '), closing.found],
        ];
      if (shut && shut[1] !== 'allow' && !rows.some(({ isOpen, kind }) => isOpen && kind !== 'media'))
        return [state, ['closes', 'all', shut], ['rule', `Default: ${shut[1]} (outgoing)`, shut]];
      return [state];
    }),
  samples: [
    {
      text: 'Status: active\nLogging: on (low)\nDefault: deny (incoming), allow (outgoing), disabled (routed)\nNew profiles: skip\n\nTo                         Action      From\n--                         ------      ----\n22/tcp                     ALLOW IN    Anywhere\n8801:8810/udp              DENY OUT    Anywhere\n',
      entry: { fields: { state: 'active', closes: 'media' } },
    },
    {
      text: 'Status: active\n\n     To                         Action      From\n     --                         ------      ----\n[ 1] 443                        REJECT OUT  Anywhere                   (out)\n',
      entry: { fields: { closes: 'web' } },
    },
    {
      text: 'Estado: activo\n\nHasta                      Acción      Desde\n-----                      ------      -----\n8801:8810/udp              DENY OUT    Anywhere\n',
      entry: { fields: { state: 'active', closes: 'media' } },
    },
    { text: 'Status: inactive\n', entry: { fields: { state: 'inactive' } } },
  ],
});
