/** What is one case and what is not: bundles, machines, users, and the table of them. */
import { judge, knowledge, openSource, type Report, type SourceFindings } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';

const client = (code: string): string =>
  `11/03/2025 08:01:09:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: ${code},  top_mmr: \n`;
const firewall =
  '#Version: 1.5\n#Software: Microsoft Windows Firewall\n#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path\n\n2025-11-03 08:01:08 DROP UDP 192.0.2.5 203.0.113.77 40000 8801 0 - - - - - - - SEND\n';
const blocked = (computer: string, sid: string): string =>
  `<Events><Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>5157</EventID><TimeCreated SystemTime='2025-11-03T08:01:08.000Z'/><Computer>${computer}</Computer><Security UserID='${sid}'/></System><EventData><Data Name='Application'>\\device\\harddiskvolume3\\program files\\zoom\\bin\\zoom.exe</Data><Data Name='Direction'>%%14593</Data><Data Name='DestAddress'>203.0.113.77</Data><Data Name='DestPort'>443</Data><Data Name='Protocol'>6</Data></EventData></Event></Events>`;

function read(path: string, text: string): SourceFindings {
  const pipe = openSource(knowledge, path);
  pipe.push(new TextEncoder().encode(text));
  return pipe.end();
}

const judged = (evidence: Readonly<Record<string, string>>, given: readonly string[], together = false): Report =>
  judge(
    knowledge,
    Object.entries(evidence).map(([path, text]) => read(path, text)),
    { version: 'test', given, together },
  );

/** `a.zip: x.log, y.log`: each bundle with its sources, and which machine they are of. */
const split = (report: Report): string[] =>
  report.bundles.map(
    ({ id, path }) =>
      `${path}: ${report.sources
        .filter(({ bundle }) => bundle === id)
        .map((one) => `${one.path.split('/').at(-1)} ${one.machine}`)
        .join(', ')}`,
  );

describe('what is a bundle', () => {
  const [zoom, wall] = [client('5003'), firewall];
  const cases: readonly (readonly [
    what: string,
    evidence: Readonly<Record<string, string>>,
    given: readonly string[],
    bundles: readonly string[],
  ])[] = [
    ['one folder', { 'a/z.log': zoom, 'a/pf.log': wall }, ['a'], ['a: pf.log 1, z.log 1']],
    ['one folder, with a slash', { 'a/z.log': zoom }, ['a/'], ['a/: z.log 1']],
    ['no path', { '/x/z.log': zoom, '/y/z2.log': zoom }, [], ['null: z.log 1, z2.log 1']],
    [
      'two archives',
      { 'a.zip!/z.log': zoom, 'b.zip!/pf.log': wall },
      ['a.zip', 'b.zip'],
      ['a.zip: z.log 1', 'b.zip: pf.log 2'],
    ],
    [
      'two archives and a file',
      { 'a.zip!/z.log': zoom, 'b.zip!/pf.log': wall, 'pf2.log': wall },
      ['pf2.log', 'b.zip', 'a.zip'],
      ['a.zip: z.log 1', 'b.zip: pf.log 2', 'null: pf2.log 3'],
    ],
    [
      'an archive and a file',
      { 'a.zip!/z.log': zoom, 'pf.log': wall },
      ['a.zip', 'pf.log'],
      ['null: z.log 1, pf.log 1'],
    ],
    [
      'a folder and what came beside it',
      { 'a/z.log': zoom, 'pf.log.gz': wall },
      ['a', 'pf.log.gz'],
      ['null: z.log 1, pf.log.gz 1'],
    ],
    ['two collections', { 'a/z.log': zoom, 'b/z2.log': zoom }, ['a', 'b'], ['a: z.log 1', 'b: z2.log 2']],
    [
      'their files',
      { 'a/z.log': zoom, 'a/pf.log': wall, 'b/z2.log': zoom },
      ['a/z.log', 'b/z2.log', 'a/pf.log'],
      ['a: pf.log 1, z.log 1', 'b: z2.log 2'],
    ],
    ['a glob over them', { 'x/a/logs/z.log': zoom, 'x/b/z2.log': zoom }, ['x/*'], ['x/a: z.log 1', 'x/b: z2.log 2']],
    [
      'companion evidence in another folder',
      { 'a/z.log': zoom, 'b/pf.log': wall },
      ['a', 'b'],
      ['null: z.log 1, pf.log 1'],
    ],
    [
      'one folder within another',
      { 'Zoom/i.log': zoom, 'Zoom/logs/z.log': zoom },
      ['Zoom/i.log', 'Zoom/logs/z.log'],
      ['null: i.log 1, z.log 1'],
    ],
    ['folders below one that was given', { 'x/a/z.log': zoom, 'x/b/z2.log': zoom }, ['x'], ['x: z.log 1, z2.log 1']],
    [
      'files of one folder',
      { './z.log': zoom, './z2.log': zoom },
      ['./z.log', './z2.log'],
      ['null: z.log 1, z2.log 1'],
    ],
  ];
  test.each(cases)('%s', (_, evidence, given, bundles) => {
    expect(split(judged(evidence, given))).toEqual(bundles);
    // Sources come in any order.
    expect(split(judged(Object.fromEntries(Object.entries(evidence).toReversed()), given))).toEqual(bundles);
    expect(judged(evidence, given, true).bundles).toHaveLength(1);
  });
});

