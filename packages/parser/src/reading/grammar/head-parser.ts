/** The heads of log lines: time, level, process and component, and where the message starts. */
import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import type { HeadShape } from '../../define.ts';
import type { Time } from '../../model.ts';
import {
  bootTime,
  epochTime,
  localTime,
  monthNumber,
  type Parts,
  timeOfDay,
  yearlessTime,
  zonedTime,
} from '../time.ts';
import * as t from './head-tokens.ts';

/** What a line's head says. `messageStart` is an offset into the line. */
export interface Head {
  readonly time: Time | null;
  readonly level: string | null;
  readonly process: string | null;
  readonly component: string | null;
  readonly messageStart: number;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly digits: string;
}

const numbers = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** `12:32:25:079`, `13:29:53.58` (`unpadded`: 58 ms, not 580), `9:05:01,250`. */
function readClock(text: string, unpadded = false): Clock {
  const [hour = 0, minute = 0, second = 0] = numbers(text);
  const digits = /^\D*\d+:\d+:\d+[.,:](\d+)/.exec(text)?.[1] ?? '';
  return { hour, minute, second, digits: unpadded && digits !== '' ? digits.padStart(3, '0') : digits };
}

/** Year first, or month first; a first number over 12, or before a point, is the day. */
function readDate(text: string): Pick<Parts, 'year' | 'month' | 'day'> {
  const [a = 0, b = 0, c = 0] = numbers(text);
  if (a > 31) return { year: a, month: b, day: c };
  return a > 12 || text.includes('.') ? { year: c, month: b, day: a } : { year: c, month: a, day: b };
}

/** Abbreviations that name one offset wherever they are used; CST, IST and the like name several, so they give none. */
const knownZones: Readonly<Record<string, string>> = {
  UTC: 'Z', GMT: 'Z', Z: 'Z', PDT: '-07:00', PST: '-08:00', MDT: '-06:00', CDT: '-05:00', EDT: '-04:00', EST: '-05:00',
  CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00', JST: '+09:00', KST: '+09:00',
}; // biome-ignore format: a table

/** `[Tue Apr 23 00:22:24 CDT 2019]` */
function readDateCommand(text: string): Time {
  const [, month = '', day = '', clock = '', zone = '', year = ''] = text.slice(1, -1).split(/ +/);
  const parts: Parts = { year: Number(year), month: monthNumber(month) ?? 1, day: Number(day), ...readClock(clock) };
  const offset = knownZones[zone] ?? (/^[+-]\d/.test(zone) ? zone : null);
  return offset === null ? localTime(parts) : zonedTime(parts, offset);
}

/** `[Tue Feb 17 10:15:18 2026] ` */
function readDmesgStamp(text: string): Time {
  const [, month = '', day = '', clock = '', year = ''] = text.slice(1, -2).split(/ +/);
  return localTime({ year: Number(year), month: monthNumber(month) ?? 1, day: Number(day), ...readClock(clock) });
}

/** `Tue 2026-02-17 10:15:10 CET` */
function readFullStamp(text: string): Time {
  const [, date = '', clock = '', zone = ''] = text.split(' ');
  const parts = { ...readDate(date), ...readClock(clock) };
  const offset = knownZones[zone];
  return offset === undefined ? localTime(parts) : zonedTime(parts, offset);
}

/** `0130/091601.220011`; an hour past 24 is kept as it stands. */
function readChromiumStamp(text: string): Time {
  const at = (from: number, to: number): number => Number(text.slice(from, to));
  const digits = text.slice(text.indexOf('.') + 1);
  return yearlessTime({ month: at(0, 2), day: at(2, 4), hour: at(5, 7), minute: at(7, 9), second: at(9, 11), digits });
}

/** `Mar 06 09:10:11`; null when the word is no month in any language we know. */
function readSyslogStamp(text: string): Time | null {
  const [word = '', day = '', clock = ''] = text.split(/ +/);
  const month = monthNumber(word);
  return month === null ? null : yearlessTime({ month, day: Number(day), ...readClock(clock) });
}

const trimBox = (text: string): string => text.replace(/[[\]:\s]/g, '');

class HeadParser extends EmbeddedActionsParser {
  constructor() {
    super(t.headVocabulary, { recoveryEnabled: false, maxLookahead: 3 });
    this.performSelfAnalysis();
  }

  private rest(): number {
    const rest = this.OPTION(() => this.CONSUME(t.Rest));
    return rest?.startOffset ?? -1;
  }

