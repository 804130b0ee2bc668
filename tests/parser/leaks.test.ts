/** The last check of a report: what it finds, what it leaves alone, and that nothing is left for it to find. */
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend';
import { createMasks, judge, knowledge, openSource, type Report } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { findLeaks, knownPattern } from '../../packages/parser/src/masking/leaks.ts';
import { finishReport, maskText } from '../../packages/parser/src/masking/redact.ts';
import { findSecrets, replaceSecrets } from '../../packages/parser/src/masking/secrets.ts';
import { evidenceOf, reportOf } from '../helpers/hand-made-report.ts';
import { fixtures, shared } from '../helpers/places.ts';
import { scanPlainly } from '../helpers/scan-plainly.ts';
import { lookAlikes } from './mask-look-alikes.ts';
import { shapes } from './mask-shapes.ts';
import { siblings } from './siblings/index.ts';

const finished = (...texts: readonly string[]) => {
  const masks = createMasks();
  const given = reportOf(texts.map((text) => evidenceOf(text)));
  const report = finishReport(given, { mask: true, masks });
  return { report, texts: report.verdicts[0]!.evidence.map(({ text }) => text), leaks: masks.leaks() };
};

describe('what is masked somewhere is masked everywhere', () => {
  test.each<[what: string, masked: string, elsewhere: string, expected: string]>([
    ['an account', 'user=carol.x', 'token of carol.x was renewed', 'token of <leak-1> was renewed'],
    ['in other letters', 'user=carol', 'CAROL asked', '<leak-1> asked'],
    ['an address', 'email: alice@localhost', 'to:(Alice@localhost)', 'to:(<email-1>)'],
    ['a passcode', 'passcode: 554433', 'typed 554433 and enter', 'typed <leak-1> and enter'],
    ['a meeting number', 'meeting id: 1234567890', 'ring 123-456-7890x, 123 456 7890', 'ring 123-456-7890x, <leak-1>'],
    ['a hardware address', 'mac=00005E005301', 'dev 00005e005301 up', 'dev <leak-1> up'],
    ['a token', 'token=inventedSecret1', 'sent inventedSecret1.', 'sent <leak-1>.'],
    ['a name', 'participant Alice Example joined', 'muted: Alice Example (2)', 'muted: <leak-1> (2)'],
    ['a proxy password', 'http://bob:hunter22@192.0.2.9:3128', 'tried hunter22 again', 'tried <leak-1> again'],
  ])('%s', (_, masked, elsewhere, expected) => {
    const { texts, leaks } = finished(masked, elsewhere);
    expect(texts).toEqual([maskText(masked), expected]);
    expect(leaks).toBe(expected.includes('<leak-1>') ? 1 : 0);
  });

  test('equal ones alike, with the mark around them, and once only', () => {
    const masks = createMasks();
    const given = reportOf([evidenceOf('user=carol'), evidenceOf('was carol here', [4, 9]), evidenceOf('carol')]);
    const report = finishReport(given, { mask: true, masks });
    const [, second, third] = report.verdicts[0]!.evidence;
    expect(second!.text.slice(...second!.mark)).toBe('<leak-1>');
    expect(third!.text).toBe('<leak-1>');
    expect(masks.leaks()).toBe(1);
    const again = createMasks();
    expect(finishReport(report, { mask: true, masks: again })).toEqual(report);
    expect(again.leaks()).toBe(0);
  });
});

describe('what looks like nothing else', () => {
  test.each([
    ['AKIA', `xAKIA${'EXAMPLE0'.repeat(2)}x`],
    ['GitHub', `x_ghp_${'secret'.repeat(6)}`],
    ['JWT', '_eyJhbGciOiJub25lIn0.eyJleGFtcGxlIjoxfQ.secret'],
    ['mailbox', '<<alice@example.com>>'],
    ['card', 'paid 4000 0000 0000 0002 now'],
    ['no order', 'the secret was "Xq7Zt2Lm9Kp4Wd8Rv1Nb6Jh3" then'],
  ])('%s', (_, text) => {
    expect(findLeaks(text, null)).toHaveLength(1);
  });
});

