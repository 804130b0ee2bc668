import { defineFormat } from '../../define.ts';
import { textOf, withTime } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { deviceOf } from '../wordings/audit-records.ts';
import { logLine, tell } from '../wordings/whole-output.ts';
import { zoomProfile } from '../zoom-identity.ts';

const label = (name: string): RegExp => new RegExp(String.raw`^${name}: ([^\n]{1,300})`, 'm');
const profile = label('Profile');
const file = label('Name');
const mask = label('Denied');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The date is in the language of the system; only that in English is read. */
const latest = /most recent from '[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})'/;

export default defineFormat({
  id: 'aa-notify',
  title: 'aa-notify: what AppArmor denied',
  origin: 'journal',
  framing: sections({ begins: (line) => line.startsWith('Profile: ') }),
  os: 'linux',
  names: ['*aa-notify*', '*aa_notify*'],
  recognise: {
    unless: logLine,
    starts:
      /^Profile: \S[^\n]{0,200}\n(?:Operation: [^\n]{1,80}\n)?(?:Name: [^\n]{1,300}\n)?(?:Denied: [^\n]{1,40}\n)?(?:Family: [^\n]{1,40}\nSocket: [^\n]{1,40}\n)?Logfile: |^Profile: \S[^\n]{0,200}\nOperation: [a-z_]{2,40}\nName: |^AppArmor denials: \d{1,9} \(since /m,
  },
  prepare: (entry) => {
    const told = latest.exec(textOf(entry));
    if (!told || !months.includes(told[1]!)) return entry;
    return withTime(entry, readStamp(`${told[4]}-${months.indexOf(told[1]!) + 1}-${told[2]}`, told[3]!));
  },
  derives: ['asker', 'withheld'],
  /** `asker`: zoom, by its profile; `withheld`: which kind of device (camera, sound). Neither where it is no device. */
  derive: (entry) =>
    tell(entry, (text) => {
      const [owner, name] = [profile, file].map((one) => one.exec(text));
      const device = name && mask.test(text) ? deviceOf(name[1]!.trim()) : null;
      if (!device || !owner || !zoomProfile.test(owner[1]!)) return [];
      return [
        ['asker', 'zoom', owner],
        ['withheld', device, name],
      ];
    }),
  samples: [
    {
      text: "Profile: snap.zoom-client.zoom-client\nOperation: open\nName: /dev/video0\nDenied: wr\nLogfile: /var/log/kern.log\n(3 found, most recent from 'Thu Feb  5 09:10:11 2026')\n",
      entry: { time: '2026-02-05T09:10:11', fields: { asker: 'zoom', withheld: 'camera' } },
    },
    { text: 'AppArmor denials: 0 (since Thu Feb  5 09:10:11 2026)\n', entry: { fields: {} } },
  ],
});
