import { defineChange, defineCheck, defineLastResort, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'proxy-show-windows',
    class: 'proxy',
    os: ['windows'],
    title:
      "Show which proxy is set (the WinHTTP proxy used by Windows services, the user's manual proxy and the PAC script)",
    command:
      'netsh winhttp show proxy; Get-ItemProperty "HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" | Select-Object ProxyEnable, ProxyServer, ProxyOverride, AutoConfigURL',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'proxy-show-macos',
    class: 'proxy',
    os: ['macos'],
    title: 'Show which proxy is in use (including a PAC script)',
    command: 'scutil --proxy',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'proxy-show-services-macos',
    class: 'proxy',
    os: ['macos'],
    title: 'Show which proxy is set on each network service',
    command: `networksetup -listallnetworkservices | tail -n +2 | sed 's/^\\*//' | while IFS= read -r service; do echo "== $service"; networksetup -getwebproxy "$service"; networksetup -getsecurewebproxy "$service"; networksetup -getautoproxyurl "$service"; done`,
    source: 'public troubleshooting guides, for every service instead of Wi-Fi alone',
  }),
  defineCheck({
    id: 'proxy-show-linux',
    class: 'proxy',
    os: ['linux'],
    title: 'Show which proxy is set in the environment and in the desktop settings',
    command: 'env | grep -i _proxy; gsettings list-recursively org.gnome.system.proxy',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'proxy-record-netlog',
    class: 'proxy',
    os: ['windows', 'macos', 'linux'],
    title:
      'Record a network log in Chrome or Edge while the web client fails, then scan the file (it shows whether a proxy, a certificate or a blocked port is at fault)',
    command: 'chrome://net-export',
    source: 'Chromium network log',
  }),
  defineChange({
    id: 'proxy-sign-in',
    class: 'proxy',
    os: ['windows', 'macos', 'linux'],
    title: 'Sign in to the proxy (open any website in the browser and answer the prompt), then join again',
    undo: 'Sign out of the proxy',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'proxy-exempt-zoom',
    class: 'proxy',
    os: ['windows', 'macos', 'linux'],
    title:
      'Ask the network team to exempt *.zoom.us and *.zoom.com from proxy authentication, or to bypass the proxy for them',
    undo: 'Ask the network team to remove the exemption',
    who: 'network-team',
    source: 'help.zscaler.com (exempting URLs from authentication); public troubleshooting guides',
  }),
  defineChange({
    id: 'proxy-ask-settings',
    class: 'proxy',
    os: ['windows', 'macos', 'linux'],
    title: 'Ask the network team for the proxy address or PAC script that this network requires, and enter it',
    undo: 'Enter the previous values again (note them first)',
    who: 'network-team',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'proxy-turn-off-windows',
    class: 'proxy',
    os: ['windows'],
    title:
      'Turn off a manual proxy that no longer exists, never on a managed network (Settings > Network & internet > Proxy > Manual proxy setup)',
    command: 'start ms-settings:network-proxy',
    undo: 'Turn it on again with the address noted before',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'proxy-turn-off-macos',
    class: 'proxy',
    os: ['macos'],
    title:
      'Turn off a proxy that no longer exists, never on a managed network (System Settings > Network > the service in use > Details > Proxies)',
    undo: 'Turn it on again with the values noted before',
    who: 'local-admin',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'proxy-turn-off-linux',
    class: 'proxy',
    os: ['linux'],
    title: 'Turn off a GNOME proxy that no longer exists (never on a managed network)',
    command: 'gsettings set org.gnome.system.proxy mode none',
    undo: 'gsettings set org.gnome.system.proxy mode manual (or auto, as it was)',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'proxy-disconnect-vpn',
    class: 'proxy',
    os: ['windows', 'macos', 'linux'],
    title:
      'Disconnect the VPN, where policy allows it, and try again (if that helps, ask the network team to route Zoom outside the tunnel)',
    undo: 'Connect the VPN again',
    source: 'public troubleshooting guides',
  }),
  defineLastResort({
    id: 'proxy-clear-winhttp',
    class: 'proxy',
    os: ['windows'],
    title:
      'Reset the WinHTTP proxy, used by Windows services (the setting is lost: keep the output of the first command)',
    command: 'netsh winhttp show proxy; netsh winhttp reset proxy',
    erases: true,
    undo: "netsh winhttp set proxy '<the value printed before>'",
    who: 'local-admin',
    source: 'standard OS tool',
  }),
];

export default fixes;
