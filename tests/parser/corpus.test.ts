/**
 * Logs of real machines: the shared corpus and the labelled incidents. They stand beside the project, not in it; where
 * they are absent, these tests are skipped. Of their content only file names, formats and failures are told here.
 */
import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledge, openSource } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { shared } from '../helpers/places.ts';
import { scanPlainly, told } from '../helpers/scan-plainly.ts';
import { startWarmCommand } from '../helpers/warm-command.ts';

const corpus = join(shared, 'corpus');
const incidents = join(shared, 'incidents');

/**
 * Every file of Windows, by hand: its format, its findings, and the verdicts that say more than `not-assessable`. It is
 * written from what is known of the files, never from what a scan gives.
 */
const windowsRows = readFileSync(join(import.meta.dirname, 'windows-corpus.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t') as [file: string, format: string, findings: string, verdicts: string]);
const ofWindows = new Set(windowsRows.map(([file]) => file));

/** Every file of other systems that shows a failure, with its diagnoses as `failure code severity confidence`. All others show none. */
const failing: Readonly<Record<string, readonly string[]>> = {
  'zoom/linux-stdout-childstatus256-1.log': ['graphics-flush-failed null error medium'],
  'zoom/linux-stdout-full-2.log': ['client-crashed-at-quit null info medium'],
  'zoom/linux-stdout-full-3.log': ['display-lost null warning high'],
  'zoom/linux-stdout-gpu-fatal-1.log': ['gpu-process-unusable null error high'],
  'zoom/linux-stdout-missing-libxcb-xtest-1.log': ['library-missing null error high'],
  'zoom/linux-stdout-relocation-1.log': ['library-missing null error high'],
  'zoom/linux-stdout-segv-1.log': ['client-crashed-at-quit null info medium'],
  'zoom/linux-stdout-x11-1.log': ['display-lost null error high'],
  'zoom/macos-memlog-joinfail-full-1.log': ['network-unreachable 104101 error high'],
  'zoom/macos-tccd-ndjson-3.log': ['camera-denied null error high'],
  'companion/chronyc-1.txt': ['clock-unsynchronised null info high'],
  'companion/netlog-certdate.json': ['certificate-date-error null error medium'],
  'companion/netlog-dns.json': ['dns-failed null error high'],
  'companion/netlog-proxy403.json': ['proxy-tunnel-refused null error high'],
  'companion/netlog-proxy407.json': ['proxy-auth-required null error high'],
  'companion/netlog-proxydead.json': ['proxy-unreachable null error high'],
  'companion/netlog-refused.json': ['connect-refused null error medium'],
  'companion/netlog-reset.json': ['connect-reset null error medium'],
  'companion/netlog-untrusted.json': ['certificate-untrusted null error medium'],
  'companion/pactl-1.txt': ['sound-server-down null warning low'],
  'companion/networksetup-1.txt': ['proxy-set null info high'],
  'companion/scutil-proxy-1.txt': ['proxy-set null info high'],
  'companion/scutil-proxy-2.txt': ['proxy-set null info high'],
  'companion/tccd-5.ndjson': ['camera-denied null error high'],
  'companion/timedatectl-3.txt': ['hardware-clock-local null info high'],
  'companion/v4l2-1.txt': ['no-camera null warning low'],
  'constructed/cfnetwork-clock.constructed.txt': ['certificate-date-error null error medium'],
  'constructed/tcc-access-zoom.constructed.txt': [
    'camera-denied null error high',
    'screen-recording-denied null error high',
  ],
  'constructed/ufw-zoom-out.constructed.log': ['local-firewall-drop null error high'],
};

