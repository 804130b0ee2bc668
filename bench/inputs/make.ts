/** Makes the input of one case: `node --conditions=source bench/inputs/make.ts CASE [MEGABYTES] FILE`. */
import { cases } from './cases.ts';

const [name = '', ...rest] = process.argv.slice(2);
const made = cases[name];
const [place, megabytes = made?.megabytes] = [rest.at(-1), rest.length > 1 ? Number(rest[0]) : undefined];
if (!made || place === undefined || !(megabytes! > 0)) {
  const names = Object.entries(cases).map(
    ([one, { title, megabytes: size }]) => `  ${one.padEnd(16)}${title}, ${size} MB`,
  );
  console.error(
    `Usage: node --conditions=source bench/inputs/make.ts CASE [MEGABYTES] FILE\n\nCases:\n${names.join('\n')}`,
  );
  process.exit(2);
}
await made.make(place, megabytes!);
