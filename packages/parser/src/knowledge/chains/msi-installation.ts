/** An installation by Windows Installer: the lines of its log that tell of what it was, and how it went. */
import type { Carry, Chain } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { outcomeOf, reasonOf } from '../wordings/msi-status.ts';
import { partOf } from '../wordings/zoom-part.ts';
import { zoomPackage, zoomProduct } from '../zoom-identity.ts';

/** `Action ended 11:22:30: InstallFinalize. Return value 3.`, in any language: a clock, the action, one digit at the end. */
const ended = /^[^\d\n]{1,40}\d{1,2}[:.]\d\d[:.]\d\d: ?([\w.]{1,100})\. [^\d\n]{1,60}([0-3])\. ?$/;

/** A line of one of Zoom's own custom actions. */
const zoomAction = /\[CA \d{1,10}:\d{1,10} *\]/;

/** The result of the engine; the words are English in every language. */
const returned =
  /MainEngineThread is returning (\d{1,10})|Back from server\. Return value: (\d{1,10})|Windows Installer installed the product\. .{0,400}: (\d{1,5})\.$/;

/** The same sentence in any language: name, version, language, maker, then the status. Of a removal the words say so. */
const concluded =
  /\]: (?![^\n]{0,600}(?:remov|reconfig|entfern|deinstall|neu konfig|désinstall|suppr|elimin|desinstal|quitad|rimoss|disinstall|verwijder|usun|удал|削除|アンインストール|卸载|卸載|删除|移除|제거))[^\n:：]{5,120}[:：]\s?[^\n]{1,120}?[.。、,]\s?[^\n:：.。、,]{1,60}[:：]\s?[\d.]{3,40}[.。、,]\s?[^\n:：.。、,]{1,60}[:：]\s?\d{1,5}[.。、,]\s?[^\n:：.。、,]{1,60}[:：]\s?[^\n:：]{0,120}?[.。、,]\s?[^\n:：.。、,]{1,80}[:：]\s?(\d{1,5})[.。]$/i;

/** Windows Installer numbers its errors; the sentence behind the number is translated. Debug lines speak of the dialogs. */
const numbered = /(?<!DEBUG:) (?:Error|Fehler|Erreur|Errore|Fout|Erro) (1\d{3})(?=[.: ])/;

/** Literals of the lines that name the product or tell how an installation went. */
const links = [
  '=== ',
  'MainEngineThread is returning ',
  'Back from server. Return value: ',
  ' 3.',
  'Product',
  ...['Error', 'Fehler', 'Erreur', 'Errore', 'Fout', 'Erro'].map((word) => `${word} 1`),
  '[CA ',
  'Zoom',
  'REMOVE',
];

/** `=== Verbose logging started: 6/25/2014  11:22:21  Build type: …`: date and clock; where a log begins, the line goes on. */
export const banner =
  /^=== [^\n]{1,80}?(\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}\.? {1,2}\d{1,2}:\d\d:\d\d)( {1,3}[^=\s])?/m;
const begins = (text: string): boolean => banner.exec(text)?.[2] !== undefined;

/** Where a log says that it removes a product. */
const removal = /\bREMOVE ?= ?"?ALL\b|-- (?:Removal|Deinstallation|Suppression|Désinstallation)/i;

/** The installation of Zoom, by its name or its package. */
const zoomNamed = new RegExp(
  `(?:Product(?: ?Name)? ?[:=] ?${zoomProduct}|(?:\\]: |[.。] ?)[^\\n:：.。]{1,40}[:：] ?${zoomProduct}|(?:^|[\\\\/" ])${zoomPackage})`,
  'm',
);

interface Place {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
}

