import {
  counted,
  formatRange,
  type Machine,
  type Report,
  type Source,
  systemOf,
  type TimeBasis,
} from '@zoomlog/parser';
import { printable } from '../../terminal/escape.ts';
import { flow } from '../../terminal/layout.ts';
import { glyphsOf, painterOf, type Style } from '../../terminal/style.ts';

const versionsShown = 3;

/** A line for each machine: its system, its Zoom versions, and the time span of its sources. */
export function drawHead(report: Report, style: Style): readonly string[] {
  const paint = painterOf(style);
  const separator = ` ${glyphsOf(style).dot} `;
  const name = `zoomlog ${report.tool.version}`;
  if (report.machines.length === 0) return [paint('bold', name)];
  return report.machines.flatMap((machine, at) => {
    const number =
      report.machines.length > 1 ? [`machine ${machine.id}`, ...(machine.name === null ? [] : [machine.name])] : [];
    const [title = '', ...names] = at === 0 ? [name, ...number] : number;
    const sources = report.sources.filter((source) => source.machine === machine.id);
    const cells = [title, ...names, ...machineCells(machine), ...sourceCells(sources, machine)];
    const [first = '', ...others] = flow(
      cells.map((cell) => printable(cell, style.unicode)),
      separator,
      style.width,
    );
    return [paint('bold', title) + first.slice(title.length), ...others];
  });
}

function machineCells(machine: Machine): readonly string[] {
  const system = systemOf(machine);
  const versions = machine.zoomVersions.slice(0, versionsShown).join(', ') || '(unknown version)';
  const others = machine.zoomVersions.length - versionsShown;
  const zoom = `Zoom ${versions}${others > 0 ? ` and ${others} more` : ''}`;
  return machine.managed ? [system, 'managed', zoom] : [system, zoom];
}

function sourceCells(sources: readonly Source[], { timezone }: Machine): readonly string[] {
  const lines = sources.reduce(
    (sum, source) =>
      sum + (source.state === 'read' || source.state === 'quoted' ? source.lines - source.passedOver : 0),
    0,
  );
  const ranges = spansOf(sources).map(([first, last, basis]) => formatRange(first, last, basis, timezone));
  return [`${counted(sources.length, 'source')}, ${counted(lines, 'line')}`, ...ranges];
}

type Span = readonly [first: string, last: string, basis: TimeBasis];

/** First and last time of the sources for each time basis: times of different bases do not compare. */
function spansOf(sources: readonly Source[]): readonly Span[] {
  const spans = new Map<TimeBasis, Span>();
  for (const { first, last, timeBasis } of sources) {
    if (first === null || last === null) continue;
    const span = spans.get(timeBasis);
    const earliest = span && instant(span[0], timeBasis) <= instant(first, timeBasis) ? span[0] : first;
    const latest = span && instant(span[1], timeBasis) >= instant(last, timeBasis) ? span[1] : last;
    spans.set(timeBasis, [earliest, latest, timeBasis]);
  }
  return [...spans.values()];
}

/** A number to order times of one basis by. */
function instant(time: string, basis: TimeBasis): number {
  if (basis === 'boot') return Number(/[\d.]+/.exec(time)?.[0]);
  const [day, clock = '00:00'] = time.replace(/^--/, '2000-').split('T');
  const isZoned = /(?:Z|[+-]\d\d:\d\d)$/.test(clock);
  return Date.parse(`${day || '2000-01-01'}T${clock}${isZoned ? '' : 'Z'}`);
}
