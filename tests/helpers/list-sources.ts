/**
 * Run as a process of its own, where another user or the memory of a whole process matters: reads the sources at the
 * paths of the command line; prints a JSON line for each, and the growth of the resident memory in bytes.
 */
import { findSources } from '@zoomlog/parser/node';

const before = process.memoryUsage.rss();
let most = before;
for await (const found of findSources(process.argv.slice(2))) {
  let bytes = 0;
  if (found.kind === 'source') {
    for await (const chunk of found.bytes()) {
      if (Math.trunc(bytes / 2 ** 22) !== Math.trunc((bytes + chunk.length) / 2 ** 22)) {
        most = Math.max(most, process.memoryUsage.rss());
      }
      bytes += chunk.length;
    }
  }
  const problem = found.kind === 'source' ? found.problem() : found;
  console.log(JSON.stringify({ kind: found.kind, path: found.path, bytes, message: problem?.message ?? null }));
}
console.log(JSON.stringify({ kind: 'memory', path: '', bytes: most - before, message: null }));
