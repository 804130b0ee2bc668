import { styleText } from 'node:util';
import { type Io, takesUnicode } from '../io.ts';

/** How a face may draw: with or without ANSI colors, in Unicode or ASCII, with paths in this system's form. */
export interface Style {
  /** Columns; infinite where nothing wraps lines. */
  readonly width: number;
  readonly color: boolean;
  readonly unicode: boolean;
  readonly platform: NodeJS.Platform;
}

export type ColorChoice = 'auto' | 'always' | 'never';

const narrowest = 40;
const widthWithoutTerminal = 100;

/** The style of standard output. */
export const styleOf = (io: Io, choice: ColorChoice): Style => ({
  width: outputWidth(io),
  color: wantsColor(io.stdout.isTTY, io.env, choice),
  unicode: takesUnicode(io.stdout, io),
  platform: io.platform,
});

/** Columns of standard output; `COLUMNS` counts where there is no terminal to ask. */
export const outputWidth = ({ stdout, env }: Io): number =>
  Math.max(narrowest, stdout.columns ?? (Number(env.COLUMNS) || widthWithoutTerminal));

/** The style of a file: UTF-8, in color only with `--color always`. */
export const fileStyle = ({ platform }: Io, choice: ColorChoice): Style => ({
  width: widthWithoutTerminal,
  color: choice === 'always',
  unicode: true,
  platform,
});

function wantsColor(isTTY: boolean, env: Io['env'], choice: ColorChoice): boolean {
  if (choice !== 'auto') return choice === 'always';
  // https://no-color.org, https://force-color.org: any value but the empty one; Node and others take 0 and false for no.
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return !/^(?:0|false)$/.test(env.FORCE_COLOR);
  // Every Windows console that this version of Node supports draws ANSI colors (conhost since Windows 10 1511).
  return isTTY && env.TERM !== 'dumb';
}

/** The symbols that a face draws with. */
export interface Glyphs {
  readonly dot: string;
  readonly bar: string;
  readonly arrow: string;
  readonly ellipsis: string;
}

// All of WGL4, which the fonts of a Windows console hold.
const unicodeGlyphs: Glyphs = { dot: '·', bar: '│', arrow: '──►', ellipsis: '…' };
const asciiGlyphs: Glyphs = { dot: '|', bar: '|', arrow: '-->', ellipsis: '...' };

export const glyphsOf = (style: Style): Glyphs => (style.unicode ? unicodeGlyphs : asciiGlyphs);

type Format = Parameters<typeof styleText>[0];

export type Paint = (format: Format, text: string) => string;

export const painterOf = (style: Style): Paint =>
  style.color
    ? (format, text) => (text ? styleText(format, text, { validateStream: false }) : text)
    : (_, text) => text;
