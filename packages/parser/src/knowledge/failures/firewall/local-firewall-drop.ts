import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { publicAddress, remoteAddress } from '../../wordings/addresses.ts';
import { outboundDrop } from '../../wordings/netfilter.ts';
import { filteredEvent, filteringEvents, firewallTable, journalKernel, windowsEvent } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';
import { zoomProgram } from '../../zoom-identity.ts';
import { mediaPortsTcp, mediaPortsUdp, zoomPorts } from '../../zoom-ports.ts';

/** Events 5152 and 5157 give protocols as numbers and directions as message references: %%14593 is outbound. */
const outbound = '%%14593';

const dropped = (application: string, port: number, protocol: number): string =>
  windowsEvent('Microsoft-Windows-Security-Auditing', 5152, {
    Application: application,
    Direction: outbound,
    DestAddress: '198.51.100.9',
    DestPort: port,
    Protocol: protocol,
  });

export default defineFailure({
  id: 'local-firewall-drop',
  class: 'firewall',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: "This machine's firewall drops Zoom's outbound traffic",
  cause:
    "This machine's firewall log shows dropped Zoom traffic, or dropped packets to the ports that Zoom meetings use.",
  remedy: 'Find and disable the rule that blocks this traffic, or allow outbound Zoom traffic.',
  likelyCodes: ['104103', '5003'],
  subject: { kind: 'flow', fields: ['flow'] },
  by: ['kernel'],
  match: [
    {
      has: ' SEND',
      fields: {
        'dst-port': mediaPortsUdp,
        action: ['DROP'],
        protocol: ['UDP'],
        path: ['SEND'],
        opens: ['yes'],
        'dst-ip': publicAddress,
      },
      formats: ['pfirewall'],
      layout: 'constructed',
      hits: [firewallTable('2025-01-20 17:18:19 DROP UDP 192.0.2.7 198.51.100.9 50001 8803 0 - - - - - - - SEND')],
    },
    {
      has: ' SEND',
      fields: {
        'dst-port': mediaPortsTcp,
        action: ['DROP'],
        protocol: ['TCP'],
        path: ['SEND'],
        opens: ['yes'],
        'dst-ip': publicAddress,
      },
      formats: ['pfirewall'],
      layout: 'constructed',
      hits: [firewallTable('2025-01-20 17:18:19 DROP TCP 192.0.2.7 198.51.100.9 50002 8802 0 - 0 0 0 - - - SEND')],
    },
    {
      has: 'PROTO=UDP',
      fields: { dpt: mediaPortsUdp, dst: publicAddress },
      text: outboundDrop,
      formats: ['syslog', 'journal-json'],
      layout: 'documented',
      see: [references.netfilterLog],
      hits: [
        'Nov  9 07:08:09 box kernel: [ 4242.000001] [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=1 DF PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
        journalKernel(
          '[UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=1 DF PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
        ),
      ],
    },
    {
      has: 'PROTO=TCP',
      fields: { dpt: mediaPortsTcp, dst: publicAddress },
      text: outboundDrop,
      formats: ['syslog', 'journal-json'],
      layout: 'documented',
      see: [references.netfilterLog],
      hits: [
        'Nov  9 07:08:09 box kernel: OUTPUT-DROP: IN= OUT=wlan0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 TTL=64 ID=1 DF PROTO=TCP SPT=40000 DPT=8801 WINDOW=64240 SYN URGP=0 ',
        journalKernel(
          'OUTPUT-DROP: IN= OUT=wlan0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 TTL=64 ID=1 DF PROTO=TCP SPT=40000 DPT=8801 WINDOW=64240 SYN URGP=0 ',
        ),
      ],
    },
    {
      has: 'zoom',
      fields: {
        application: zoomProgram,
        destport: zoomPorts,
        eventid: [5152, 5157],
        direction: [outbound],
        // Zoom's own socket on a port of Zoom's ties the address, whatever its range.
        destaddress: remoteAddress,
      },
      formats: windowsEventFormats,
      layout: 'constructed',
      hits: filteringEvents(
        5157,
        '\\device\\harddiskvolume4\\program files\\zoom\\bin\\zoom.exe',
        '198.51.100.9',
        8801,
        17,
      ),
    },
    // Each character of a path is one of two bytes.
    {
      has: 'z.o.o.m',
      fields: {
        application: zoomProgram,
        verdict: ['drop'],
        direction: ['out'],
        loopback: ['false'],
        destport: zoomPorts,
        destaddress: remoteAddress,
      },
      formats: ['wfp-netevents'],
      layout: 'documented',
      see: [references.quarantine],
      hits: [filteredEvent('DROP', 48, 8801)],
    },
    ...(
      [
        [17, mediaPortsUdp],
        [6, mediaPortsTcp],
      ] as const
    ).map(
      ([protocol, destport]): Pattern => ({
        has: '880',
        // A packet without a program is what the firewall's own log shows; one with another program belongs to that program.
        fields: {
          destport,
          eventid: [5152],
          application: ['-', 'System'],
          direction: [outbound],
          protocol: [protocol],
          destaddress: publicAddress,
        },
        formats: windowsEventFormats,
        layout: 'documented',
        see: [references.event5152],
        hits: filteringEvents(5152, '-', '198.51.100.9', 8801, protocol),
      }),
    ),
  ],
  explains: ['connect-forbidden', 'connect-timed-out', 'connect-refused'],
  fixes: [
    'firewall-drops-windows',
    'firewall-list-rules',
    'firewall-outbound-default',
    'firewall-find-zoom-exe',
    'firewall-drops-linux',
    'firewall-disable-block-rule',
    'firewall-allow-zoom',
    'firewall-allow-ports-ufw',
  ],
  misses: [
    { text: filteredEvent('DROP', 44, 8801), why: 'inbound, at the layer where connections are accepted' },
    { text: filteredEvent('DROP', 48, 8801, 'svchost'), why: 'another program' },
    { text: filteredEvent('ALLOW', 48, 8801), why: 'allowed' },
    {
      text: firewallTable('2025-01-20 17:18:19 DROP UDP 192.0.2.7 198.51.100.9 53 8805 0 - - - - - - - SEND'),
      why: "a server's answer to a client that happens to use this port",
    },
    {
      text: firewallTable('2025-01-20 17:18:19 DROP TCP 192.0.2.7 198.51.100.9 50002 8801 40 RA 1 1 0 - - - SEND'),
      why: 'a late packet of a connection that was closed',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=40 TTL=64 ID=1 DF PROTO=TCP SPT=40000 DPT=8801 WINDOW=0 RES=0x00 RST URGP=0 ',
      why: 'a late packet of a connection that was closed',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=88 PROTO=ICMP TYPE=3 CODE=3 [SRC=198.51.100.6 DST=192.0.2.5 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ] ',
      why: 'it answers an inbound packet, which it quotes',
    },
    {
      text: windowsEvent('Microsoft-Windows-Security-Auditing', 5157, {
        Application: '\\device\\harddiskvolume4\\program files\\zoom\\bin\\zoom.exe',
        Direction: outbound,
        DestAddress: '192.168.1.50',
        DestPort: 18801,
        Protocol: 6,
      }),
      why: 'a port that Zoom uses only on the local network',
    },
    {
      text: firewallTable('2025-01-20 17:18:19 DROP UDP 198.51.100.9 192.0.2.7 8801 50001 0 - - - - - - - RECEIVE'),
      why: 'inbound: a late server answer, or noise',
    },
    {
      text: firewallTable('2025-01-20 17:18:19 ALLOW UDP 192.0.2.7 198.51.100.9 50001 8801 0 - - - - - - - SEND'),
      why: 'allowed',
    },
    {
      text: firewallTable('2025-01-20 17:18:19 DROP TCP 192.0.2.7 198.51.100.9 50002 443 0 - 0 0 0 - - - SEND'),
      why: 'any program may use port 443: only the address could tie it to Zoom',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: [UFW BLOCK] IN=eth0 OUT= MAC=00:00:5e:00:53:0a SRC=198.51.100.6 DST=192.0.2.5 LEN=60 PROTO=UDP SPT=8801 DPT=40000 ',
      why: 'inbound',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: [UFW BLOCK] IN= OUT=lo SRC=192.0.2.5 DST=192.0.2.5 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
      why: 'the machine talks to itself',
    },
    {
      text: 'Nov  9 07:08:09 gw kernel: OUTPUT-DROP: IN= OUT=wan0 SRC=192.0.2.1 DST=198.51.100.6 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
      why: "a router's own packet, not that of a machine behind it",
    },
    {
      text: 'Nov  9 07:08:09 box kernel: [UFW BLOCK] IN= OUT=docker0 SRC=172.17.0.1 DST=172.17.0.2 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
      why: 'to a container',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: [UFW BLOCK] IN= OUT=eth0 SRC=192.168.2.5 DST=192.168.2.9 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
      why: 'to a machine nearby, which nothing ties to Zoom',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: nft unblocked-media: IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
      why: 'by its prefix it was let through',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: NODROP ACCEPT: IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
      why: 'by its prefix it was let through',
    },
    {
      text: 'Nov  9 07:08:09 box slack[77]: [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
      why: 'a chat quotes the line',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: [UFW AUDIT] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
      why: 'an audit line is written for every packet, passed or not',
    },
    {
      text: windowsEvent('Microsoft-Windows-Security-Auditing', 5157, {
        Application: '\\device\\harddiskvolume4\\program files\\zoom\\bin\\zoom.exe',
        Direction: '%%14592',
        DestPort: 8801,
        Protocol: 17,
      }),
      why: 'inbound',
    },
    { text: dropped('\\device\\harddiskvolume4\\games\\lan.exe', 8801, 17), why: 'another program on the same port' },
    {
      text: windowsEvent('Microsoft-Windows-Security-Auditing', 5157, {
        Application: '\\device\\harddiskvolume4\\games\\zoomtext.exe',
        Direction: outbound,
        DestPort: 8801,
        Protocol: 17,
      }),
      why: 'another program with zoom in its name',
    },
  ],
});
