/** Intune's "Collect diagnostics": the service DiagnosticLog of Windows packs what it was told to, under numbers. */
import { defineCollector } from '../../define.ts';
import { compactTime } from '../wordings/collector-records.ts';

export const intune = defineCollector({
  id: 'intune',
  title: 'Intune, "Collect diagnostics"',
  see: [
    'https://github.com/MicrosoftDocs/windows-itpro-docs/blob/0190cdc4de2f3fef1a1cf91d019d09c98dcac37c/windows/client-management/mdm/diagnosticlog-csp.md',
    'https://github.com/markstan/Format-IntuneDiagData/blob/26da754bbb7542170e024908f8ca71689f454023/Format-IntuneDiagData.ps1',
  ],
  os: 'windows',
  name: /^DiagLogs-(?<host>[^\s/\\]{1,63})-(?<date>\d{8})T(?<clock>\d{6})Z/,
  readName: ({ host, date = '', clock = '' }) => ({ host: host!, at: compactTime(date, clock) }),
  // What could not be taken has a name, too, and no content.
  below:
    /\(\d{1,3}\) {1,2}(?:(?:No Results|RegistryKey|Command|Events|FoldersFiles|FolderFiles)[ /\\-]|\([^/]{1,200}\) \(0x[0-9A-Fa-f]{8}\) )/y,
  /** As Windows packs it, before the portal names the folders. */
  belowName: /\d{1,3}\//y,
  records: /^results\.xml$/i,
});
