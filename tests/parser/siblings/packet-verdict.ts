import { firewallLog, packet } from './lines.ts';
import type { Sibling } from './sibling.ts';

const media = packet('wlan0', '203.0.113.41', 'UDP', 8806);

export default [
  {
    title: 'iptables logs what it accepts, with a prefix that has "BLOCK" inside a word',
    evidence: {
      'kern.log':
        `Mar  2 07:40:01 attic kernel: [ 4411.120001] NONBLOCKED-MEDIA ACCEPT: ${media}\n` +
        `Mar  2 07:40:02 attic kernel: [ 4412.120001] dropbox-rule pass: ${packet('wlan0', '203.0.113.41', 'UDP', 8801)}\n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'ufw audits new connections, and allows them',
    evidence: {
      'ufw.log':
        `2026-03-02T07:44:11.900+01:00 attic kernel: [UFW AUDIT] ${media}\n` +
        `2026-03-02T07:44:11.901+01:00 attic kernel: [UFW ALLOW] ${media}\n` +
        `2026-03-02T07:44:19.100+01:00 attic kernel: [UFW AUDIT] ${packet('wlan0', '203.0.113.42', 'UDP', 8810)}\n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows Firewall allows the media and drops late replies',
    evidence: {
      'pfirewall.log': firewallLog(
        '2026-03-02 07:50:01 ALLOW UDP 198.51.100.23 203.0.113.43 50801 8801 0 - - - - - - - SEND',
        '2026-03-02 07:59:40 DROP UDP 203.0.113.43 198.51.100.23 8801 50801 96 - - - - - - - RECEIVE',
        '2026-03-02 07:59:41 DROP TCP 203.0.113.44 198.51.100.23 443 50802 40 FA 11 12 501 - - - RECEIVE',
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'firewalld rejects the media of this machine',
    evidence: {
      messages: `Mar  2 08:01:09 fed39 kernel: filter_OUT_work_REJECT: ${media}\nMar  2 08:01:10 fed39 kernel: filter_OUT_work_REJECT: ${media}\n`,
    },
    top: { class: 'firewall' },
    verdicts: { firewall: 'confirmed' },
    exit: 1,
  },
  {
    title: 'a free prefix of nftables that denies, in the journal as JSON',
    evidence: {
      'journal.json': `${JSON.stringify({ __REALTIME_TIMESTAMP: '1772438520000000', _TRANSPORT: 'kernel', _HOSTNAME: 'fed39', SYSLOG_IDENTIFIER: 'kernel', MESSAGE: `egress policy DENY ${media}` })}\n`,
    },
    top: { class: 'firewall' },
    verdicts: { firewall: 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
