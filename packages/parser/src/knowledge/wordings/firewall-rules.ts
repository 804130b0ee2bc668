/** Rules of Windows Firewall as its commands list them. Used in the `hits` and `misses` of declarations. */

/** A rule that blocks Zoom, with the given values in place of its own; an empty value drops its line. */
export const rule = (other: Readonly<Record<string, string>>): string => {
  const values = {
    Enabled: 'Yes',
    Direction: 'Out',
    Profiles: 'Domain,Private,Public',
    Grouping: ' ',
    LocalIP: 'Any',
    RemoteIP: 'Any',
    Protocol: 'UDP',
    LocalPort: 'Any',
    RemotePort: 'Any',
    'Edge traversal': 'No',
    Program: 'C:\\Program Files\\Zoom\\bin\\Zoom.exe',
    Action: 'Block',
    ...other,
  };
  const lines = Object.entries(values).flatMap(([label, value]) =>
    value === '' ? [] : [`${`${label}:`.padEnd(38)}${value}`],
  );
  return ['Rule Name:                            Example', '-'.repeat(70), ...lines].join('\n');
};

/** The same as Get-NetFirewallRule shows it, with the program where somebody joined it. */
export const listed = (name: string, direction: string, program = ''): string =>
  [
    'Name                  : {00000000-0000-4000-8000-000000000001}',
    `DisplayName           : ${name}`,
    'Enabled               : True',
    'Profile               : Any',
    `Direction             : ${direction}`,
    'Action                : Block',
    ...(program === '' ? [] : [`Program               : ${program}`]),
  ].join('\n');
