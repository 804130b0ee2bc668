import { defineFormat } from '../../define.ts';
import { sections } from '../../reading/framings/sections.ts';

/** Labels are localised, the order is not: host, name of the system, its version. */
const system =
  /^[^:：\n]{1,60}[:：][ \t]{0,40}(\S{1,255})[ \t\r]{0,8}\n[^:：\n]{1,60}[:：][ \t]{0,40}Microsoft\S{0,5} Windows ([^\n]{1,80})\n[^:：\n]{1,60}[:：][ \t]{0,40}(\d{1,3}\.\d{1,3}\.\d{1,6}) /m;

/** `(UTC-08:00) Pacific Time (US & Canada)`: the zone's standard offset, whatever the season, and its cities. */
const zoneLine = /^[^:：\n]{1,60}[:：][ \t]{0,40}\(UTC(?:([+-]\d\d:\d\d))?\) ?([^\n]{0,200})/m;

/**
 * Zones that change their clock, by offset and by a word of their name that survives translation. The printed offset is
 * theirs in winter only.
 */
const changing: readonly (readonly [offset: string, name: RegExp, zone: string])[] = [
  ['-09:00', /Alaska/, 'America/Anchorage'],
  ['-08:00', /Pacific|Pazifi|Pacifique/, 'America/Los_Angeles'],
  ['-07:00', /Mountain|Rocky|Rocheuses/, 'America/Denver'],
  ['-06:00', /Central Time|Central \(/, 'America/Chicago'],
  ['-05:00', /Eastern|Ostküste|Est \(/, 'America/New_York'],
  ['-04:00', /Atlanti/, 'America/Halifax'],
  ['-03:30', /Newfoundland|Neufundland|Terre-Neuve/, 'America/St_Johns'],
  ['+00:00', /London/, 'Europe/London'],
  ['+01:00', /Berlin/, 'Europe/Berlin'],
  ['+01:00', /Brussel|Brüssel|Bruxelles|Bruselas/, 'Europe/Paris'],
  ['+01:00', /Budapest/, 'Europe/Budapest'],
  ['+01:00', /Sarajev/, 'Europe/Warsaw'],
  ['+02:00', /Helsinki/, 'Europe/Helsinki'],
  ['+02:00', /Bucharest|Bukarest|Bucarest/, 'Europe/Bucharest'],
  ['+02:00', /Jerusalem|Jérusalem/, 'Asia/Jerusalem'],
  ['+09:30', /Adelaid/, 'Australia/Adelaide'],
  ['+10:00', /Sydney/, 'Australia/Sydney'],
  ['+12:00', /Auckland/, 'Pacific/Auckland'],
];

/** Offsets at which no zone changes its clock any more: Moscow and Nairobi to Tokyo. */
const isConstant = (offset: string): boolean => offset >= '+03:00' && offset <= '+09:00';

/** The zone where it is certain: an offset an hour wrong for half of the year would tear joined evidence apart. */
function zoneOf(offset: string, name: string): string | null {
  const known = changing.find(([at, word]) => at === offset && word.test(name));
  if (known) return known[2];
  const keepsTime = /^(?:Arizona|Hawaii|Coordinated Universal Time|Brisbane)\b/.test(name) || isConstant(offset);
  return keepsTime ? offset : null;
}

export default defineFormat({
  id: 'systeminfo',
  title: 'systeminfo of Windows',
  framing: sections(),
  os: 'windows',
  names: ['systeminfo*'],
  recognise: { starts: system },
  carries: [
    {
      has: 'Windows',
      read: (entry, carry) => {
        const [, computer, name, version] = system.exec(entry.pieces[0]!.text) ?? [];
        if (computer) carry.computer ??= computer;
        if (name && version) carry.osVersion ??= `${name.trim()} (${version})`;
      },
    },
    {
      has: '(UTC',
      read: (entry, carry) => {
        const match = zoneLine.exec(entry.pieces[0]!.text);
        if (match) carry.timezone ??= zoneOf(match[1] ?? '+00:00', match[2]!);
      },
    },
  ],
  samples: [
    {
      text: 'Host Name:                 DESK-7\nOS Name:                   Microsoft Windows 11 Pro\nOS Version:                10.0.22631 N/A Build 22631\nOS Manufacturer:           Microsoft Corporation\nTime Zone:                 (UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi',
      entry: { fields: { 'os name': 'Microsoft Windows 11 Pro' } },
    },
    {
      text: 'Hostname:                                      DESK-7\nBetriebssystemname:                            Microsoft Windows 11 Pro\nBetriebssystemversion:                         10.0.22631 Nicht zutreffend Build 22631\nZeitzone:                                      (UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien',
      entry: { fields: { betriebssystemname: 'Microsoft Windows 11 Pro' } },
    },
  ],
});
