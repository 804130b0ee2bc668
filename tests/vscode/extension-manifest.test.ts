/**
 * What VS Code reads of the extension before any of its code runs: the manifest names nothing that is not there, the file
 * names claim Zoom's logs and no others, and the grammar colours the head of every format's lines.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { formatsOf, hitsOf } from '../../packages/parser/src/define.ts';
import { readSettings } from '../../packages/vscode/src/server/settings.ts';
import { readDeclarations } from '../../scripts/declarations.ts';
import { extensionManifest } from '../../scripts/extension/extension-manifest.ts';
import { root } from '../helpers/places.ts';

const folder = join(root, 'packages/vscode');
const readText = (path: string): string => readFileSync(join(folder, path), 'utf8');
const manifest = JSON.parse(readText('package.json'));
const { contributes } = manifest;

/** Every string in a value, at any depth. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(stringsIn)
      : [];

describe('the manifest', () => {
  const { walkthroughs, viewsWelcome, menus, keybindings, views } = contributes;
  const pages: readonly string[] = walkthroughs.flatMap((one: { steps: { media: { markdown: string } }[] }) =>
    one.steps.map(({ media }) => media.markdown),
  );

  test('keeps what is written by hand, where it stands', () => {
    const nothing = { formats: [], failures: [], facts: [], fixes: [], codes: [], paths: [], commands: [] };
    const text = extensionManifest(nothing, '{"name":"x","contributes":{"old":1},"devDependencies":{"a":"1"}}');
    const made = JSON.parse(text);
    expect(Object.keys(made)).toEqual(['name', 'contributes', 'devDependencies', 'activationEvents']);
    expect(made).toMatchObject({ name: 'x', devDependencies: { a: '1' } });
    expect(made.contributes).not.toHaveProperty('old');
  });

  test('every command that it names is one of its own', () => {
    const own = contributes.commands.map(({ command }: { command: string }) => command);
    const linked = [...stringsIn([walkthroughs, viewsWelcome]), ...pages.map(readText)].flatMap((text) =>
      [...text.matchAll(/\b(?:command|onCommand):([\w.]+)/g)].map(([, command]) => command!),
    );
    const placed = [...Object.values<{ command: string }[]>(menus).flat(), ...keybindings].map(
      ({ command }) => command,
    );
    expect(linked.length).toBeGreaterThan(10);
    expect([...new Set([...linked, ...placed])].filter((command) => !own.includes(command))).toEqual([]);
    expect(new Set(own).size).toBe(own.length);
  });

  test('what appears as a button has an icon', () => {
    const icons = new Map(
      contributes.commands.map((one: { command: string; icon?: string }) => [one.command, one.icon]),
    );
    const buttons = ['view/title', 'view/item/context', 'editor/title']
      .flatMap((menu) => menus[menu])
      .filter(({ group }) => /^(?:inline|navigation)/.test(group));
    expect(buttons.filter(({ command }) => !icons.get(command))).toEqual([]);
  });

  test('every view that it names is one of its own', () => {
    const own = Object.values<{ id: string }[]>(views).flatMap((each) => each.map(({ id }) => id));
    const named = stringsIn([menus, viewsWelcome]).flatMap((text) =>
      [...text.matchAll(/\bview == ([\w.]+)/g)].map(([, view]) => view!),
    );
    expect([...new Set([...named, ...viewsWelcome.map(({ view }: { view: string }) => view)])]).toEqual(own);
  });

  test('every file that it names is there, and is packed', () => {
    const named = [...stringsIn(contributes).filter((text) => /^\.\/|^icons\//.test(text)), ...pages, manifest.icon];
    const paths = [...new Set(named.map((path) => path.replace(/^\.\//, '')))];
    expect(paths.length).toBeGreaterThan(7);
    expect(paths.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(paths.filter((path) => !manifest.files.includes(path.split('/')[0]))).toEqual([]);
  });

  test('the icon for the marketplace is a PNG of 128 pixels', () => {
    const icon = readFileSync(join(folder, manifest.icon));
    expect(icon.subarray(1, 4).toString()).toBe('PNG');
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([128, 128]);
  });

  test('a setting has one sentence that describes it, and a default that fits', () => {
    const ajv = new Ajv({ strict: false });
    for (const [name, { markdownDescription, ...schema }] of Object.entries<Record<string, unknown>>(
      contributes.configuration.properties,
    )) {
      expect({ name, sentences: String(markdownDescription).match(/\.(?= |$)/g)?.length }).toEqual({
        name,
        sentences: 1,
      });
      expect({ name, fits: ajv.validate(schema, schema.default) }).toEqual({ name, fits: true });
    }
  });

  test('the server takes every default as it is', () => {
    const complaints: string[] = [];
    const defaults = Object.fromEntries(
      Object.entries<{ default: unknown }>(contributes.configuration.properties).map(([name, { default: value }]) => [
        name.replace('zoomlog.', ''),
        value,
      ]),
    );
    expect(readSettings(defaults, (text) => complaints.push(text))).toEqual(readSettings({}, () => {}));
    expect(complaints).toEqual([]);
  });
});

// ---- file names ------------------------------------------------------------------------------

describe('file names', () => {
  const [{ filenames, filenamePatterns }] = contributes.languages;

  /** As VS Code holds a glob against a path in lower case. */
  const globToRegExp = (glob: string): RegExp =>
    new RegExp(
      `^${glob
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*\*\/|\*|\?/g, (wild) => ({ '**/': '(?:.*/)?', '*': '[^/]*', '?': '[^/]' })[wild]!)}$`,
      'i',
    );
  const isClaimed = (path: string): boolean => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return (
      filenames.includes(name.toLowerCase()) ||
      filenamePatterns.some((glob: string) => globToRegExp(glob).test(glob.includes('/') ? path : name))
    );
  };

  test('the text logs that Zoom wrote in fixtures/ are claimed, and nothing else there', () => {
    const all = globSync('fixtures/**', { cwd: root, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
    const isZooms =
      /\/(?:zoom_(?:ts_)?memlog\w*[^/]*\.log|zoom_stdout_stderr\.log|zoominstall\.log|monitor_zoom_[^/]*\.log|Zoom\/installer\.txt|crashlog\/\d+\.log)$/;
    const zooms = all.filter((path) => isZooms.test(path));
    expect(zooms.length).toBeGreaterThan(15);
    expect(all.filter(isClaimed).sort()).toEqual(zooms.sort());
  });

  test.each([
    'C:/Users/alice/AppData/Roaming/Zoom/logs/zoom_memlog_1_20250115-093050.log',
    '/home/alice/.zoom/logs/zoom_stdout_stderr.log',
    '/home/alice/.zoom/logs/zoom_stdout_stderr.log.1',
    '/home/alice/snap/zoom-client/240/.zoom/logs/zoom-terminal.log',
    '/home/alice/.zoom/logs/monitor_zoom_61007_20241019_01.log',
    '/Users/alice/Library/Logs/zoom.us/crashlog/2270.log',
    '/Users/alice/Library/Logs/ZoomPhone/phone.log',
    '/tmp/ticket-4711/Zoom-of-Alice.log',
    '/tmp/ticket-4711/Zoom/Installer.txt',
    'bundle.zip!/Users/alice/AppData/Roaming/Zoom/installer.txt',
  ])('%s is a Zoom log', (path) => expect(isClaimed(path)).toBe(true));

  test.each([
    'app.log',
    'server.log',
    'debug.log',
    'install.log',
    'package.json',
    'notes.txt',
    'installer.txt',
    'setup/installer.txt',
    'zoom.txt',
    'zoom.json',
    'src/zoom/readme.txt',
    'src/zoom/logs.ts',
    'latest-zoom-test.ts',
    'README.md',
    '/var/log/syslog',
    '/var/log/messages',
    '/var/log/kern.log',
    '/var/log/ufw.log',
    'C:/Windows/INF/setupapi.dev.log',
    'C:/Windows/System32/LogFiles/Firewall/pfirewall.log',
    'C:/Users/alice/AppData/Local/Temp/MSI4c1d0.LOG',
    'events.xml',
    'chrome-net-export-log.json',
    'zoom_memlog_6644_20250115-093104.log.zenc',
    'zoom_memlog_1_JoinMeetingFail_win_.log.zip',
    'zoom_stdout_stderr.log.gz',
    '/home/alice/.zoom/data/cefcache/Local Storage/leveldb/000003.log',
    '/home/alice/.zoom/logs/crash.dmp',
  ])('%s is not claimed', (path) => expect(isClaimed(path)).toBe(false));
});

