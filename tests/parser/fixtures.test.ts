/**
 * The incidents: each folder of fixtures/ has evidence/, laid out as in a bundle, and report.txt, what its scan must
 * print. `UPDATE=1` writes the reports anew; then look at them.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { formats, knowledge, openSource } from '@zoomlog/parser';
import { findSources } from '@zoomlog/parser/node';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ExitStatus, exitStatusOf } from '../../packages/cli/src/exit-status.ts';
import { drawReport } from '../../packages/cli/src/faces/text.ts';
import { packDemoBundle } from '../../scripts/make-demo-bundle.ts';
import { fixtures } from '../helpers/places.ts';
import { runsOf } from '../helpers/runs.ts';
import { scanPlainly, told } from '../helpers/scan-plainly.ts';

/** Each incident: the exit status of its scan, and its diagnoses as `failure code severity confidence`. */
const incidents: Readonly<Record<string, readonly [ExitStatus, ...string[]]>> = {
  'block-rule': [1, 'block-rule 104103 error high'],
  'camera-consent': [1, 'camera-consent-denied null error high'],
  'camera-denied': [1, 'camera-denied null error high'],
  'camera-lost': [1, 'usb-device-lost null error high'],
  'clock-set-since': [0, 'certificate-date-error null warning medium'],
  'clock-alone': [0, 'clock-wrong null warning low'],
  'clock-and-certificate': [1, 'clock-wrong null error high'],
  'clocks-joined': [1, 'clock-wrong 5003 error high'],
  'code-alone': [1, 'connection-failed 5003 error low'],
  'collected-intune': [
    1,
    'msi-failed null error high',
    'client-crashed-windows null error high',
    'winhttp-proxy-set null info high',
  ],
  'collected-kape': [1, 'block-rule 104103 error high'],
  'collected-sysdiagnose': [1, 'client-crashed-macos null error high', 'proxy-set null info high'],
  'collected-uac': [1, 'local-firewall-drop 104103 error high'],
  'collected-velociraptor': [1, 'local-firewall-drop 104103 error high'],
  'connect-timeouts': [1, 'connect-timed-out 104113 error medium'],
  'consents-given': [0],
  'crash-module': [1, 'client-crashed-windows null error high'],
  'crash-then-good': [0, 'client-crashed null warning high'],
  'demo-bundle': [1, 'local-firewall-drop 104103 error high'],
  'display-lost': [1, 'display-lost null error high'],
  'dns-failure': [1, 'dns-failed 5004 error medium'],
  'driver-failed': [1, 'device-start-failed null error high'],
  'encrypted-only': [3],
  'firewall-drop-linux': [1, 'local-firewall-drop 104103 error high'],
  'firewall-drop-windows': [1, 'local-firewall-drop 104103 error high'],
  healthy: [0],
  'install-needs-rights': [1, 'msi-needs-rights null error high'],
  'installer-failed': [1, 'installer-failed 10002 error high'],
  'library-missing': [1, 'library-missing null error high'],
  'media-ports-dropped': [0, 'local-firewall-drop null warning high'],
  'memlog-utf16': [1, 'connect-refused 104102 error medium'],
  'no-microphone': [1, 'no-microphone null error high'],
  'offline-join': [1, 'network-unreachable 104101 error high'],
  'proxy-login': [1, 'proxy-auth-required null error high'],
  'proxy-only-way': [1, 'direct-way-closed 5003 error low'],
  'proxy-refuses': [1, 'proxy-tunnel-refused null error high'],
  'transcript-deny': [1, 'microphone-consent-denied null error high'],
  'two-machines': [1, 'connection-failed 104103 error low', 'local-firewall-drop null error high'],
  'two-failures': [1, 'proxy-unreachable null error high', 'microphone-denied null error high'],
};

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();

/** Every source of the evidence, those in archives too, with its bytes. */
async function sourcesOf(folder: string): Promise<Map<string, Buffer>> {
  const sources = new Map<string, Buffer>();
  for await (const found of findSources([folder])) {
    if (found.kind !== 'source') throw new Error(`${found.path}: ${found.message}`);
    sources.set(found.path, await buffer(found.bytes()));
  }
  return sources;
}

/** The lines of a source, told apart from the parser's own decoder: UTF-16 has a mark here. */
const linesOf = (bytes: Buffer): string[] => {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
  return (text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text).split(/\r?\n/);
};

test('every folder with evidence is listed here', () => {
  const folders = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'evidence')));
  expect(folders.sort()).toEqual(Object.keys(incidents).sort());
});