/** The formats by how the names start, the first that fits. Files of other names are of no format known so far. */
const formats: readonly (readonly [names: RegExp, format: string])[] = [
  [/^zoom\/linux-monitor-/, 'zoom-monitor'],
  [/^zoom\/linux-stdout-gpu-fatal-/, 'chromium'],
  [/^zoom\/linux-stdout-/, 'zoom-stdout'],
  [/^zoom\/macos-crashlog-/, 'zoom-signin'],
  [/^zoom\/macos-memlog-/, 'zoom-memlog'],
  [/^zoom\/macos-tccd-compact-|^companion\/tccd-[34]\.txt/, 'unified-log-compact'],
  [/^zoom\/macos-tccd-ndjson-|^companion\/(?:log-ndjson-|tccd-5)/, 'unified-log-ndjson'],
  [/^companion\/(?:macos-tls-|tccd-[128]\.)|^constructed\/cfnetwork-/, 'unified-log-excerpt'],
  [/^constructed\/tcc-access-/, 'tcc-rows'],
  [/^zoom\/macos-zoominstall-/, 'zoom-mac-install'],
  [/^zoom\/windows-installer-/, 'zoom-installer'],
  [/^companion\/chrome-debug-/, 'chromium'],
  [/^companion\/chronyc-/, 'chronyc'],
  [/^companion\/journal-json-/, 'journal-json'],
  [/^companion\/selinux-/, 'audit-log'],
  [/^companion\/(?:linux-firewall-|mac-system-log-)|^constructed\/ufw-/, 'syslog'],
  [/^companion\/moz-log-/, 'moz-log'],
  [/^companion\/appfirewall-/, 'appfirewall'],
  [/^companion\/networksetup-/, 'networksetup'],
  [/^companion\/scutil-proxy-/, 'scutil-proxy'],
  [/^companion\/sntp-/, 'sntp'],
  [/^companion\/lsusb-/, 'lsusb'],
  [/^companion\/moz-log-/, 'generic'],
  [/^companion\/netlog-/, 'netlog'],
  [/^companion\/pactl-/, 'pactl-sources'],
  [/^companion\/timedatectl-/, 'timedatectl'],
  [/^companion\/ufw-status-/, 'ufw-status'],
  [/^companion\/v4l2-/, 'v4l2-ctl'],
];

const files = globSync('{zoom,companion,constructed}/*', { cwd: corpus })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

describe.skipIf(files.length === 0)('the shared corpus (skipped where it is absent)', () => {
  test.each(windowsRows)('%s', async (file, format, findings, verdicts) => {
    const { report } = await scanPlainly([join(corpus, file)]);
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
    }).toEqual({ format, findings, verdicts });
    // What a verdict says can be opened: the line is there, and has that much text.
    const lines = new TextDecoder(/utf16/.test(file) ? 'utf-16le' : 'utf-8')
      .decode(readFileSync(join(corpus, file)))
      .split(/\r?\n/);
    for (const { line, endColumn } of report.verdicts.flatMap(({ evidence }) => evidence))
      expect(lines[line - 1]!.length).toBeGreaterThanOrEqual(endColumn - 1);
  });

  test('every Windows file of the corpus has its row', () => {
    const listed = readFileSync(join(corpus, '../corpus/companion.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((row) => row.split('\t'))
      .flatMap(([file, os]) => (os === 'windows' ? [file!] : []));
    expect(listed.length).toBeGreaterThan(60);
    expect(listed.filter((file) => !ofWindows.has(file))).toEqual([]);
  });

  test.each(files.filter((file) => !ofWindows.has(file)))('%s', async (file) => {
    const { report, problems } = await scanPlainly([join(corpus, file)]);
    expect(problems).toEqual([]);
    expect(report.sources.map(({ format }) => format)).toEqual([
      formats.find(([names]) => names.test(file))?.[1] ?? null,
    ]);
    expect(told(report)).toEqual(failing[file] ?? []);
    expect(report.verdicts).toHaveLength(10 * report.machines.length);
  });

  test('every file that is told to fail is there', () => {
    expect(Object.keys(failing).filter((file) => !files.includes(file))).toEqual([]);
  });

  test('what its list calls healthy is expected to be', () => {
    const rows = readFileSync(join(corpus, 'zoom.tsv'), 'utf8').trim().split('\n').slice(1);
    const healthy = rows.filter((row) => /^none\b|healthy|benign/.test(row.split('\t').at(-1)!));
    const names = healthy.map((row) => row.split('\t')[0]!);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => failing[name])).toEqual([]);
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
