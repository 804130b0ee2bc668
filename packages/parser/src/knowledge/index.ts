/** Everything the product knows, indexed once. */
import type { Knowledge } from '../reading/classify.ts';
import { facts } from './facts/index.ts';
import { failures } from './failures/index.ts';
import { formats } from './formats/index.ts';
import type {} from './ids.ts';
import { indexKnowledge } from './indexing.ts';

export const knowledge: Knowledge = indexKnowledge(formats, failures, facts);
export { facts, failures, formats };