describe('evidence stays in its bundle', () => {
  const firewallOf = (report: Report) =>
    report.verdicts.filter((one) => one.class === 'firewall').map(({ machine, state }) => `${machine} ${state}`);
  const code = { 'a.zip!/z.log': client('104103') };

  test('the drop of another case explains nothing', () => {
    const evidence = { ...code, 'b.zip!/pf.log': firewall };
    expect(firewallOf(judged(evidence, ['a.zip', 'b.zip']))).toEqual(['1 suspected', '2 confirmed']);
    expect(judged(evidence, ['a.zip', 'b.zip']).diagnoses.map(({ code }) => code)).toEqual(['104103', null]);
    // Together they are one machine's, but nothing ties the archives: the code's cause is no more than suspected.
    const [joined] = judged(evidence, ['a.zip', 'b.zip'], true).diagnoses;
    expect(joined).toMatchObject({ code: '104103', failure: 'local-firewall-drop', confidence: 'medium' });
  });

  const sid = (rid: number) => `S-1-5-21-1000000001-1000000002-1000000003-${rid}`;
  test.each([
    ['the same name and the same SID', 'PC7', 'pc7.example.com', sid(1001), sid(1002), 1],
    ['the same name alone', 'PC7', 'PC7', sid(1001), 'S-1-5-18', 2],
    ['the same SID alone', 'PC7', 'PC8', sid(1001), sid(1001), 2],
    ['a name that every new system has', 'localhost', 'localhost', sid(1001), sid(1001), 2],
  ])('%s', (_, name, other, one, two, count) => {
    const evidence = { 'a.zip!/e.xml': blocked(name, one), 'b.zip!/f.xml': blocked(other, two) };
    const { machines } = judged(evidence, ['a.zip', 'b.zip']);
    expect(machines).toHaveLength(count);
    expect(machines[0]).toMatchObject({ name, bundles: count === 1 ? [1, 2] : [1] });
  });
});

describe('users of one disk', () => {
  const evidence = (user: string, other: string) => ({
    [`disk/Users/${user}/AppData/Roaming/Zoom/logs/zoom_memlog.log`]: client('104103'),
    [`disk/${other}pfirewall.log`]: firewall,
  });
  test.each([
    ['another user', 'Users/sam/Desktop/', null],
    ['the same user', 'Users/alex/Desktop/', 'local-firewall-drop'],
    ['the machine', 'Windows/System32/LogFiles/', 'local-firewall-drop'],
    ['everyone', 'Users/Public/', 'local-firewall-drop'],
  ])('a record of %s', (_, place, cause) => {
    const { diagnoses } = judged(evidence('alex', place), ['disk']);
    const [joined] = diagnoses.filter(({ code }) => code !== null);
    expect(joined?.failure).toBe(cause ?? 'connection-failed');
  });
});

test.each([
  ['PC7.lab.example.com', 'PC7.hq.example.com', 2],
  ['PC7.lab.example.com', 'pc7', 1],
  ['PC7.lab.example.com', 'PC7.LAB.example.com', 1],
])('%s and %s', (one, other, count) => {
  const sid = 'S-1-5-18';
  expect(judged({ 'e.xml': blocked(one, sid), 'f.xml': blocked(other, sid) }, ['.']).machines).toHaveLength(count);
});
