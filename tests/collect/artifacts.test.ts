/** The KAPE target and the Velociraptor artifact, against the shape that the public ones have. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../helpers/places.ts';

const read = (name: string): unknown => parse(readFileSync(join(root, 'collect', name), 'utf8'));
const text = { type: 'string', minLength: 1 } as const;

/** As the targets of github.com/EricZimmerman/KapeFiles have it; a folder ends with a backslash. */
const kape = {
  type: 'object',
  additionalProperties: false,
  required: ['Description', 'Author', 'Version', 'Id', 'RecreateDirectories', 'Targets'],
  properties: {
    Description: text,
    Author: text,
    Version: { type: 'string', pattern: '^\\d+\\.\\d+$' },
    Id: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
    RecreateDirectories: { type: 'boolean' },
    Targets: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['Name', 'Category', 'Path'],
        properties: {
          Name: text,
          Category: text,
          Path: { type: 'string', pattern: '^C:\\\\(?:[^*/:%]|%user%)+\\\\$' },
          Recursive: { type: 'boolean' },
          FileMask: { type: 'string', pattern: '^[^\\\\/:]+$' },
          Comment: text,
        },
      },
    },
  },
};

/** As the artifacts of github.com/Velocidex/velociraptor have it. */
const velociraptor = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'description', 'type', 'parameters', 'sources'],
  properties: {
    name: { type: 'string', pattern: '^Custom(?:\\.[A-Z][A-Za-z]+)+$' },
    author: text,
    description: text,
    type: { const: 'CLIENT' },
    parameters: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'default'],
        properties: {
          name: { type: 'string', pattern: '^[A-Za-z_]\\w*$' },
          description: text,
          type: { enum: ['csv', 'int', 'bool', 'regex', 'timestamp', 'json', 'choices'] },
          default: { type: 'string' },
        },
      },
    },
    sources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['precondition', 'query'],
        properties: {
          name: text,
          precondition: {
            type: 'string',
            pattern: "^SELECT OS FROM info\\(\\) WHERE OS = '(?:windows|darwin|linux)'$",
          },
          query: { type: 'string', pattern: '^(?:LET|SELECT) ' },
        },
      },
    },
  },
};

interface Artifact {
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly default: string }[];
  readonly sources: readonly { readonly query: string }[];
}

const faultsOf = (schema: object, value: unknown): readonly string[] => {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  return validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath}: ${message}`);
};

/** Whether a glob finds a path: `*` within a name, `**` below a folder. */
const finds = (glob: string, path: string): boolean =>
  new RegExp(
    `^${glob
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('**', '\0')
      .replaceAll('*', '[^\\\\/]*')
      .replaceAll('\0', '.*')}$`,
    'i',
  ).test(path);

const target = read('Zoomlog.tkape') as { readonly Targets: readonly Readonly<Record<string, string>>[] };
const artifact = read('Custom.Zoomlog.Collect.yaml') as Artifact;

/** One file of each documented place, and of what the commands read. */
const files = {
  windows: [
    'Users\\alice\\AppData\\Roaming\\Zoom\\installer.txt',
    'Users\\alice\\AppData\\Roaming\\Zoom\\logs\\zoom_memlog_1.zenc',
    'Users\\alice\\AppData\\Roaming\\Zoom\\data\\zoomus.enc.db',
    'Users\\alice\\AppData\\Local\\Zoom\\logs\\a\\b.log',
    'Users\\alice\\AppData\\Local\\Temp\\MSI4c1d0.LOG',
    'Windows\\System32\\winevt\\Logs\\Application.evtx',
    'Windows\\System32\\winevt\\Logs\\System.evtx',
    'Windows\\System32\\winevt\\Logs\\Security.evtx',
    'Windows\\System32\\winevt\\Logs\\Microsoft-Windows-Kernel-PnP%4Configuration.evtx',
    'Windows\\System32\\LogFiles\\Firewall\\pfirewall.log.old.log',
    'Windows\\INF\\setupapi.dev.log',
  ],
  macos: [
    'Users/alice/Library/Logs/zoom.us/crashlog/a.txt',
    'Users/alice/Library/Logs/zoominstall.log',
    'Users/alice/Library/Logs/ZoomPhone/a.log',
    'Library/Logs/zoomusinstall.log',
    'Users/alice/Library/Application Support/zoom.us/data/a.db',
    'Users/alice/Library/Logs/DiagnosticReports/zoom.us-2026-03-06-081431.ips',
    'Library/Logs/DiagnosticReports/zoom.us-2026-03-06-081431.ips',
  ],
  linux: [
    'home/alice/.zoom/logs/zoom_stdout_stderr.log',
    'root/.zoom/logs/zoom_stdout_stderr.log',
    'home/alice/snap/zoom-client/12/.zoom/logs/a.log',
    'home/alice/.var/app/us.zoom.Zoom/.zoom/logs/a.log',
  ],
} as const;

describe('the KAPE target', () => {
  test('has the shape of one', () => expect(faultsOf(kape, target)).toEqual([]));

  test.each(files.windows)('takes %s', (file) => {
    const taken = target.Targets.filter(({ Path, Recursive, FileMask = '*' }) =>
      finds(`${Path!.replace('C:\\', '').replace('%user%', '*')}${Recursive ? '**' : ''}${FileMask}`, file),
    );
    expect(taken.length).toBe(1);
  });

  test.each([
    [{ ...target, Id: 'zoom' }, '/Id: must match'],
    [{ ...target, Targets: [] }, '/Targets: must NOT have fewer'],
    [
      { ...target, Targets: [{ Name: 'a', Category: 'b', Path: 'C:\\Users\\%USER%\\a\\' }] },
      '/Targets/0/Path: must match',
    ],
    [
      { ...target, Targets: [{ Name: 'a', Category: 'b', Path: 'C:\\a\\', Mask: '*' }] },
      '/Targets/0: must NOT have additional',
    ],
  ])('%#: a fault is seen', (value, fault) => {
    expect(faultsOf(kape, value).join('\n')).toContain(fault);
  });
});

describe('the Velociraptor artifact', () => {
  test('has the shape of one, and uses each parameter', () => {
    expect(faultsOf(velociraptor, artifact)).toEqual([]);
    const queries = artifact.sources.map(({ query }) => query).join('\n');
    for (const { name } of artifact.parameters) expect(queries).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test.each(Object.entries(files))('%s: takes a file of each place', (os, paths) => {
    const table = artifact.parameters.find(({ name }) => name === `${os}Globs`)!;
    const [head, ...globs] = table.default.trimEnd().split('\n');
    expect([table.type, head]).toEqual(['csv', 'Glob']);
    expect(paths.filter((path) => !globs.some((glob) => finds(glob, path)))).toEqual([]);
    // And nothing that no file of the list is of.
    expect(globs.filter((glob) => !glob.startsWith('root/') && !paths.some((path) => finds(glob, path)))).toEqual([]);
  });

  test.each([
    [{ ...artifact, type: 'PROGRAM' }, '/type: must be equal'],
    [
      { ...artifact, sources: [{ query: 'SELECT 1 FROM scope()' }] },
      "/sources/0: must have required property 'precondition'",
    ],
    [{ ...artifact, name: 'zoom collect' }, '/name: must match'],
  ])('%#: a fault is seen', (value, fault) => {
    expect(faultsOf(velociraptor, value).join('\n')).toContain(fault);
  });
});
