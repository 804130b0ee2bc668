/** Files followed as they grow: in the end they say what a scan of them says, and nothing is lost or told twice on the way. */
import {
  appendFileSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceFindings } from '@zoomlog/parser';
import { type Following, followSources } from '@zoomlog/parser/node';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tarOf, zipOf } from '../../scripts/make-archive.ts';
import { scanPlainly } from '../helpers/scan-plainly.ts';

let folder: string;
let following: Following | null = null;
const told: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-'));
  told.length = 0;
});
afterEach(async () => {
  await following?.close();
  following = null;
  rmSync(folder, { recursive: true, force: true });
});

async function follow(fromStart: boolean, ...names: readonly string[]): Promise<Following> {
  return followWith({ fromStart }, ...names);
}

async function followWith(
  options: { readonly fromStart: boolean; readonly followLinks?: boolean },
  ...names: readonly string[]
): Promise<Following> {
  following = followSources(names.length === 0 ? [folder] : names.map((name) => join(folder, name)), {
    ...options,
    os: null,
    onChange: () => {},
    onProblem: ({ path, message }) => told.push(`${path.slice(folder.length + 1)}: ${message}`),
    onRecovery: () => {},
    onPolling: (reason) => told.push(reason),
    onEnd: () => {},
  });
  await following.ready;
  return following;
}

let clock = 0;
const failure = (code = '104103'): string =>
  `02/17/2025 16:40:${String(clock++ % 60).padStart(2, '0')}:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: , this = 0x00c4d200\n`;
const noise = (): string =>
  `02/17/2025 16:40:${String(clock++ % 60).padStart(2, '0')}:009\tZOOM\t[512:9013:41288]\tINFO\tvc::start_req(),  nothing, this = 0x00c4d200\n`;

const seen = (sources: readonly SourceFindings[]): string[] =>
  sources.flatMap(({ findings }) => findings.map(({ id, code, count }) => `${id} ${code} ${count}`)).sort();

/** Waits until the sources show what is wanted; fails with what they show instead. */
async function shows(wanted: readonly string[]): Promise<void> {
  const until = Date.now() + 8_000;
  while (Date.now() < until && seen(following!.sources()).join() !== wanted.join())
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen(following!.sources())).toEqual(wanted);
}

const one = (count: number): string[] => [`connection-failed 104103 ${count}`];

