import { expect, it } from 'vitest';
import { knowledge } from '../../packages/parser/src/knowledge/index.ts';
import { newCarry } from '../../packages/parser/src/reading/carry.ts';
import { lines } from '../../packages/parser/src/reading/framings/lines.ts';

const read = (text: string) =>
  lines.read(knowledge.formatById.get('zoom-memlog')!, { line: 1, text }, newCarry('zoom_memlog.log', 'linux'), [])!;

it.each([
  'connect failed, errno = 101, this = 0x00c4d200',
  'failed, last_error = 111, errno = 9999, errno = 110, get_last_errno() = 13',
  'so_error: 104, errno_name: quoted, errno = "101"',
  'component = x, process = y, errno = 32',
  'nothing',
])('reads the name of an errno alone as among all fields: %s', (message) => {
  const text = `02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tWARNING\t${message}`;
  const all = new Map(read(text).fields);
  for (const key of ['errno_name', 'errno', 'process', 'component'])
    expect(read(text).fields.get(key)).toEqual(all.get(key));
});
