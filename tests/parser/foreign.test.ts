/** Files of other programs: they are named, nothing is blamed, and they are no sign of health. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats, judge, knowledge, openSource, type SourceFindings } from '@zoomlog/parser';
import { describe, expect, it, test } from 'vitest';
import { exitStatusOf } from '../../packages/cli/src/exit-status.ts';
import { linuxLaunch } from '../../packages/parser/src/knowledge/wordings/samples.ts';
import { fixtures } from '../helpers/places.ts';

const read = (path: string, text: string, step = 1 << 30): SourceFindings => {
  const pipe = openSource(knowledge, path);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += step) pipe.push(bytes.subarray(at, at + step));
  return pipe.end();
};

const foreign = formats.filter(({ isForeign }) => isForeign);
const note = /: it does not show whether Zoom works$/;

const call =
  '4021  openat(AT_FDCWD, "/usr/lib/libexample.so.1", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such file or directory)\n';
const launch = linuxLaunch(
  '/opt/zoom/zoom: error while loading shared libraries: libxcb-icccm.so.4: cannot open shared object file: No such file or directory',
);

describe('files of other programs', () => {
  it('by themselves leave the question open, and are named', () => {
    const evidence = join(fixtures, 'healthy/evidence');
    const sources = globSync(['*/*', '*/collected/*'], { cwd: evidence })
      .filter((path) => /strace|pw-dump|panic|obs|teams|slack|discord|results\.xml/i.test(path))
      .map((path) => read(path, readFileSync(join(evidence, path), 'utf8')));
    expect(sources.map(({ state }) => state)).toEqual(sources.map(() => 'read'));
    expect(new Set(sources.map(({ format }) => format))).toEqual(new Set(foreign.map(({ id }) => id)));
    const report = judge(knowledge, sources, { version: 'test' });
    expect(exitStatusOf(report, [], ['evidence'], 'info')).toBe(3);
    expect(report.diagnoses).toEqual([]);
    expect(report.coverage).toEqual([]);
    expect(report.sources.filter((source) => !note.test(source.note ?? ''))).toEqual([]);
  });

  it('change nothing beside a log of Zoom', () => {
    const sources = [read('launch.txt', linuxLaunch('ok')), read('trace.txt', call.repeat(9))];
    expect(exitStatusOf(judge(knowledge, sources, { version: 'test' }), [], [], 'error')).toBe(0);
  });

  test.each([1 << 30, 4096])(
    'stay what they are where a traced program prints a log, pushed %i bytes at a time',
    (step) => {
      const late = read('trace.txt', `${call.repeat(900)}${launch}\n`, step);
      expect(late).toMatchObject({ format: 'strace', findings: [] });
    },
  );

  it('have all of their lines, however long they are', () => {
    const long = read('trace.txt', `${call.repeat(19_000)}${call.trimEnd()}`, 65_536);
    expect(long).toMatchObject({ state: 'read', format: 'strace', lines: 19_001, complete: true });
  });

  it('are no ticket that holds a few of their lines', () => {
    const ticket = `Zoom does not start on my machine. I tried this and that.\n\nThen I saw this line:\n\n${call}\nWhat does it mean?\n`;
    expect(read('ticket.md', ticket)).toMatchObject({ state: 'unrecognised', format: null });
  });
});