describe('a followed file', { timeout: 30_000 }, () => {
  const path = (name = 'zoom_memlog_1.log'): string => join(folder, name);

  test('what stands in it at the start is passed over, or read', async () => {
    writeFileSync(path(), noise() + failure());
    await follow(false);
    expect(seen(following!.sources())).toEqual([]);
    appendFileSync(path(), failure());
    await shows(one(1));
    expect(following!.sources()[0]!.findings[0]!.attempts[0]!.first.line).toBe(3);
    await following!.close();
    await follow(true);
    await shows(one(2));
  });

  test('a file of any size is judged up to its present end', async () => {
    writeFileSync(path(), noise().repeat(1_000));
    await follow(true);
    appendFileSync(path(), failure());
    await shows(one(1));
    const before = following!.sources()[0]!.last!;
    appendFileSync(path(), failure());
    await shows(one(2));
    expect(following!.sources()[0]!.last!.ms).toBeGreaterThan(before.ms);
    expect(following!.sources()).toMatchObject([{ lines: 1_002, first: { ms: expect.any(Number) } }]);
  });

  test('a line in two halves, and CRLF in two writes, are one line', async () => {
    writeFileSync(path(), noise());
    await follow(false);
    const line = failure().replace('\n', '\r\n');
    appendFileSync(path(), line.slice(0, line.indexOf('104103') + 3));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(seen(following!.sources())).toEqual([]);
    appendFileSync(path(), line.slice(line.indexOf('104103') + 3, -1));
    appendFileSync(path(), '\n');
    await shows(one(1));
  });

  test('UTF-16 that grows by odd bytes', async () => {
    const bytes = Buffer.from(`\ufeff${noise()}${failure()}${failure()}`, 'utf16le');
    writeFileSync(path(), bytes.subarray(0, 101));
    await follow(true);
    for (let at = 101; at < bytes.length; at += 77) appendFileSync(path(), bytes.subarray(at, at + 77));
    await shows(one(2));
  });

  test('rotation by rename: the old one stays what it is, the new one begins', async () => {
    writeFileSync(path(), noise());
    await follow(false);
    appendFileSync(path(), failure());
    await shows(one(1));
    renameSync(path(), path('zoom_memlog_1.log.1'));
    writeFileSync(path(), noise() + failure());
    await shows([...one(1), ...one(1)]);
    appendFileSync(path(), failure());
    await shows([...one(1), ...one(2)]);
    expect(seen((await scanPlainly([folder])).report.diagnoses.length === 1 ? following!.sources() : [])).toHaveLength(
      2,
    );
  });

  test('copied and truncated: nothing counts twice', async () => {
    writeFileSync(path(), noise());
    await follow(true);
    appendFileSync(path(), failure() + failure());
    await shows(one(2));
    copyFileSync(path(), path('copy.log'));
    truncateSync(path(), 0);
    await shows(one(2));
    appendFileSync(path(), noise() + failure());
    await shows([...one(1), ...one(2)]);
  });

  test('replaced by another of the same size', async () => {
    writeFileSync(path(), failure());
    await follow(true);
    await shows(one(1));
    writeFileSync(path('other.tmp'), failure('104101'));
    renameSync(path('other.tmp'), path());
    await shows(['connection-failed 104101 1']);
  });

  test('deleted and made again; a folder too', async () => {
    mkdirSync(join(folder, 'logs'));
    writeFileSync(path('logs/zoom_memlog_1.log'), noise());
    await follow(false);
    rmSync(join(folder, 'logs'), { recursive: true });
    mkdirSync(join(folder, 'logs'));
    writeFileSync(path('logs/zoom_memlog_1.log'), failure());
    await shows(one(1));
  });

  test('a path that does not exist yet', async () => {
    await follow(false, 'later');
    mkdirSync(join(folder, 'later'));
    writeFileSync(path('later/zoom_memlog_1.log'), failure());
    await shows(one(1));
  });

  test('a document is read when it is quiet', async () => {
    await follow(false);
    writeFileSync(
      path('consent.reg'),
      'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam]\r\n"Value"="Deny"\r\n',
    );
    writeFileSync(
      path('tnc.txt'),
      'ComputerName     : zoom.us\nRemoteAddress    : 203.0.113.40\nRemotePort       : 443\nTcpTestSucceeded : False',
    );
    await shows(['camera-consent-denied null 1', 'direct-way-closed null 1', 'port-closed-now null 1']);
  });

  test('an archive that is damaged, or a plain tar, says what a scan says', async () => {
    const entries = ['1', '2', '3'].map((name) => ({ name: `zoom_memlog_${name}.log`, data: failure(), crc: 7 }));
    writeFileSync(path('x.zip'), zipOf([entries[0]!, { ...entries[1]!, method: 12 }]));
    writeFileSync(path('x.tar'), await tarOf([...entries, { name: '../zoom_memlog_4.log', data: failure() }]));
    await follow(true);
    type Seen = Pick<SourceFindings, 'path' | 'state' | 'lines' | 'complete' | 'note'>;
    const shown = (sources: readonly Seen[]): string[] =>
      sources.map((one) => `${one.path} ${one.state} ${one.lines} ${one.complete} ${one.note}`).toSorted();
    const all = shown(await following!.close());
    expect(all).toEqual(shown((await scanPlainly([folder])).report.sources));
    expect(all).toHaveLength(6);
  });

  describe.skipIf(process.platform === 'win32')('behind links', () => {
    const real = (): string => join(folder, 'real', 'zoom_memlog_2.log');
    beforeEach(() => {
      mkdirSync(join(folder, 'real'));
      mkdirSync(path('watched/inner'), { recursive: true });
      writeFileSync(real(), '');
      symlinkSync(real(), path('watched/zoom_memlog_3.log'));
      symlinkSync(join(folder, 'real'), path('watched/out'));
      symlinkSync(path('watched'), path('watched/loop'));
      symlinkSync('inner', path('watched/again'));
      writeFileSync(path('watched/inner/zoom_memlog_4.log'), failure());
    });
    const paths = (): string[] => following!.sources().map((source) => source.path.slice(folder.length + 1));

    test('that lead out: named once, and not followed', async () => {
      await follow(true, 'watched');
      await shows(one(1));
      appendFileSync(real(), failure());
      symlinkSync(real(), path('watched/later.log'));
      await vi.waitFor(() => expect(told).toHaveLength(2), 5_000);
      expect(told[0]).toContain('watched: 2 links lead out of it and were not followed: "out"');
      expect(told[1]).toContain('watched/later.log: it is a link that leads out');
      await following!.close();
      expect(paths()).toEqual(['watched/inner/zoom_memlog_4.log']);
      expect(told).toHaveLength(2);
    });

    test.each([
      ['a file', 'watched/inner/zoom_memlog_4.log', 'real/zoom_memlog_2.log'],
      ['a folder', 'watched/inner', 'real'],
    ])('that take the place of %s: not followed either', async (_, name, target) => {
      writeFileSync(join(folder, 'real', 'zoom_memlog_4.log'), failure('104101') + failure('104101'));
      writeFileSync(real(), failure('104101'));
      await follow(true, 'watched');
      await shows(one(1));
      renameSync(path(name), join(folder, 'was'));
      symlinkSync(join(folder, target), path('link'));
      renameSync(path('link'), path(name));
      await vi.waitFor(() => expect(told.join()).toContain(`${name}: it is a link that leads out`), 5_000);
      // The system's news, and what is looked at once a second.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const seen = (sources: readonly SourceFindings[]): string => JSON.stringify(sources);
      expect(seen(following!.sources())).not.toContain('104101');
      expect(seen(await following!.close())).not.toContain('104101');
    });

    test('that lead out: followed when asked, with a note', async () => {
      await followWith({ fromStart: true, followLinks: true }, 'watched');
      await shows(one(1));
      appendFileSync(real(), failure());
      await vi.waitFor(() => expect(following!.sources().some(({ note }) => note?.includes(real()))).toBe(true), 8_000);
      expect(told).toEqual([]);
    });

    test('the named path itself, and one named folder from another', async () => {
      symlinkSync(join(folder, 'real'), path('link'));
      await follow(true, 'link');
      appendFileSync(real(), failure());
      await shows(one(1));
      expect(paths()).toEqual(['link/zoom_memlog_2.log']);
      await following!.close();
      await follow(true, 'watched', 'real');
      await shows([...one(1), ...one(1)]);
      expect(paths().toSorted()).toEqual(['real/zoom_memlog_2.log', 'watched/inner/zoom_memlog_4.log']);
      expect(told).toEqual([]);
    });
  });

  test.skipIf(process.platform === 'win32')('two names of one file are two sources, as in a scan', async () => {
    writeFileSync(path(), failure());
    linkSync(path(), path('zoom_memlog_2.log'));
    await follow(true);
    await shows([...one(1), ...one(1)]);
    appendFileSync(path(), failure());
    await shows([...one(2), ...one(2)]);
    expect((await scanPlainly([folder])).report.sources).toHaveLength(following!.sources().length);
  });

  test('what was written, renamed and made right before the end', async () => {
    mkdirSync(join(folder, 'logs'));
    writeFileSync(join(folder, 'logs/zoom_memlog.log'), failure());
    for (const given of ['logs', 'logs/', './logs/../logs', 'logs/*.log*']) {
      const followed = await follow(true, given);
      appendFileSync(join(folder, 'logs/zoom_memlog.log'), failure());
      renameSync(join(folder, 'logs/zoom_memlog.log'), join(folder, `logs/zoom_memlog.log.${clock}`));
      writeFileSync(join(folder, 'logs/zoom_memlog.log'), failure());
      const said = (await followed.close()).map(({ path, lines }) => `${path} ${lines}`).sort();
      following = null;
      const { report } = await scanPlainly([join(folder, given)]);
      expect(said).toEqual(report.sources.map(({ path, lines }) => `${path} ${lines}`).sort());
    }
  });

  test('one that is closed at once is ready, too', async () => {
    for (let k = 0; k < 40; k++) writeFileSync(path(`zoom_memlog_${k}.log`), failure());
    const begun = followSources([folder], {
      fromStart: true,
      os: null,
      onChange: () => {},
      onProblem: () => {},
      onRecovery: () => {},
      onPolling: () => {},
      onEnd: () => {},
    });
    await begun.close();
    await begun.ready;
  });
});
