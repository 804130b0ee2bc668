/** Outputs of scutil --proxy and networksetup, for samples, and patterns over them. */
import type { FormatId, Pattern } from '../../define.ts';

const dictionary = (...lines: readonly string[]): string =>
  ['<dictionary> {', '  FTPPassive : 1', ...lines.map((line) => `  ${line}`), '}'].join('\n');

export const scutilManual = dictionary(
  'HTTPEnable : 0',
  'HTTPSEnable : 1',
  'HTTPSPort : 3128',
  'HTTPSProxy : 192.0.2.77',
);
export const scutilScript = dictionary(
  'HTTPEnable : 0',
  'ProxyAutoConfigEnable : 1',
  'ProxyAutoConfigURLString : https://wpad.example.com/proxy.pac',
);
export const scutilDirect = dictionary(
  'HTTPEnable : 0',
  'HTTPSEnable : 0',
  'ProxyAutoConfigEnable : 0',
  'SOCKSEnable : 0',
);
export const scutilDetection = dictionary('HTTPEnable : 0', 'HTTPSEnable : 0', 'ProxyAutoDiscoveryEnable : 1');
export const serviceManual = 'Enabled: Yes\nServer: 192.0.2.77\nPort: 3128\nAuthenticated Proxy Enabled: 0';
export const serviceScript = 'URL: https://wpad.example.com/proxy.pac\nEnabled: Yes';

export const macProxy = (
  has: string,
  fields: Pattern['fields'] & {},
  hits: readonly string[],
  format: FormatId,
): Pattern[] => [{ formats: [format], has, fields, layout: 'constructed', hits }];
