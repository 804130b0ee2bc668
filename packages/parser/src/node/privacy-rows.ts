/** The rows of TCC.db by Node's own SQLite, which reads files only: a copy in a folder of its own, gone at once. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Loss } from '../archive/disk-source.ts';
import type { PrivacyDatabase } from '../archive/privacy-database.ts';
import { getAgain } from '../archive/verify.ts';

/** More than any machine has, and few enough for a database that is made to have no end. */
const mostRows = 20_000;

/** As `sqlite3 -header` prints the table `access`. `file`: where on disk it lies, with its recent changes beside it. */
export function privacyRows({ bytes, changes }: PrivacyDatabase, file: string | null): Uint8Array | Loss {
  const sqlite = loadSqlite();
  if (!sqlite) return unavailable;
  let folder: string | null = null;
  try {
    folder = mkdtempSync(join(tmpdir(), 'zoomlog-'));
    const path = join(folder, 'TCC.db');
    writeFileSync(path, bytes, { mode: 0o600 });
    const log = changes ?? changesBeside(file);
    if (log) writeFileSync(`${path}-wal`, log, { mode: 0o600 });
    return Buffer.from(printRows(new sqlite.DatabaseSync(path, { readOnly: true })));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'unreadable', message: `the database is damaged or cannot be copied: ${reason}`, hint: getAgain };
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

type Sqlite = typeof import('node:sqlite');

/** Null where this Node has none. Node 22 warns of it as of an experiment, which is of no use to whoever reads a report. */
function loadSqlite(): Sqlite | null {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite') ?? null;
  } finally {
    process.emitWarning = emitWarning;
  }
}

const changesBeside = (file: string | null): Uint8Array | null =>
  file !== null && existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : null;

function printRows(database: InstanceType<Sqlite['DatabaseSync']>): string {
  try {
    // A view or a computed column could take for ever.
    database.exec('PRAGMA trusted_schema = OFF');
    const table = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'access'").get();
    if (!table) throw new Error('it has no table access');
    const columns = database
      .prepare('PRAGMA table_info(access)')
      .all()
      .map(({ name }) => String(name));
    const names = columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
    const lines = [columns.map(printCell).join('|')];
    for (const row of database.prepare(`SELECT ${names} FROM access LIMIT ${mostRows}`).iterate())
      lines.push(columns.map((name) => printCell(row[name])).join('|'));
    return `${lines.join('\n')}\n`;
  } finally {
    database.close();
  }
}

/** Nothing for bytes: the requirement that a program's signature must meet. */
function printCell(value: unknown): string {
  if (value === null || value === undefined || value instanceof Uint8Array) return '';
  return String(value).replaceAll(/[|\r\n]/g, ' ');
}

const unavailable: Loss = {
  kind: 'unreadable',
  message: 'it is an SQLite database, which this Node cannot read',
  hint: 'Save what  sqlite3 -header TCC.db "SELECT * FROM access"  prints, and scan that.',
};