  memlog = this.RULE('memlog', (): Head => {
    const date = this.CONSUME(t.UsDate);
    this.CONSUME(t.Gap);
    const clock = this.CONSUME(t.ColonClock);
    this.CONSUME(t.Tab);
    this.CONSUME(t.Product);
    const process = this.CONSUME(t.Ids);
    this.CONSUME2(t.Tab);
    const level = this.CONSUME(t.LevelThenTab);
    const messageStart = this.SUBRULE(this.messageRule);
    return this.ACTION(() => ({
      time: localTime({ ...readDate(date.image), ...readClock(clock.image) }),
      level: level.image.trim(),
      process: trimmedIds(process),
      component: null,
      messageStart,
    }));
  });

  installer = this.RULE('installer', (): Head => {
    const process = this.CONSUME(t.Ids);
    this.CONSUME(t.Gap);
    const level = this.CONSUME(t.BoxedLevel);
    this.CONSUME2(t.Gap);
    const clock = this.CONSUME(t.ClockBoxEnd);
    const messageStart = this.SUBRULE(this.messageRule);
    return this.ACTION(() => ({
      time: timeOfDay(readClock(clock.image.slice(1), true)),
      level: trimBox(level.image),
      process: trimmedIds(process),
      component: null,
      messageStart,
    }));
  });

  chromium = this.RULE('chromium', (): Head => {
    this.CONSUME(t.Open);
    const process = this.OPTION(() => {
      const pid = this.CONSUME(t.Number_);
      this.CONSUME(t.Colon);
      this.CONSUME2(t.Number_);
      this.CONSUME2(t.Colon);
      return pid;
    });
    const stamp = this.CONSUME(t.ChromiumStamp);
    this.CONSUME3(t.Colon);
    const level = this.CONSUME(t.SourceFile);
    this.CONSUME4(t.Colon);
    const file = this.CONSUME2(t.SourceFile);
    this.CONSUME(t.SourceLineEnd);
    const messageStart = this.SUBRULE(this.messageRule);
    return this.ACTION(() => ({
      time: readChromiumStamp(stamp.image),
      level: level.image,
      process: process?.image ?? null,
      component: file.image,
      messageStart,
    }));
  });

  glib = this.RULE('glib', (): Head => {
    const process = this.CONSUME(t.GlibProcess);
    const domain = this.CONSUME(t.GlibDomain);
    this.CONSUME(t.Stars);
    const clock = this.CONSUME(t.GlibClockEnd);
    const messageStart = this.SUBRULE(this.messageRule);
    return this.ACTION(() => {
      const cut = domain.image.lastIndexOf('-');
      return {
        time: timeOfDay(readClock(clock.image)),
        level: domain.image.slice(cut + 1),
        process: process.image.slice(1, process.image.indexOf(')')),
        component: domain.image.slice(0, cut),
        messageStart,
      };
    });
  });

  'date-command' = this.RULE('dateCommand', (): Head => {
    const stamp = this.CONSUME(t.DateCommandEnd);
    const messageStart = this.SUBRULE(this.messageRule);
    return this.ACTION(() => ({
      time: readDateCommand(stamp.image),
      level: null,
      process: null,
      component: null,
      messageStart,
    }));
  });

  monitor = this.RULE('monitor', (): Head => {
    const date = this.CONSUME(t.UsDate);
    this.CONSUME(t.Gap);
    const clock = this.CONSUME(t.ColonClock);
    this.CONSUME(t.CommaEnd);
    const messageStart = this.SUBRULE(this.messageRule);
    return this.ACTION(() => ({
      time: localTime({ ...readDate(date.image), ...readClock(clock.image) }),
      level: null,
      process: null,
      component: null,
      messageStart,
    }));
  });

  syslog = this.RULE('syslog', (): Head => {
    const time = this.OR([
      { ALT: () => this.SUBRULE(this.bootHead) },
      { ALT: () => this.SUBRULE(this.dmesgHead) },
      { ALT: () => this.SUBRULE(this.stampHead) },
    ]);
    const messageStart = this.SUBRULE(this.messageRule);
    return this.ACTION(() => ({ level: null, ...time, messageStart }));
  });

  private bootHead = this.RULE('bootHead', () => {
    const boot = this.CONSUME(t.BootStampEnd);
    return this.ACTION(() => ({
      time: bootTime(boot.image.slice(boot.image.indexOf('[') + 1, -2).trim()),
      process: 'kernel',
      component: null,
    }));
  });

