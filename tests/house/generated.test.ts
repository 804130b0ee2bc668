/** What is generated is fresh, what declarations name exists, and real reports keep the schema. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { allCodes } from '../../packages/parser/src/codes/index.ts';
import { formatsOf } from '../../packages/parser/src/define.ts';
import { allFixes } from '../../packages/parser/src/knowledge/fixes/index.ts';
import { readDeclarations } from '../../scripts/declarations.ts';
import { zoomlogCommand } from '../helpers/command.ts';
import { root } from '../helpers/places.ts';
import { scanPlainly } from '../helpers/scan-plainly.ts';

const node = [process.execPath, '--conditions=source'] as const;

test('npm run generate has nothing to write', () => {
  const { stdout, stderr, status } = spawnSync(node[0], [node[1], 'scripts/generate.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr + stdout).toMatch(/, 0 of them stale\n$/);
  expect(status).toBe(0);
});

describe('what a declaration names exists', async () => {
  const { formats, failures, facts } = await readDeclarations();
  const known = [...failures, ...facts].map(({ value }) => value);
  const failureIds = failures.map(({ value }) => value.id);
  const formatIds = formats.map(({ value }) => value.id);
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

  const references: readonly (readonly [what: string, names: readonly string[], among: readonly string[]])[] = [
    ['fixes of failures', failures.flatMap(({ value }) => value.fixes), ids(allFixes)],
    ['explained failures', failures.flatMap(({ value }) => value.explains ?? []), failureIds],
    ['failures that prove', failures.flatMap(({ value }) => value.when?.proof?.with ?? []), failureIds],
    ['failures that a fact ends', facts.flatMap(({ value }) => value.ends ?? []), failureIds],
    ['likely codes', failures.flatMap(({ value }) => value.likelyCodes ?? []), allCodes.map(({ code }) => code)],
    ['formats', known.flatMap(formatsOf), formatIds],
    ['embedded formats', formats.flatMap(({ value }) => value.embeds ?? []), formatIds],
  ];
  test.each(references)('%s', (_, names, among) => {
    expect(names.filter((name) => !among.includes(name))).toEqual([]);
  });

  test('a fix has one id', () => {
    expect(new Set(ids(allFixes)).size).toBe(allFixes.length);
  });
});

test('links between the pages lead somewhere', () => {
  const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/*.md'], { cwd: root });
  const headings = (page: string): Set<string> =>
    new Set(
      [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
        heading!
          .toLowerCase()
          .replace(/[^\w\- ]/g, '')
          .replaceAll(' ', '-'),
      ),
    );
  const dead = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#([^)\s]+))?\)/g)]
      .filter(([, path, anchor]) => {
        const target = join(root, dirname(page), path!);
        return !existsSync(target) || (anchor !== undefined && !headings(target).has(anchor));
      })
      .map(([link]) => `${page}: ${link}`),
  );
  expect(dead).toEqual([]);
});

test('what the README shows of a scan is what a scan says', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, path, shown] = /\$ npx zoomlog scan (fixtures\/\S+)\n([\s\S]+?)\n…\n```/.exec(readme)!;
  const env = { ...process.env, COLUMNS: '100', LANG: 'C.UTF-8', LC_ALL: '', NO_COLOR: '1' };
  const [zoomlog, script] = zoomlogCommand();
  const { stdout } = spawnSync(zoomlog, [script, 'scan', path!], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  expect(stdout.slice(0, shown!.length)).toBe(shown);
});

describe('the schema of a report', () => {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(
    JSON.parse(readFileSync(join(root, 'schema/report.schema.json'), 'utf8')),
  );
  const incidents = globSync('fixtures/*/', { cwd: root }).sort();

  test('holds for every incident in fixtures/', async () => {
    expect(incidents.length).toBeGreaterThan(30);
    for (const incident of incidents) {
      const { report } = await scanPlainly([join(root, incident)]);
      validate(JSON.parse(JSON.stringify(report)));
      expect({ incident, errors: validate.errors }).toEqual({ incident, errors: null });
    }
  });

  test('every field has its description', () => {
    const bare: string[] = [];
    const look = (name: string, { properties = {} }: { properties?: Record<string, Described> }): void => {
      for (const [key, field] of Object.entries(properties)) {
        if (!field.description) bare.push(`${name}.${key}`);
        look(`${name}.${key}`, field);
      }
    };
    interface Described {
      description?: string;
      properties?: Record<string, Described>;
    }
    for (const file of ['report', 'watch-event']) {
      const { definitions } = JSON.parse(readFileSync(join(root, `schema/${file}.schema.json`), 'utf8'));
      expect(Object.keys(definitions).length).toBeGreaterThan(10);
      for (const [name, type] of Object.entries<Described>(definitions)) look(name, type);
    }
    expect([...new Set(bare)]).toEqual([]);
  });

  test('refuses what is no report', () => {
    const empty = {
      schemaVersion: 2,
      tool: { name: 'zoomlog', version: '0.1.0' },
      run: null,
      bundles: [],
      machines: [],
      sources: [],
      coverage: [],
      asked: [],
      diagnoses: [],
      hidden: { count: 0, first: null, last: null },
      verdicts: [],
    };
    expect(validate(empty)).toBe(true);
    expect(validate({ ...empty, schemaVersion: 1 })).toBe(false);
    expect(validate({ ...empty, more: 1 })).toBe(false);
    expect(validate({ ...empty, verdicts: [{ class: 'weather' }] })).toBe(false);
  });
});

test.each(['failure', 'fact'])('npm run new:%s refuses what it should', (kind) => {
  const attempt = (...args: string[]) =>
    spawnSync(node[0], ['scripts/new-declaration.ts', kind, ...args], { cwd: root, encoding: 'utf8' });
  const refusals = [[], ['weather', 'rain'], ['proxy', 'Not_Kebab'], ['proxy', 'zoom-memlog']].map((args) => {
    const { status, stderr } = attempt(...args);
    return { status, lines: stderr.trim().split('\n').length };
  });
  expect(refusals).toEqual(refusals.map(() => ({ status: 2, lines: 1 })));
});
