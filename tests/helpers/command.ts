import { join } from 'node:path';
import { inject } from 'vitest';

/** What starts `zoomlog` as a process, as built from the sources as they are. */
export const zoomlogCommand = (): readonly [node: string, script: string] => [
  process.execPath,
  join(inject('built'), 'packages/cli/dist/zoomlog.js'),
];
