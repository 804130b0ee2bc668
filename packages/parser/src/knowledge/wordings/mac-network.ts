/** Outputs of scutil --nwi and --dns, for samples. */

/** One interface with an address of IPv4, or none. */
export const nwi = (address?: string, reachable = false): string =>
  [
    'Network information',
    '',
    'IPv4 network interface information',
    ...(address === undefined
      ? ['   No IPv4 states found', '', '']
      : [
          '     en0 : flags      : 0x5 (IPv4,DNS)',
          `           address    : ${address}`,
          `           reach      : ${reachable ? '0x00000002 (Reachable)' : '0x00000000 (Not Reachable)'}`,
          '',
        ]),
    `   REACH : flags ${reachable ? '0x00000002 (Reachable)' : '0x00000000 (Not Reachable)'}`,
    '',
    'IPv6 network interface information',
    '   No IPv6 states found',
    '',
    '',
    '   REACH : flags 0x00000000 (Not Reachable)',
  ].join('\n');

const direct = '0x00020002 (Reachable,Directly Reachable Address)';

/** A resolver for all names with these servers, and the one of the local network. */
export const scutilDns = (servers: readonly string[], reach = direct): string =>
  [
    'DNS configuration',
    '',
    'resolver #1',
    ...servers.map((server, i) => `  nameserver[${i}] : ${server}`),
    '  flags    : Request A records',
    `  reach    : ${reach}`,
    '',
    'resolver #2',
    '  domain   : local',
    '  options  : mdns',
    '  reach    : 0x00000000 (Not Reachable)',
    '',
    'DNS configuration (for scoped queries)',
  ].join('\n');
