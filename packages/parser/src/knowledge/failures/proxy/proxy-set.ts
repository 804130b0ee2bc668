import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { macProxy, scutilManual, scutilScript, serviceManual, serviceScript } from '../../wordings/mac-proxy.ts';
import { registryExport, registryQuery } from '../../wordings/samples.ts';

/** The connection's own settings; their ninth byte holds the flags. */
const connections = (flags: string): string =>
  registryExport(
    'HKEY_CURRENT_USER',
    'Internet Settings\\Connections',
    `"DefaultConnectionSettings"=hex:46,00,00,00,21,00,00,00,${flags},00,00,00,0e,00,00,00,31,\\\n  39,32,2e,30,2e,32,2e,37`,
  );

export default defineFailure({
  id: 'proxy-set',
  class: 'proxy',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'A proxy is set',
  cause:
    'The settings name a proxy or a PAC script. By itself, that is not a failure; an address on 127.0.0.1 is a program on this machine.',
  remedy: 'Find out whether this network needs the proxy, and whether the proxy still exists.',
  subject: {
    kind: 'proxy',
    fields: ['proxy', 'pac'],
    text: /"?(?:ProxyServer|AutoConfigURL)"?(?:=| +REG_SZ +)"?([^"\n]{1,300})|return proxy:? ([\w.:/-]{1,200})/,
  },
  match: [
    {
      formats: ['windows-registry'],
      has: 'ProxyServer',
      fields: { manual_proxy: ['on'] },
      layout: 'documented',
      see: [references.internetSettings, references.internetSettingsExport],
      hits: [
        registryExport(
          'HKEY_CURRENT_USER',
          'Internet Settings',
          '"ProxyEnable"=dword:00000001',
          '"ProxyServer"="http=192.0.2.77:3128;https=192.0.2.77:3128"',
          '"ProxyOverride"="*.example.com;<local>"',
        ),
      ],
    },
    {
      formats: ['windows-registry'],
      has: '"AutoConfigURL"=',
      fields: { proxy_script: ['set'] },
      layout: 'captured',
      hits: [
        registryExport(
          'HKEY_CURRENT_USER',
          'Internet Settings',
          '"ProxyEnable"=dword:00000000',
          '"AutoConfigURL"="https://wpad.example.com/proxy.pac"',
        ),
      ],
    },
    {
      formats: ['windows-registry'],
      has: 'AutoConfigURL',
      fields: { proxy_script: ['set'] },
      layout: 'documented',
      see: [references.proxyScript],
      hits: [
        registryExport(
          'HKEY_CURRENT_USER',
          'Internet Settings',
          '"ProxyEnable"=dword:00000000',
          '"AutoConfigURL"="https://wpad.example.com/proxy.pac"',
        ),
        registryQuery(
          'HKEY_CURRENT_USER',
          'Internet Settings',
          'ProxyEnable    REG_DWORD    0x0',
          'AutoConfigURL    REG_SZ    https://wpad.example.com/proxy.pac',
        ),
      ],
    },
    {
      formats: ['windows-registry'],
      has: 'DefaultConnectionSettings',
      fields: { manual_proxy: ['on'] },
      layout: 'documented',
      see: [references.connectionSettings],
      hits: [connections('03')],
    },
    {
      formats: ['windows-registry'],
      has: 'DefaultConnectionSettings',
      fields: { proxy_script: ['set'] },
      layout: 'documented',
      see: [references.connectionSettings],
      hits: [connections('0d')],
    },
    ...macProxy('Enable', { manual_proxy: ['on'] }, [scutilManual], 'scutil-proxy'),
    ...macProxy('Enable', { proxy_script: ['set'] }, [scutilScript], 'scutil-proxy'),
    ...macProxy('Enabled: Yes', { manual_proxy: ['on'] }, [serviceManual], 'networksetup'),
    ...macProxy('Enabled: Yes', { proxy_script: ['set'] }, [serviceScript], 'networksetup'),
    {
      formats: ['zoom-memlog'],
      has: 'GetProxy_ByResolver, return',
      text: /GetProxy_ByResolver, return proxy:? (?:[a-z]{2,8}:\/\/)?[\w.-]{1,200}:\d{1,5}\b/,
      layout: 'constructed',
      hits: [
        '02/17/2025 16:40:00:009\tZOOM\t[512:9013:41288]\tINFO\tGetProxy_ByResolver, return proxy 192.0.2.77:3128 for URL:https://us05web.zoom.us',
      ],
    },
    {
      formats: ['proxy-environment'],
      has: '_proxy=',
      fields: { proxy: /\w/ },
      layout: 'constructed',
      hits: ['https_proxy=http://proxy.example.com:3128'],
    },
  ],
  standing: true,
  fixes: [
    'proxy-show-windows',
    'proxy-show-macos',
    'proxy-show-linux',
    'proxy-ask-settings',
    'proxy-turn-off-windows',
    'proxy-turn-off-macos',
    'proxy-turn-off-linux',
  ],
  misses: [
    {
      text: scutilManual.replaceAll('Enable : 1', 'Enable : 0'),
      why: 'macOS keeps the address of a proxy that is off',
    },
    { text: serviceManual.replace('Yes', 'No'), why: 'off in this service' },
    {
      text: '02/17/2025 16:40:00:009\tZOOM\t[512:9013:41288]\tINFO\tGetProxy_ByResolver, return no proxy for URL:https://192.0.2.30',
      why: 'the resolver returned none',
    },
    { text: 'no_proxy=localhost,.zoom.us', why: 'only what goes past a proxy' },
    { text: 'https_proxy=\nftp_proxy=http://proxy.example.com:3128', why: 'empty; and one for FTP alone' },
    { text: connections('01'), why: 'direct' },
    { text: connections('09'), why: 'automatic detection is on; whether a PAC script exists is unknown' },
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        'Internet Settings',
        '"ProxyEnable"=dword:00000000',
        '"ProxyServer"="192.0.2.77:3128"',
      ),
      why: 'turned off: the address is only stored',
    },
    {
      text: registryQuery(
        'HKEY_CURRENT_USER',
        'Internet Settings',
        'ProxyEnable    REG_DWORD    0x1',
        'AutoConfigURL    REG_SZ    ',
      ),
      why: 'no address and no PAC script',
    },
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        'Internet Settings\\Connections',
        '"ProxyEnable"=dword:00000001',
        '"ProxyServer"="192.0.2.77:3128"',
      ),
      why: 'another key',
    },
  ],
});
