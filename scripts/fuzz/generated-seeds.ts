/** Hostile texts that are too long to be kept as files. */

export interface GeneratedSeed {
  readonly name: string;
  readonly text: string;
}

const drop = '2025-05-14 07:08:09 DROP UDP 192.0.2.7 203.0.113.9 50001 8801 0 - - - - - - - SEND';
const fields =
  '#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path';

export const generatedSeeds: readonly GeneratedSeed[] = [
  { name: 'an event before thousands of comments', text: `<Event>${'<!--t-->'.repeat(5_000)}<System>` },
  { name: 'an event before comments that do not end', text: `<Event>${'<!--t--'.repeat(5_000)}` },
  { name: 'thousands of blank lines below a line of text', text: `a\n${'\n'.repeat(100_000)}` },
  { name: 'thousands of blank lines with a space', text: `a\n${' \r\n'.repeat(40_000)}` },
  { name: 'hundreds of thousands of lines of one tab', text: '\t\n'.repeat(200_000) },
  {
    name: 'blank lines between the answers of a time server',
    text: `Tracking time.example.com [192.0.2.1:123].\n${'\n'.repeat(60_000)}10:20:00, -00.0123000s\n`,
  },
  {
    name: 'a line of blanks below the head of a time measurement',
    text: `Tracking time.example.com [192.0.2.1:123].\n${' '.repeat(60_000)}\n`,
  },
  {
    name: 'a firewall log below 83 kB of banners',
    text: `${'=== Some wrapper greets you ===\n'.repeat(2_600)}${fields}\n${`${drop}\n`.repeat(40)}`,
  },
  { name: 'one line of a megabyte', text: `${drop} ${'x'.repeat(1_100_000)}\n${drop}\n` },
  { name: 'brackets nested deeply, as JSON', text: `${'{"a":['.repeat(30_000)}1` },
  {
    name: 'attributes whose values entities hide',
    text: `<Event><System><EventID>1</EventID></System><UserData><x${Array.from({ length: 9_000 }, (_, i) => ` a${i}="&amp;${i}"`).join('')}/></UserData></Event>`,
  },
  {
    name: 'an error of XML in each character',
    text: `<Event><System><EventID>1</EventID></System><Data a${'('.repeat(300_000)}></Event>`,
  },
  { name: 'elements nested deeply', text: `<Event>${'<a>'.repeat(30_000)}` },
];
