import { styleText } from 'node:util';
import { type Io, takesUnicode } from './io.ts';

/** How a face may draw: `width` in columns (infinite where nothing folds lines), ANSI colours or none, Unicode or plain ASCII. */
export interface Style {
  readonly width: number;
  readonly color: boolean;
  readonly unicode: boolean;
}

export type ColorChoice = 'auto' | 'always' | 'never';

const narrowest = 40;
const widthWithoutTerminal = 100;

/** The style of standard output. `COLUMNS` counts where there is no terminal to ask. */
export function styleOf(io: Io, choice: ColorChoice): Style {
  const { stdout, env } = io;
  const columns = stdout.columns ?? (Number(env.COLUMNS) || widthWithoutTerminal);
  return {
    width: Math.max(narrowest, columns),
    color: wantsColor(stdout.isTTY, env, choice),
    unicode: takesUnicode(stdout, io),
  };
}

/** The style of a file: UTF-8, and coloured only when that was asked for. */
export const fileStyle = (choice: ColorChoice): Style => ({
  width: widthWithoutTerminal,
  color: choice === 'always',
  unicode: true,
});

function wantsColor(isTTY: boolean, env: Io['env'], choice: ColorChoice): boolean {
  if (choice !== 'auto') return choice === 'always';
  // https://no-color.org: any value but the empty one.
  return isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** The signs that a face draws with. */
export interface Glyphs {
  readonly dot: string;
  readonly bar: string;
  readonly arrow: string;
  readonly ellipsis: string;
}

const unicodeGlyphs: Glyphs = { dot: '·', bar: '│', arrow: '──▸', ellipsis: '…' };
const asciiGlyphs: Glyphs = { dot: '|', bar: '|', arrow: '-->', ellipsis: '...' };

export const glyphsOf = (style: Style): Glyphs => (style.unicode ? unicodeGlyphs : asciiGlyphs);

type Format = Parameters<typeof styleText>[0];

export type Paint = (format: Format, text: string) => string;

export const painterOf = (style: Style): Paint =>
  style.color
    ? (format, text) => (text ? styleText(format, text, { validateStream: false }) : text)
    : (_, text) => text;