  private dmesgHead = this.RULE('dmesgHead', () => {
    const time = this.OR([
      {
        ALT: () => {
          const stamp = this.CONSUME(t.DmesgStampEnd);
          return this.ACTION(() => readDmesgStamp(stamp.image));
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.DeltaStampEnd);
          return null;
        },
      },
    ]);
    return this.ACTION(() => ({ time, process: 'kernel', component: null }));
  });

  private stampHead = this.RULE('stampHead', () => {
    const time = this.OR([
      {
        ALT: () => {
          const stamp = this.CONSUME(t.SyslogStamp);
          return this.ACTION(() => readSyslogStamp(stamp.image));
        },
      },
      {
        ALT: () => {
          const stamp = this.CONSUME(t.FullStamp);
          return this.ACTION(() => readFullStamp(stamp.image));
        },
      },
      {
        ALT: () => {
          const stamp = this.CONSUME(t.UnixStamp);
          return this.ACTION(() => epochTime(Math.floor(Number(stamp.image) * 1000)));
        },
      },
      { ALT: () => this.SUBRULE(this.isoStamp) },
    ]);
    this.CONSUME(t.Gap);
    const host = this.CONSUME(t.Host);
    this.CONSUME2(t.Gap);
    const tag = this.CONSUME(t.TagEnd);
    return this.ACTION(() => ({
      time,
      process: tag.image.replace(/: ?$/, ''),
      component: host.image,
    }));
  });

  private isoStamp = this.RULE('isoStamp', (): Time => {
    const date = this.CONSUME(t.IsoDate);
    this.OR([{ ALT: () => this.CONSUME(t.DateJoin) }, { ALT: () => this.CONSUME(t.Gap) }]);
    const clock = this.CONSUME(t.Clock);
    const zone = this.OPTION(() => this.CONSUME(t.Zone));
    return this.ACTION(() => {
      const parts = { ...readDate(date.image), ...readClock(clock.image) };
      return zone ? zonedTime(parts, zone.image) : localTime(parts);
    });
  });

  'unified-compact' = this.RULE('unifiedCompact', (): Head => {
    const date = this.CONSUME(t.IsoDate);
    this.CONSUME(t.Gap);
    const clock = this.CONSUME(t.Clock);
    this.CONSUME2(t.Gap);
    const type = this.CONSUME(t.CompactType);
    const process = this.CONSUME(t.CompactProcess);
    const subsystem = this.CONSUME(t.SubsystemEnd);
    const messageStart = this.SUBRULE(this.messageRule);
    return this.ACTION(() => ({
      time: localTime({ ...readDate(date.image), ...readClock(clock.image) }),
      level: type.image.trim(),
      process: process.image.trim(),
      component: trimBrackets(subsystem.image),
      messageStart,
    }));
  });

  'unified-default' = this.RULE('unifiedDefault', (): Head => {
    const head = this.CONSUME(t.DefaultHeadEnd);
    const messageStart = this.SUBRULE(this.messageRule);
    return this.ACTION(() => {
      const [date = '', clock = '', , level = '', , pid = ''] = head.image.split(/ +/);
      const zone = clock.slice(-5);
      return {
        time: zonedTime({ ...readDate(date), ...readClock(clock.slice(0, -5)) }, zone),
        level,
        process: pid,
        component: null,
        messageStart,
      };
    });
  });

  'table-row' = this.RULE('tableRow', (): Head => {
    const stamp = this.CONSUME(t.RowStampEnd);
    const messageStart = this.SUBRULE(this.messageRule);
    return this.ACTION(() => {
      const [date = '', clock = ''] = stamp.image.split(' ');
      const time = localTime({ ...readDate(date), ...readClock(clock) });
      return { time, level: null, process: null, component: null, messageStart };
    });
  });

  qt = this.RULE('qt', (): Head => {
    const prefix = this.CONSUME(t.QtPrefix);
    this.SUBRULE(this.messageRule);
    return this.ACTION(() => ({
      time: null,
      level: null,
      process: null,
      component: prefix.image.replace(/: ?$/, ''),
      messageStart: 0,
    }));
  });

  generic = this.RULE('generic', (): Head => {
    this.OPTION(() => this.CONSUME(t.Open));
    const time = this.OR([{ ALT: () => this.SUBRULE(this.genericIso) }, { ALT: () => this.SUBRULE(this.genericUs) }]);
    this.OPTION2(() => this.CONSUME(t.Close));
    const level = this.OPTION3(() => this.CONSUME(t.Word));
    const messageStart = this.SUBRULE(this.genericMessage);
    return this.ACTION(() => ({
      time,
      level: level ? trimBox(level.image) : null,
      process: null,
      component: null,
      messageStart,
    }));
  });

  private genericMessage = this.RULE('genericMessage', (): number => {
    const next = this.LA(1);
    const start = this.ACTION(() =>
      next.tokenType === t.Gap ? next.startOffset + next.image.length : next.startOffset,
    );
    this.MANY(() => this.OR(t.genericTokens.map((type, i) => ({ ALT: () => this.consume(i, type) }))));
    return start;
  });

  private genericIso = this.RULE('genericIso', (): Time => {
    const date = this.CONSUME(t.IsoDate);
    this.OR([{ ALT: () => this.CONSUME(t.DateJoin) }, { ALT: () => this.CONSUME(t.Gap) }]);
    const clock = this.OR2([{ ALT: () => this.CONSUME(t.ColonClock) }, { ALT: () => this.CONSUME(t.Clock) }]);
    const zone = this.OPTION(() => this.CONSUME(t.Zone));
    return this.ACTION(() => {
      const parts = { ...readDate(date.image), ...readClock(clock.image) };
      return zone ? zonedTime(parts, zone.image) : localTime(parts);
    });
  });

  private genericUs = this.RULE('genericUs', (): Time => {
    const date = this.OR2([{ ALT: () => this.CONSUME(t.UsDate) }, { ALT: () => this.CONSUME(t.EuDate) }]);
    this.CONSUME(t.Gap);
    const clock = this.OR([{ ALT: () => this.CONSUME(t.ColonClock) }, { ALT: () => this.CONSUME(t.Clock) }]);
    return this.ACTION(() => localTime({ ...readDate(date.image), ...readClock(clock.image) }));
  });

  private messageRule = this.RULE('message', (): number => this.rest());
}

