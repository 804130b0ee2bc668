import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';

const policy = (...values: readonly string[]): string =>
  [
    'Windows Registry Editor Version 5.00\n',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings]',
    ...values,
  ].join('\n');

export default defineFailure({
  id: 'proxy-set-by-policy',
  class: 'proxy',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'A policy applies one proxy setting to all users',
  cause: "The machine's proxy setting applies, whatever the user's own setting is.",
  remedy: 'Ask the people who manage this machine which proxy it should use.',
  match: [
    {
      formats: ['windows-registry'],
      has: 'ProxySettingsPerUser',
      fields: { settings_of: ['machine'] },
      layout: 'documented',
      see: [references.proxyPerMachine],
      hits: [policy('"ProxySettingsPerUser"=dword:00000000')],
    },
  ],
  standing: true,
  fixes: ['proxy-show-windows', 'proxy-ask-settings'],
  misses: [{ text: policy('"ProxySettingsPerUser"=dword:00000001'), why: 'each user has their own setting' }],
});
