/**
 * Tokens of the line heads: one lexer mode per shape, so that a date means a date only where that shape has one.
 * Each mode ends in `Rest`, which takes the remaining text as one token: prose is never tokenised here.
 */
import { createToken, Lexer, type TokenType } from 'chevrotain';
import type { HeadShape } from '../../define.ts';

const token = (name: string, pattern: RegExp, more: object = {}): TokenType => createToken({ name, pattern, ...more });

/**
 * Chevrotain dispatches on the first character and cannot work that out for complement sets. This hint names every
 * UTF-16 unit: each below 256, and above that one of every bucket of 255 units that its tables use.
 */
export const anyCharacter = Array.from({ length: 768 }, (_, i) => (i < 256 ? i : 256 + (i - 256) * 128)).filter(
  (unit) => unit <= 0xffff,
);
const any = { start_chars_hint: anyCharacter };

export const Rest = token('Rest', /[\s\S]+/, { ...any, line_breaks: true });

export const Gap = token('Gap', /[ \t]+/);
export const Tab = token('Tab', /\t/);
export const Colon = token('Colon', /:/);
export const Open = token('Open', /\[/);
export const Close = token('Close', /\]/);
export const Stars = token('Stars', / \*\*: /);

/** `04/14/2015` month first. */
export const UsDate = token('UsDate', /\d{2}\/\d{2}\/\d{4}/);
/** `2026-03-06`, `2026/03/06`. */
export const IsoDate = token('IsoDate', /\d{4}[-/]\d{1,2}[-/]\d{1,2}/);
/** `17.02.2026` day first. */
export const EuDate = token('EuDate', /\d{2}\.\d{2}\.\d{4}/);
/** `0130/091601.220011` month, day, clock: hours over 24 and seven-digit fractions occur in real logs. */
export const ChromiumStamp = token('ChromiumStamp', /\d{4}\/\d{6}\.\d+/);
/** `12:32:25:079` colon before the milliseconds. */
export const ColonClock = token('ColonClock', /\d{2}:\d{2}:\d{2}:\d{1,3}/);
export const Clock = token('Clock', /\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?/);
export const Zone = token('Zone', /Z|[+-]\d{2}:?(?:\d{2})?/);
export const DateJoin = token('DateJoin', /T/);
export const Number_ = token('Number', /-?\d+/);

/** `ZOOM` and its tab; the ids follow. */
export const Product = token('Product', /[A-Za-z][A-Za-z.]*\t(?=\[)/);
/** `[708:4871:2701066708]`, `[10284:6264 ]`. */
export const Ids = token('Ids', /\[\d+(?::[0-9A-Fa-f]+)* *\]/);
/** `[  INFO ]` centred to seven. */
export const BoxedLevel = token('BoxedLevel', /\[ *[A-Z]+ *\]/);
export const SourceFile = token('SourceFile', /[^\s()[\]:]+/, any);
/** `(253)] ` older, `:253] ` newer Chromium. */
const SourceLine = token('SourceLine', /(?:\(\d+\)|:\d+)\] ?/);
export const GlibProcess = token('GlibProcess', /\([^\s()]+:\d+\): /);
export const GlibDomain = token('GlibDomain', /[A-Za-z0-9_-]+-(?:CRITICAL|WARNING|ERROR|INFO|DEBUG|Message)/);
/** `Tue Apr 23 00:22:24 CDT 2019` as the date command prints it. */
const DateCommand = token(
  'DateCommand',
  /\[[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} [A-Z+-][A-Z0-9+-]* \d{4}\]/,
);
/** `Mar 06 09:10:11`, month in the system's language. */
export const SyslogStamp = token(
  'SyslogStamp',
  /[A-Za-z\u00c0-\u017f]{3,5}\.? {1,2}\d{1,2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?/,
  any,
);
export const Host = token(
  'Host',
  /(?!(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b)[^\s:[\]]+/i,
  any,
);
/** `kernel:`, `tccd[210]:`. */
const Tag = token('Tag', /[^\s:[\]]+(?:\[\d+\])?: ?/, any);
/** `Df tccd[618:ad66]` type and process of a compact unified log line. */
export const CompactType = token('CompactType', /[A-Z][a-z]? {1,2}(?=\S)/);
export const CompactProcess = token('CompactProcess', /[^[\]\r\n]{1,64}\[\d+:[0-9a-f]+\] ?/, any);
const Subsystem = token('Subsystem', /\[[\w.-]+:[\w.-]*\] ?/);
/** A level word of generic text, bare or boxed, with the blanks around it. */
export const Word = token(
  'Word',
  /[ \t]*\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|SEVERE)\]?:?(?![\w-])[ \t]*/i,
);

const then = (type: TokenType, name: string): TokenType =>
  createToken({ ...any, name, pattern: type.PATTERN as RegExp, push_mode: 'rest' });

