/** A property list of macOS as XML, as plain values: what `system_profiler -xml` and System Information save. */

export type Value = string | readonly Value[] | { readonly [key: string]: Value };

/** Levels that are kept; what lies deeper is left out. */
const deepest = 40;

const tag = /<(\/?)(dict|array|key|string|integer|real|date|data|true|false)[ \t]{0,4}(\/?)>/g;

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => names[name]!);

interface Level {
  readonly list: Value[] | null;
  readonly pairs: Record<string, Value>;
  key: string;
}

/** The pairs of a dictionary whose head may have been cut off, and the names of those of its lists that do not end. */
export function readPairs(text: string): {
  readonly pairs: Readonly<Record<string, Value>>;
  readonly open: ReadonlySet<string>;
} {
  const outermost: Level = { list: null, pairs: {}, key: '' };
  const levels = [outermost];
  let deeper = 0;
  const put = (value: Value): void => {
    const level = levels.at(-1)!;
    if (deeper > 0) return;
    if (level.list) level.list.push(value);
    else if (level.key !== '') level.pairs[level.key] = value;
  };
  for (const { 0: all, 1: slash, 2: name = '', 3: closed, index } of text.matchAll(tag)) {
    const isHolder = name === 'dict' || name === 'array';
    if (slash === '') {
      if (isHolder && closed === '/') put(name === 'array' ? [] : {});
      else if (isHolder && levels.length >= deepest) deeper++;
      else if (isHolder) {
        const level: Level = { list: name === 'array' ? [] : null, pairs: {}, key: '' };
        put(level.list ?? level.pairs);
        levels.push(level);
      } else if (closed === '/') put(name);
      else {
        const end = text.indexOf('<', index + all.length);
        const value = plain(text.slice(index + all.length, end < 0 ? undefined : end));
        if (name === 'key' && end >= 0) levels.at(-1)!.key = value;
        else if (name !== 'key') put(value);
      }
    } else if (isHolder && deeper > 0) deeper--;
    else if (isHolder && levels.length > 1) levels.pop();
    else if (isHolder) break;
  }
  return { pairs: outermost.pairs, open: new Set(levels.length > 1 ? [outermost.key] : []) };
}
