/**
 * Logs of real machines: the shared corpus and the labelled incidents. They stand beside the project, not in it; where
 * they are absent, these tests are skipped. Of their content only file names, formats and failures are told here.
 */
import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { knowledge, openSource } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { shared } from '../helpers/places.ts';
import { scanPlainly, told } from '../helpers/scan-plainly.ts';
import { startWarmCommand } from '../helpers/warm-command.ts';

const corpus = join(shared, 'corpus');
const incidents = join(shared, 'incidents');

/**
 * Every file: its format, its findings, the verdicts that say more than `not-assessable`, and the diagnoses as `failure code
 * severity confidence`. A person compared each row with what is known of the file; nothing rewrites them.
 */
const rows = readFileSync(join(import.meta.dirname, 'corpus.tsv'), 'utf8')
  .split('\n')
  .slice(1, -1)
  .map(
    (row) => row.split('\t') as [file: string, format: string, findings: string, verdicts: string, diagnoses: string],
  );

const files = globSync('{zoom,companion,constructed}/*', { cwd: corpus })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

describe.skipIf(files.length === 0)('the shared corpus (skipped where it is absent)', () => {
  test.each(rows)('%s', async (file, format, findings, verdicts, diagnoses) => {
    const { report, problems } = await scanPlainly([join(corpus, file)]);
    expect(problems).toEqual([]);
    const pipe = openSource(knowledge, file);
    pipe.push(readFileSync(join(corpus, file)));
    const seen = pipe.end().findings.map(({ id }) => id);
    expect({
      format: report.sources.map((source) => source.format ?? '').join(' '),
      findings: [...new Set(seen)].sort().join(' '),
      verdicts: report.verdicts
        .filter(({ state }) => state !== 'not-assessable')
        .map((verdict) => `${verdict.class} ${verdict.state}`)
        .join(', '),
      diagnoses: told(report).join(', '),
    }).toEqual({ format, findings, verdicts, diagnoses });
    // What a verdict says can be opened: the line is there, and has that much text.
    const lines = new TextDecoder(/utf16/.test(file) ? 'utf-16le' : 'utf-8')
      .decode(readFileSync(join(corpus, file)))
      .split(/\r?\n/);
    for (const { line, endColumn } of report.verdicts.flatMap(({ evidence }) => evidence))
      expect(lines[line - 1]!.length).toBeGreaterThanOrEqual(endColumn - 1);
  });

  test('every file has its row', () => {
    expect(rows.map(([file]) => file).sort()).toEqual(files);
  });

  test('what its list calls healthy is expected to be', () => {
    const listed = readFileSync(join(corpus, 'zoom.tsv'), 'utf8').trim().split('\n').slice(1);
    const healthy = listed.filter((row) => /^none\b|healthy|benign/.test(row.split('\t').at(-1)!));
    const names = healthy.map((row) => row.split('\t')[0]!);
    expect(names.length).toBeGreaterThan(20);
    const failing = new Set(
      rows.filter(([, , , , diagnoses]) => /\b(?:error|warning)\b/.test(diagnoses)).map(([file]) => file),
    );
    expect(names.filter((name) => failing.has(name))).toEqual([]);
  });

  test('all of it at once gives all verdicts', async () => {
    const { report } = await scanPlainly([corpus]);
    expect(report.sources.length).toBeGreaterThan(files.length);
    expect(report.verdicts).toHaveLength(10 * report.machines.length);
  });

  test('the failed join on macOS: no network, told once', async () => {
    const { report } = await scanPlainly([join(corpus, 'zoom/macos-memlog-joinfail-full-1.log')]);
    const [first, ...others] = report.diagnoses;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ class: 'network', code: '104101', confidence: 'high', severity: 'error' });
    const seen = Map.groupBy(first!.evidence, ({ failure }) => failure);
    const marked = (failure: string) => seen.get(failure)?.map(({ text, mark }) => text.slice(...mark)) ?? [];
    expect(new Set(marked('network-unreachable'))).toEqual(new Set(['errno = 51']));
    expect(marked('dns-failed')).toContain('rv = 8');
    expect(marked('connection-failed').every((text) => text.endsWith('104101'))).toBe(true);
    // An error of the socket stands there in the words of a TLS error.
    expect(report.verdicts.find((verdict) => verdict.class === 'tls-clock')?.state).toBe('not-assessable');
  });

  test('an encrypted log is told to be encrypted', async () => {
    const { report } = await scanPlainly([join(corpus, 'zoom/windows-memlog-encrypted-header-head-1.log')]);
    expect(report.sources.map(({ state }) => state)).toEqual(['encrypted']);
    expect(report.verdicts.every(({ state }) => state === 'not-assessable')).toBe(true);
  });
});

test.skipIf(!existsSync(incidents))('each file of the incidents is what it is (skipped where they are absent)', () => {
  // A file that is of no format has its state instead: encrypted, or a document that quotes nothing.
  const listed = readFileSync(join(import.meta.dirname, 'incident-formats.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const found = globSync('*/evidence/**/*', { cwd: incidents })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(incidents, path)).isFile())
    .sort()
    .map((path) => {
      const pipe = openSource(knowledge, path);
      pipe.push(readFileSync(join(incidents, path)));
      const { format, state } = pipe.end();
      return `${path}\t${format ?? state}`;
    });
  expect(found).toEqual(listed);
});

test.skipIf(!existsSync(incidents))('the labelled incidents (skipped where they are absent)', async () => {
  const warm = await startWarmCommand();
  const tool = [join(shared, 'tools/score.mjs'), incidents, '--', ...warm.command];
  // It exits with 1 while an incident is missed.
  const stdout = await new Promise<string>((resolve) =>
    execFile(process.execPath, tool, { maxBuffer: 1 << 24 }, (_, text) => resolve(text)),
  );
  warm.close();
  const scored = Array.from(stdout.matchAll(/^(ok|MISS) +([^:\s]+):/gm), ([, outcome, name]) => ({ outcome, name }));
  expect(scored.length).toBeGreaterThan(0);
  expect(scored.filter(({ outcome }) => outcome === 'MISS').map(({ name }) => name)).toEqual([]);
});
