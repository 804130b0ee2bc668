/** The JSON Schemas of what is printed as JSON, from the types. The generator brings its own TypeScript: version 7 exports no compiler. */
import { join } from 'node:path';
import { createGenerator, type Schema } from 'ts-json-schema-generator';
import { root } from './declarations.ts';

/** What `scan --format json` prints. */
export const reportSchema = (): Schema => schemaOf('report', 'Report', join(root, 'packages/parser/src/model.ts'));

/** One line of what `watch --format ndjson` prints. */
export const watchEventSchema = (): Schema =>
  schemaOf('watch-event', 'WatchEvent', join(root, 'packages/parser/src/telling/report-events.ts'));

/** `collection.json` of what `zoomlog collect` and the scripts in collect/ write. */
export const collectionSchema = (): Schema =>
  schemaOf('collection', 'Collection', join(root, 'packages/parser/src/knowledge/commands/collection.ts'), [
    'offset',
    'error',
  ]);

function schemaOf(name: string, type: string, path: string, measured: readonly string[] = []): Schema {
  const generator = createGenerator({
    path,
    tsconfig: join(root, 'tsconfig.json'),
    type,
    additionalProperties: false,
    strictTuples: true,
    skipTypeCheck: true,
  });
  const { $schema, ...schema } = generator.createSchema(type);
  // Every number that is not measured is a count or a position.
  const text = JSON.stringify(schema, (key, value) =>
    measured.includes(key) && value.type === 'number' ? { ...value, type: 'measured' } : value,
  )
    .replaceAll('"type":"number"', '"type":"integer"')
    .replaceAll('"type":"measured"', '"type":"number"');
  return { $schema, $id: `urn:zoomlog:${name}:1`, title: `zoomlog ${name}`, ...JSON.parse(text) };
}
