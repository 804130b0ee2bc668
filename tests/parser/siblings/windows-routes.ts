import type { Sibling } from './sibling.ts';

const ruler = '='.repeat(75);
const interfaces = `${ruler}\r\nSchnittstellenliste\r\n 14...00 00 5e 00 53 02 ......Example Wireless\r\n  1...........................Software Loopback Interface 1\r\n${ruler}\r\n\r\n`;
const german = (rows: string, rows6: string, stored = '  Keine'): string =>
  `${interfaces}IPv4-Routentabelle\r\n${ruler}\r\nAktive Routen:\r\n     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik\r\n${rows}        127.0.0.0        255.0.0.0   Auf Verbindung         127.0.0.1    331\r\n        127.0.0.1  255.255.255.255   Auf Verbindung         127.0.0.1    331\r\n  255.255.255.255  255.255.255.255   Auf Verbindung         127.0.0.1    331\r\n${ruler}\r\nStändige Routen:\r\n${stored}\r\n\r\nIPv6-Routentabelle\r\n${ruler}\r\nAktive Routen:\r\n If Metrik Netzwerkziel             Gateway\r\n${rows6}  1    331 ::1/128                  Auf Verbindung\r\n  1    331 ff00::/8                 Auf Verbindung\r\n${ruler}\r\nStändige Routen:\r\n  Keine\r\n`;

export default [
  {
    title: 'Windows in German: no route leads on; one is stored for an adapter that is off',
    evidence: {
      'route print.txt': german(
        '',
        '',
        '  Netzwerkadresse          Netzmaske  Gatewayadresse  Metrik\r\n          0.0.0.0          0.0.0.0        192.0.2.1  Standard',
      ),
    },
    top: { class: 'network', confidence: 'low' },
    never: ['firewall', 'proxy'],
  },
  {
    title: 'Windows in German: only IPv6 has a way out',
    evidence: { 'routes.txt': german('', ' 14    291 ::/0                     fe80::1\r\n') },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows in French, at a prompt: a VPN takes all addresses in two halves',
    evidence: {
      'console.txt': `C:\\Users\\user>route print -4\r\n${ruler}\r\nListe d'Interfaces\r\n 12...00 00 5e 00 53 01 ......Example Gigabit\r\n${ruler}\r\n\r\nIPv4 Table de routage\r\n${ruler}\r\nItinéraires actifs :\r\nDestination réseau    Masque réseau  Adr. passerelle   Adr. interface Métrique\r\n          0.0.0.0        128.0.0.0         On-link         10.8.0.2      3\r\n        127.0.0.0        255.0.0.0         On-link         127.0.0.1    331\r\n        128.0.0.0        128.0.0.0         On-link         10.8.0.2      3\r\n${ruler}\r\nItinéraires persistants :\r\n  Aucun\r\n\r\nC:\\Users\\user>\r\n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'A part of the list, without its first rows and without IPv6',
    evidence: {
      'part.txt':
        '        127.0.0.0        255.0.0.0         On-link         127.0.0.1    331\r\n        127.0.0.1  255.255.255.255         On-link         127.0.0.1    331\r\n      192.168.7.0    255.255.255.0         On-link      192.168.7.20    281\r\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows in Chinese: the adapter has no address, and no route leads on',
    evidence: {
      'routes.txt': `IPv4 路由表\r\n${ruler}\r\n活动路由:\r\n网络目标        网络掩码          网关       接口   跃点数\r\n        127.0.0.0        255.0.0.0            在链路上         127.0.0.1    331\r\n        127.0.0.1  255.255.255.255            在链路上         127.0.0.1    331\r\n${ruler}\r\n永久路由:\r\n  无\r\n\r\nIPv6 路由表\r\n${ruler}\r\n活动路由:\r\n 接口跃点数网络目标                网关\r\n  1    331 ::1/128                  在链路上\r\n${ruler}\r\n永久路由:\r\n  无\r\n`,
    },
    top: { class: 'network', confidence: 'low' },
  },
] satisfies readonly Sibling[];
