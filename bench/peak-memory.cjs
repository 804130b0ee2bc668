/** Loaded into a Node that is measured (`--require`): writes the most memory that it held resident, in kB, to a file. */
const { writeFileSync } = require('node:fs');

// libuv gives it in kilobytes on every system; what workers took is included.
process.on('exit', () => writeFileSync(process.env.ZOOMLOG_BENCH_PEAK, String(process.resourceUsage().maxRSS)));
