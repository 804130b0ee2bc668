import { defineFormat } from '../../define.ts';
import { withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';

interface Line {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Words by which netsh says yes, no, out and block in its languages. */
const yes = /^(?:Yes|Ja|Oui|S[íi]|Sim|Tak|Да|はい|是|예)$/i;
const no = /^(?:No|Nein|Non|Não|Nie|Nee|Нет|いいえ|否|아니요)$/i;
const out =
  /^(?:Out|Ausgehend|Sortante?|Saliente|Salida|In uscita|Uscita|Sa[íi]da|Uitgaand|Исходящее|送信|出站|아웃바운드)$/i;
const block = /^(?:Block|Blockieren|Blocken|Bloquer|Bloquear|Blocca|Blokkeren|Blokuj|Блокировать|ブロック|阻止|차단)$/i;

/** `Label:   value` lines of a rule in their order, which no language changes; a further value stands on a line of its own. */
function linesOf(text: string): Line[] {
  const lines = [...text.matchAll(/^([^\s:：][^\n:：]{0,40})[:：](.*)$/gm)].map((match) => ({
    value: match[2]!.trim(),
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
  const rule = text.search(/^-{20,200}[ \t]{0,8}$/m);
  return rule < 0 ? lines : lines.filter(({ start }) => start > rule);
}

const any =
  /^(?:Any|Beliebig|Alle|Tou(?:s|tes|t)|Cualquiera|Todos|Qualsiasi|Tutti|Qualquer|Willekeurig|Dowoln[ay]|Любой|任意|任何|모두)$/i;

/** Whether a list of ports (`8801-8810,443`) has one of those that only Zoom's media use. */
const hasMediaPort = (ports: string): boolean =>
  ports.split(',').some((part) => {
    const [from = Number.NaN, to = from] = part.trim().split('-').map(Number);
    return from <= 8810 && to >= 8801 && to - from < 1000;
  });

/** Whether it has the port of the web, or is every port. */
const hasWebPort = (ports: string): boolean =>
  any.test(ports) ||
  ports.split(',').some((part) => {
    const [from = Number.NaN, to = from] = part.trim().split('-').map(Number);
    return from <= 443 && to >= 443;
  });

export default defineFormat({
  id: 'netsh-rules',
  title: 'netsh advfirewall firewall show rule: the rules of Windows Firewall',
  framing: sections(),
  os: 'windows',
  names: ['*firewall*rules*', '*advfirewall*'],
  recognise: {
    starts:
      /^(?:[^\n:：]{1,36}[:：] {1,36}\S.{0,400}\n)?-{60,200}[ \t]{0,8}\n[^\n:：]{1,36}[:：] {2,36}\S.{0,200}\n[^\n:：]{1,36}[:：] {2,36}\S|^Enabled: {5,60}\S{1,20}[ \t]{0,8}\nDirection: {5,60}\S|^No rules match the specified criteria\./m,
  },
  derives: ['effect', 'scope', 'remote', 'ports'],
  /**
   * `effect`: blocks-outbound where the rule is on, for what goes out, and blocks; else other. `program`; `scope` (any,
   * program: of one program or service alone); `ports` (media; web, every port included; other); `remote` (any, some addresses).
   */
  derive: (entry) => {
    const all = linesOf(entry.pieces[0]!.text);
    // A description may come first; whether the rule is on is the first answer of yes or no.
    const lines = all.slice(
      Math.max(
        0,
        all.findIndex(({ value }) => yes.test(value) || no.test(value)),
      ),
    );
    const [enabled, direction, , , , remote, protocol] = lines;
    const action = lines.find(({ value }, i) => i > 4 && block.test(value));
    const program = lines.find(({ value }) => /^\S[^\n]*\.exe$/i.test(value));
    const isListed = /^(?:TCP|UDP|6|17)$/i.test(protocol?.value ?? '');
    // Without a protocol no ports are listed: it is every one.
    const ports = isListed ? lines[8] : any.test(protocol?.value ?? '') ? protocol : undefined;
    return withFields(entry, (fields) => {
      const add = (key: string, value: string, { start, end }: Line): void => {
        fields.set(key, [{ value, piece: 0, start, end }]);
      };
      const [first] = lines;
      if (!first) return;
      for (const key of ['program', 'ports', 'effect', 'scope', 'remote']) fields.delete(key);
      const isBlocking = action !== undefined && yes.test(enabled?.value ?? '') && out.test(direction?.value ?? '');
      add('effect', isBlocking ? 'blocks-outbound' : 'other', action ?? first);
      add('scope', program ? 'program' : 'any', program ?? first);
      add('remote', remote && /[\d:]/.test(remote.value) ? 'some' : 'any', remote ?? first);
      if (program) add('program', program.value, program);
      if (ports) add('ports', hasMediaPort(ports.value) ? 'media' : hasWebPort(ports.value) ? 'web' : 'other', ports);
    });
  },
  samples: [
    {
      text: `Rule Name:                            Example
${'-'.repeat(70)}
Enabled:                              Yes
Direction:                            Out
Profiles:                             Domain,Private,Public
Grouping:                             
LocalIP:                              Any
RemoteIP:                             Any
Protocol:                             UDP
LocalPort:                            Any
RemotePort:                           8801-8810
Edge traversal:                       No
Program:                              C:\\Program Files\\Zoom\\bin\\Zoom.exe
Action:                               Block`,
      entry: {
        fields: { effect: 'blocks-outbound', program: 'C:\\Program Files\\Zoom\\bin\\Zoom.exe', ports: 'media' },
      },
    },
    {
      text: `Regelname:                            Beispiel
${'-'.repeat(70)}
Aktiviert:                            Ja
Richtung:                             Eingehend
Profile:                              Domäne,Privat,Öffentlich
Gruppierung:                          
Lokales IP:                           Beliebig
Remote-IP:                            Beliebig
Protokoll:                            Beliebig
Edgeausnahme:                         Nein
Aktion:                               Blockieren`,
      entry: { fields: { effect: 'other' } },
    },
  ],
});
