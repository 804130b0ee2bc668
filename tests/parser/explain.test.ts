import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineFact, defineFailure, type Fix } from '../../packages/parser/src/define.ts';
import { collectCommands } from '../../packages/parser/src/knowledge/commands/index.ts';
import { allFixes, fixById, fixesOf } from '../../packages/parser/src/knowledge/fixes/index.ts';
import { type FailureClass, failureClasses, type Os } from '../../packages/parser/src/model.ts';
import {
  type CodeExplanation,
  explain,
  type FactExplanation,
  type FailureExplanation,
} from '../../packages/parser/src/telling/explain.ts';
import { cautionsOf } from '../../packages/parser/src/telling/labels.ts';
import { suggest } from '../../packages/parser/src/telling/suggest.ts';

const systems: readonly Os[] = ['windows', 'macos', 'linux'];
const kinds: readonly Fix['kind'][] = ['check', 'change', 'last-resort'];
const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;

/** Whether a POSIX shell can read a command; nothing is run. */
const isShell = (command: string): boolean => spawnSync('bash', ['-n'], { input: command }).status === 0;

/** Brackets and quotes of a PowerShell command that do not pair. A backslash escapes nothing there. */
const unpaired = (command: string): string => {
  const code = command.replace(/'[^']*'|"[^"]*"/g, '');
  let open = code;
  for (let before = ''; before !== open; ) {
    before = open;
    open = open.replace(/\([^(){}]*\)|\{[^(){}]*\}/g, '');
  }
  return open.replace(/[^(){}'"]/g, '');
};

/** What may not stand in any command: the advice of public guides that does harm or nothing. */
const harmful: readonly (readonly [string, RegExp])[] = [
  ['a placeholder that looks like a path', /\\Username\\|\/Username\/|<user(name)?>|YOUR_/i],
  ['deletes files', /\brm\s+-|\brmdir\b|\bdel\s+\/|Remove-Item/i],
  ['a rule that opens the way in', /dir=in|-Direction Inbound/i],
  ['resets the decision of every app', /tccutil reset \w+\s*$/],
  ['one name for every network service', /"Wi-Fi"|\bWi-Fi$/],
  [
    'switches protection off for good',
    /advfirewall set|--setglobalstate off|ufw disable|Set-MpPreference|systemctl (stop|disable)/,
  ],
  ['accepts any certificate in a request', /\bcurl\S*\s(.*\s)?(-k|--insecure)\b/],
];

describe('fixes', () => {
  test('ids are unique, kebab-case, and found again', () => {
    expect(new Set(allFixes.map(({ id }) => id)).size).toBe(allFixes.length);
    for (const fix of allFixes) {
      expect(fix.id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
      expect(fixById(fix.id)).toBe(fix);
    }
    expect(fixById('no-such-fix')).toBeNull();
  });

  test.each(failureClasses)(
    '%s: checks, then changes, then last resorts; at least one step on every system',
    (name) => {
      const fixes = fixesOf(name);
      expect(fixes.every((fix) => fix.class === name)).toBe(true);
      const order = fixes.map(({ kind }) => kinds.indexOf(kind));
      expect(order).toEqual(order.toSorted());
      for (const os of systems)
        expect(
          fixes.some((fix) => fix.os.includes(os) && fix.kind === 'check'),
          os,
        ).toBe(true);
    },
  );

  test.each(allFixes.map((fix) => [fix.id, fix] as const))('%s', (_, fix) => {
    expect(fix.os.length).toBeGreaterThan(0);
    expect(fix.title).toMatch(/^[A-Z][^?]{10,}[^.?]$/);
    if (fix.kind === 'check')
      expect(fix.title).toMatch(/^(?:Check|Find|Join|List|Measure|Open|Record|Show|Test|Verify) /);
    expect(fix.source).toMatch(/\S{3}/);
    // Read-only checks change nothing and need no way back; a change has one; a last resort is what destroys.
    if (fix.kind === 'check') expect([fix.destructive, fix.restart, fix.undo]).toEqual([false, false, null]);
    if (fix.kind === 'change') expect([fix.destructive, typeof fix.undo]).toEqual([false, 'string']);
    expect(fix.destructive).toBe(fix.kind === 'last-resort');
    expect(fix.harm !== null).toBe(fix.destructive);
    // Who may do it fits what it needs.
    expect(fix.admin).toBe(fix.who === 'local-admin');
    for (const command of [fix.command, fix.undo].filter((text) => text !== null)) {
      if (/\bsudo\b/.test(command)) expect(fix.admin).toBe(true);
      for (const [why, pattern] of harmful) expect(command, why).not.toMatch(pattern);
      // cmd.exe's variables are plain text in PowerShell, and %appdata% is the administrator's own when elevated.
      if (fix.os.includes('windows')) expect(command).not.toMatch(/%\w+%/);
    }
    if (fix.admin) expect(fix.command ?? '').not.toMatch(/\$env:(APPDATA|LOCALAPPDATA|USERPROFILE|TEMP|HOME)|(^|\s)~/i);
    // What must be put in is marked, and the title says so; where it is lost otherwise, it was printed before.
    if (/<[a-z]/i.test(fix.command ?? '')) expect(fix.title).toContain('put in');
  });

  const opened = /^(https|chrome):/;

  test.runIf(hasBash)('every command for macOS and Linux is one that a shell can read', () => {
    const commands = allFixes.filter(
      ({ os, command }) => command !== null && !os.includes('windows') && !opened.test(command),
    );
    expect(commands.length).toBeGreaterThan(30);
    expect(commands.filter(({ command }) => !isShell(command!)).map(({ id }) => id)).toEqual([]);
  });

  test('every command for Windows pairs its brackets and quotes', () => {
    const commands = allFixes.filter(
      ({ os, command }) => command !== null && os.includes('windows') && !opened.test(command),
    );
    expect(commands.length).toBeGreaterThan(20);
    expect(commands.map(({ id, command }) => [id, unpaired(command!)]).filter(([, rest]) => rest !== '')).toEqual([]);
  });

  test('a command for several systems is one to open, or one that all of them know', () => {
    const shared = allFixes.filter(({ os, command }) => command !== null && os.includes('windows') && os.length > 1);
    expect(shared.filter(({ command }) => !opened.test(command!)).map(({ id }) => id)).toEqual([]);
  });

  test('security software is paused for a time, with a way back', () => {
    const fix = fixById('firewall-pause-security-software')!;
    expect(fix.title).toContain('five minutes');
    expect(fix).toMatchObject({ kind: 'last-resort', admin: true, undo: expect.stringContaining('on again') });
    expect(cautionsOf(fix)[0]).toBe('lowers protection');
  });

  test('a last resort says what it costs', () => {
    expect(cautionsOf(fixById('permission-reset-camera-macos')!)).toEqual([
      'cannot be undone exactly',
      'first run zoomlog collect',
    ]);
    expect(cautionsOf(fixById('install-clean-windows')!)).toEqual([
      'destructive',
      'needs a local administrator',
      'first run zoomlog collect',
    ]);
    expect(cautionsOf({ ...fixById('install-clean-windows')!, id: 'another' })[0]).toBe('destructive');
  });
});

const gathered = new URL('../../../shared/knowledge/fixes.tsv', import.meta.url);

test.skipIf(!existsSync(gathered))('no advice that was found wrong is given (../shared; skipped where absent)', () => {
  const wrong = readFileSync(gathered, 'utf8')
    .split('\n')
    .filter((line) => line.includes('\tAVOID'))
    .flatMap((line) => line.split('\t')[3]!.split(' ; '))
    .map((command) => command.split(/ & | > /)[0]!.trim());
  expect(wrong.length).toBeGreaterThan(5);
  expect(allFixes.filter(({ command }) => command !== null && wrong.some((bad) => command.trim() === bad))).toEqual([]);
});

describe('commands that collect evidence', () => {
  test.each(failureClasses.flatMap((name) => systems.map((os) => [name, os] as const)))(
    '%s on %s: one to five',
    (name, os) => {
      const commands = collectCommands.filter((command) => command.class === name && command.os === os);
      expect(commands.length).toBeGreaterThanOrEqual(1);
      expect(commands.length).toBeLessThanOrEqual(5);
      expect(new Set(commands.map(({ collect }) => collect)).size).toBe(commands.length);
    },
  );

  test.each(
    [...new Map(collectCommands.map((command) => [command.collect, command])).values()].map(
      (c) => [c.collect, c] as const,
    ),
  )('%s', (_, { os, what, collect }) => {
    expect(what).toMatch(/\S{3}/);
    // Writes one new file or copy in the current folder, and needs no elevation.
    expect(collect).not.toMatch(/\bsudo\b|\bset\b|\breset\b|\bdelete\b|\badd\b|>>/i);
    for (const [why, pattern] of harmful) expect(collect, why).not.toMatch(pattern);
    if (os === 'windows') {
      expect(collect).toMatch(
        /> [\w-]+\.(txt|xml)$|\breg export "HK(CU|LM)\\.+" [\w-]+\.reg \/y$|^Copy-Item "\$env:.+" (\.|zoom-logs -Recurse)$|^dxdiag \/t dxdiag\.txt \| Out-Null$|--stderr curl-zoom\.txt/,
      );
      expect(collect).not.toMatch(/%\w+%/);
      expect(unpaired(collect)).toBe('');
    } else {
      expect(collect).toMatch(
        /> [\w-]+\.(txt|json|ndjson)( 2>&1)?$|^(cp|ditto|cp -a) .+ (\.|zoom-logs)$|^find .+ -exec cp \{\} \. \\;$|--stderr curl-zoom\.txt/,
      );
      if (hasBash) expect(isShell(collect)).toBe(true);
    }
  });

  test('two commands never write the same file with different content', () => {
    const files = new Map<string, string>();
    for (const { os, collect } of collectCommands) {
      const file = /(?:> |\/t |--stderr )([\w-]+\.\w+)|\s([\w-]+\.reg) \/y$/.exec(collect);
      if (file === null) continue;
      const key = `${os} ${file[1] ?? file[2]}`;
      expect(files.get(key) ?? collect).toBe(collect);
      files.set(key, collect);
    }
    expect(files.size).toBeGreaterThan(25);
  });
});

const proxyLogin = defineFailure({
  id: 'sample-proxy-login',
  class: 'proxy',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The proxy wants a login',
  cause: 'The proxy answers 407.',
  remedy: 'Sign in to the proxy.',
  likelyCodes: ['5003', '104103', '98765'],
  match: [
    {
      formats: ['chromium', 'netlog'],
      has: 'net_error -127',
      layout: 'documented',
      see: ['https://example.com/codes', 'https://example.com/407'],
      hits: ['net_error -127'],
    },
  ],
  // @ts-expect-error: a typo in an id is seen by the compiler, and costs one step at run time
  fixes: ['proxy-show-macos', 'proxy-show-windows', 'proxy-sign-in', 'no-such-fix'],
  alternatives: [{ class: 'account', why: 'the sign-in may be refused for another reason' }],
  see: ['https://example.com/407'],
});

const proxyOff = defineFact({
  id: 'sample-proxy-off',
  class: 'proxy',
  title: 'No proxy is used',
  because: 'The setting is off.',
  effect: 'rules-out',
  clears: ['manual proxy'],
  // @ts-expect-error: as above
  unless: ['sample-proxy-login'],
  match: [{ formats: ['generic'], has: 'off', layout: 'documented', see: ['https://example.com/off'], hits: ['off'] }],
});

const failures = [proxyLogin];
const facts = [proxyOff];
const explainCode = (query: string, os: Os | null = null) => explain(query, { os, failures }) as CodeExplanation;

describe('explain', () => {
  test.each([
    ['5003', '5003'],
    ['5,003', '5003'],
    ['Error code: 5003', '5003'],
    ['104,103', '104103'],
    ['0x8889000A', '0x8889000A'],
    ['-201', '-201'],
    ['net_error:-201', '-201'],
    ['100006000', '100006000'],
    ['ERR_CERT_DATE_INVALID', 'ERR_CERT_DATE_INVALID'],
  ])('%j is code %s', (query, code) => {
    expect(explain(query, { os: null, failures })).toMatchObject({ kind: 'code', code });
  });

  test.each(['', 'nonsense', '104150', '999999', 'proxy', '5003 bytes', '-0'])('%j is unknown', (query) => {
    expect(explain(query, { os: null, failures })).toBeNull();
  });

  test('5003: a symptom with causes in order, what would decide, and the steps for one system', () => {
    const explanation = explainCode('5003', 'macos');
    expect(explanation).toMatchObject({ ambiguous: false, confidence: 'low' });
    expect(explanation.readings[0]).toMatchObject({ namespace: 'zoom-client', class: 'firewall', confidence: 'high' });
    expect(explanation.causes.map((cause) => cause.class)).toEqual([
      'firewall',
      'proxy',
      'network',
      'tls-clock',
      'service',
    ]);
    for (const cause of explanation.causes) {
      expect(cause.evidence.length, cause.class).toBeGreaterThan(0);
      expect(cause.evidence.every(({ os, class: name }) => os === 'macos' && name === cause.class)).toBe(true);
      expect(cause.fixes.length, cause.class).toBeGreaterThan(0);
      expect(cause.fixes.every(({ os }) => os.includes('macos'))).toBe(true);
      const order = cause.fixes.map(({ kind }) => kinds.indexOf(kind));
      expect(order).toEqual(order.toSorted());
    }
    expect(explanation.failures).toEqual([
      { id: 'sample-proxy-login', class: 'proxy', title: 'The proxy wants a login' },
    ]);
  });

  test('without a system the steps and commands of all three are there', () => {
    const [firewall] = explainCode('5003').causes;
    expect(new Set(firewall!.evidence.map(({ os }) => os))).toEqual(new Set(systems));
    expect(firewall!.fixes).toEqual(fixesOf('firewall'));
  });

  test.each<[string, Os | null, Os | null]>([
    ['0x8889000A', 'linux', 'windows'],
    ['0x8889000A', null, 'windows'],
    ['10060', 'macos', 'windows'],
    ['-9814', 'windows', 'macos'],
    ['-71', 'windows', 'linux'],
    ['-201', 'linux', 'linux'],
    ['-201', null, null],
  ])('%s asked for on %s is explained for %s', (query, asked, os) => {
    const { evidence } = explainCode(query, asked).causes[0]!;
    expect([...new Set(evidence.map((command) => command.os))]).toEqual(os === null ? systems : [os]);
  });

  test('a number of several namespaces is called ambiguous and lists them', () => {
    const explanation = explainCode('4');
    expect(explanation.ambiguous).toBe(true);
    expect(new Set(explanation.readings.map(({ namespace }) => namespace)).size).toBeGreaterThan(3);
  });

  test('a code that tells no failure has no causes', () => {
    expect(explainCode('net_error -3')).toMatchObject({ causes: [], confidence: null });
  });

  test('a failure: its own declaration, its codes with their meaning, its steps for the system', () => {
    const explanation = explain(' Sample-Proxy-Login ', { os: 'macos', failures }) as FailureExplanation;
    expect(explanation).toMatchObject({
      kind: 'failure',
      id: 'sample-proxy-login',
      class: 'proxy',
      title: 'The proxy wants a login',
      cause: 'The proxy answers 407.',
      remedy: 'Sign in to the proxy.',
      formats: ['chromium', 'netlog'],
      see: ['https://example.com/407', 'https://example.com/codes'],
    });
    expect(explanation.codes.map(({ code, meaning }) => [code, meaning === null])).toEqual([
      ['5003', false],
      ['104103', false],
      ['98765', true],
    ]);
    expect(explanation.fixes.map(({ id }) => id)).toEqual(['proxy-show-macos', 'proxy-sign-in']);
    expect(explanation.evidence.map(({ os, class: name }) => [os, name])).toEqual([
      ['macos', 'proxy'],
      ['macos', 'proxy'],
    ]);
  });

  test('a fact: why, what follows from it, its commands for the system', () => {
    const explanation = explain('sample-proxy-off', { os: 'macos', failures, facts });
    expect(explanation).toMatchObject({
      kind: 'fact',
      id: 'sample-proxy-off',
      effect: 'rules-out',
      because: 'The setting is off.',
      relations: [
        { says: 'It rules out as the cause', names: ['manual proxy'] },
        { says: 'It has no effect on a machine that shows one of', names: ['sample-proxy-login'] },
      ],
      formats: ['generic'],
      see: ['https://example.com/off'],
    });
    expect((explanation as FactExplanation).evidence.map(({ os }) => os)).toEqual(['macos', 'macos']);
    expect(explain('sample-proxy-off', { os: 'macos', failures })).toBeNull();
  });

  test('is plain data', () => {
    for (const query of ['5003', 'sample-proxy-login', 'sample-proxy-off']) {
      const explanation = explain(query, { os: null, failures, facts });
      expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    }
  });

  test('never throws', () => {
    const names = fc.constantFrom<FailureClass | string>(
      ...failureClasses,
      'constructor',
      '__proto__',
      'toString:5',
      'net_error:',
    );
    fc.assert(
      fc.property(fc.oneof(names, fc.string({ unit: 'binary' })), fc.constantFrom(null, ...systems), (query, os) => {
        const explanation = explain(query, { os, failures });
        if (explanation?.kind === 'code') expect(explanation.readings.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('suggest', () => {
  const known = ['proxy-auth-required', 'proxy-unreachable', 'network-unreachable', 'clock-wrong', 'camera-denied'];

  test.each([
    ['proxy-auth-requird', ['proxy-auth-required']],
    ['poxy-unreachable', ['proxy-unreachable']],
    ['unreachable', ['proxy-unreachable', 'network-unreachable']],
    ['proxy', ['proxy-unreachable', 'proxy-auth-required']],
    ['Camera-Denid', ['camera-denied']],
    ['xyz', []],
    ['', []],
  ])('%j: %j', (query, expected) => {
    expect(suggest(query, known)).toEqual(expected);
  });

  test('at most three, each once', () => {
    expect(suggest('aaaa', ['aaab', 'aaac', 'aaad', 'aaae', 'aaab'])).toEqual(['aaab', 'aaac', 'aaad']);
  });
});
