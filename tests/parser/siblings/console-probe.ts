import { type Sibling, unproved } from './sibling.ts';

const windows = (...outputs: readonly (readonly [command: string, printed: string])[]): string =>
  outputs
    .map(([command, printed]) => `C:\\Users\\alice>${command}\r\n${printed.replaceAll('\n', '\r\n')}\r\n`)
    .join('');
const linux = (...outputs: readonly (readonly [command: string, printed: string])[]): string =>
  outputs.map(([command, printed]) => `user@ws-31:~$ ${command}\n${printed}\n`).join('');

const asked = 'Server:  dns.example.com\nAddress:  192.0.2.53\n\n';
const found = `${asked}Non-authoritative answer:\nName:    us05web.zoom.us\nAddress:  203.0.113.85\n`;
const missing = `${asked}*** dns.example.com can't find us05web.zoom.us: Server failed`;

export default [
  {
    title: 'Windows: nslookup gets no name, the cache is flushed, the same lookup answers',
    evidence: {
      'console.txt': windows(
        ['nslookup us05web.zoom.us', missing],
        ['ipconfig /flushdns', '\nWindows IP Configuration\n\nSuccessfully flushed the DNS Resolver Cache.\n'],
        ['nslookup us05web.zoom.us', found],
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows: ping finds no name, nslookup does: the system still cannot',
    evidence: {
      'console.txt': windows(
        [
          'ping us05web.zoom.us',
          'Ping request could not find host us05web.zoom.us. Please check the name and try again.\n',
        ],
        ['nslookup us05web.zoom.us', found],
      ),
    },
    top: { class: 'network' },
    exit: 1,
  },
  {
    title: 'Linux: curl alone prints that the name of the proxy is unknown',
    evidence: {
      'terminal.txt': linux(
        ['env | grep -i proxy', 'HTTPS_PROXY=http://gate.example.net:3128'],
        ['curl -sS https://us05web.zoom.us/', 'curl: (5) Could not resolve proxy: gate.example.net'],
      ),
    },
    top: { class: 'proxy' },
    never: ['network', 'firewall'],
    exit: 1,
  },
  {
    title: 'Linux in German, wget: the certificate of zoom.us has expired, by this clock',
    evidence: {
      'wget.txt':
        '--2031-05-02 08:41:09--  https://zoom.us/\nAuflösen des Hostnamens zoom.us (zoom.us)… 203.0.113.85\nVerbindungsaufbau zu zoom.us (zoom.us)|203.0.113.85|:443 … verbunden.\nFEHLER: Dem Zertifikat von »zoom.us« wird nicht vertraut.\nFEHLER: Das Zertifikat von »zoom.us« ist abgelaufen.\n',
    },
    top: { class: 'tls-clock' },
    verdicts: { 'tls-clock': unproved },
    exit: 1,
  },
  {
    title: 'Linux in Russian, wget: IPv6 has no way out, IPv4 answers',
    evidence: {
      'wget-zoom.log':
        '--2026-05-02 08:41:09--  https://zoom.us/\nРаспознаётся zoom.us (zoom.us)… 2001:db8:5::85, 203.0.113.85\nПодключение к zoom.us (zoom.us)|2001:db8:5::85|:443... ошибка: Сеть недоступна.\nПодключение к zoom.us (zoom.us)|203.0.113.85|:443... соединение установлено.\nHTTP-запрос отправлен. Ожидание ответа… 200 OK\nДлина: нет данных [text/html]\n',
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
