import { defineChange, defineCheck, defineLastResort, type Fix } from '../../define.ts';

const fixes: readonly Fix[] = [
  defineCheck({
    id: 'proxy-show-windows',
    class: 'proxy',
    os: ['windows'],
    title: "Which proxy is set? (the services' one, the user's manual one and the script)",
    command:
      'netsh winhttp show proxy; Get-ItemProperty "HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" | Select-Object ProxyEnable, ProxyServer, ProxyOverride, AutoConfigURL',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'proxy-show-macos',
    class: 'proxy',
    os: ['macos'],
    title: 'Which proxy is in force, script included?',
    command: 'scutil --proxy',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'proxy-show-services-macos',
    class: 'proxy',
    os: ['macos'],
    title: 'Which proxy is set on each network service?',
    command: `networksetup -listallnetworkservices | tail -n +2 | sed 's/^\\*//' | while IFS= read -r service; do echo "== $service"; networksetup -getwebproxy "$service"; networksetup -getsecurewebproxy "$service"; networksetup -getautoproxyurl "$service"; done`,
    source: 'public troubleshooting guides, for every service instead of Wi-Fi alone',
  }),
  defineCheck({
    id: 'proxy-show-linux',
    class: 'proxy',
    os: ['linux'],
    title: 'Which proxy do the environment and the desktop set?',
    command: 'env | grep -i _proxy; gsettings list-recursively org.gnome.system.proxy',
    source: 'standard OS tool',
  }),
  defineCheck({
    id: 'proxy-record-netlog',
    class: 'proxy',
    os: ['windows', 'macos', 'linux'],
    title:
      'Record a network log in Chrome or Edge while the web client fails, and scan the file: it tells a proxy, a certificate and a blocked port apart',
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
    title: 'Ask IT to exempt *.zoom.us and *.zoom.com from proxy authentication, or to bypass the proxy for them',
    undo: 'IT removes the exemption again',
    who: 'network-team',
    source: 'help.zscaler.com (exempting URLs from authentication); public troubleshooting guides',
  }),
  defineChange({
    id: 'proxy-ask-settings',
    class: 'proxy',
    os: ['windows', 'macos', 'linux'],
    title: 'Ask IT for the proxy address or script that this network requires, and enter that one',
    undo: 'Enter the old values again; note them first',
    who: 'network-team',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'proxy-turn-off-windows',
    class: 'proxy',
    os: ['windows'],
    title:
      'Switch off a manual proxy that is no longer there, never on a managed network (Settings > Network & internet > Proxy > Manual proxy setup)',
    command: 'start ms-settings:network-proxy',
    undo: 'Switch it on again with the address noted before',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'proxy-turn-off-macos',
    class: 'proxy',
    os: ['macos'],
    title:
      'Switch off a proxy that is no longer there, never on a managed network (System Settings > Network > the service in use > Details > Proxies)',
    undo: 'Switch it on again with the values noted before',
    who: 'local-admin',
    source: 'public troubleshooting guides',
  }),
  defineChange({
    id: 'proxy-turn-off-linux',
    class: 'proxy',
    os: ['linux'],
    title: 'Switch off a GNOME proxy that is no longer there, never on a managed network',
    command: 'gsettings set org.gnome.system.proxy mode none',
    undo: 'gsettings set org.gnome.system.proxy mode manual (or auto, as it was)',
    source: 'standard OS tool',
  }),
  defineChange({
    id: 'proxy-disconnect-vpn',
    class: 'proxy',
    os: ['windows', 'macos', 'linux'],
    title:
      'Disconnect the VPN where policy allows it and try again; if that helps, ask IT to route Zoom outside the tunnel',
    undo: 'Connect the VPN again',
    source: 'public troubleshooting guides',
  }),
  defineLastResort({
    id: 'proxy-clear-winhttp',
    class: 'proxy',
    os: ['windows'],
    title: "Clear the services' proxy; print it first and keep what it says, for the setting is lost",
    command: 'netsh winhttp show proxy; netsh winhttp reset proxy',
    undo: 'netsh winhttp set proxy <the value printed before>',
    who: 'local-admin',
    source: 'standard OS tool',
  }),
];

export default fixes;
