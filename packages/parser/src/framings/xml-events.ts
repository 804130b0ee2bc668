/** `<Event>…</Event>` elements, however they are wrapped, indented or strung together; each is one piece. */
import { SaxesParser } from 'saxes';
import type { Format } from '../define.ts';
import { addField, makeEntry } from '../entry.ts';
import type { Entry, Field, Piece } from '../model.ts';
import { utcTime } from '../time.ts';
import type { Cutter } from './framing.ts';

/** Characters of one event; a longer one is skipped and the source is then not complete. */
const largestEvent = 1 << 20;

const opening = /<Event(?=[\s>])/;
const closing = '</Event>';

export function cutEvents(emit: (piece: Piece) => void): Cutter {
  const decoder = new TextDecoder();
  let held = '';
  /** Line on which `held` begins. */
  let line = 1;
  /** Units of that line before it. */
  let indent = 0;
  let inside = false;
  let skipped = 0;
  let endsInLine = false;

  const drop = (count: number): void => {
    indent += count;
    const dropped = held.slice(0, count);
    for (let at = dropped.indexOf('\n'); at >= 0; at = dropped.indexOf('\n', at + 1)) {
      line++;
      indent = count - at - 1;
    }
    held = held.slice(count);
  };

  const scan = (): void => {
    for (;;) {
      if (!inside) {
        const at = held.search(opening);
        // The last characters may be the beginning of a tag.
        drop(at < 0 ? Math.max(0, held.length - '<Event'.length) : at);
        if (at < 0) return;
        inside = true;
      }
      const end = held.indexOf(closing);
      if (end < 0) {
        if (held.length <= largestEvent) return;
        skipped++;
        drop(held.length - closing.length);
        inside = false;
        return;
      }
      emit({ line, text: held.slice(0, end + closing.length), ...(indent > 0 ? { indent } : {}) });
      drop(end + closing.length);
      inside = false;
    }
  };

  return {
    push(bytes) {
      if (bytes.length > 0) endsInLine = bytes.at(-1) !== 10;
      held += decoder.decode(bytes, { stream: true });
      scan();
    },
    end() {
      held += decoder.decode();
      scan();
      const unfinished = inside;
      drop(held.length);
      const notes = [
        ...(skipped > 0 ? [`${skipped} events larger than 1 MiB, skipped`] : []),
        ...(unfinished ? ['the last event is cut'] : []),
      ];
      return { lines: endsInLine ? line : line - 1, note: notes.join('; ') || null };
    },
  };
}

/** Elements of `System` and the attributes worth a field. */
const systemKeys: Readonly<Record<string, string>> = {
  EventID: 'eventid',
  Level: 'level',
  Channel: 'channel',
  Computer: 'computer',
};

/** One event as an entry, or null when it is no well-formed XML. `Data` elements are fields under their names, or `data1`, `data2`, … */
export function readEvent(format: Format, piece: Piece): Entry | null {
  const fields = new Map<string, Field[]>();
  const { text } = piece;
  const parser = new SaxesParser({ position: true, xmlns: false });
  let isUserData = false;
  let failed = false;
  let opened = 0;
  let content = '';
  let dataKey = '';
  let unnamed = 0;
  let stamp: string | null = null;

  parser.on('error', () => {
    failed = true;
  });
  parser.on('opentag', (tag) => {
    if (tag.name === 'UserData') isUserData = true;
    opened = parser.position;
    content = '';
    const attribute = (name: string): string | null => {
      const value = (tag.attributes as Record<string, string>)[name];
      return value === undefined ? null : value;
    };
    const name = attribute('Name');
    if (tag.name === 'Provider' && name !== null) add('provider', name, text.lastIndexOf(name, opened), name.length);
    if (tag.name === 'TimeCreated') stamp = attribute('SystemTime');
    if (tag.name === 'Execution') {
      const pid = attribute('ProcessID');
      if (pid !== null) add('processid', pid, text.lastIndexOf(pid, opened), pid.length);
    }
    if (tag.name === 'Data') dataKey = name === null || name === '' ? `data${++unnamed}` : name.toLowerCase();
    else dataKey = isUserData ? tag.name.toLowerCase() : (systemKeys[tag.name] ?? '');
  });
  parser.on('text', (part) => {
    content += part;
  });
  parser.on('cdata', (part) => {
    content += part;
  });
  parser.on('closetag', (tag) => {
    if (tag.name === 'UserData') isUserData = false;
    if (dataKey !== '' && content.trim() !== '') {
      const raw = text.slice(opened, parser.position - `</${tag.name}>`.length);
      add(dataKey, content.trim(), opened + (raw.length - raw.trimStart().length), raw.trim().length);
    }
    dataKey = '';
    content = '';
  });
  const add = (key: string, value: string, start: number, length: number): void => {
    const plain = /^\d{1,15}$/.test(value) ? Number(value) : value;
    const from = Math.max(0, start);
    addField(fields, key, { value: plain, piece: 0, start: from, end: from + length });
  };
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  if (failed || !fields.has('eventid')) return null;
  return makeEntry(
    {
      format: format.id,
      pieces: [piece],
      time: stamp === null ? null : readStamp(stamp),
      level: null,
      messageStart: 0,
    },
    () => fields,
  );
}

/** `2020-08-05T12:16:37.933329200Z`: event times are UTC. */
function readStamp(stamp: string): Entry['time'] {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z?$/.exec(stamp);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, digits = ''] = match;
  return utcTime({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    digits,
  });
}
