/** Judges every RegExp that is new: how long it can take. Names the slow ones; a test fails until they are rewritten or listed. */
import { updateLedger } from './gate/regexp-ledger.ts';

const fresh = await updateLedger();
for (const { verdict, source, flags, places, why } of fresh)
  if (verdict === 'slow') console.log(`slow: ${places.join(', ')}: /${source.slice(0, 80)}/${flags}: ${why}`);
console.log(`${fresh.length} new RegExps judged`);
// recheck's own process would be waited for.
process.exit();