describe('what stays', () => {
  test.each([
    ['a computer of the same name', 'user=carol', 'host carol-laptop and carol.example.com'],
    ['a word of logs', 'user=camera', 'the camera failed'],
    ['a part of a word', 'user=carol', 'carols carolina xcarol'],
    ['a short one', 'password: abc', 'abc failed'],
  ])('%s', (_, masked, text) => {
    expect(finished(masked, text)).toMatchObject({ texts: [maskText(masked), text], leaks: 0 });
  });

  test('look-alikes', () => {
    expect(lookAlikes.filter((text) => findLeaks(text, null).length > 0)).toEqual([]);
  });

  test('paths, commands of fixes and names of computers', () => {
    const given = reportOf([evidenceOf('user=carol', [0, 0], '/home/carol/x.log'), evidenceOf('from carol to x')]);
    const report = finishReport({ ...given, machines: [machineOf('carol')] }, { mask: true });
    expect(report.verdicts[0]!.evidence.map(({ text, path }) => [path, text])).toEqual([
      ['/home/carol/x.log', 'user=<account-1>'],
      ['a.log', 'from carol to x'],
    ]);
  });

  test('everything, without masking', () => {
    const given = reportOf([evidenceOf('user=carol'), evidenceOf('carol')]);
    const masks = createMasks();
    expect(finishReport(given, { mask: false, masks })).toEqual(given);
    expect(masks.leaks()).toBe(0);
  });
});

const machineOf = (name: string): Report['machines'][number] => ({
  id: 1,
  bundles: [1],
  name,
  os: null,
  osVersion: null,
  zoomVersions: [],
  timezone: null,
  managed: null,
});

// ---- nothing is left to find -------------------------------------------------------------------

/** Every text of a log as if all of it were evidence. */
function leaksOfLines(text: string): string[] {
  const lines = text.split(/\r?\n/).slice(0, 500);
  const masks = createMasks();
  const masked = lines.map((line) => replaceSecrets(line, findSecrets(line), masks.token));
  const known = knownPattern(masks.secrets());
  return masked.filter((line) => findLeaks(line, known).length > 0);
}

const textOf = (path: string): string => {
  const bytes = readFileSync(path);
  const isWide = bytes.length > 3 && (bytes[1] === 0 || bytes[3] === 0);
  return bytes.toString(isWide ? 'utf16le' : 'utf8');
};
const filesIn = (folder: string): string[] =>
  globSync('**/*', { cwd: folder })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && statSync(path).size < 3e6);

const incidents = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'evidence')));

test('a masked shape', () => {
  const left = Object.values(shapes)
    .flat()
    .flatMap(([text]) => leaksOfLines(text));
  expect(left).toEqual([]);
});

test('every line of the fixtures', () => {
  expect(filesIn(fixtures).flatMap((path) => leaksOfLines(textOf(path)))).toEqual([]);
});

test('the reports on the incidents that mislead', () => {
  for (const { evidence } of Object.values(siblings).flat()) {
    const masks = createMasks();
    const sources = Object.entries(evidence).map(([path, text]) => {
      const pipe = openSource(knowledge, `evidence/${path}`);
      pipe.push(new TextEncoder().encode(text));
      return pipe.end();
    });
    judge(knowledge, sources, { version: 'test', masks });
    expect(masks.leaks()).toBe(0);
  }
});

test.skipIf(!existsSync(shared))('every line of the shared logs (skipped where they are absent)', () => {
  const files = ['corpus', 'incidents'].flatMap((folder) => filesIn(join(shared, folder)));
  expect(files.filter((path) => leaksOfLines(textOf(path)).length > 0)).toEqual([]);
  expect(files.length).toBeGreaterThan(100);
});

describe('a check that others wrote', () => {
  const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: recommended, rules: [] }] };
  const lint = async (content: string): Promise<string[]> => {
    const { messages } = await lintSource({
      source: { filePath: 'report.json', content, ext: '.json', contentType: 'text' },
      options: { config },
    });
    return messages.map(({ messageId }) => messageId);
  };

  test('finds what is not masked', async () => {
    expect(await lint(`https://alice:hunter22hunter@example.org/x`)).not.toEqual([]);
  });

  test.each(incidents)('finds nothing in the report on %s', async (incident) => {
    const masks = createMasks();
    const { report } = await scanPlainly([join(fixtures, incident, 'evidence')], { masks });
    expect(masks.leaks()).toBe(0);
    expect(await lint(JSON.stringify(report, null, 2))).toEqual([]);
  });

  test('finds nothing in masked shapes', async () => {
    const texts = Object.values(shapes).flatMap((table) => table.map(([text]) => maskText(text)));
    expect(await lint(texts.join('\n'))).toEqual([]);
  });
});
