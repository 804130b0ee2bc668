import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { registryExport, registryQuery } from '../../wordings/samples.ts';

export default defineFact({
  id: 'proxy-off',
  class: 'proxy',
  title: 'The manual proxy is switched off',
  because: 'With ProxyEnable at 0 Windows ignores the address of a manual proxy, even one that is still written there.',
  effect: 'rules-out',
  // Not an automatic one: Windows may look for that by itself, and other keys say so.
  clears: ['manual proxy'],
  unless: ['proxy-set', 'proxy-set-by-policy'],
  standing: true,
  match: [
    {
      formats: ['windows-registry'],
      has: 'ProxyEnable',
      fields: { manual_proxy: ['off'] },
      layout: 'documented',
      see: [references.internetSettings, references.internetSettingsExport],
      hits: [
        registryExport(
          'HKEY_CURRENT_USER',
          'Internet Settings',
          '"ProxyEnable"=dword:00000000',
          '"ProxyServer"="192.0.2.77:3128"',
        ),
        registryQuery('HKEY_CURRENT_USER', 'Internet Settings', 'ProxyEnable    REG_DWORD    0x0'),
      ],
    },
  ],
  misses: [
    {
      text: registryQuery(
        'HKEY_CURRENT_USER',
        'Internet Settings',
        'ProxyEnable    REG_DWORD    0x1',
        'ProxyServer    REG_SZ    192.0.2.77:3128',
      ),
      why: 'switched on',
    },
    {
      text: registryExport('HKEY_LOCAL_MACHINE', 'Internet Settings', '"ProxyEnable"=dword:00000000'),
      why: 'not the setting of the user',
    },
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        'Internet Settings',
        '[-HKEY_CURRENT_USER\\SOFTWARE\\Example]',
        '"ProxyEnable"=dword:00000000',
      ),
      why: 'another key, to be deleted',
    },
  ],
});
