import { clientLog, joinFailed, netlog, noName, registry } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const zoom = clientLog('04/21/2026', 6120);
const settings = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const proxyOn = registry([settings, '"ProxyEnable"=dword:00000001', '"ProxyServer"="192.0.2.61:8080"']);
const proxyOff = registry([settings, '"ProxyEnable"=dword:00000000', '"ProxyServer"="192.0.2.61:8080"']);

const nslookup =
  "Server:  dc1.corp.example.com\nAddress:  192.0.2.10\n\n*** dc1.corp.example.com can't find zoom.us: Non-existent domain\n";
const resolver = (answer: string): string =>
  zoom('09:10:00:010', 'INFO', 'GetProxyForURL, url:https://us06web.zoom.us m_no_auto_script=0') +
  zoom('09:10:00:020', 'INFO', `GetProxy_ByResolver, return ${answer} for URL:https://us06web.zoom.us`);
const failing =
  noName(zoom, '09:10:00:100', 'us06web.zoom.us') +
  noName(zoom, '09:10:04:100', 'us06xmpp.zoom.us') +
  joinFailed(zoom, '09:10:09:000', '5004');

export default [
  {
    title: "Windows: the proxy of the firm is set, and its name server knows no name of Zoom's",
    evidence: { 'internet-settings.reg': proxyOn, 'nslookup-zoom.txt': nslookup },
    top: { class: 'network', confidence: 'low' },
    verdicts: { network: unproved, proxy: unproved },
    exit: [0, 1],
  },
  {
    title: 'macOS: a PAC script is set, and the name is not found on this Mac',
    evidence: {
      'scutil-proxy.txt':
        '<dictionary> {\n  ExceptionsList : <array> {\n    0 : *.local\n    1 : 169.254/16\n  }\n  FTPPassive : 1\n  HTTPEnable : 0\n  HTTPSEnable : 0\n  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://wpad.corp.example.com/proxy.pac\n  SOCKSEnable : 0\n}\n',
      'ping-zoom.txt': 'ping: cannot resolve zoom.us: Unknown host\n',
    },
    top: { class: 'network', confidence: 'low' },
    verdicts: { network: unproved, proxy: unproved },
    exit: [0, 1],
  },
  {
    title: 'Linux: the client is sent to a proxy, its own names fail, and so does the sign-in',
    evidence: { '.zoom/logs/zoom_memlog_6120.log': resolver('proxy 192.0.2.50:3128') + failing },
    top: { class: 'network', code: '5004', confidence: 'low' },
    verdicts: { network: unproved },
    exit: 1,
  },
  {
    title: 'Windows: the client is told to use no proxy, and no name resolves',
    evidence: {
      'internet-settings.reg': proxyOff,
      'AppData/Roaming/Zoom/logs/zoom_memlog_6120.log': resolver('no proxy') + failing,
    },
    top: { class: 'network', code: '5004', confidence: ['medium', 'high'] },
    never: ['proxy', 'firewall'],
    exit: 1,
  },
  {
    title: 'web: a proxy is set for other sites, the browser itself looked for the name of Zoom and found none',
    evidence: {
      'internet-settings.reg': proxyOn,
      'net-export.json': netlog([
        ['https://app.zoom.us/wc/join', -105],
        ['https://www.example.org/', 200],
        ['https://app.zoom.us/wc/join', -105],
      ]),
    },
    top: { class: 'network', confidence: ['medium', 'high'] },
    verdicts: { network: ['confirmed', 'suspected'] },
    exit: 1,
  },
] satisfies readonly Sibling[];