/** The first line of the installation in which something stands. */
function firstOf({ pieces }: Entry, pattern: RegExp, isWanted?: (groups: readonly (string | undefined)[]) => boolean) {
  for (const [piece, { text }] of pieces.entries()) {
    const match = pattern.exec(text);
    const groups = match?.slice(1) ?? [];
    if (match && (isWanted?.(groups) ?? true))
      return { piece, start: match.index, end: match.index + match[0].length, groups };
  }
  return null;
}

const place = ({ piece, start, end }: Place): Place => ({ piece, start, end });

/** A log under the name that the steps of zoomlog give it, or one like it. */
const ownName = /(?:^|[\\/])(?:zoom[-_ ]?(?:msi|install(?:er)?|setup)?|WinGet-Zoom\.Zoom[\w.-]{0,80})\.(?:log|txt)$/i;

/**
 * Of an installation: `product` (zoom, where a line or the file's name says so), `part` (which of Zoom's), `task` (install, remove), `status`, `outcome` (well, cancelled, failed,
 * unfinished, unknown), `reason` (rights, policy, busy, package, other), `action`, the first that failed, and `error`.
 */
export function nameResult(entry: Entry, carry: Carry): Entry {
  const results = entry.pieces.flatMap(({ text }, piece) => {
    const match = returned.exec(text) ?? concluded.exec(text);
    if (!match) return [];
    return [
      {
        piece,
        start: match.index,
        end: match.index + match[0].length,
        value: Number(match.slice(1).find((group) => group !== undefined)),
      },
    ];
  });
  const status = results.findLast(({ value }) => value !== 0) ?? results.at(-1) ?? null;
  const action = firstOf(entry, ended, (groups) => groups[1] === '3');
  const error = firstOf(entry, numbered);
  const product = firstOf(entry, zoomNamed) ?? firstOf(entry, zoomAction);
  const outcome = outcomeOf(status?.value ?? null, action !== null);
  const reason = reasonOf(status?.value ?? null, error === null ? null : Number(error.groups[0]));
  const removed = firstOf(entry, removal);
  const told = error ?? action ?? status ?? { piece: 0, start: 0, end: 0 };
  return withFields(entry, (fields) => {
    for (const key of ['product', 'part', 'task', 'status', 'action', 'error', 'outcome', 'reason']) fields.delete(key);
    addField(fields, 'task', { value: removed ? 'remove' : 'install', ...place(removed ?? told) });
    if (product || ownName.test(carry.path)) {
      const at = place(product ?? { piece: 0, start: 0, end: 0 });
      const name = product ? entry.pieces[product.piece]!.text.slice(product.start, product.end + 60) : carry.path;
      addField(fields, 'product', { value: 'zoom', ...at });
      addField(fields, 'part', { value: partOf(name), ...at });
    }
    if (status) addField(fields, 'status', status);
    if (action) addField(fields, 'action', { value: action.groups[0] ?? '', ...place(action) });
    if (error) addField(fields, 'error', { value: Number(error.groups[0]), ...place(error) });
    addField(fields, 'outcome', { value: outcome, ...place(status ?? told) });
    addField(fields, 'reason', { value: reason, ...place(told) });
  });
}

/** Under which a log's product stands in the carry: one of the lines that name it is enough. */
const productKey = 'msi product';

/** Whether a line tells how an installation went. */
function isTelling(text: string, carry: Carry): boolean {
  if (begins(text)) {
    carry.names.delete(productKey);
    return true;
  }
  if (
    returned.test(text) ||
    concluded.test(text) ||
    ended.exec(text)?.[2] === '3' ||
    numbered.test(text) ||
    removal.test(text)
  )
    return true;
  if (zoomAction.test(text)) return / ERROR /.test(text);
  if (carry.names.has(productKey) || !zoomNamed.test(text)) return false;
  carry.names.set(productKey, 'zoom');
  return true;
}

export const msiInstallation: Chain = {
  has: links,
  by: (entry, carry) => (isTelling(textOf(entry), carry) ? 'installation' : null),
  begins: (entry) => begins(textOf(entry)),
  ends: () => false,
};
