/** collect/zoomlog-collect.sh on machines made of stubs: every state told apart, under every shell of this machine. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FailureClass } from '@zoomlog/parser';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import {
  type CollectedItem,
  collectionName,
  copiesFolder,
  outputsFolder,
} from '../../packages/parser/src/knowledge/commands/collection.ts';
import { questionsOf } from '../../scripts/collect/tables.ts';
import { root } from '../helpers/places.ts';
import { scanPlainly } from '../helpers/scan-plainly.ts';
import { isRoot, type Run, Sandbox, type System, shells } from './sandbox.ts';

const validate = new Ajv({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync(join(root, 'schema/collection.schema.json'), 'utf8')),
);

const sandboxes: Sandbox[] = [];
afterAll(() => {
  for (const one of sandboxes) one.clear();
});
const sandbox = (...made: ConstructorParameters<typeof Sandbox>): Sandbox => {
  sandboxes.push(new Sandbox(...made));
  return sandboxes.at(-1)!;
};

/** A process that was ended stays in the table until its parent looks. */
const isGone = (pid: string): boolean => {
  try {
    return /^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
};

/** The item of the command that contains a text. */
const asked = ({ manifest }: Run, text: string): CollectedItem =>
  manifest!.items.find(({ command }) => command?.includes(text))!;
const placed = ({ manifest }: Run, place: string): CollectedItem =>
  manifest!.items.find((item) => item.place?.includes(place))!;

/** What the manifest says of the files is true, and it says it of all. */
function expectTrue({ status, manifest, files }: Run): void {
  expect(status).toBe(0);
  validate(manifest);
  expect(validate.errors).toBe(null);
  const listed = manifest!.items.flatMap((item) => item.files);
  const folders = manifest!.items.flatMap(({ command, files: own }) =>
    own.map(({ path }) => path.startsWith(`${command === null ? copiesFolder : outputsFolder}/`)),
  );
  expect(folders).not.toContain(false);
  expect(listed.map(({ path }) => path).sort()).toEqual(
    [...files.keys()].filter((name) => name !== collectionName).sort(),
  );
  for (const { path, bytes, sha256 } of listed) {
    const packed = files.get(path)!;
    expect([path, packed.length, createHash('sha256').update(packed).digest('hex')]).toEqual([path, bytes, sha256]);
  }
}

/** The classes that the failing samples of a system's commands are of. */
const shown = {
  linux: ['firewall', 'permissions', 'device-usb', 'tls-clock', 'network', 'install', 'crash'],
  macos: ['firewall', 'permissions', 'device-usb', 'tls-clock', 'network'],
} as const satisfies Record<System, readonly FailureClass[]>;

describe.skipIf(process.platform !== 'linux').concurrent('the shell collector', () => {
  test('shellcheck has nothing to say (skipped where it is not installed)', ({ skip }) => {
    const { status, stdout, error } = spawnSync('shellcheck', ['-s', 'sh', 'collect/zoomlog-collect.sh'], {
      cwd: root,
      encoding: 'utf8',
    });
    skip(error !== undefined, 'shellcheck is not installed');
    expect([status, stdout]).toEqual([0, '']);
  });

  test.each(shells.map((shell, k) => [shell.join(' '), k === 1 ? 'macos' : 'linux'] as const))(
    '%s, %s: everything answers',
    async (shell, os) => {
      const machine = sandbox(os);
      const run = await machine.run(['--network'], { shell: shell.split(' ') });
      expectTrue(run);
      const commands = run.manifest!.items.filter(({ command }) => command !== null);
      expect(commands.map(({ command }) => command)).toEqual(questionsOf(os).map(({ collect }) => collect));
      // No Mac here: there is no such log.
      const others = commands.filter(
        ({ state, command }) => state !== 'ran' && command !== 'cp /var/log/install.log .',
      );
      expect(others).toEqual([]);
      expect(run.manifest).toMatchObject({ os, elevated: false, network: true, clock: { server: 'http://zoom.us' } });
      const offset = Date.now() / 1000 - Date.UTC(2026, 2, 6, 8, 14, 31) / 1000;
      expect(Math.abs(run.manifest!.clock!.offset - offset)).toBeLessThan(100);
      expect(readdirSync(machine.at('tmp'))).toEqual([]);
      const [written, secret, next] = run.stdout.trim().split('\n');
      expect(written).toMatch(/^Written: \/.*\/out\/zoomlog-[\w.-]+-\d{8}T\d{6}Z\.(?:zip|tar\.gz)$/);
      expect(secret).toContain('addresses of this machine; ');
      expect(next).toBe(`Next, where zoomlog is: zoomlog scan '${written!.slice('Written: '.length)}'`);
      // What healthy machines print is no failure, here as it is alone.
      const { report } = await scanPlainly([written!.slice('Written: '.length)]);
      const loud = report.diagnoses.filter(({ severity }) => severity !== 'info').map(({ failure }) => failure);
      // By the server of this test it is still March.
      expect(loud).toEqual(['clock-wrong']);
      expect(statSync(written!.slice('Written: '.length)).mode & 0o77).toBe(0);
    },
  );

  test.each<System>(['linux', 'macos'])(
    '%s: what shows a failure is packed as well, without zip in a tar.gz',
    async (os) => {
      const machine = sandbox(os, 'home', (script) => script.replace('if has zip;', 'if has no-such-zip;'));
      machine.sample('failing');
      const run = await machine.run(['--network']);
      expectTrue(run);
      const empty = run.manifest!.items.filter(({ command, files }) => command !== null && files.length === 0);
      expect(empty.map(({ command }) => command)).toEqual(os === 'macos' ? ['cp /var/log/install.log .'] : []);
      expect(run.stdout).toContain('.tar.gz');
      const { report } = await scanPlainly([/^Written: (.*)$/m.exec(run.stdout)![1]!]);
      const found = report.diagnoses.filter(({ severity }) => severity !== 'info').map((one) => one.class);
      expect(found).toEqual(expect.arrayContaining([...shown[os]]));
    },
  );

  test.each([
    ['a date of another form', 'Date: 2026-03-06T08:14:31Z'],
    ['a date with a month that there is not', 'Date: Fri, 06 Mrz 2026 08:14:31 GMT'],
    ['a date without its zone', 'Date: Fri, 06 Mar 2026 08:14:31'],
    ['a year of two digits', 'Date: Friday, 06-Mar-26 08:14:31 GMT'],
    ['two dates', 'Date: Fri, 06 Mar 2026 08:14:31 GMT\\r\\nDate: Fri, 06 Mar 2026 08:14:31 GMT'],
    ['a proxy on the way', 'Date: Fri, 06 Mar 2026 08:14:31 GMT\\r\\nVia: 1.1 gw.example.com'],
    ['a cache', 'Date: Fri, 06 Mar 2026 08:14:31 GMT\\r\\nX-Cache: HIT'],
  ])('the clock is not measured: %s', async (_, headers) => {
    const measuring = '[ "$network" = false ] || measure_clock';
    const machine = sandbox('linux', 'home', (script) => script.replace(measuring, '$&; echo "clock: $clock"; exit 0'));
    machine.stub('curl', `printf 'HTTP/1.1 301 Moved\\r\\n${headers}\\r\\nLocation: https://www.zoom.us/\\r\\n\\r\\n'`);
    for (const shell of shells) expect((await machine.run(['--network'], { shell })).stdout).toContain('clock: null\n');
  });

  test('without --network no other machine is asked, and the clock is not measured', async () => {
    const machine = sandbox('linux');
    const run = await machine.run();
    expectTrue(run);
    const skipped = run.manifest!.items.filter(({ state }) => state === 'skipped');
    expect(
      skipped.map(({ command, error, exit, started, seconds }) => [command, error, exit, started, seconds]),
    ).toEqual(
      questionsOf('linux')
        .filter(({ network }) => network)
        .map(({ collect }) => [collect, 'it asks another machine: --network was not given', null, null, null]),
    );
    expect(run.manifest).toMatchObject({ network: false, clock: null });
    expect(readFileSync(machine.at('seen/calls'), 'utf8')).not.toMatch(/curl|getent ahosts/);
  });

  test.each(shells)('%s: absent, refused, failed, ended, and an answer with a status', async (...shell) => {
    const machine = sandbox('linux', 'home', (script) => script.replace(/ 60 (\\\n.*pactl)/, ' 1 $1'));
    machine.stub('chronyc', 'exit 127');
    machine.stub('timedatectl', 'echo "Failed to query: Permission denied" >&2; exit 1');
    machine.stub('lsusb', 'exit 126');
    machine.stub('v4l2-ctl', 'echo "cannot open /dev/video0"; exit 3');
    machine.stub(
      'pactl',
      `echo $$ >'${machine.at('seen/pid')}'; sleep 300 & echo $! >>'${machine.at('seen/pid')}'; wait`,
    );
    machine.stub('snap', 'head -c 5000 /dev/zero | tr "\\0" x; exit 4');
    machine.stub(
      'journalctl',
      'case "$*" in *--user*) echo "No journal files were found." >&2 ;; *) echo "Hint: You are currently not seeing messages from other users and the system." >&2 ;; esac',
    );
    machine.stub('flatpak', `printf '\\033[31m"\\\\\\377\\303\\244\\360\\237\\230\\200\\000 \\r\\n'; exit 9`);
    machine.stub('coredumpctl', 'echo "No coredumps found."; exit 1');
    machine.stub('env', 'exit 0');
    machine.stub('ldd', 'echo "ldd: /opt/zoom/zoom: No such file or directory" >&2; exit 1');
    const run = await machine.run([], { shell });
    expectTrue(run);
    const short = (text: string) => {
      const { state, exit, error, files } = asked(run, text);
      return [state, exit, error, files.length];
    };
    expect(short('chronyc')).toEqual(['absent', 127, 'exit status 127', 0]);
    expect(short('timedatectl')).toEqual(['not-allowed', 1, 'Failed to query: Permission denied', 1]);
    expect(short('lsusb')).toEqual(['not-allowed', 126, 'exit status 126', 0]);
    expect(short('v4l2-ctl')).toEqual(['failed', 3, 'cannot open /dev/video0', 1]);
    expect(short('pactl')).toEqual(['timed-out', null, 'it was ended after 1 seconds', 0]);
    expect(short('snap')).toEqual(['failed', 4, 'x'.repeat(500), 1]);
    expect(short('journalctl --user')).toEqual(['failed', 0, 'No journal files were found.', 0]);
    expect(short('journalctl -o')).toEqual(['not-allowed', 0, expect.stringContaining('not seeing messages'), 0]);
    expect(short('flatpak')).toEqual(['failed', 9, '\u001b[31m"\\\ufffd\u00e4\u{1f600}\u0000', 0]);
    expect(short('coredumpctl')).toEqual(['ran', 1, null, 1]);
    expect(short('env |')).toEqual(['ran', 1, null, 1]);
    expect(short('ldd')).toEqual(['absent', 1, 'ldd: /opt/zoom/zoom: No such file or directory', 0]);
    expect(run.stderr.replaceAll(/^asking for .*\n/gm, '')).toBe('');
    // What was ended is gone, with all that it started.
    const pids = readFileSync(machine.at('seen/pid'), 'utf8').trim().split('\n');
    expect(pids.map(isGone)).toEqual([true, true]);
  });

  test('macOS: a program that is not there, and a log that the account may not read', async () => {
    const machine = sandbox('macos');
    machine.remove('sntp');
    machine.stub('log', 'echo "log: Could not open local log store: Operation not permitted" >&2; exit 64');
    const run = await machine.run(['--network']);
    expectTrue(run);
    expect(asked(run, 'sntp')).toMatchObject({ state: 'absent', exit: 127 });
    expect(asked(run, 'log show')).toMatchObject({ state: 'not-allowed', exit: 64 });
    expect(asked(run, 'cp /var')).toMatchObject({ state: 'absent' });
  });

  test.each(shells)('%s: names and homes of any kind, and links', async (...shell) => {
    const machine = sandbox('linux', `a [home] of 'Al"ice' ü`);
    const logs = join(machine.home, '.zoom/logs');
    mkdirSync(join(logs, 'sub [x]'), { recursive: true });
    mkdirSync(join(machine.home, 'snap/zoom-client/12/.zoom/logs'), { recursive: true });
    const names = ['zoom_stdout_stderr.log', '.hidden', 'sub [x]/*', 'a "b" \\ \'c\' 100%', 'line\nfeed', 'ümläut 😀'];
    for (const name of names) writeFileSync(join(logs, name), name);
    writeFileSync(Buffer.concat([Buffer.from(`${logs}/bad`), Buffer.from([0xff, 0xc3])]), 'bad');
    writeFileSync(join(machine.home, 'snap/zoom-client/12/.zoom/logs/a.log'), 'snap');
    symlinkSync('/etc/passwd', join(logs, 'link'));
    symlinkSync('/etc', join(logs, 'links'));
    execFileSync('mkfifo', [join(logs, 'pipe')]);
    const spaced = machine.at(`tmp/a [b] 'c'`);
    mkdirSync(spaced);
    machine.own(`tmp/a [b] 'c'`);
    const run = await machine.run([], { shell, env: { TMPDIR: spaced } });
    expectTrue(run);
    const item = placed(run, '~/.zoom/logs');
    expect(item.files.map(({ from }) => from!.slice(logs.length + 1)).sort()).toEqual(
      [...names, 'bad\ufffd\ufffd'].sort(),
    );
    expect(item.files.map(({ path }) => path.slice(`files${logs}/`.length)).sort()).toEqual(
      [
        'zoom_stdout_stderr.log',
        '.hidden',
        'sub [x]/*',
        `a "b" %5C 'c' 100%25`,
        'line%0Afeed',
        'ümläut 😀',
        'bad%FF%C3',
      ].sort(),
    );
    for (const left of ['link (a link)', 'links (a link)', 'pipe (not a file)']) expect(item.error).toContain(left);
    expect(placed(run, 'snap').files.map(({ path }) => path)).toEqual([
      `files${machine.home}/snap/zoom-client/12/.zoom/logs/a.log`,
    ]);
    expect(placed(run, '.var')).toMatchObject({ state: 'absent', files: [] });
  });

  test('a link in place of the logs is told, and nothing was read', async () => {
    const machine = sandbox('linux');
    mkdirSync(join(machine.home, 'elsewhere'));
    mkdirSync(join(machine.home, '.zoom'));
    symlinkSync('../elsewhere', join(machine.home, '.zoom/logs'));
    const run = await machine.run();
    expectTrue(run);
    expect(placed(run, '~/.zoom/logs')).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('(a link)'),
      files: [],
    });
  });

  test('what is too large, too much or not readable is left out, and named', async () => {
    const machine = sandbox('linux', 'home', (script) =>
      script
        .replace('largest_sum=$((500 * 1024 * 1024))', 'largest_sum=30')
        .replace('most_files=10000', 'most_files=3'),
    );
    const logs = join(machine.home, '.zoom/logs');
    mkdirSync(join(logs, 'closed'), { recursive: true });
    for (const [name, size] of Object.entries({ a: 10, b: 25, c: 5, d: 5, e: 5 }))
      writeFileSync(join(logs, name), 'x'.repeat(size));
    writeFileSync(join(logs, 'big'), '');
    truncateSync(join(logs, 'big'), 64 * 1024 * 1024 + 1);
    chmodSync(join(logs, 'closed'), 0);
    const run = await machine.run();
    expectTrue(run);
    const { files, error, state } = placed(run, '~/.zoom/logs');
    expect(files.map(({ bytes }) => bytes)).toEqual([10, 5, 5]);
    expect(state).toBe('ran');
    for (const left of [
      'b (the collection would exceed 500 MB)',
      'big (over 64 MB)',
      'e (the collection has 3 files)',
      'closed (not allowed)',
    ])
      expect(error).toContain(left);
    chmodSync(join(logs, 'closed'), 0o700);
    chmodSync(logs, 0);
    expect(placed(await machine.run(['--output', 'second.zip']), '~/.zoom/logs')).toMatchObject({
      state: 'not-allowed',
      files: [],
    });
    chmodSync(logs, 0o700);
  });

  test('--dry-run names all and what is private, and runs and writes nothing', async () => {
    const machine = sandbox('linux');
    const { status, stdout } = await machine.run(['--dry-run']);
    expect(status).toBe(0);
    for (const { collect, what, private: secret } of questionsOf('linux')) {
      expect(stdout).toContain(collect);
      expect(stdout).toContain(secret ? `${what}; private: ${secret}` : what);
    }
    expect(stdout).toContain('~/.zoom/logs (not there)');
    expect([readdirSync(machine.at('out')), readdirSync(machine.at('tmp'))]).toEqual([[], []]);
    expect(readFileSync(machine.at('seen/calls'), 'utf8')).not.toMatch(/journalctl|timedatectl|curl/);
  });

  test.skipIf(!isRoot)(
    'as root it reads the home of who called sudo, and asks nothing that would be about root',
    async () => {
      const machine = sandbox('linux');
      machine.stub('getent', `case "$*" in 'passwd alice') echo 'alice:x:1000:1000::${machine.home}:/bin/sh' ;; esac`);
      machine.stub('who', "echo 'bob      tty2         2026-03-06 08:00'");
      machine.stub('loginctl', '');
      mkdirSync(join(machine.home, '.zoom/logs'), { recursive: true });
      writeFileSync(join(machine.home, '.zoom/logs/a.log'), 'a');
      const run = await machine.run([], { asRoot: true, env: { SUDO_USER: 'alice', HOME: '/root' } });
      expectTrue(run);
      expect(run.manifest).toMatchObject({ user: 'root', elevated: true });
      expect(placed(run, '~/.zoom/logs')).toMatchObject({ user: 'alice', state: 'ran', files: [{ bytes: 1 }] });
      for (const { collect } of questionsOf('linux').filter(({ account }) => account))
        expect(asked(run, collect)).toMatchObject({ state: 'skipped', error: expect.stringContaining('root asked') });
      const bobs = run.manifest!.items.filter(({ user }) => user === 'bob');
      expect(bobs.map(({ state, files }) => [state, files.length])).toEqual(bobs.map(() => ['absent', 0]));
      expect(bobs.length).toBe(3);
    },
  );

  test.each<[args: string[], status: number, message: RegExp]>([
    [['--help'], 0, /^$/],
    [['--verbose'], 2, /unknown option: --verbose/],
    [['--output'], 2, /--output needs a path/],
    [['--output', 'taken'], 1, /taken exists/],
    [['--output', 'nowhere/a.zip'], 1, /cannot write to .*nowhere/],
    [['--output', 'closed'], 1, /cannot write to .*closed/],
  ])('%j: exit status %i', async (args, status, message) => {
    const machine = sandbox('linux');
    writeFileSync(machine.at('out/taken'), 'mine');
    mkdirSync(machine.at('out/closed'), { mode: 0o555 });
    const run = await machine.run(args);
    expect([run.status, run.files.size]).toEqual([status, 0]);
    expect(run.stderr).toMatch(message);
    expect(run.stdout + run.stderr).toContain(status === 1 ? '' : 'Usage:');
    expect(readFileSync(machine.at('out/taken'), 'utf8')).toBe('mine');
    expect(readdirSync(machine.at('tmp'))).toEqual([]);
  });

  test.skipIf(!isRoot).each(['tmp', 'out'])(
    'a full disk in %s: an error, exit status 1, and nothing left',
    async (full) => {
      const machine = sandbox('linux');
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k,mode=1777', 'tmpfs', machine.at(full)], {
          stdio: 'ignore',
        });
      } catch {
        return; // A container without the right to mount.
      }
      try {
        mkdirSync(join(machine.home, '.zoom/logs'), { recursive: true });
        writeFileSync(
          join(machine.home, '.zoom/logs/a.log'),
          Buffer.from(Array.from({ length: 30_000 }, (_, k) => (k * k * 7919) >> 5)),
        );
        const run = await machine.run();
        expect([run.status, run.files.size]).toEqual([1, 0]);
        expect(run.stderr).toMatch(/is the disk full\?/);
        expect(readdirSync(machine.at(full))).toEqual([]);
      } finally {
        execFileSync('umount', [machine.at(full)]);
      }
    },
  );

  test.skipIf(!isRoot)('macOS: as root it reads the home of the user at the screen', async () => {
    const machine = sandbox('macos', 'Users/a lice');
    machine.stub('stat', 'case "$*" in "-f %Su /dev/console") echo alice ;; *) exec /usr/bin/stat "$@" ;; esac');
    machine.stub('dscl', `printf 'NFSHomeDirectory:\\n %s\\n' '${machine.home}'`);
    mkdirSync(join(machine.home, 'Library/Logs/zoom.us'), { recursive: true });
    writeFileSync(join(machine.home, 'Library/Logs/zoom.us/a.log'), 'a');
    const run = await machine.run(['--output', machine.at('out')], { asRoot: true, env: { HOME: '/var/root' } });
    expectTrue(run);
    const place = placed(run, '~/Library/Logs/zoom.us');
    expect(place).toMatchObject({ user: 'alice', state: 'ran', files: [{ bytes: 1 }] });
    // What is not a user's is nobody's.
    expect(placed(run, '/Library/Logs/zoom*')).toMatchObject({ user: null });
  });

  test('as Jamf calls it: three words of its own, then options, then nothing', async () => {
    const machine = sandbox('macos');
    const run = await machine.run(['/', 'Mac', 'alice', '--dry-run', '', '--network', '', '']);
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).not.toContain('skipped');
  });

  test('interrupted, it ends what it started and leaves nothing', async () => {
    const machine = sandbox('linux');
    machine.stub('journalctl', `echo $$ >'${machine.at('seen/pid')}'; sleep 300`);
    const running = machine.start();
    const ended = new Promise((resolve) => running.on('exit', resolve));
    while (!existsSync(machine.at('seen/pid'))) await setTimeout(50);
    running.kill('SIGTERM');
    expect(await ended).toBe(143);
    const pid = readFileSync(machine.at('seen/pid'), 'utf8').trim();
    expect(isGone(pid)).toBe(true);
    expect([readdirSync(machine.at('out')), readdirSync(machine.at('tmp'))]).toEqual([[], []]);
  });
});
