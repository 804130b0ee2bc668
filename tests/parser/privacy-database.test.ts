/** TCC.db of macOS, read as the rows of its table: both schemas, with recent changes, in archives, damaged and hostile. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tarOf, zipOf } from '../../scripts/make-archive.ts';
import { gather, piped, told } from '../helpers/gather-sources.ts';
import { openFolders } from '../helpers/inside-archive.ts';
import { scanPlainly } from '../helpers/scan-plainly.ts';

const { folder, put, inside } = openFolders('tcc');
const says = (...words: string[]) => expect.stringMatching(new RegExp(words.join('.*'), 's'));

/** Columns of macOS 11 and later, and of 10.14 and 10.15. */
const today = `service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, auth_value INTEGER NOT NULL,
  auth_reason INTEGER NOT NULL, auth_version INTEGER NOT NULL, csreq BLOB, policy_id INTEGER,
  indirect_object_identifier TEXT NOT NULL DEFAULT 'UNUSED', last_modified INTEGER`;
const former = `service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, allowed INTEGER NOT NULL,
  prompt_count INTEGER NOT NULL, csreq BLOB, policy_id INTEGER, last_modified INTEGER`;
const header =
  'service|client|client_type|auth_value|auth_reason|auth_version|csreq|policy_id|indirect_object_identifier|last_modified\n';
const row = (service: string, value: number) =>
  `INSERT INTO access VALUES ('kTCCService${service}', 'us.zoom.xos', 0, ${value}, 2, 1, X'fade0c00', NULL, 'UNUSED', 1766624401)`;
const line = (service: string, value: number) =>
  `kTCCService${service}|us.zoom.xos|0|${value}|2|1|||UNUSED|1766624401\n`;

/** The file of a database, made by these statements. */
function databaseOf(...statements: string[]): Buffer {
  const path = join(folder(), 'made.db');
  const database = new DatabaseSync(path);
  for (const statement of statements) database.exec(statement);
  database.close();
  return readFileSync(path);
}
const table = (columns: string) => `CREATE TABLE access (${columns}, PRIMARY KEY (service, client, client_type))`;
const denied = () => databaseOf(table(today), row('Camera', 0), row('Microphone', 2));

const found = async (path: string) => {
  const { report } = await scanPlainly([path]);
  return report.diagnoses.map(({ failure, confidence }) => `${failure} ${confidence}`);
};

describe('TCC.db', () => {
  it('is its rows, under any name, and gives the findings of those', async () => {
    expect(await inside('TCC.db', denied())).toEqual({ '~': header + line('Camera', 0) + line('Microphone', 2) });
    expect(await gather([put('copy-of-it', denied())])).toMatchObject([
      { trouble: '', file: null, note: says('rows of its table access') },
    ]);
    expect(await found(put('TCC.db', denied()))).toEqual(['camera-denied high']);
    expect(await found(put('TCC.db', databaseOf(table(today), row('Camera', 2))))).toEqual([]);
  });

  it('may be of the former schema', async () => {
    const old = (value: number) =>
      databaseOf(
        table(former),
        `INSERT INTO access VALUES ('kTCCServiceMicrophone', 'us.zoom.xos', 0, ${value}, 1, NULL, NULL, 1)`,
      );
    expect(await found(put('TCC.db', old(0)))).toEqual(['microphone-denied high']);
    expect(await found(put('TCC.db', old(1)))).toEqual([]);
  });

  it('is read with the recent changes beside it, on disk and in an archive, before and behind it', async () => {
    const [from, to] = [folder(), folder()];
    const database = new DatabaseSync(join(from, 'TCC.db'));
    for (const statement of ['PRAGMA journal_mode = WAL', table(today), row('Microphone', 2)]) database.exec(statement);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.exec(row('Camera', 0));
    for (const name of ['TCC.db', 'TCC.db-wal']) copyFileSync(join(from, name), join(to, name));
    database.close();
    const [main, changes] = ['TCC.db', 'TCC.db-wal'].map((name) => readFileSync(join(to, name))) as [Buffer, Buffer];
    const both = header + line('Microphone', 2) + line('Camera', 0);
    expect(told(await gather([join(to, 'TCC.db')]))).toEqual({ [join(to, 'TCC.db')]: both });
    const entries = [
      { name: 'x/TCC.db', data: main },
      { name: 'x/TCC.db-wal', data: changes },
      { name: 'y/TCC.db', data: main },
    ];
    for (const archive of [zipOf(entries), gzipSync(await tarOf(entries)), zipOf([...entries].reverse())])
      expect(await inside('x', archive)).toMatchObject({
        '~!/x/TCC.db': both,
        '~!/y/TCC.db': header + line('Microphone', 2),
      });
    expect(readdirSync(to).sort()).toEqual(['TCC.db', 'TCC.db-wal']);
  });

  it('leaves nothing behind, and comes through a pipe', async () => {
    const copies = () => readdirSync(tmpdir()).filter((name) => /^zoomlog-.{6}$/.test(name));
    const before = copies();
    expect(told(await gather(['-'], { stdin: piped(denied(), 100) }))).toEqual({
      '-': header + line('Camera', 0) + line('Microphone', 2),
    });
    expect(copies()).toEqual(before);
  });
});

describe('what is no such database', () => {
  it('is left as it is', async () => {
    const history = databaseOf('CREATE TABLE visits (url TEXT)', "INSERT INTO visits VALUES ('https://example.com')");
    expect(await inside('History', history)).toEqual({ '~': history.toString('latin1') });
    expect(await inside('History.zip', zipOf([{ name: 'a.db', data: history }]))).toEqual({
      '~!/a.db': history.toString('latin1'),
    });
  });

  it('has a view in place of the table, or is damaged: one note', async () => {
    const endless =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS service, i AS client, i AS client_type FROM n';
    const view = databaseOf(
      `CREATE VIEW access AS ${endless}`,
      'CREATE TABLE x (y TEXT)',
      "INSERT INTO x VALUES ('CREATE TABLE access')",
    );
    expect(await inside('TCC.db', view)).toEqual({ '~ (unreadable)': says('it has no table access') });
    const damaged = denied().fill(0x5a, 4096);
    expect(await inside('TCC.db', damaged)).toEqual({ '~ (unreadable)': says('damaged') });
    const cut = denied();
    const [only] = await gather([put('TCC.db', cut.subarray(0, 5000))]);
    expect(only).toMatchObject({ kind: 'unreadable' });
  });

  it('has cells that would break a line', async () => {
    const odd =
      "INSERT INTO access VALUES ('kTCCServiceCamera', 'us.zoom.xos|0\nkTCCServiceMicrophone|us.zoom.xos', 0, 0, 2, 1, NULL, NULL, 'UNUSED', 1)";
    const [read] = await gather([put('TCC.db', databaseOf(table(today), odd))]);
    expect(read!.text.split('\n')).toHaveLength(3);
  });

  it('throws nothing, whatever its bytes', async () => {
    const whole = denied();
    for (let at = 16; at < whole.length; at += 211) {
      const bytes = Buffer.from(whole);
      bytes.fill(at & 255, at, at + 5);
      expect(await gather([put('TCC.db', bytes)])).toHaveLength(1);
    }
  });
});
