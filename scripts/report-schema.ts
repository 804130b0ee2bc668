/** The JSON Schema of a report, from the type `Report`. The generator brings its own TypeScript: version 7 exports no compiler. */
import { join } from 'node:path';
import { createGenerator, type Schema } from 'ts-json-schema-generator';
import { parserSource, root } from './declarations.ts';

export function reportSchema(): Schema {
  const generator = createGenerator({
    path: join(parserSource, 'model.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    type: 'Report',
    additionalProperties: false,
    strictTuples: true,
    skipTypeCheck: true,
  });
  const { $schema, ...schema } = generator.createSchema('Report');
  // Every number of a report is a count or a position.
  const text = JSON.stringify(schema).replaceAll('"type":"number"', '"type":"integer"');
  return { $schema, $id: 'urn:zoomlog:report:1', title: 'zoomlog report', ...JSON.parse(text) };
}
