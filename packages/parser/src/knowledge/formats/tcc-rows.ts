import { type Carry, defineFormat, type Head } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';

/** How sqlite3 sets the cells of a row apart: in its lists, as CSV, in its columns and tables. */
const gaps = / ?[|,\t│] ?| {2,1000}/;
/** Of its JSON, an object a line. */
const object = /^[[{, ]{0,4}"service":"(kTCCService[A-Z]\w{1,60})","client":"([\w./-]{2,300})"/;
const valueIn = (text: string, name: string): string | undefined =>
  new RegExp(`"${name}":(\\d{1,3})\\b`).exec(text.slice(0, 4000))?.[1];
const row =
  /^[|│ ]{0,3}["']?kTCCService[A-Z]\w{1,60}["']?(?: ?[|,\t│] ?| {2,40})["']?[\w./-]{2,300}["']?(?: ?[|,\t│] ?| {2,40})/;

const cellsOf = (text: string): string[] =>
  text
    .slice(0, 4000)
    .replace(/^[|│ ]{0,3}/, '')
    .split(gaps)
    .map((cell) => cell.replaceAll(/["']/g, '').trim());

/** A row has no time of its own: what changed it last is not when it was read. */
const head: Head = {
  begins: (line) => row.test(line) || object.test(line),
  read: (line) =>
    row.test(line) || object.test(line)
      ? { time: null, level: null, process: null, component: null, messageStart: 0 }
      : null,
};

/**
 * `auth_value` since macOS 11, `allowed` before. Without a header, the fourth cell holds it where the rest of the row is there,
 * and the third of a row of three; 1 may then mean allowed, or not decided.
 */
function stateOf(cells: readonly string[], columns: readonly string[]): string | null {
  const [byName, old] = [columns.indexOf('auth_value'), columns.indexOf('allowed')];
  const at = byName >= 0 ? byName : old >= 0 ? old : cells.length === 3 ? 2 : cells.length >= 5 ? 3 : -1;
  const value = cells[at];
  if (value === '0') return 'denied';
  if (value === '2' || (value === '1' && old >= 0)) return 'allowed';
  return null;
}

/** The same of an object, which names its values. */
function stateIn(text: string): string | null {
  const value = valueIn(text, 'auth_value');
  const old = valueIn(text, 'allowed');
  if (value === '0' || (value === undefined && old === '0')) return 'denied';
  return value === '2' || (value === undefined && old === '1') ? 'allowed' : null;
}

function nameRow(entry: Entry, { columns }: Carry): Entry {
  const text = textOf(entry);
  const [, named, asked] = object.exec(text) ?? [];
  if (named === undefined && !row.test(text)) return entry;
  const cells = named === undefined ? cellsOf(text) : [named, asked ?? ''];
  const [service = '', client = ''] = cells;
  const state = named === undefined ? stateOf(cells, columns) : stateIn(text);
  const place = { piece: 0, start: 0, end: text.trimEnd().length };
  return withFields(entry, (fields) => {
    addField(fields, 'service', { value: service, ...place });
    addField(fields, 'client', { value: client, ...place });
    if (state !== null) addField(fields, 'state', { value: state, ...place });
  });
}

export default defineFormat({
  id: 'tcc-rows',
  title: 'macOS privacy database, rows of its table access',
  framing: lines,
  head,
  os: 'macos',
  names: ['TCC.db', 'tcc*.txt', 'tcc*.csv'],
  // The header alone: nobody was asked for anything yet.
  recognise: {
    heads: 'own',
    starts: /^[|│ ]{0,3}"?service"?(?: ?[|,\t│] ?| {2,40})"?client"?(?: ?[|,\t│] ?| {2,99})"?client_type"?/m,
  },
  carries: [
    {
      has: 'client',
      read(entry, carry) {
        const cells = cellsOf(textOf(entry).toLowerCase());
        if (cells[0] === 'service' && cells[1] === 'client') carry.columns = cells;
      },
    },
  ],
  derives: ['service', 'client', 'state'],
  derive: nameRow,
  samples: [
    {
      text: `service            client${' '.repeat(60)}client_type  auth_value  auth_reason\n-----------------  ${'-'.repeat(64)}  -----------  ----------  -----------\nkTCCServiceCamera  us.zoom.xos${' '.repeat(55)}0            0           2\n`,
      entry: { time: null, fields: { client: 'us.zoom.xos', state: 'denied' } },
    },
    {
      text: '[{"service":"kTCCServiceCamera","client":"us.zoom.xos","client_type":0,"auth_value":2,"auth_reason":2,"auth_version":1}]\n',
      entry: { time: null, fields: { client: 'us.zoom.xos', state: 'allowed' } },
    },
    {
      text: 'service|client|client_type|auth_value|auth_reason|auth_version\nkTCCServiceMicrophone|us.zoom.xos|0|2|2|1\n',
      entry: { time: null, fields: { service: 'kTCCServiceMicrophone', client: 'us.zoom.xos', state: 'allowed' } },
    },
    {
      text: 'service,client,client_type,allowed,prompt_count\nkTCCServiceCamera,us.zoom.xos,0,1,1\n',
      entry: { time: null, fields: { state: 'allowed' } },
    },
    {
      text: 'kTCCServiceCamera|us.zoom.xos|0|0|2|1|||||UNUSED||0|1766624401',
      entry: { time: null, fields: { state: 'denied' } },
    },
  ],
});