/** Last tokens of their heads: what follows is message, whatever it looks like. */
export const LevelThenTab = createToken({ name: 'LevelThenTab', pattern: /[A-Z][A-Za-z]*\t/, push_mode: 'rest' });
export const ClockBoxEnd = createToken({
  name: 'ClockBoxEnd',
  pattern: /\[\d{1,2}:\d{2}:\d{2}\.\d{1,3}\] ?/,
  push_mode: 'rest',
});
export const SourceLineEnd = then(SourceLine, 'SourceLineEnd');
export const GlibClockEnd = createToken({
  name: 'GlibClockEnd',
  pattern: /\d{2}:\d{2}:\d{2}\.\d{3}: /,
  push_mode: 'rest',
});
export const DateCommandEnd = then(DateCommand, 'DateCommandEnd');
/** `2026-02-17 10:15:01.100445+0100 0xad66  Default  0x0  618  0  tccd: [com.apple.TCC:access] ` of log show's default style. */
export const DefaultHeadEnd = createToken({
  name: 'DefaultHeadEnd',
  pattern:
    /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{1,9}[+-]\d{4} +0x[0-9a-f]+ +[A-Z][a-z]+ +0x[0-9a-f]+ +\d+ +\d+ +[^:]{1,64}: (?:\([^)]{1,80}\) )?(?:\[[^\]]{1,120}\] )?/,
  push_mode: 'rest',
});
/** `2026-03-06 09:14:02 ` of a table's row. */
export const RowStampEnd = createToken({
  name: 'RowStampEnd',
  pattern: /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} /,
  push_mode: 'rest',
});
/** `qt.qpa.xcb: `, `qrc:/qml/A.qml:1: `, `qml: `, `QString::arg: `: the prefix is part of the message. */
export const QtPrefix = createToken({
  name: 'QtPrefix',
  pattern: /(?:qt\.[\w.]+|qrc|qml|QString::arg): ?/,
  push_mode: 'rest',
});
export const CommaEnd = createToken({ name: 'CommaEnd', pattern: /,/, push_mode: 'rest' });
export const TagEnd = then(Tag, 'TagEnd');
export const SubsystemEnd = then(Subsystem, 'SubsystemEnd');
/** `[   86.363426]` seconds since boot. */
/** `[Tue Feb 17 10:15:18 2026] ` of dmesg -T: local time. */
export const DmesgStampEnd = createToken({
  name: 'DmesgStampEnd',
  pattern: /\[[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} \d{4}\] /,
  push_mode: 'rest',
});
/** `[ +26,669352] ` of dmesg -d: since the line before, so it places nothing. */
/** `Tue 2026-02-17 10:15:10 CET ` (short-full) and `1771323333.123456 ` (short-unix) of journalctl. */
export const FullStamp = token('FullStamp', /[A-Z][a-z]{2} \d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} [A-Z]{1,5}(?= )/);
export const UnixStamp = token('UnixStamp', /\d{9,11}\.\d{3,9}(?= )/);
export const DeltaStampEnd = createToken({
  name: 'DeltaStampEnd',
  pattern: /\[ *[<+] *\d+[.,]\d+>?\] /,
  push_mode: 'rest',
});
export const BootStampEnd = createToken({
  name: 'BootStampEnd',
  pattern: /(?:<\d{1,3}>|[a-z]+ *:[a-z]+ *: )?\[ *\d+\.\d+\] /,
  push_mode: 'rest',
});

/** Generic heads end nowhere in particular: what follows them may look like any of these again. */
export const genericTokens: TokenType[] = [
  Word,
  Open,
  Close,
  IsoDate,
  UsDate,
  EuDate,
  DateJoin,
  ColonClock,
  Clock,
  Zone,
  Gap,
  Rest,
];

const modes: Record<Exclude<HeadShape, 'none'> | 'rest', TokenType[]> = {
  memlog: [UsDate, ColonClock, Tab, Gap, Ids, Product, LevelThenTab, Rest],
  installer: [Ids, Gap, BoxedLevel, ClockBoxEnd, Rest],
  chromium: [SourceLineEnd, ChromiumStamp, Open, Number_, Colon, SourceFile, Rest],
  glib: [GlibProcess, GlibDomain, Stars, GlibClockEnd, Rest],
  'date-command': [DateCommandEnd, Rest],
  monitor: [UsDate, Gap, ColonClock, CommaEnd, Rest],
  syslog: [
    BootStampEnd,
    DmesgStampEnd,
    DeltaStampEnd,
    FullStamp,
    UnixStamp,
    SyslogStamp,
    IsoDate,
    DateJoin,
    Clock,
    Zone,
    Gap,
    TagEnd,
    Host,
    Rest,
  ],
  'unified-compact': [IsoDate, Clock, CompactType, Gap, SubsystemEnd, CompactProcess, Rest],
  'unified-default': [DefaultHeadEnd, Rest],
  'table-row': [RowStampEnd, Rest],
  qt: [QtPrefix, Rest],
  generic: genericTokens,
  rest: [Rest],
};

/** All token types, once: the parser's vocabulary. */
export const headVocabulary: TokenType[] = [...new Set(Object.values(modes).flat())];

export function createHeadLexer(): Lexer {
  return new Lexer({ modes, defaultMode: 'rest' }, { positionTracking: 'onlyOffset', ensureOptimizations: true });
}
