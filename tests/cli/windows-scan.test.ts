/** `zoomlog scan`, `explain` and `list` on Windows' own Node: the reports of this system, from every kind of path that Windows has. */
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawReport } from '../../packages/cli/src/faces/text.ts';
import { hasWindows } from '../../scripts/install/find-windows.ts';
import { tarOf, zipOf } from '../../scripts/make-archive.ts';
import { fixtures } from '../helpers/places.ts';
import { scanPlainly } from '../helpers/scan-plainly.ts';
import { type Run, type RunOptions, startMachine, type WindowsMachine } from '../helpers/windows/machine.ts';

const incidents = readdirSync(fixtures).filter((name) => readdirSync(join(fixtures, name)).includes('evidence'));
/** Drawn as text, too: a diagnosis, two machines, an archive, nothing, an encrypted log, paths cut on the left. */
const drawn = new Set(['block-rule', 'two-machines', 'demo-bundle', 'healthy', 'encrypted-only', 'memlog-utf16']);

const broken = [
  'Nov  3 08:01:02 desk-7 kernel: usb 3-2: new high-speed USB device number 5 using xhci_hcd',
  'Nov  3 08:01:09 desk-7 kernel: usb 3-2: device descriptor read/64, error -71',
  'Nov  3 08:01:12 desk-7 kernel: usb 3-2-port1: unable to enumerate USB device',
  '',
].join('\r\n');

