/** `zoomlog collect` on machines whose programs print the samples of `fixtures/commands/`, and how it tells states apart. */
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Os, Report } from '@zoomlog/parser';
import { type Collection, type CollectOptions, collect, scan } from '@zoomlog/parser/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callerHome } from '../../packages/parser/src/node/collect/caller-home.ts';
import { type Ending, outcomeOf } from '../../packages/parser/src/node/collect/ending.ts';
import { measureClock } from '../../packages/parser/src/node/collect/measure-clock.ts';
import { safePath } from '../../packages/parser/src/node/collect/staging.ts';
import { fixtures } from '../helpers/places.ts';
import { emptyPath, stubCommands, stubPowershell, stubProgram, zoomHome } from '../helpers/stub-commands.ts';

const onPosix = describe.skipIf(process.platform === 'win32');

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-collect-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing listens there. */
const nowhere = 'http://127.0.0.1:9/';
const platforms: Readonly<Record<Os, NodeJS.Platform>> = { windows: 'win32', macos: 'darwin', linux: 'linux' };

/** Gathers into `bundle.zip`. */
async function gather(os: Os, options: Partial<CollectOptions> & { path: string; home?: string }): Promise<Collection> {
  const { path, home = at('home'), ...rest } = options;
  const roaming = { APPDATA: `${home}/AppData/Roaming`, LOCALAPPDATA: `${home}/AppData/Local` };
  const env = { PATH: path, HOME: home, TMP: tmpdir(), TEMP: `${home}/AppData/Local/Temp`, ...roaming };
  const collected = await collect({
    os,
    machine: { platform: platforms[os], env, home },
    network: true,
    tool: 'zoomlog test',
    now: () => new Date(),
    signal: new AbortController().signal,
    clockUrl: nowhere,
    ...rest,
  });
  try {
    await collected.pack(async (bytes) => appendFileSync(at('bundle.zip'), bytes));
  } finally {
    await collected.remove();
  }
  return collected.collection;
}

const read = async (path: string): Promise<Report> =>
  (await scan([path], { version: 'test', hash: false, maxSize: null, os: null })).report;

