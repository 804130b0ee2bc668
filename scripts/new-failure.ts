/** `npm run new:failure -- <class> <id>`: writes a failure file that type-checks, and prints what to do next. */
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { failureClasses } from '../packages/parser/src/model.ts';
import { knowledgeFolder, root } from './declarations.ts';

const [name = '', id = '', ...rest] = process.argv.slice(2);

const objection = whyNot();
if (objection) {
  console.error(`new:failure: ${objection}`);
  process.exit(2);
}
const file = join(knowledgeFolder, 'failures', name, `${id}.ts`);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, template());
console.log(`written: ${relative(root, file)}

Next:
  1. Edit it: describe what broke, why, and what to do; replace the pattern, its layout and the sample; add a look-alike to misses.
  2. npm run generate
  3. npm test`);

/** The first thing wrong with the arguments, null when nothing is. */
function whyNot(): string | null {
  if (!name || !id || rest.length > 0) return 'usage: npm run new:failure -- <class> <id>';
  if (!failureClasses.some((known) => known === name))
    return `'${name}' is not a class: use ${failureClasses.join(', ')}`;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return `'${id}' is not kebab-case, such as proxy-auth-required`;
  const [taken] = globSync(`{failures,facts}/*/${id}.ts`, { cwd: knowledgeFolder });
  if (taken || existsSync(join(knowledgeFolder, 'formats', `${id}.ts`)))
    return `'${id}' exists already: ${taken ?? `formats/${id}.ts`}`;
  return null;
}

function template(): string {
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
