import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { macProxy, scutilDirect, scutilManual, scutilScript, serviceManual } from '../../wordings/mac-proxy.ts';
import { registryExport, registryQuery } from '../../wordings/samples.ts';

export default defineFact({
  id: 'proxy-off',
  class: 'proxy',
  title: 'The manual proxy is turned off',
  because: 'A manual proxy that is turned off is ignored, even if its address is still stored.',
  effect: 'rules-out',
  // Not the automatic proxy: the system may detect one by itself, and other keys hold that setting.
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
    ...macProxy('Enable', { manual_proxy: ['off'] }, [scutilDirect, scutilScript], 'scutil-proxy'),
  ],
  misses: [
    { text: scutilManual, why: 'turned on' },
    { text: serviceManual.replace('Yes', 'No'), why: 'off in this service; another one may be in use' },
    {
      text: registryQuery(
        'HKEY_CURRENT_USER',
        'Internet Settings',
        'ProxyEnable    REG_DWORD    0x1',
        'ProxyServer    REG_SZ    192.0.2.77:3128',
      ),
      why: 'turned on',
    },
    {
      text: registryExport('HKEY_LOCAL_MACHINE', 'Internet Settings', '"ProxyEnable"=dword:00000000'),
      why: "not the user's setting",
    },
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        'Internet Settings',
        '[-HKEY_CURRENT_USER\\SOFTWARE\\Example]',
        '"ProxyEnable"=dword:00000000',
      ),
      why: 'another key, which the file deletes',
    },
  ],
});