/** What has ended may wait to be reaped by a parent that never does so. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const loud = ({ diagnoses }: Report): string[] =>
  [...new Set(diagnoses.filter(({ severity }) => severity !== 'info').map(({ failure }) => failure))].sort();
const inState = ({ verdicts }: Report, state: string): string[] =>
  verdicts.filter((verdict) => verdict.state === state).map((verdict) => verdict.class);

onPosix('a whole machine', () => {
  const systems = ['windows', 'macos', 'linux'] as const;

  test.each(systems.flatMap((os) => (['healthy', 'failing'] as const).map((state) => [os, state] as const)))(
    '%s, %s: the zip says what the same files in a folder say',
    async (os, state) => {
      const plain = await read(join(fixtures, 'commands', os, state));
      zoomHome(at('home'), os, state);
      const host = plain.machines[0]?.name ?? 'loft';
      const collection =
        os === 'windows'
          ? await gather(os, { host, path: '/usr/bin:/bin', shell: stubPowershell(at('bin'), state), limit: 2 })
          : await gather(os, { host, path: stubCommands(at('bin'), os, state) });
      const unanswered = collection.items.filter((one) => one.state !== 'ran' && one.command !== null);
      // There is no sample of a failing `systeminfo`: it tells how to read other files.
      expect(unanswered.filter(({ command }) => !command?.startsWith('systeminfo'))).toEqual([]);

      const zip = await read(at('bundle.zip'));
      expect(zip.sources.filter(({ state: made }) => made === 'unrecognised')).toEqual([]);
      expect(zip.sources.filter(({ complete }) => !complete)).toEqual([]);
      expect(zip.machines).toHaveLength(1);
      expect(zip.machines[0]).toMatchObject({ os });
      expect(zip.verdicts.flatMap(({ missing }) => missing.map(({ collect: command }) => command))).toEqual([]);
      expect(loud(zip)).toEqual(loud(plain));
      if (state === 'healthy') expect(loud(zip)).toEqual([]);
      else expect(loud(zip).length).toBeGreaterThan(5);
      expect(inState(zip, 'ruled-out')).toEqual(inState(plain, 'ruled-out'));
    },
  );
});

onPosix('how a question ended', () => {
  test('absent, refused, failed, too slow, skipped, answered and empty are told apart', async () => {
    const path = emptyPath(at('bin'));
    stubProgram(path, 'timedatectl', 'echo "timedatectl: Permission denied"; exit 1');
    stubProgram(path, 'pactl', 'echo "Connection failure: Connection refused" >&2; exit 1');
    stubProgram(path, 'lsusb', `sleep 60 & echo $! > ${at('pid')}; wait`);
    stubProgram(path, 'env', 'echo LANG=C');
    stubProgram(path, 'ip', 'echo "lo UNKNOWN 127.0.0.1/8 "');
    const collection = await gather('linux', { path, network: false, limit: 1 });
    const states = new Map(
      collection.items.flatMap(({ command, state, exit, error }) =>
        command === null
          ? []
          : [[/(\w[\w-]+)(?= |$)/.exec(command.replace('LC_ALL=C ', ''))![1], [state, exit, error]]],
      ),
    );
    expect(states.get('v4l2-ctl')).toEqual(['absent', 127, 'v4l2-ctl is not installed']);
    expect(states.get('timedatectl')).toEqual(['not-allowed', 1, 'timedatectl: Permission denied']);
    expect(states.get('pactl')).toEqual(['failed', 1, 'Connection failure: Connection refused']);
    expect(states.get('lsusb')).toEqual(['timed-out', null, 'it was ended after its time limit']);
    expect(states.get('getent')![0]).toBe('skipped');
    expect(states.get('env')).toEqual(['ran', 1, null]);
    expect(collection.items.flatMap(({ files }) => files.map((file) => file.path)).sort()).toEqual([
      'commands/ip-routes.txt',
      'commands/pactl-sources.txt',
      'commands/proxy-env.txt',
      'commands/timedatectl.txt',
    ]);
    // What the hanging command had started is gone as well.
    expect(isRunning(Number(readFileSync(at('pid'), 'utf8')))).toBe(false);

    const { verdicts } = await read(at('bundle.zip'));
    const asked = new Map(verdicts.flatMap(({ missing }) => missing.map((one) => [one.what, one.asked])));
    expect(asked.get('cameras')).toEqual({ state: 'absent', error: 'v4l2-ctl is not installed' });
    expect(asked.get('whether the clock is synchronized')?.state).toBe('not-allowed');
    expect(asked.get('USB devices and their drivers')?.state).toBe('timed-out');
    expect(asked.get("Zoom's own logs, if they are still plain text")?.state).toBe('absent');
    expect(asked.has('addresses and routes')).toBe(false);
    expect(asked.has('the proxy environment variables')).toBe(false);
    expect(verdicts.find((one) => one.class === 'account')).toMatchObject({
      state: 'not-assessable',
      because: expect.stringContaining('was asked for and is not there'),
    });
  });

  test('places: links, pipes and what is too large are left out and told', async () => {
    const path = emptyPath(at('bin'));
    const logs = at('home/.zoom/logs');
    mkdirSync(logs, { recursive: true });
    writeFileSync(join(logs, 'a:b.log'), 'x\n');
    writeFileSync(at('secret'), 'secret');
    stubProgram(path, 'ip', ':');
    const { symlinkSync, truncateSync } = await import('node:fs');
    symlinkSync(at('secret'), join(logs, 'link.log'));
    writeFileSync(join(logs, 'large.log'), '');
    truncateSync(join(logs, 'large.log'), 65e6);
    // macOS takes no such name.
    const odd = Buffer.concat([Buffer.from(`${logs}/odd`), Buffer.from([0xff]), Buffer.from('.log')]);
    if (process.platform === 'linux') writeFileSync(odd, 'x');
    const collection = await gather('linux', { path, network: false });
    const place = collection.items.find((one) => one.place === '~/.zoom/logs')!;
    expect(place).toMatchObject({
      state: 'ran',
      error: expect.stringMatching(/large\.log: too large .*; and [12] more$/),
    });
    expect(place.files).toMatchObject([
      { path: expect.stringMatching(/^files\/.*\/a_b\.log$/), from: join(logs, 'a:b.log'), bytes: 2 },
    ]);
  });

  test('by sudo: the home of who called it', async () => {
    writeFileSync(
      at('passwd'),
      'root:x:0:0::/root:/bin/sh\nalice:x:1000:1000:Alice:/srv/homes/alice:/bin/sh\nbob:x:1:1\n',
    );
    const homeOf = (name: string, platform: NodeJS.Platform = 'linux') =>
      callerHome({ platform, env: { SUDO_USER: name }, home: '/root' }, at('passwd'));
    expect(await Promise.all(['alice', 'bob', 'carol', 'root', '', '../x'].map((name) => homeOf(name)))).toEqual([
      '/srv/homes/alice',
      ...Array.from({ length: 5 }, () => null),
    ]);
    expect(await homeOf('alice', 'darwin')).toBe('/Users/alice');
  });

  test('an interruption leaves nothing', async () => {
    const path = emptyPath(at('bin'));
    stubProgram(path, 'lsusb', `echo $$ > ${at('pid')}; sleep 60`);
    const interruption = new AbortController();
    const gathering = gather('linux', { path, network: false, signal: interruption.signal });
    while (!existsSync(at('pid'))) await new Promise((resolve) => setTimeout(resolve, 20));
    interruption.abort();
    await expect(gathering).rejects.toThrow();
    expect(existsSync(at('bundle.zip'))).toBe(false);
  });
});

describe('endings', () => {
  const ended: Ending = { exit: 0, isOverLimit: false, unstarted: null, said: '', printed: '', bytes: 0 };
  const missing =
    "foo : The term 'foo' is not recognized\n    + CategoryInfo : ObjectNotFound: (foo:String) [], CommandNotFoundException";

  test.each<[string, Partial<Ending>, { answers?: 'any' | number[] }, boolean, string]>([
    ['no output is an answer', {}, {}, false, 'ran'],
    ['a status that is an answer', { exit: 2 }, { answers: [2] }, false, 'ran'],
    ['any status is an answer', { exit: 28, printed: '* timed out' }, { answers: 'any' }, false, 'ran'],
    [
      'any status but that of a program that is not there',
      { exit: 127, printed: 'sh: 1: curl: not found' },
      { answers: 'any' },
      false,
      'absent',
    ],
    [
      'the answer holds words of a refusal',
      { exit: 7, printed: 'Permission denied', bytes: 17 },
      { answers: 'any' },
      false,
      'ran',
    ],
    [
      'nothing but a hint at missing rights',
      { said: 'Hint: You are currently not seeing messages from other users and the system.' },
      {},
      false,
      'not-allowed',
    ],
    [
      'the same beside an answer',
      { said: 'Hint: You are currently not seeing messages from other users and the system.', bytes: 9 },
      {},
      false,
      'ran',
    ],
    ['zsh words it in its own way', { exit: 127, said: 'zsh:1: command not found: sntp' }, {}, false, 'absent'],
    ['it may not be run', { exit: 126, said: 'sh: 1: lsusb: Permission denied' }, {}, false, 'not-allowed'],
    ['ldd without Zoom', { exit: 1, printed: 'ldd: /opt/zoom/zoom: No such file or directory' }, {}, false, 'absent'],
    ['a signal', { exit: null }, {}, false, 'failed'],
    ['no shell', { exit: null, unstarted: 'ENOENT' }, {}, true, 'absent'],
    ['PowerShell: no such program', { exit: 1, said: missing }, { answers: 'any' }, true, 'absent'],
    [
      'PowerShell: access is denied, in any language',
      {
        exit: 1,
        said: 'Copy-Item : Der Zugriff auf den Pfad wurde verweigert.\n + CategoryInfo : PermissionDenied: (C:\\x:FileInfo) [Copy-Item]',
      },
      {},
      true,
      'not-allowed',
    ],
    ['wevtutil without rights, in any language', { exit: 5, said: 'Fehler' }, {}, true, 'not-allowed'],
    ['an exit status of 5 elsewhere', { exit: 5, said: 'oops' }, {}, false, 'failed'],
    ['no such channel', { exit: 15_007 }, {}, true, 'absent'],
    [
      'no such key',
      { exit: 1, said: 'ERROR: The system was unable to find the specified registry key or value.' },
      {},
      true,
      'absent',
    ],
    [
      'too slow',
      { exit: null, isOverLimit: true, printed: 'Permission denied' },
      { answers: 'any' },
      false,
      'timed-out',
    ],
  ])('%s', (_, ending, probe, isWindows, state) => {
    expect(outcomeOf({ ...ended, ...ending }, probe, isWindows).state).toBe(state);
  });

  test('the error is short, and names the program', () => {
    expect(outcomeOf({ ...ended, exit: 1, said: 'x'.repeat(9_000) }, {}, false).error).toHaveLength(500);
    expect(outcomeOf({ ...ended, exit: 1, said: missing }, {}, true).error).toBe('foo is not installed');
  });
});

test.each([
  ['files/C/Users/alice/a.log', 'files/C/Users/alice/a.log'],
  ['files//srv/../case/./b\\c.log', 'files/srv/case/b_c.log'],
  ['files/a\u0000\u202e|?.log', 'files/a_\u202e__.log'],
])('in the zip %j is %j', (path, safe) => expect(safePath(path)).toBe(safe));

describe('the clock', () => {
  async function measured(headers: Record<string, string>, ahead = 0): Promise<Collection['clock']> {
    const server = createServer((_, answer) => answer.writeHead(301, headers).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const now = (): number => Date.now() + ahead;
      return await measureClock(`http://127.0.0.1:${port}/`, now, new AbortController().signal);
    } finally {
      server.close();
    }
  }
  const own = { location: 'https://127.0.0.1/' };

  test('its offset, and how sure that is', async () => {
    const clock = (await measured(own, 7_200_000))!;
    expect(Math.abs(clock.offset - 7_200)).toBeLessThan(2);
    expect(clock.error).toBeGreaterThanOrEqual(1);
    expect(clock.server).toBe('127.0.0.1');
  });

  test.each([
    ['a sign-in page', { location: 'https://portal.example.com/' }],
    ['a page in place of the redirection', {}],
    ['a cache', { ...own, age: '7' }],
    ['a proxy on the way', { ...own, via: '1.1 gw.example.com' }],
    ['a cache that has no age', { ...own, 'x-cache': 'HIT from gw.example.com' }],
    ['a date without its zone', { ...own, date: 'Wed, 04 Feb 2026 08:14:31' }],
    ['a date of another form', { ...own, date: '2026-02-04T08:14:31Z' }],
    ['a date of another zone', { ...own, date: 'Wed, 04 Feb 2026 08:14:31 +0200' }],
    ['a date that is none', { ...own, date: 'Wed, 04 Fev 2026 08:14:31 GMT' }],
  ])('%s does not tell it', async (_, headers) => expect(await measured(headers as Record<string, string>)).toBeNull());
  test('no answer', async () => expect(await measureClock(nowhere, Date.now, new AbortController().signal)).toBeNull());
});
