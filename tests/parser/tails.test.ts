/**
 * People paste the end of a log, and call it `log.txt`: lines that belong to one format alone give it away there, too. Every
 * log of the fixtures is cut to its last lines.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { knowledge, openSource } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { root, shared } from '../helpers/places.ts';

/** Logs whose last lines do not belong to them alone, with the reason. */
const anonymous: Readonly<Record<string, string>> = {
  'apport-crash': 'a report that is handed in whole; it ends in the memory of the process',
  'flatpak-install': 'it ends in the progress of an installation, as other programs print it',
  'collector-record': 'what collectors write of their work: lists of files and steps, which only their beginnings name',
  curl: 'a trace ends with bytes counts and notes that any program may print',
  'zoom-mac-install': 'it ends in lists of files, as unzip and codesign print them',
  'zoom-signin': 'its last lines are an address and a server of its kind of chat',
};

const formatOf = (path: string, bytes: Uint8Array): string | null => {
  const pipe = openSource(knowledge, path);
  pipe.push(bytes);
  return pipe.end().format;
};

const tailOf = (text: string, lines: number): string => `${text.trimEnd().split('\n').slice(-lines).join('\n')}\n`;

/** What grows line by line is a log; what a command prints, or a report holds, is handed in whole. */
const isLog = (id: string): boolean => knowledge.formatById.get(id)?.framing.grows === true;

/** Of real logs those that were not cut already: the launcher ends them. */
const endsWell = (path: string): boolean => /ZoomLauncher exit\.\s{0,4}$/.test(readFileSync(path, 'latin1'));

const places = [
  ...globSync('fixtures/*/evidence/**/*', { cwd: root }).map((path) => join(root, path)),
  ...globSync('corpus/zoom/*.log', { cwd: shared })
    .map((path) => join(shared, path))
    .filter(endsWell),
].filter((path) => statSync(path).isFile());

const logs = places.sort().flatMap((path) => {
  const bytes = readFileSync(path);
  const format = formatOf(path, bytes);
  return format === null || !isLog(format) || bytes.includes(0) ? [] : [{ path, format, text: bytes.toString('utf8') }];
});

describe('a log is recognized by its last lines, whatever its name', () => {
  test('there are logs to cut', () => {
    expect(logs.length).toBeGreaterThan(20);
    expect(Object.keys(anonymous).filter((id) => !isLog(id))).toEqual([]);
  });

  test.each([3, 8, 20])('%i lines', (count) => {
    const lost = logs
      .filter(({ format }) => !(format in anonymous))
      .flatMap(({ path, format, text }) => {
        const got = formatOf('log.txt', new TextEncoder().encode(tailOf(text, count)));
        return got === format ? [] : [`${path.split(/[\\/]/).slice(-3).join('/')}: ${format}, got ${got}`];
      });
    expect(lost).toEqual([]);
  });
});
