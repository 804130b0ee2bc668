import { type Carry, defineFormat, type Head } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { address, resultOf } from '../wordings/name-lookup.ts';
import { logLine } from '../wordings/whole-output.ts';
import { zoomDomain, zoomHost } from '../zoom-identity.ts';

/** Where grep or Select-String found a row: `/etc/hosts:23:`, with the folders of Windows. */
const found = String.raw`(?:(?:[a-z]:)?[^\n:]{0,120}[\\/]etc[\\/]hosts:(?:\d{1,7}:)?)?`;
/** `0.0.0.0 zoom.us www.zoom.us # blocked`: an address, and the names that it is given; a row behind `#` is off. */
const row = new RegExp(`^${found}[ \\t]{0,16}(${address})[ \\t]{1,60}([\\w.-][^#\\n]{0,4000})`, 'i');
/** What a machine is given for itself, and the comments that come with the file. */
const ownRows =
  /^[ \t]{0,16}(?:127\.0\.0\.1|::1|fe80::1%lo0)[ \t]{1,60}(?:localhost|ip6-localhost)(?=[.\s\d]|$)|^# (?:This is a sample HOSTS file used by Microsoft|localhost name resolution is handled within DNS|Host Database[ \t\r]{0,4}$|Static table lookup for hostnames|The following lines are desirable for IPv6 capable hosts)/;
const name = String.raw`(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}`;
const rest = String.raw`[ \t\r]{0,8}(?:#[^\n]{0,200})?$`;
/** A name that leads nowhere, as in lists of what is blocked; or one of Zoom's, wherever it leads. */
const otherRows = `^(?:0\\.0\\.0\\.0|127\\.0\\.0\\.1|::1?)[ \\t]{1,60}${name}${rest}|^${found}[ \\t]{0,16}${address}[ \\t]{1,60}(?:[\\w-]{1,63}\\.){0,8}${zoomDomain}(?:[ \\t]{1,20}${name}){0,20}${rest}`;

const head: Head = {
  begins: (line) => row.test(line),
  read: (line) =>
    row.test(line) ? { time: null, level: null, process: null, component: null, messageStart: 0 } : null,
};

/** Hosts that count what users do; lists against trackers have them, and meetings work without. */
const counter =
  /^(?:[\w-]{1,63}\.){0,3}(?:log-gateway|logfiles?|logs?|telemetry|das|metrics|analytics)\.zoom\.(?:us|com)$/i;

/** Servers for meetings that stand in the company's own network (Zoom Node, Meeting Connector), by their names, or as a comment says. */
const ownServer = /^[\w-]{0,20}(?:mmr|zc|node|onprem|hybrid)[\w-]{0,30}\.(?:[\w-]{1,63}\.){0,4}zoom\.(?:us|com)$/i;
const ownServerSaid = /#[^\n]{0,200}(?:[Zz]oom [Nn]ode|[Mm]eeting [Cc]onnector|[Oo]n[- ][Pp]rem|[Hh]ybrid)/;

/** The system whose file it is, by the comments and the rows that it comes with. */
const systems: readonly (readonly [os: NonNullable<Carry['os']>, sign: RegExp])[] = [
  ['windows', /^# (?:This is a sample HOSTS file used by Microsoft|localhost name resolution is handled within DNS)/m],
  ['macos', /^# Host Database\b|^255\.255\.255\.255[ \t]{1,40}broadcasthost\b/m],
];

export default defineFormat({
  id: 'hosts-file',
  title: 'The hosts file: addresses that this machine gives to names',
  framing: lines,
  head,
  names: ['hosts', 'hosts.*', '*-hosts', '*_hosts', '*hosts*.txt'],
  recognise: {
    unless: logLine,
    starts: new RegExp(`${ownRows.source}|${otherRows}`, 'im'),
  },
  learn(text, carry) {
    carry.os ??= systems.find(([, sign]) => sign.test(text))?.[0] ?? null;
  },
  derives: ['result'],
  /** `host`: the names of Zoom's that a row gives an address; `result` as of a lookup: nowhere, private, answered, synthetic. */
  derive: (entry) => {
    const text = textOf(entry);
    const [, given, names] = row.exec(text) ?? [];
    if (given === undefined || names === undefined) return entry;
    const isPrivate = resultOf([given]) === 'private';
    return withFields(entry, (fields) => {
      fields.clear();
      let from = text.indexOf(names);
      for (const name of names.split(/\s+/, 200)) {
        const start = text.indexOf(name, from);
        from = start + name.length;
        const host = name.replace(/\.$/, '').toLowerCase();
        if (!zoomHost.test(host) || counter.test(host)) continue;
        if (isPrivate && (ownServer.test(host) || ownServerSaid.test(text))) continue;
        addField(fields, 'host', { value: host, piece: 0, start, end: from });
      }
      const start = text.indexOf(given);
      addField(fields, 'result', { value: resultOf([given]), piece: 0, start, end: start + given.length });
    });
  },
  samples: [
    {
      text: '##\n# Host Database\n#\n##\n127.0.0.1\tlocalhost\n255.255.255.255\tbroadcasthost\n0.0.0.0 zoom.us www.zoom.us # not at work',
      entry: { time: null, fields: { host: 'zoom.us', result: 'nowhere' } },
    },
    {
      text: '# This is a sample HOSTS file used by Microsoft TCP/IP for Windows.\n#\t127.0.0.1       localhost\n10.9.8.7        us04web.zoom.us',
      entry: { fields: { host: 'us04web.zoom.us', result: 'private' } },
    },
    {
      text: 'C:\\Windows\\System32\\drivers\\etc\\hosts:23:192.168.7.8 zoom.us',
      entry: { fields: { host: 'zoom.us', result: 'private' } },
    },
    {
      text: '127.0.0.1 localhost\n127.0.1.1 desk-7\n203.0.113.40 zoom.us',
      entry: { fields: { host: 'zoom.us', result: 'answered' } },
    },
  ],
});
