import { defineFailure } from '../../define.ts';
import { registryExport, registryQuery } from '../../samples.ts';

export default defineFailure({
  id: 'proxy-set',
  class: 'proxy',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'A proxy is set in the Internet Settings of the user',
  cause:
    'Windows is told to use a proxy or a proxy script. That is no failure by itself; an address on 127.0.0.1 is a program on this machine.',
  remedy: 'Find out whether this network needs the proxy, and whether it is still there.',
  formats: ['windows-registry'],
  match: [
    { has: 'ProxyServer', fields: { manual_proxy: ['on'] }, layout: 'documented' },
    { has: '"AutoConfigURL"=', fields: { proxy_script: ['set'] }, layout: 'captured' },
    { has: 'AutoConfigURL', fields: { proxy_script: ['set'] }, layout: 'documented' },
  ],
  standing: true,
  fixes: ['proxy-show-windows', 'proxy-ask-settings', 'proxy-turn-off-windows'],
  hits: [
    registryExport(
      'HKEY_CURRENT_USER',
      'Internet Settings',
      '"ProxyEnable"=dword:00000001',
      '"ProxyServer"="http=192.0.2.77:3128;https=192.0.2.77:3128"',
      '"ProxyOverride"="*.example.com;<local>"',
    ),
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
  misses: [
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        'Internet Settings',
        '"ProxyEnable"=dword:00000000',
        '"ProxyServer"="192.0.2.77:3128"',
      ),
      why: 'switched off: the address is only remembered',
    },
    {
      text: registryQuery(
        'HKEY_CURRENT_USER',
        'Internet Settings',
        'ProxyEnable    REG_DWORD    0x1',
        'AutoConfigURL    REG_SZ    ',
      ),
      why: 'no address and no script',
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