describe.runIf(hasWindows())('Windows', { timeout: 120_000 }, () => {
  let machine: WindowsMachine;
  beforeAll(() => {
    machine = startMachine();
    cpSync(fixtures, machine.at('fixtures'), { recursive: true, preserveTimestamps: true });
    machine.write('logs/kern.log', broken);
    machine.write('notes.txt', 'Buy milk.\n');
  });
  afterAll(() => machine?.close());

  /** The sources of a scan as the report has them; also that it ended as a scan of a broken device ends. */
  const sourcesOf = async (paths: readonly string[], options?: RunOptions): Promise<string[]> => {
    const { status, stdout, stderr } = await machine.zoomlog(['scan', ...paths, '--format', 'json'], options);
    expect(status, stderr).toBe(1);
    return JSON.parse(stdout).sources.map(({ path }: { path: string }) => path);
  };
  /** A Windows path in the form of a report. */
  const held = (path: string): string => path.replaceAll('\\', '/');

  describe('a scan says what it says on this system', () => {
    const home = process.cwd();
    let runs: ReadonlyMap<string, Run>;
    beforeAll(async () => {
      runs = await machine.zoomlogs(
        incidents.map((name) => [
          name,
          { cwd: machine.at('fixtures', name), argv: ['scan', 'evidence', '--format', 'json'] },
        ]),
      );
    }, 120_000);
    afterAll(() => process.chdir(home));

    test.each(incidents)('%s', async (incident) => {
      process.chdir(join(fixtures, incident));
      const { report, problems, looked } = await scanPlainly(['evidence']);
      const { stdout, status } = runs.get(incident)!;
      // How the report came about is the only thing that differs.
      expect({ ...JSON.parse(stdout), run: null }).toEqual(JSON.parse(JSON.stringify(report)));
      if (!drawn.has(incident)) return;
      const cwd = machine.at('fixtures', incident);
      const text = await machine.zoomlog(['scan', 'evidence', '--output', 'out.txt'], { cwd });
      const style = { width: 100, color: false, unicode: true, platform: 'win32' } as const;
      const wanted = drawReport(report, { problems, looked, filters: [] }, style);
      expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toBe(wanted);
      expect([text.status, text.stdout, text.stderr]).toEqual([status, '', '']);
    });
  });

  // Each only reads, or writes a file of its own: one starts while another is read.
  describe.concurrent('every command and option', () => {
    test.each<[line: string, status: number, said: string]>([
      ['--version', 0, '0.1.0'],
      ['--help', 0, 'Usage: zoomlog'],
      ['help scan', 0, '--max-size'],
      ['scan logs', 1, 'unable to enumerate USB device'],
      ['scan logs --format json', 1, '"path": "logs/kern.log"'],
      ['scan logs --output out.txt', 1, ''],
      ['scan logs --class proxy', 0, 'No diagnosis matches the filters'],
      ['scan logs --since 2025-11-01 --until 2025-11-07T09:14', 1, 'filters'],
      ['scan logs --since 2026-03-06 --until 2026-03-07T09:14', 3, 'no source covers it'],
      ['scan logs --at 2025-11-03T08:01', 1, 'covered by 1 source'],
      ['scan logs --together --label case=1 --format json', 1, '"case": "1"'],
      ['scan logs --timezone Europe/Berlin', 1, 'local, Europe/Berlin'],
      ['scan logs --os linux', 1, 'Linux'],
      ['scan logs --min-confidence high', 0, '--min-confidence high'],
      ['scan logs --fail-on never', 0, 'unable to enumerate USB device'],
      ['scan logs --no-redact', 1, 'unable to enumerate USB device'],
      ['scan logs --max-size 100', 3, 'incomplete'],
      ['scan logs --hash --format json', 1, '"sha256": "'],
      ['scan logs --quiet', 1, ''],
      ['scan logs --color always', 1, '\u001b[31m'],
      ['scan logs notes.txt nowhere', 1, 'missing'],
      ['explain 5003', 0, '5003: '],
      ['explain proxy-auth-required --format json', 0, '"id": "proxy-auth-required"'],
      ['explain 5003 --os macos --color never', 0, '5003: '],
      ['list failures', 0, 'proxy-auth-required'],
      ['list codes', 0, '104103'],
      ['list formats --format json', 0, '"id": "zoom-memlog"'],
      ['list paths', 0, 'AppData\\Roaming\\Zoom\\logs'],
      ['list commands', 0, 'Test-NetConnection zoom.us -Port 443 *> '],
      ['watch logs --from-start --for 1s', 1, 'unable to enumerate USB device'],
      ['watch --replay logs --speed 100', 1, 'unable to enumerate USB device'],
    ])('%s', async (line, status, said) => {
      const run = await machine.zoomlog(line.split(' '));
      expect(run.status, run.stderr).toBe(status);
      expect(run.stdout).toContain(said);
      if (said === '') expect(run.stdout).toBe('');
    });

    test.each<[line: string, said: RegExp]>([
      ['scan nowhere\\at\\all', /^zoomlog: nowhere\\at\\all: no such file or folder\. /],
      ['scan logs --class weather', /^zoomlog: --class: unknown value 'weather'/],
      [
        'scan logs --output nowhere\\out.txt',
        /^zoomlog: --output: cannot write 'nowhere\\out\.txt' \(ENOENT\); its folder/,
      ],
      ['scan logs --output logs', /^zoomlog: --output: cannot write 'logs' \(E\w+\); it is a folder/],
      ['explain nothing-known', /^zoomlog: /],
      ['.\\logs', /to read logs: zoomlog scan \.\\logs$/m],
    ])('a fault of the caller: %s', async (line, said) => {
      const { status, stdout, stderr } = await machine.zoomlog(line.split(' '));
      expect(stderr).toMatch(said);
      expect([status, stdout]).toEqual([2, '']);
    });

    test('standard input from a file', async () => {
      expect(await sourcesOf(['-'], { stdin: machine.at('logs/kern.log') })).toEqual(['-']);
    });
  });

  describe('paths', () => {
    test.concurrent.each<[what: string, given: (path: string) => string, shown?: (path: string) => string]>([
      ['from the drive', (path) => path],
      ['with forward slashes', held],
      ['with the drive in lower case', (path) => path.replace('C:', 'c:')],
      ['in another case', (path) => path.toUpperCase()],
      ['with a slash at the end', (path) => `${path}\\`, (path) => path],
      ['with the quote that a shell leaves', (path) => `${path}"`, (path) => path],
      ['behind \\\\?\\', (path) => `\\\\?\\${path}`, (path) => path],
      ['behind \\\\.\\', (path) => `\\\\.\\${path}`, (path) => path],
      ['relative to the drive', (path) => path.replace('C:\\', 'C:')],
    ])('%s', async (_, given, shown = given) => {
      const path = machine.path('logs');
      // C:name is relative to where the drive was left: its root.
      const cwd = machine.at('..');
      expect(await sourcesOf([given(path)], { cwd })).toEqual([`${held(shown(path))}/kern.log`]);
    });

    test('C: is where the drive was left, not its root', async () => {
      expect(await sourcesOf(['C:'], { cwd: machine.at('logs') })).toEqual(['C:./kern.log']);
    });

    test('one file by many names is one source', async () => {
      const path = machine.path('logs', 'kern.log');
      const names = [path, path.toLowerCase(), `\\\\?\\${path}`, machine.path('LOGS'), '.\\logs\\kern.log'];
      expect(await sourcesOf(names)).toEqual([held(path)]);
    });

    test('patterns, in any case and with either slash', async () => {
      expect(await sourcesOf(['log?\\*.LOG'])).toEqual(['logs/kern.log']);
      expect(await sourcesOf([machine.path('l*s', 'kern.*'), '**/kern.log'])).toEqual([
        held(machine.path('logs/kern.log')),
      ]);
    });

    test('a share, in both slashes and behind \\\\?\\UNC', async () => {
      machine.mount('\\\\server\\profiles$', machine.at('share'));
      cpSync(machine.at('logs'), machine.at('share/logs'), { recursive: true });
      for (const share of ['\\\\server\\profiles$', '//server/profiles$', '\\\\?\\UNC\\server\\profiles$'])
        expect(await sourcesOf([`${share}\\logs`])).toEqual(['//server/profiles$/logs/kern.log']);
      expect(await sourcesOf(['\\\\server\\profiles$\\*\\k*.log'])).toEqual(['//server/profiles$/logs/kern.log']);
    });

    test('over 260 characters, and with a blank and letters beyond ASCII', async () => {
      const deep = ['a'.repeat(100), 'Ärger mit Zoom', 'b'.repeat(120), '日本語', 'kern.log'];
      machine.write(deep.join('/'), broken);
      expect(machine.path(...deep).length).toBeGreaterThan(260);
      expect(await sourcesOf([machine.path(deep[0]!)])).toEqual([held(machine.path(...deep))]);
      expect(await sourcesOf([machine.path(...deep)])).toEqual([held(machine.path(...deep))]);
    });

    test.concurrent.each([
      'NUL',
      'CON',
      'COM1',
      '\\\\.\\NUL',
      '\\\\.\\pipe\\zoomlog',
      '\\\\.\\PhysicalDrive0',
      '\\\\.\\C:',
    ])('the device %s is not opened', async (name) => {
      const { status, stderr } = await machine.zoomlog(['scan', name]);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^zoomlog: [^\n]*(?:no such file|was not opened)[^\n]*\n$/);
      expect(stderr).toContain(name);
    });

    test('a stream of a file is read when it is named', async () => {
      machine.write('logs with/kern.log:other', broken);
      expect(await sourcesOf([machine.path('logs with', 'kern.log:other')])).toEqual([
        held(machine.path('logs with', 'kern.log:other')),
      ]);
    });

    test('a file that another process holds for itself costs one line, not the scan', async () => {
      machine.write('held/kern.log', broken);
      machine.write('held/client.log', broken);
      // libuv: UV_FS_O_EXLOCK shares the file with nobody.
      machine.write(
        'hold.cjs',
        `require('fs').openSync(process.argv[2], 2 | 0x10000000); console.log('held'); setInterval(() => {}, 1000);\n`,
      );
      const holder = machine.start([machine.path('hold.cjs'), machine.path('held', 'client.log')]);
      await holder.says('held');
      const { status, stdout, stderr } = await machine.zoomlog(['scan', machine.path('held')]);
      expect(stderr).toBe(
        `zoomlog: ${machine.path('held', 'client.log').replace('ü', '\\xfc')}: another program has locked it (EBUSY). Quit that program (Zoom, a backup, a virus scanner) and try again.\n`,
      );
      expect(stdout).toContain('unable to enumerate USB device');
      expect(status).toBe(1);
      holder.interrupt();
      await holder.status;
    });
  });

  describe('archives', () => {
    const names = [
      'NUL',
      'con.log',
      'aux/kern.log',
      'dot.log.',
      'blank.log ',
      'a:b.log',
      'x\\y\\kern.log',
      'long/'.repeat(60),
    ];
    const odd = names.map((name) => ({ name: name.endsWith('/') ? `${name}kern.log` : name, data: broken }));

    test('names that Windows reserves are only names', async () => {
      machine.write('odd.zip', zipOf(odd));
      machine.write('odd.tar.gz', gzipSync(await tarOf(odd.map(({ name, data }) => ({ name, data })))));
      for (const archive of ['odd.zip', 'odd.tar.gz']) {
        const sources = await sourcesOf([archive]);
        expect(sources).toHaveLength(odd.length);
        expect(sources).toContain(`${archive}!/NUL`);
      }
      // What is packed is never written to the disk.
      expect(readdirSync(machine.at()).filter((name) => /nul|con|aux|dot/i.test(name))).toEqual([]);
    });

    test('entries that lead out of the archive are refused', async () => {
      const names = ['..\\..\\x.log', 'C:\\x.log', 'C:x.log', '\\x.log', '\\\\server\\share\\x.log', 'kern.log'];
      machine.write('out.zip', zipOf(names.map((name) => ({ name, data: broken }))));
      const { stdout, stderr } = await machine.zoomlog(['scan', 'out.zip', '--format', 'json']);
      expect(JSON.parse(stdout).sources.map(({ path }: { path: string }) => path)).toContain('out.zip!/kern.log');
      expect(stderr).toMatch(/paths that leave the archive|absolute paths/);
    });
  });

  describe('the documented folders', () => {
    const install = (folder: string): void => {
      for (const [from, to] of [
        ['install-needs-rights', 'Temp'],
        ['block-rule', 'Roaming/Zoom/logs'],
      ] as const)
        cpSync(join(fixtures, from, 'evidence'), machine.at(folder, to), { recursive: true });
    };
    const found = async (env: RunOptions['env']): Promise<{ exists: boolean; path: string }[]> => {
      const { stdout } = await machine.zoomlog(['list', 'paths', '--format', 'json'], { env: env! });
      return JSON.parse(stdout);
    };

    test('by environment, in a profile with a blank and an umlaut', async () => {
      install('Jörg Meier');
      const env = {
        APPDATA: machine.path('Jörg Meier', 'Roaming'),
        LOCALAPPDATA: machine.path('Jörg Meier', 'Local'),
        TEMP: machine.path('Jörg Meier', 'Temp'),
      };
      mkdirSync(machine.at('Jörg Meier/Local/Zoom'), { recursive: true });
      const there = (await found(env)).filter(({ exists }) => exists).map(({ path }) => path);
      expect(there).toContain(`${held(env.APPDATA)}/Zoom/logs`);
      expect(there).toContain(`${held(env.LOCALAPPDATA)}/Zoom`);
      const { stdout, status } = await machine.zoomlog(['scan', '--format', 'json'], { env });
      expect(status).toBe(1);
      expect(JSON.parse(stdout).sources.length).toBeGreaterThan(1);
    });

    test('a roaming profile on another drive, or on a share', async () => {
      machine.mount('h:', machine.at('drive h'));
      mkdirSync(machine.at('drive h/Roaming/Zoom/logs'), { recursive: true });
      machine.mount('\\\\files\\home', machine.at('drive h'));
      for (const [root, path] of [
        ['H:\\', 'H:/'],
        ['\\\\files\\home\\', '//files/home/'],
      ] as const) {
        const there = await found({ APPDATA: `${root}Roaming` });
        expect(there).toContainEqual(expect.objectContaining({ path: `${path}Roaming/Zoom/logs`, exists: true }));
      }
    });

    test('variables that are not set, or empty, are places that are not there', async () => {
      const rows = await found({ APPDATA: null, LOCALAPPDATA: '', TEMP: null });
      expect(rows.filter(({ exists }) => exists)).toEqual([]);
      expect(rows.map(({ path }) => path)).toContain('%APPDATA%\\Zoom\\logs');
      const { status, stdout } = await machine.zoomlog(['scan'], {
        env: { APPDATA: null, LOCALAPPDATA: '', TEMP: null },
      });
      expect(status).toBe(3);
      expect(stdout).toContain('searched');
    });
  });

  test('a link to a folder around it is no loop', async () => {
    mkdirSync(machine.at('around'));
    appendFileSync(machine.at('around/kern.log'), broken);
    symlinkSync('..', machine.at('around/up'));
    expect(await sourcesOf(['around'])).toEqual(expect.arrayContaining(['around/kern.log']));
  });
});
