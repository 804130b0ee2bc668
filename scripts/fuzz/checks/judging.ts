/** Sources judged together: any order, any question, within the schema, masked once and for all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  failureClasses,
  type JudgeOptions,
  judge,
  knowledge,
  maskText,
  type Report,
  type SourceFindings,
} from '@zoomlog/parser';
import { Ajv, type ValidateFunction } from 'ajv';
import { finishReport } from '../../../packages/parser/src/masking/redact.ts';
import { root } from '../../declarations.ts';
import type { Chance } from '../chance.ts';
import { difference, type Examination } from './fault.ts';

const schemaOf = (name: string): ValidateFunction =>
  new Ajv({ strict: false }).compile(JSON.parse(readFileSync(join(root, 'schema', `${name}.schema.json`), 'utf8')));
const reportSchema = schemaOf('report');
const eventSchema = schemaOf('watch-event');

export function checkSchema(name: 'report' | 'watch-event', value: unknown, { complain }: Examination): void {
  const fits = name === 'report' ? reportSchema : eventSchema;
  if (fits(value)) return;
  const [error] = fits.errors ?? [];
  complain('schema', `${name}: ${error?.instancePath.replace(/\d+/g, 'n')} ${error?.message}`);
}

const moments = [
  '2025-05-14T07:08:09',
  '2025-05-14T07:08:09Z',
  '2025-05-14',
  '0000-01-01T00:00:00',
  '9999-12-31T23:59:59+14:00',
];
const zones = ['Europe/Berlin', 'UTC', '+05:45', '-12:00', 'Pacific/Apia'];

/** Mostly as a scan without options asks. */
function drawOptions(chance: Chance): JudgeOptions {
  const plain: JudgeOptions = { version: '0.0.0' };
  if (chance.happens(0.6)) return plain;
  const bound = () => (chance.happens(0.5) ? chance.pick(moments) : { ago: chance.pick([0, 1, 3_600_000, 1e12]) });
  return {
    ...plain,
    ...(chance.happens(0.3) ? { redact: false } : {}),
    ...(chance.happens(0.4) ? { timezone: chance.pick(zones) } : {}),
    ...(chance.happens(0.2) ? { localZone: chance.pick(zones) } : {}),
    ...(chance.happens(0.3) ? { os: chance.pick(['windows', 'macos', 'linux'] as const) } : {}),
    ...(chance.happens(0.3) ? { since: bound() } : {}),
    ...(chance.happens(0.3) ? { until: bound() } : {}),
    ...(chance.happens(0.3) ? { at: { time: bound(), around: chance.pick([0, 60_000, 86_400_000]) } } : {}),
    ...(chance.happens(0.2) ? { now: '2026-01-01T00:00:00Z' } : {}),
    ...(chance.happens(0.2) ? { classes: [chance.pick(failureClasses)] } : {}),
    ...(chance.happens(0.2) ? { minConfidence: chance.pick(['low', 'medium', 'high'] as const) } : {}),
    ...(chance.happens(0.1) ? { together: true } : {}),
  };
}

/** The report on the sources, and complaints. Null when they cannot be judged. */
export function judgeSources(
  sources: readonly SourceFindings[],
  chance: Chance,
  examination: Examination,
): Report | null {
  const options = drawOptions(chance);
  const report = examination.step('judging', () => judge(knowledge, sources, options));
  if (!report) return null;
  checkSchema('report', report, examination);
  if (sources.length > 1) {
    const turned = examination.step('judging in another order', () => judge(knowledge, sources.toReversed(), options));
    const found = turned && difference(report, turned);
    if (found) examination.complain('order', found);
  }
  if (options.redact !== false && chance.happens(0.3)) {
    const again = examination.step('masking again', () => finishReport(report, { mask: true }));
    const found = again && difference(report, again);
    if (found) examination.complain('masking', found);
  }
  return report;
}

/** Lines masked as on standard error. */
export function checkMasking(text: string, chance: Chance, examination: Examination): void {
  const from = chance.below(text.length);
  const part = text.slice(from, from + chance.pick([80, 400, 4000]));
  const once = examination.step('masking a text', () => maskText(part));
  const twice = once === null ? null : examination.step('masking it again', () => maskText(once));
  if (once !== twice) examination.complain('masking', `${JSON.stringify(once?.slice(0, 300))} is masked again`);
}
