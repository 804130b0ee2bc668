/** Folders that tests read. */
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const fixtures = join(root, 'fixtures');
/** Evidence beside the repository, which is not everywhere: tests skip without it. */
export const shared = join(root, '../shared');