const trimmedIds = (token: IToken): string => token.image.slice(1, -1).trim();
const trimBrackets = (text: string): string => text.trim().slice(1, -1);

/** A cheap look at the first characters: most lines of a mixed log have no such head, and a failed parse is dear. */
const beginnings: Readonly<Record<Exclude<HeadShape, 'none'>, RegExp>> = {
  memlog: /^\d\d\/\d\d\/\d{4} /,
  installer: /^\[\d+:\d+ *\] \[/,
  chromium: /^\[(?:\d+:\d+:)?\d{4}\/\d{6}\./,
  glib: /^\([^\s()]+:\d+\): \S+ \*\*: /,
  'date-command': /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} /,
  monitor: /^\d\d\/\d\d\/\d{4} [\d:]+,/,
  syslog:
    /^(?:\[ *\d+\.\d+\] |\[[A-Z][a-z]{2} [A-Z][a-z]{2} [^\]]{16,17}\] |\[ *[<+]|<\d|[a-z]+ *:[a-z]+ *: \[|[^\s\d]{3,5} {1,2}\d|\d{4}-\d\d-\d\dT|\d{4}-\d\d-\d\d [\d:.,]+ \S+ kernel:|\d{9,11}\.\d+ \S+ \S+:)/,
  'unified-compact': /^\d{4}-\d\d-\d\d [\d:.]+ [A-Z][a-z]? /,
  'unified-default': /^\d{4}-\d\d-\d\d [\d:.]+[+-]\d{4} +0x/,
  'table-row': /^\d{4}-\d\d-\d\d \d/,
  qt: /^(?:qt\.|qrc:|qml:|QString::arg:)/,
  generic: /^\[?\d{2,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]\d/,
};

let parser: HeadParser | null = null;
let lexer: ReturnType<typeof t.createHeadLexer> | null = null;

/** The head of a line of the given shape, or null when the line has none. Never throws. */
export function readHead(shape: HeadShape, line: string): Head | null {
  if (shape === 'none' || !beginnings[shape].test(line)) return null;
  lexer ??= t.createHeadLexer();
  parser ??= new HeadParser();
  const tokens = lexer.tokenize(line, shape).tokens;
  parser.input = tokens;
  const head = parser[shape]();
  if (parser.errors.length > 0 || head === undefined) return null;
  return head.messageStart >= 0 ? head : { ...head, messageStart: line.length };
}
