export type { DiskSource, Found, Loss, SourceLimits, SourceProblem } from '../archive/disk-source.ts';
export { defaultLimits } from '../archive/disk-source.ts';
export type { CollectedItem, Collection } from '../knowledge/commands/collection.ts';
export { type Collected, type CollectOptions, collect } from './collect/collect.ts';
export { type CollectionPlan, planCollection, privateInPlaces } from './collect/plan.ts';
export { type Evidence, evidenceAt } from './evidence.ts';
export { type FileInfo, realPath, statFile, statLink } from './file-info.ts';
export { type FindOptions, findSources } from './find-sources.ts';
export { type Following, type FollowOptions, followSources } from './follow.ts';
export { type KnownPath, knownPaths, type LocatedPath, locateKnownPaths } from './known-paths.ts';
export { type ReplayOptions, replaySources } from './replay.ts';
export {
  type Problem,
  type ReadOptions,
  readSources,
  type ScanOptions,
  type ScanResult,
  scan,
  type Turn,
} from './scan.ts';
export { linesFrom, linesIn, openLines, type SourceLines } from './source-lines.ts';
