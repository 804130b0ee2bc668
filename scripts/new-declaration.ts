/**
 * `npm run new:failure -- <class> <id>`, `npm run new:fact -- <class> <id>`: writes a file that type-checks, and prints what
 * to do next.
 */
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { failureClasses } from '../packages/parser/src/model.ts';
import { knowledgeFolder, root } from './declarations.ts';

type Kind = 'failure' | 'fact';

const [kind, name = '', id = '', ...rest] = process.argv.slice(2) as [Kind, ...string[]];

const objection = whyNot();
if (objection) {
  console.error(`new:${kind}: ${objection}`);
  process.exit(2);
}
const file = join(knowledgeFolder, `${kind}s`, name, `${id}.ts`);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, { failure: failureTemplate, fact: factTemplate }[kind]());
console.log(`written: ${relative(root, file)}

Next:
  1. Edit it: ${{ failure: 'describe what broke, why, and what to do', fact: 'describe what is known, why, and its effect' }[kind]}; replace the pattern, its layout and the sample, and add a look-alike to misses.
  2. npm run gate -- ${id}   until it passes
  3. npm run generate && npm run gate -- ${id} && npm test`);

/** The first thing wrong with the arguments, null when nothing is. */
function whyNot(): string | null {
  if (!name || !id || rest.length > 0) return `usage: npm run new:${kind} -- <class> <id>`;
  if (!failureClasses.some((known) => known === name))
    return `'${name}' is not a class: use ${failureClasses.join(', ')}`;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return `'${id}' is not kebab-case, such as proxy-auth-required`;
  const [taken] = globSync(`{failures,facts}/*/${id}.ts`, { cwd: knowledgeFolder });
  if (taken || existsSync(join(knowledgeFolder, 'formats', `${id}.ts`)))
    return `'${id}' exists already: ${taken ?? `formats/${id}.ts`}`;
  return null;
}

function failureTemplate(): string {
  return `import { defineFailure } from '../../../define.ts';

export default defineFailure({
  id: '${id}',
  class: '${name}',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'What broke, in a few words',
  cause: 'Why it broke, in one plain sentence.',
  remedy: 'What to do, in one plain sentence.',
  match: [
    {
      formats: ['generic'],
      has: '<literal here>',
      layout: 'constructed',
      hits: ['2025-01-31 12:00:00 <log line here>'],
    },
  ],
  fixes: [],
  misses: [{ text: '2025-01-31 12:00:00 ${id} almost happened', why: 'a look-alike that is not the failure' }],
});
`;
}

function factTemplate(): string {
  return `import { defineFact } from '../../../define.ts';

export default defineFact({
  id: '${id}',
  class: '${name}',
  title: 'What is known, in a few words',
  because: 'Why it means what it means, in one plain sentence.',
  effect: 'rules-out',
  clears: [],
  match: [
    {
      formats: ['generic'],
      has: '<literal here>',
      layout: 'constructed',
      hits: ['2025-01-31 12:00:00 <log line here>'],
    },
  ],
  misses: [{ text: '2025-01-31 12:00:00 ${id} almost happened', why: 'it came close, but did not happen' }],
});
`;
}
