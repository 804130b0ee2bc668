/**
 * Every face of a report, over reports written by hand. Each has a golden file for each of them (fixtures/report-faces;
 * `UPDATE=1` writes them anew, then look at them); those of the text face, with all its widths, are in text-face.test.ts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportFormats } from '../../packages/cli/src/args/values.ts';
import { reportFaces } from '../../packages/cli/src/faces/report-faces.ts';
import { fixtures } from '../helpers/places.ts';
import { scenes } from '../helpers/text-face-reports.ts';

const golden = join(fixtures, 'report-faces');
const style = { width: 100, color: false, unicode: true, platform: 'linux' } as const;

describe.each(reportFormats)('%s', (face) => {
  test.each(Object.entries(scenes))('%s', (name, { report, outcome }) => {
    const drawn = reportFaces[face](report, outcome, style);
    if (face !== 'text') {
      const file = join(golden, `${name}.${face}`);
      if (process.env.UPDATE) {
        mkdirSync(golden, { recursive: true });
        writeFileSync(file, drawn);
      }
      expect(drawn).toBe(readFileSync(file, 'utf8'));
    }
    expect(drawn).toMatch(/[^\n]\n$/);
    expect(drawn).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/);
  });
});
