/** What `route print` of Windows lists, with the rows of both families. */
const ruler = '='.repeat(75);

export const routePrint = (rows: readonly string[], rows6: readonly string[] = []): string =>
  [
    'IPv4 Route Table',
    ruler,
    'Active Routes:',
    'Network Destination        Netmask          Gateway       Interface  Metric',
    ...rows,
    '        127.0.0.0        255.0.0.0         On-link         127.0.0.1    331',
    '        192.0.2.0    255.255.255.0         On-link         192.0.2.7    281',
    ruler,
    'Persistent Routes:',
    '  None',
    '',
    'IPv6 Route Table',
    ruler,
    'Active Routes:',
    ' If Metric Network Destination      Gateway',
    ...rows6,
    '  1    331 ::1/128                  On-link',
    ruler,
    'Persistent Routes:',
    '  None',
  ].join('\n');

export const defaultRoute = '          0.0.0.0          0.0.0.0        192.0.2.1        192.0.2.7     25';
export const defaultRoute6 = ' 12    281 ::/0                     fe80::1';
