/** The rows of the collector scripts, from the tables of commands and of documented places. */
import { type Probe, probesOf } from '../../packages/parser/src/knowledge/commands/index.ts';
import type { Os } from '../../packages/parser/src/model.ts';
import { type KnownPath, knownPaths } from '../../packages/parser/src/node/known-paths.ts';

/** What a collector asks; the documented places hold what the others would copy. */
export const questionsOf = (os: Os): readonly Probe[] => probesOf(os).filter(({ copies }) => !copies);

/** Logs first: settings and caches are large, and the collection is bounded. */
export const placesOf = (os: Os): readonly KnownPath[] => {
  const places = knownPaths.filter((known) => known.os === os);
  const isBulky = ({ holds }: KnownPath): boolean => /^(?:settings|plug-ins)/.test(holds);
  return [...places.filter((place) => !isBulky(place)), ...places.filter(isBulky)];
};
