/** The JSON Schemas of what is printed as JSON, from the types. The generator brings its own TypeScript: version 7 exports no compiler. */
import { join } from 'node:path';
import { createGenerator, type Schema } from 'ts-json-schema-generator';
import { root } from './declarations.ts';

/** What `scan --format json` prints. */
export const reportSchema = (): Schema => schemaOf('report', 'Report', join(root, 'packages/parser/src/model.ts'));

/** One line of what `watch --format ndjson` prints. */
export const watchEventSchema = (): Schema =>
  schemaOf('watch-event', 'WatchEvent', join(root, 'packages/parser/src/telling/report-events.ts'));

function schemaOf(name: string, type: string, path: string): Schema {
  const generator = createGenerator({
    path,
    tsconfig: join(root, 'tsconfig.json'),
    type,
    additionalProperties: false,
    strictTuples: true,
    skipTypeCheck: true,
  });
  const { $schema, ...schema } = generator.createSchema(type);
  // Every number is a count or a position.
  const text = JSON.stringify(schema).replaceAll('"type":"number"', '"type":"integer"');
  return { $schema, $id: `urn:zoomlog:${name}:1`, title: `zoomlog ${name}`, ...JSON.parse(text) };
}
