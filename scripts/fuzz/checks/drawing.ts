/** A report as every face draws it, the events of a watch, and explanations: what people and programs get. */
import { allCodes, eventsBetween, explain, facts, failures, type Report, suggest } from '@zoomlog/parser';
import { drawJson, drawJsonLine } from '../../../packages/cli/src/faces/json.ts';
import { reportFaces } from '../../../packages/cli/src/faces/report-faces.ts';
import { drawExplanation } from '../../../packages/cli/src/faces/text/explanation.ts';
import type { Outcome } from '../../../packages/cli/src/faces/text/outcome.ts';
import { drawWatchEvent } from '../../../packages/cli/src/faces/text/watch-event.ts';
import type { Style } from '../../../packages/cli/src/terminal/style.ts';
import type { Chance } from '../chance.ts';
import { difference, type Examination } from './fault.ts';
import { checkSchema } from './judging.ts';

/** What no terminal may get from a log, line feeds apart: controls, and what turns or hides text. */
const unprintable = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const notAscii = /[^\n\x20-\x7e]/;

const drawStyle = (chance: Chance): Style => ({
  width: chance.pick([40, 60, 80, 100, 200, Number.POSITIVE_INFINITY]),
  color: false,
  unicode: chance.happens(0.7),
  platform: chance.pick(['linux', 'win32', 'darwin'] as const),
});

const outcome: Outcome = { problems: [], looked: null, filters: [] };

function checkText(name: string, text: string, { unicode }: Style, { complain }: Examination): void {
  const pattern = unicode ? unprintable : notAscii;
  const found = pattern.exec(text);
  const around = (at: number): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
  if (found) complain('text', `${name}: U+${found[0].codePointAt(0)!.toString(16)} in ${around(found.index)}`);
  if (!text.isWellFormed()) complain('text', `${name}: half of a surrogate pair`);
  if (!text.endsWith('\n')) complain('text', `${name}: it does not end with a line feed`);
}

function checkJson(name: string, value: object, json: string, examination: Examination): void {
  const parsed: unknown = examination.step(`parsing ${name}`, () => JSON.parse(json));
  const found = parsed === null ? null : difference(JSON.parse(JSON.stringify(value)), parsed);
  if (found) examination.complain('json', `${name}: ${found}`);
  const raw = unprintable.exec(json);
  if (raw) examination.complain('json', `${name}: U+${raw[0].codePointAt(0)!.toString(16)} is not escaped`);
}

export function drawFaces(report: Report, chance: Chance, examination: Examination): void {
  const style = drawStyle(chance);
  for (const [name, draw] of Object.entries(reportFaces)) {
    const drawn = examination.step(`drawing ${name}`, () => draw(report, outcome, style));
    if (drawn === null) continue;
    if (name === 'json') checkJson(name, report, drawn, examination);
    else checkText(name, drawn, style, examination);
  }
}

/** What a watch tells between two reports of the same sources. */
export function drawEvents(before: Report | null, now: Report, chance: Chance, examination: Examination): void {
  const style = drawStyle(chance);
  const events = examination.step('comparing reports', () => eventsBetween(before, now, new Date(0)));
  for (const event of events ?? []) {
    checkSchema('watch-event', event, examination);
    const line = examination.step('drawing an event as JSON', () => drawJsonLine(event, style));
    if (line !== null) checkJson('an event', event, line, examination);
    if (line !== null && line.indexOf('\n') !== line.length - 1)
      examination.complain('json', 'an event is not one line');
    if (!('diagnosis' in event)) continue;
    const text = examination.step('drawing an event', () => drawWatchEvent(event, now.machines, style));
    if (text !== null) checkText('an event', text, style, examination);
  }
}

const known = [...[...failures, ...facts].map(({ id }) => id), ...allCodes.map(({ code }) => code)];

/** Words of a log, as someone would ask for them. */
export function drawExplanations(text: string, chance: Chance, examination: Examination): void {
  const from = chance.below(text.length);
  const part = text.slice(from, from + 300);
  const words = part.match(/[\w#=:.-]+(?: [\w#=:.-]+)?/g) ?? [part];
  const query = chance.happens(0.3)
    ? chance.pick(known) + chance.pick(['', ' ', '0', '\0', '\u202e', ':'])
    : chance.pick(words);
  const os = chance.pick(['windows', 'macos', 'linux', null] as const);
  const explanation = examination.step('explaining', () => explain(query, { os, failures, facts }));
  if (!explanation) {
    examination.step('suggesting', () => suggest(query, known));
    return;
  }
  const style = drawStyle(chance);
  const drawn = examination.step('drawing an explanation', () => drawExplanation(explanation, os, style));
  if (drawn !== null) checkText('an explanation', drawn, style, examination);
  const json = examination.step('drawing an explanation as JSON', () => drawJson(explanation, style));
  if (json !== null) checkJson('an explanation', explanation, json, examination);
}