describe.each(Object.entries(incidents))('%s', (incident, [status, ...diagnoses]) => {
  // As a user scans it who stands in its folder: where the checkout lies must not matter.
  const home = process.cwd();
  beforeEach(() => process.chdir(join(fixtures, incident)));
  afterEach(() => process.chdir(home));

  test('what is diagnosed', async () => {
    const { report, problems } = await scanPlainly(['evidence']);
    expect(told(report)).toEqual(diagnoses);
    expect(exitStatusOf(report, problems, ['evidence'], 'error')).toBe(status);
  });

  test('report.txt', async () => {
    const { report, problems, looked } = await scanPlainly(['evidence']);
    const style = { width: 100, color: false, unicode: true, platform: 'linux' } as const;
    const drawn = drawReport(report, { problems, looked, filters: [] }, style);
    if (process.env.UPDATE) writeFileSync('report.txt', drawn);
    expect(drawn).toBe(readFileSync('report.txt', 'utf8'));
  });

  test('the order of the files changes nothing', async () => {
    const files = filesUnder('evidence');
    // One folder and its files are one bundle, under another name.
    const plainly = async (paths: readonly string[]) => {
      const { report } = await scanPlainly(paths, { together: true });
      return JSON.stringify({ ...report, bundles: [] });
    };
    const wanted = await plainly(['evidence']);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length }), async (order) => {
        expect(await plainly(order)).toBe(wanted);
      }),
      runsOf(files.length === 1 ? 1 : 30),
    );
  });

  test('every span points at what the report shows', async () => {
    const { report } = await scanPlainly(['evidence'], { redact: false });
    const sources = await sourcesOf('evidence');
    for (const { path, line, column, endColumn, text, mark } of [...report.diagnoses, ...report.verdicts].flatMap(
      ({ evidence }) => evidence,
    )) {
      const sourceLine = linesOf(sources.get(path)!)[line - 1]!;
      const at = `${path}:${line}:${column}`;
      expect(sourceLine, at).toContain(text.replace(/^…|…$/g, ''));
      expect(sourceLine.slice(column - 1, endColumn - 1), at).toBe(text.slice(...mark));
      expect(endColumn, at).toBeGreaterThan(column);
    }
  });

  test('masking changes no diagnosis', async () => {
    const withoutTexts = async (redact: boolean) =>
      (await scanPlainly(['evidence'], { redact })).report.diagnoses.map((diagnosis) => ({
        ...diagnosis,
        evidence: diagnosis.evidence.map(({ path, line, failure }) => ({ path, line, failure })),
      }));
    expect(await withoutTexts(true)).toEqual(await withoutTexts(false));
  });

  test('looking at what was found so far changes nothing, and sees what a scan of so much would see', async () => {
    for (const [path, bytes] of await sourcesOf('evidence')) {
      const whole = openSource(knowledge, path);
      whole.push(bytes);
      const wanted = whole.end();
      fc.assert(
        fc.property(fc.array(fc.nat(bytes.length), { maxLength: 4 }), (cuts) => {
          const pipe = openSource(knowledge, path);
          let from = 0;
          for (const cut of [...cuts, bytes.length].sort((a, b) => a - b)) {
            // As much as ends with a line: what has no end yet is not looked at.
            const to = cut === bytes.length ? cut : bytes.lastIndexOf(10, cut) + 1;
            pipe.push(bytes.subarray(from, to));
            from = Math.max(from, to);
            const seen = pipe.sofar();
            const scanned = openSource(knowledge, path);
            scanned.push(bytes.subarray(0, to));
            const { findings, format } = scanned.end();
            if (seen && bytes[0] !== 0xff && bytes[to - 1] === 10)
              expect({ findings: seen.findings, format: seen.format }).toEqual({ findings, format });
          }
          expect(pipe.end()).toEqual(wanted);
        }),
        runsOf(50),
      );
    }
  });

  test('searching finds what parsing every line finds', async () => {
    for (const [path, bytes] of await sourcesOf('evidence')) {
      const read = (everyPiece: boolean) => {
        const pipe = openSource(knowledge, path, { everyPiece });
        pipe.push(bytes);
        return pipe.end();
      };
      expect(read(false), path).toEqual(read(true));
    }
  });
});

describe('the healthy evidence', () => {
  test('has a file of every format', async () => {
    const { report } = await scanPlainly([join(fixtures, 'healthy/evidence')]);
    const shown = new Set(report.sources.map(({ format }) => format));
    // A format that nothing recognises lives in other files only, and what is told by its path is of no format.
    // A dialog is shown when something failed: there is no healthy one.
    const missing = formats.filter(
      ({ id, recognise }) => id !== 'dialog' && Object.keys(recognise).some((key) => key !== 'path') && !shown.has(id),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('no file by itself gives a diagnosis', async () => {
    for (const file of filesUnder(join(fixtures, 'healthy/evidence'))) {
      expect(told((await scanPlainly([file])).report), file).toEqual([]);
    }
  });

  test('nor does it in a folder that is named after Zoom', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zoom-ticket-'));
    cpSync(join(fixtures, 'healthy/evidence'), folder, { recursive: true });
    const { report } = await scanPlainly([folder]);
    rmSync(folder, { recursive: true });
    expect(told(report)).toEqual([]);
  });
});

describe('the demo bundle', () => {
  const demo = join(fixtures, 'demo-bundle');

  test('is what scripts/make-demo-bundle.ts packs', () => {
    expect(packDemoBundle().equals(readFileSync(join(demo, 'evidence/bundle.zip')))).toBe(true);
  });

  test('gives the same diagnoses unpacked', async () => {
    const ids = async (folder: string) =>
      (await scanPlainly([join(demo, folder)])).report.diagnoses.map(({ id, count }) => ({ id, count }));
    expect(await ids('unpacked')).toEqual(await ids('evidence'));
  });
});