// ---- grammar ---------------------------------------------------------------------------------

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly include?: string;
  readonly patterns?: readonly Rule[];
  readonly captures?: Readonly<Record<string, Rule>>;
}

interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

const grammar: Rule & { readonly repository: Readonly<Record<string, Rule>> } = JSON.parse(
  readText(contributes.grammars[0].path.slice(2)),
);

const flatten = (rules: readonly Rule[]): Rule[] =>
  rules.flatMap((rule) =>
    rule.include ? flatten(grammar.repository[rule.include.slice(1)]!.patterns!) : rule.match ? [rule] : [],
  );

const ownRules = [grammar, ...Object.values(grammar.repository)].flatMap(({ patterns }) => patterns!);
const compiled = new Map(ownRules.flatMap(({ match }) => (match ? [[match, new RegExp(match, 'dg')] as const] : [])));

/**
 * Tokens as VS Code makes them, for a grammar like this one: only `match`, captures beside each other, patterns in
 * captures. VS Code itself runs the regexes in Oniguruma; they say the same in both (see below).
 */
function tokenise(
  line: string,
  from = 0,
  rules: readonly Rule[] = grammar.patterns!,
  outer: readonly string[] = [],
): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number, scopes: readonly string[]): void => {
    if (end > start) tokens.push({ text: line.slice(start, end), scopes });
  };
  const scopesOf = (rule: Rule): string[] => rule.name?.split(' ') ?? [];
  let at = from;
  while (at < line.length) {
    const [best] = flatten(rules)
      .flatMap((rule) => {
        const regex = compiled.get(rule.match!)!;
        regex.lastIndex = at;
        const found = regex.exec(line);
        return found && found[0] !== '' ? [{ rule, found }] : [];
      })
      .sort((a, b) => a.found.index - b.found.index);
    if (!best) break;
    const { rule, found } = best;
    const scopes = [...outer, ...scopesOf(rule)];
    push(at, found.index, outer);
    at = found.index;
    for (const [index, place] of found.indices!.entries()) {
      const capture = rule.captures?.[index];
      if (!capture || !place) continue;
      const [start, end] = place;
      push(at, start, scopes);
      const inner = [...scopes, ...scopesOf(capture)];
      if (capture.patterns) tokens.push(...tokenise(line.slice(0, end), start, capture.patterns, inner));
      else push(start, end, inner);
      at = end;
    }
    const end = found.index + found[0].length;
    push(at, end, scopes);
    at = end;
  }
  push(at, line.length, outer);
  return tokens;
}

