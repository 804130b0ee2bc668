import { compareText, type Diagnosis, type Machine, type Report, whoNames } from '@zoomlog/parser';
import { printable, printablePath } from '../../terminal/escape.ts';
import { cutStart, flow, table } from '../../terminal/layout.ts';
import { glyphsOf, painterOf, type Style } from '../../terminal/style.ts';

/** Columns from which on the rows stand under each other. */
const tableFrom = 90;
const widestPath = 30;

/** Several bundles at a glance: of each machine what broke, how sure that is and who must act; else nothing. */
export function drawBundles(report: Report, style: Style): readonly string[] {
  if (report.bundles.length < 2) return [];
  const heading = painterOf(style)('bold', 'Bundles, judged apart (--together joins them)');
  const rows = report.machines.flatMap((machine) => rowsOf(report, machine, style));
  if (style.width >= tableFrom)
    return [
      heading,
      ...table(
        [['bundle', 'machine', 'code', 'confidence', 'who must act', 'what broke'], ...rows],
        style.width - 2,
      ).map((line) => `  ${line}`),
    ];
  const separator = ` ${glyphsOf(style).dot} `;
  return [
    heading,
    ...rows.flatMap((cells) =>
      flow(
        cells.filter((cell) => cell !== ''),
        separator,
        style.width - 4,
      ).map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`)),
    ),
  ];
}

/** A row for each diagnosis that is more than information; one that tells of none where there is none. */
function rowsOf({ bundles, diagnoses }: Report, machine: Machine, style: Style): string[][] {
  const plain = (text: string) => printable(text, style.unicode);
  const paths = bundles.flatMap(({ id, path }) => (machine.bundles.includes(id) ? [path ?? 'the other paths'] : []));
  const place = cutStart(
    paths
      .toSorted(compareText)
      .map((path) => printablePath(path, style.platform, style.unicode))
      .join(', '),
    widestPath,
    glyphsOf(style).ellipsis,
  );
  const name = machine.name === null ? `machine ${machine.id}` : `${machine.id} ${plain(machine.name)}`;
  const own = diagnoses.filter((one) => one.machine === machine.id && one.severity !== 'info');
  if (own.length === 0) return [[place, name, '', '', '', 'no known failure found, which proves nothing']];
  return own.map(({ code, confidence, title, who, ended }: Diagnosis) => [
    place,
    name,
    code ?? '',
    confidence,
    who[0] === undefined ? '' : whoNames[who[0]],
    plain(ended === null ? title : `${title} (over)`),
  ]);
}
