/** Everything the product knows, indexed once. */
import { indexKnowledge, type Knowledge } from './classify.ts';
import { facts } from './facts/index.ts';
import { failures } from './failures/index.ts';
import { formats } from './formats/index.ts';

export const knowledge: Knowledge = indexKnowledge(formats, failures, facts);
export { facts, failures, formats };
