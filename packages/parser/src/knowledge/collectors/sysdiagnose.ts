/** sysdiagnose of macOS: its archive is named after the moment and the zone of the machine, and never after its host. */
import { defineCollector } from '../../define.ts';

export const sysdiagnose = defineCollector({
  id: 'sysdiagnose',
  title: 'sysdiagnose',
  see: [
    'https://github.com/EC-DIGIT-CSIRC/sysdiagnose/blob/0627558f38de6d57389abc65d56e025d4cb698d1/src/sysdiagnose/parsers/sys.py',
  ],
  os: 'macos',
  name: /^sysdiagnose_(?<date>\d{4}\.\d\d\.\d\d)_(?<clock>\d\d-\d\d-\d\d)(?<zone>[+-]\d{4})_macOS_/,
  readName: ({ date = '', clock = '', zone = '' }) => {
    const timezone = `${zone.slice(0, 3)}:${zone.slice(3)}`;
    return { timezone, at: `${date.replaceAll('.', '-')}T${clock.replaceAll('-', ':')}${timezone}` };
  },
  belowName:
    /(?:system_logs\.logarchive|crashes_and_spins|summaries|logs|WiFi|network-info|ioreg|errors)\/|\w{1,40}\.(?:txt|csv|log)$/y,
});
