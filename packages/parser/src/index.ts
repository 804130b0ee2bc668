export { errnoName } from './codes/errno.ts';
export { allCodes } from './codes/index.ts';
export { netErrorName } from './codes/net-error.ts';
export { codePrior } from './codes/prior.ts';
export { parseCode, resolveCode } from './codes/resolve.ts';
export type * from './define.ts';
export {
  defineChange,
  defineCheck,
  defineFact,
  defineFailure,
  defineFormat,
  defineLastResort,
  formatsOf,
  hitsOf,
} from './define.ts';
export type { AskedTime, Bound } from './judging/asked.ts';
export { askedText, missingText } from './judging/asked-text.ts';
export { type JudgeOptions, judge } from './judging/judge.ts';
export { check } from './knowledge/checks/check.ts';
export type { Fault } from './knowledge/checks/fault.ts';
export { type CollectCommand, collectCommands } from './knowledge/commands/index.ts';
export { allFixes, fixById } from './knowledge/fixes/index.ts';
export { facts, failures, formats, knowledge } from './knowledge/index.ts';
export { indexKnowledge } from './knowledge/indexing.ts';
export { createMasks, type Masks } from './masking/masks.ts';
export { findSecrets, maskText, pathWithoutSecrets } from './masking/redact.ts';
export * from './model.ts';
export { classify, type Knowledge, type Match } from './reading/classify.ts';
export { openSource, type SourcePipe } from './reading/source.ts';
export type { SourceHints } from './reading/source-hints.ts';
export * from './telling/explain.ts';
export * from './telling/labels.ts';
export { markdownBlock, markdownCode, markdownText, printable } from './telling/markdown.ts';
export { drawMarkdownBlock, drawMarkdownSteps, isCommand, type MarkdownStyle } from './telling/markdown-outline.ts';
export { type Block, type Item, type Outline, outlineOf } from './telling/outline.ts';
export { documentOf, forwardSlashes, givenPath, ignoresCase, systemPath } from './telling/paths.ts';
export * from './telling/report-events.ts';
export { suggest } from './telling/suggest.ts';
