/** Users and e-mail addresses in paths: masked in what is handed on, and only there. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMasks, pathWithoutSecrets } from '@zoomlog/parser';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isHandedOn } from '../../packages/cli/src/faces/report-faces.ts';
import { finishReport } from '../../packages/parser/src/masking/redact.ts';
import { evidenceOf, reportOf } from '../helpers/hand-made-report.ts';
import { runCli } from '../helpers/run-cli.ts';
import { runsOf } from '../helpers/runs.ts';

describe('a path', () => {
  test.each([
    ['/home/alice/.zoom/logs/x.log', '/home/<account-1>/.zoom/logs/x.log'],
    ['home/alice/x.log', 'home/<account-1>/x.log'],
    ['/Users/alice doe/x.log', '/Users/<account-1>/x.log'],
    ['/Users/alice doe', '/Users/<account-1>'],
    ['/home/alice%20doe/x.log', '/home/<account-1>/x.log'],
    ['C:/Users/alice/AppData/Roaming/Zoom/x.log', 'C:/Users/<account-1>/AppData/Roaming/Zoom/x.log'],
    ['//server/homes/alice/x.log', '//server/homes/<account-1>/x.log'],
    ['evidence/users/alice/x.log', 'evidence/users/<account-1>/x.log'],
    ['alice/AppData/Roaming/Zoom/x.log', '<account-1>/AppData/Roaming/Zoom/x.log'],
    ['alice.zip!/Users/alice/Library/Logs/x.log', '<account-1>.zip!/Users/<account-1>/Library/Logs/x.log'],
    ['/home/alice/a.zip!/b.zip!/x.log', '/home/<account-1>/a.zip!/b.zip!/x.log'],
    ['/home/alice/ticket.md#L12-40', '/home/<account-1>/ticket.md#L12-40'],
    ['mail/alice@example.com/x.log', 'mail/<email-1>/x.log'],
    ['~alice/logs/x.log', '~<account-1>/logs/x.log'],
  ])('%s', (path, masked) => {
    const masks = createMasks();
    masks.learn([path]);
    expect(masks.path(path)).toBe(masked);
    expect(pathWithoutSecrets(path)).not.toMatch(/\/alice[/@]/);
  });

  test.each([
    ...['-', '~/.zoom/logs/x.log', 'C:/Users/Public/x', '/Users/Shared/x', 'evidence/AppData/x', 'ticket.md#L1-3'],
    ...['/var/log/zoom-6.0.11.39959/x', 'logs/2026-03-06/192.0.2.7.log', '/root/x', 'a.zip!/b/x', ''],
  ])('stays: %s', (path) => {
    expect(createMasks().path(path)).toBe(path);
  });

  test('two paths never become one', () => {
    const part = fc.constantFrom(
      ...[
        'home',
        'Users',
        'alice',
        'Alice',
        'ALICE',
        'bob',
        '<account-1>',
        '<account-2>',
        'x.zip!',
        'alice@example.com',
      ],
      ...['AppData', 'logs', '~', 'C:', '', '#L1-2', '.zoom', 'alice-bob'],
    );
    const path = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
        const masks = createMasks();
        masks.learn(paths);
        expect(new Set(paths.map(masks.path)).size).toBe(paths.length);
      }),
      runsOf(5_000),
    );
  });
});

test('a report: every path, with the tokens that its texts have; its texts as without', () => {
  const path = '/home/alice/x.log';
  const given = reportOf([evidenceOf('user=bob USER=alice', [0, 0], path)], [path, '/home/bob/y.log']);
  const whole = {
    ...given,
    bundles: [{ id: 1, path: '/home/alice' }],
    run: { started: '', paths: ['/home/alice'], options: {}, labels: { who: 'alice' } },
  };
  const plain = finishReport(whole, { mask: true });
  const masked = finishReport(whole, { mask: true, maskPaths: true });
  expect(plain.sources.map((source) => source.path)).toEqual([path, '/home/bob/y.log']);
  expect(masked.sources.map((source) => source.path)).toEqual(['/home/<account-2>/x.log', '/home/<account-1>/y.log']);
  expect(masked.verdicts[0]!.evidence[0]).toMatchObject({
    text: 'user=<account-1> USER=<account-2>',
    path: '/home/<account-2>/x.log',
  });
  expect(masked.bundles[0]!.path).toBe('/home/<account-2>');
  expect(masked.run!.paths).toEqual(['/home/<account-2>']);
  expect(masked.run!.labels).toEqual({ who: 'alice' });
  expect(finishReport(masked, { mask: true, maskPaths: true })).toEqual(masked);
});

test('several reports with the same masks: a path keeps its token', () => {
  const masks = createMasks();
  const pathsOf = (texts: readonly string[], paths: readonly string[]) =>
    finishReport(
      reportOf(
        texts.map((text) => evidenceOf(text)),
        paths,
      ),
      { mask: true, maskPaths: true, masks },
    ).sources.map(({ path }) => path);
  const first = pathsOf([], ['/home/alice/x']);
  expect(pathsOf(['user=bob'], ['/home/bob/x', '/home/alice/x'])[1]).toBe(first[0]);
});

test('which faces are handed on', () => {
  expect(isHandedOn).toMatchObject({ text: false, json: false });
});

// ---- the command -------------------------------------------------------------------------------

const line =
  '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: , this = 0x00c4d200\n';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-paths-'));
  mkdirSync(join(folder, 'home/alice/.zoom/logs'), { recursive: true });
  writeFileSync(join(folder, 'home/alice/.zoom/logs/zoom_memlog_1.log'), line);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['text', 'json'])('scan --format %s', (format) => {
  const scan = (...options: readonly string[]) =>
    runCli(['scan', join(folder, 'home/alice'), join(folder, 'home/alice/gone.log'), '--format', format, ...options]);

  test('keeps paths that open', async () => {
    const { stdout, stderr } = await scan();
    expect(stdout).toContain('home/alice');
    expect(stderr).toContain('home/alice/gone.log');
  });

  test('--redact-paths masks them, on standard error too; the exit status is the same', async () => {
    const [plain, masked] = [await scan(), await scan('--redact-paths')];
    expect(masked.stdout + masked.stderr).not.toContain('alice');
    expect(masked.stdout).toContain('home/<account-1>/.zoom/logs/zoom_memlog_1.log');
    expect(masked.stderr).toContain('home/<account-1>/gone.log: ');
    expect(masked.status).toBe(plain.status);
  });
});

test('watch --redact-paths masks them in its events, too', async () => {
  const { stdout, stderr } = await runCli([
    ...['watch', '--replay', join(folder, 'home/alice'), '--speed', '1000', '--format', 'ndjson', '--redact-paths'],
  ]);
  expect(stdout).toContain('home/<account-1>/.zoom/logs/zoom_memlog_1.log');
  expect(stdout).toContain('"event":"opened"');
  expect(stdout + stderr).not.toContain('alice');
});