/** The texts of a line that have a scope, or one below it. */
const scoped = (line: string, scope: string): string[] =>
  tokenise(line)
    .filter(({ scopes }) => scopes.some((one) => one === scope || one.startsWith(`${scope}.`)))
    .map(({ text }) => text);

describe('the grammar', async () => {
  const { formats, failures } = await readDeclarations();

  test('its regexes mean the same in JavaScript and in Oniguruma', () => {
    /** Escapes that both know, no bracket or `&&` inside a set, no flag for the rest of the regex, nothing possessive. */
    const isShared = (source: string): boolean => {
      const bare = source
        .replace(/\\[dwsSbtrn[\](){}.*+?|^$\\/-]/g, 'e')
        .replace(/\[[^\]]*\]/g, (set) => (/.\[|&&/.test(set) ? '\\' : 'e'));
      return !/\\|\(\?[a-z-]+\)|[*+?}]\+/.test(bare);
    };
    expect([...compiled.keys()].filter((source) => !isShared(source))).toEqual([]);
    expect(['[[a]b]', '[a&&b]', '(?i)a', 'a++', '\\h', '\\Ga', '\\p{L}'].filter(isShared)).toEqual([]);
  });

  test('a head is anchored, after the number that the focus view puts before a line', () => {
    const heads = grammar.repository.heads!.patterns!.map(({ match }) => match!);
    expect(heads.filter((source) => !source.startsWith('^( *\\d+ │ )?') && source !== '^ *\\d+ │ ')).toEqual([]);
  });

  /** Lines of every format with a head: its samples, and what failures are found in. */
  const withHead = formats.flatMap(({ value: format }) => {
    const shape = format.head;
    if (!shape) return [];
    const hits = failures.flatMap(({ value }) => (formatsOf(value).includes(format.id) ? hitsOf(value) : []));
    return [...format.samples.map(({ text }) => text), ...hits]
      .flatMap((text) => text.split('\n'))
      .flatMap((line) => {
        const head = shape.read(line);
        return head ? [{ format: format.id, line, head }] : [];
      });
  });

  test('there are lines of every format with a head', () => {
    const seen = new Set(withHead.map(({ format }) => format));
    expect(formats.filter(({ value }) => value.head && !seen.has(value.id))).toEqual([]);
  });

  test.each(['', '  17 │ ', '104233 │ '])(
    'scopes time and level of each head that the parser reads, behind "%s"',
    (prefix) => {
      const wrong = withHead.filter(({ line, head }) => {
        const shown = prefix + line;
        const [time] = scoped(shown, 'comment.line.time');
        const levels = scoped(shown, 'keyword.control.level');
        const isTimeRight =
          head.time === null || (time !== undefined && line.indexOf(time) < Math.max(head.messageStart, 1));
        const isLevelRight = head.level === null || levels.some((level) => level.trim() === head.level);
        return !isTimeRight || !isLevelRight || (prefix !== '' && scoped(shown, 'comment.line.number')[0] !== prefix);
      });
      expect(wrong.map(({ format, line }) => `${format}: ${line.slice(0, 120)}`)).toEqual([]);
    },
  );

  test.each([
    ['02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tERROR\tx', '02/17/2025 16:40:07:009'],
    ['08/19/2021 15:16:17:018,,RLB-SENDBUF,97', '08/19/2021 15:16:17:018'],
    ['[77:4410 ] [ ERROR ] [09:05:09.58] .\\Error.cpp(48)::x', '[09:05:09.58]'],
    ['[4021:4077:0918/071203.000451:ERROR:ssl.cc(991)] x', '0918/071203.000451'],
    ['(zoom:5120): Gdk-CRITICAL **: 07:08:09.010: x', '07:08:09.010'],
    ['[Sun Feb 9 11:02:03 PST 2020]ok to rm', '[Sun Feb 9 11:02:03 PST 2020]'],
    ['[Wed Apr  1 10:11:12 2026] usb 1-6: x', '[Wed Apr  1 10:11:12 2026]'],
    ['[  512.000345] usb 1-6: x', '[  512.000345]'],
    ['[ +12,500000] usb 1-6: x', '[ +12,500000]'],
    ['kern  :warn  : [  512.000345] usb 1-6: x', '[  512.000345]'],
    ['Nov  9 07:08:09 box kernel: x', 'Nov  9 07:08:09'],
    ['märz  9 07:08:09 box kernel: x', 'märz  9 07:08:09'],
    ['Wed 2026-04-01 10:11:12 UTC box kernel: x', 'Wed 2026-04-01 10:11:12 UTC'],
    ['1775038272.250000 box kernel: x', '1775038272.250000'],
    ['2026-02-01T10:11:12+01:00 box tccd[210]: x', '2026-02-01T10:11:12+01:00'],
    ['2025-12-24 18:00:01.250 Df tccd[377:1f0a] [com.apple.TCC:access] x', '2025-12-24 18:00:01.250'],
    ['2025-12-24 18:00:01.250000-0700 0x1f0a Default 0x0 377 0 tccd: x', '2025-12-24 18:00:01.250000-0700'],
    ['2025-01-20 17:18:19 DROP UDP 192.0.2.7 198.51.100.9 50001 8803', '2025-01-20 17:18:19'],
    ['2024-05-06 07:08:09,010 WARN x', '2024-05-06 07:08:09,010'],
    ['[2024-05-06T07:08:09Z] [error] x', '2024-05-06T07:08:09Z'],
    ['17.02.2026 07:08:09 x', '17.02.2026 07:08:09'],
    ['MSI (c) (A4:3C) [07:08:09:118]: x', '[07:08:09:118]'],
    ['signed-on:11-02/08:30:15.120', '11-02/08:30:15.120'],
    ['08:09:10, -412.5000000s', '08:09:10'],
  ])('reads the time of %s', (line, time) => {
    expect(scoped(line, 'comment.line.time')).toEqual([time]);
  });

  test.each([
    ['ERROR', 'token.error-token'],
    ['FATAL', 'token.error-token'],
    ['WARNING', 'token.warn-token'],
    ['INFO', 'token.info-token'],
    ['DEBUG', 'token.debug-token'],
  ])('colours %s by its severity', (level, scope) => {
    expect(scoped(`02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\t${level}\tINFO ERROR`, scope)).toEqual([level]);
  });

  const message = (text: string): string => `02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\t${text}`;

  test.each([
    ['variable.other.property', 'connect failed, errno = 10013, this = 0x0722a0b0', ['errno', 'this']],
    ['variable.other.property', 'best respond-0,   result: 104101,  x', ['result']],
    ['variable.other.property', 'IN= OUT=eth0 SRC=192.0.2.5', ['IN', 'OUT', 'SRC']],
    ['variable.other.property', 'usb usb3-port2: unable to', []],
    ['constant.numeric.hex', 'this = 0x0722a0b0', ['0x0722a0b0']],
    ['constant.numeric', 'net_error -202, 12 ms', ['-202', '12']],
    ['constant.numeric', 'device DESK-7 at 0.0410000s', ['0.0410000s']],
    ['constant.numeric.address', 'to 203.0.113.40:443 and fe80::1', ['203.0.113.40', 'fe80::1']],
    ['constant.numeric.port', 'to 203.0.113.40:443', ['443']],
    ['constant.numeric.address', 'version 6.3.0.52884', []],
    ['markup.underline.link', 'url "x" https://zoom.us/j?a=b, next', ['https://zoom.us/j?a=b']],
    ['string.quoted', `say "it's \\"so\\"" and 'that', can't, won't`, [`"it's \\"so\\""`, "'that'"]],
    ['constant.other.guid', '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}', ['ca3e7ab9-b4c3-4ae6-8251-579ef933890f']],
    ['entity.name.function', 'vc::on_ping_confirm_cli(),  ping', ['vc::on_ping_confirm_cli']],
    ['constant.language.error', 'net::ERR_CERT_DATE_INVALID, WSAEACCES', ['net::ERR_CERT_DATE_INVALID', 'WSAEACCES']],
    ['keyword.control.trouble', 'Error: Send error, 22', ['Error', 'error']],
    ['keyword.control.trouble', 'Connection refused, timed out; terror', ['refused', 'timed out']],
  ])('scopes as %s in: %s', (scope, text, expected) => {
    expect(scoped(message(text), scope)).toEqual(expected);
  });

  test('a key with blanks leads a line of a listing', () => {
    expect(scoped('   IPv4 Address. . . . . . : 192.0.2.7', 'variable.other.property')).toEqual(['IPv4 Address']);
    expect(scoped(' 3 │ RemotePort       : 443', 'variable.other.property').map((key) => key.trim())).toEqual([
      'RemotePort',
    ]);
  });

  test('tokens tile the line', () => {
    for (const { line } of withHead)
      expect(
        tokenise(line)
          .map(({ text }) => text)
          .join(''),
      ).toBe(line);
  });

  test('no regex is slow on a line as long as VS Code tokenises', () => {
    // editor.maxTokenizationLineLength
    const length = 20_000;
    const seeds = [
      'a',
      '1',
      ' ',
      '"',
      "'",
      '\\',
      '[',
      '(',
      ':',
      '=',
      '.',
      '/',
      '-',
      'a=',
      'a:',
      '1.',
      '1:',
      'a::',
      'a ',
      '"\\',
      '[1',
      '1-',
      'f:',
      'é ',
    ];
    const lines = seeds.flatMap((seed) =>
      ['', '  1 │ ', '[', 'a', '2025-01-01 '].map((start) => start + seed.repeat(length / seed.length)),
    );
    const slow = [...compiled].flatMap(([source, regex]) =>
      lines.flatMap((line) => {
        const started = performance.now();
        for (const _ of line.matchAll(regex));
        const took = performance.now() - started;
        // Linear work takes milliseconds, quadratic work minutes: the bound only tells the two apart on a busy machine.
        return took > 10_000 ? [`${Math.round(took)} ms: ${source} on ${line.slice(0, 20)}`] : [];
      }),
    );
    expect(slow).toEqual([]);
  });
});
