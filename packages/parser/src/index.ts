export { classify, indexKnowledge, type Knowledge, type Match } from './classify.ts';
export { errnoName } from './codes/errno.ts';
export { allCodes } from './codes/index.ts';
export { netErrorName } from './codes/net-error.ts';
export { codePrior } from './codes/prior.ts';
export { parseCode, resolveCode } from './codes/resolve.ts';
export type * from './define.ts';
export { defineFact, defineFailure, defineFix, defineFormat } from './define.ts';
export * from './explain.ts';
export { type CollectCommand, collectCommands } from './fixes/collect.ts';
export { allFixes, fixById } from './fixes/index.ts';
export { type JudgeOptions, judge } from './judge.ts';
export { knowledge } from './knowledge.ts';
export * from './model.ts';
export { findSecrets, maskText } from './redact.ts';
export { openSource, type SourceHints, type SourcePipe } from './source.ts';

import { knowledge } from './knowledge.ts';

export const { failures, facts, formats } = knowledge;
