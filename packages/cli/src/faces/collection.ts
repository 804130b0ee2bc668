/** What `collect` says: what it would read, and what came of it. */
import { askedText, counted, formatCount, systemPath } from '@zoomlog/parser';
import { type CollectedItem, type Collection, type CollectionPlan, privateInPlaces } from '@zoomlog/parser/node';
import { quoted } from '../args/quote.ts';
import { printable, printablePath, prose } from '../terminal/escape.ts';
import { wrap } from '../terminal/layout.ts';
import { painterOf, type Style } from '../terminal/style.ts';

/** What would be read, in the order in which it would be. */
export function drawPlan({ places, commands }: CollectionPlan, style: Style): string {
  const paint = painterOf(style);
  const row = rowIn(style);
  return `${[
    paint('bold', 'Nothing was run or written. zoomlog collect would read, in this order:'),
    '',
    paint('bold', 'Files, as they are'),
    ...row(`private: ${privateInPlaces}`, 2),
    ...places.flatMap(({ pattern, holds, paths, isThere }) => [
      ...row(`${printable(pattern, style.unicode)}: ${holds}`, 2),
      ...(paths.length === 0 ? row(isThere ? 'none there' : 'not there', 4) : []),
      ...paths.map((path) => `    ${printablePath(path, style.platform, style.unicode)}`),
    ]),
    '',
    paint('bold', 'What these commands print'),
    ...commands.flatMap(({ what, collect, network, skipped, private: secret }) => [
      ...row(what, 2),
      `    ${paint('green', printable(collect, style.unicode))}`,
      ...(secret === undefined ? [] : row(`private: ${secret}`, 4)),
      ...(network
        ? row(skipped === null ? 'asks another machine' : 'asks another machine: only with --network', 4)
        : []),
    ]),
  ].join('\n')}\n`;
}

/** Where the zip is, what was not answered and why, what is private in it, and what to do next. */
export function drawCollection(file: string, collection: Collection, plan: CollectionPlan, style: Style): string {
  const { items } = collection;
  const paint = painterOf(style);
  const row = rowIn(style);
  const answered = items.filter(({ state }) => state === 'ran');
  const open = items.flatMap((item) => reasonOf(item) ?? []);
  const files = items.reduce((sum, item) => sum + item.files.length, 0);
  const secrets = privateIn(collection, plan);
  const path = printablePath(file, style.platform, style.unicode);
  return `${[
    `${paint('bold', 'Written:')} ${path} (${counted(files, 'file')} and the manifest)`,
    `${formatCount(answered.length)} of ${counted(items.length, 'question')} ${answered.length === 1 ? 'was' : 'were'} answered.`,
    ...(open.length === 0
      ? []
      : ['', paint('bold', 'Not answered, or not in full'), ...open.flatMap((one) => row(one, 2))]),
    ...(secrets.length === 0
      ? []
      : ['', paint('bold', 'Private, and not masked in the zip'), ...secrets.flatMap((one) => row(one, 2))]),
    '',
    `${paint('bold', 'Next:')} zoomlog scan ${printable(quoted(systemPath(file, style.platform), style.platform), style.unicode)}`,
  ].join('\n')}\n`;
}

/** What is private in what was gathered, each once. */
export function privateIn({ items }: Collection, { commands }: CollectionPlan): readonly string[] {
  const secretOf = new Map(commands.map(({ collect, private: secret }) => [collect, secret]));
  const held = items.filter(({ files }) => files.length > 0);
  return [
    ...new Set(held.flatMap(({ command }) => (command === null ? privateInPlaces : (secretOf.get(command) ?? [])))),
  ];
}

function reasonOf({ what, state, error }: CollectedItem): string | null {
  if (state !== 'ran') return `${what}: ${askedText({ state, error })}`;
  return error === null ? null : `${what}: in part: ${error.replaceAll('\n', ' ')}`;
}

const rowIn =
  ({ width, unicode }: Style) =>
  (text: string, indent: number): readonly string[] =>
    wrap(prose(text, unicode), width - indent).map((line) => ' '.repeat(indent) + line);
