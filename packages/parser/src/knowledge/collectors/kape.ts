/** KAPE: copies the files of its targets below the letter of their drive. */
import { defineCollector } from '../../define.ts';
import { compactTime } from '../wordings/collector-records.ts';

export const kape = defineCollector({
  id: 'kape',
  title: 'KAPE',
  see: [
    'https://github.com/EricZimmerman/KapeFiles/blob/80392290121ca5b7fda866c0c16669cfffae6f8a/Targets/Apps/Zoom.tkape',
  ],
  os: 'windows',
  name: /^(?<date>\d{4}-\d\d-\d\d)T(?<clock>\d{6})_(?<host>[A-Z0-9][A-Z0-9-]{0,14})$/,
  readName: ({ host, date = '', clock = '' }) => ({ host: host!, at: compactTime(date.replaceAll('-', ''), clock) }),
  isLabel: true,
  below:
    /[A-Za-z]\/(?:Users|Windows|ProgramData|Program Files(?: \(x86\))?|Documents and Settings|\$Recycle\.Bin|\$Extend)\//y,
  records: /_(?:CopyLog|SkipLog)\.csv(?:\.csv)?$|_ConsoleLog\.txt$/i,
  origin: (stored) => `${stored[0]!.toUpperCase()}:${stored.slice(1)}`,
});
