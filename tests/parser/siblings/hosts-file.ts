import type { Sibling } from './sibling.ts';

const windows =
  '# Copyright (c) 1993-2009 Microsoft Corp.\r\n#\r\n# This is a sample HOSTS file used by Microsoft TCP/IP for Windows.\r\n#\r\n# localhost name resolution is handled within DNS itself.\r\n#\t127.0.0.1       localhost\r\n#\t::1             localhost\r\n';
const macos =
  '##\n# Host Database\n#\n# localhost is used to configure the loopback interface\n# when the system is booting.  Do not change this entry.\n##\n127.0.0.1\tlocalhost\n255.255.255.255\tbroadcasthost\n::1             localhost\n';

export default [
  {
    title: 'Windows: the hosts file leads the web host of Zoom to this machine',
    evidence: { hosts: `${windows}127.0.0.1 us05web.zoom.us us06web.zoom.us\r\n` },
    top: { class: 'network', confidence: ['medium', 'low'] },
    never: ['firewall', 'proxy'],
    exit: 1,
  },
  {
    title: 'macOS, saved under another name: an app for concentration blocks zoom.us among other sites',
    evidence: {
      'etc copy.txt': `${macos}\n# FOCUS START\n0.0.0.0 www.example.org\n::      www.example.org\n0.0.0.0 zoom.us\n::      zoom.us\n# FOCUS END\n`,
    },
    top: { class: 'network' },
    exit: 1,
  },
  {
    title: 'Windows: the row for zoom.us is a comment, and other rows are of the firm',
    evidence: {
      'hosts.txt': `${windows}#\r\n# 0.0.0.0 zoom.us\r\n192.0.2.80      intranet.example.com\r\n127.0.0.1       zoom.us.example.com zoominfo.example.com\r\n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux: a long list against trackers, with hosts of Zoom that only count',
    evidence: {
      hosts: `127.0.0.1 localhost\n127.0.1.1 desk-7\n::1 localhost ip6-localhost ip6-loopback\n\n# Title: a list of hosts\n${Array.from(
        { length: 4000 },
        (_, i) => `0.0.0.0 ad${i}.example.net\n`,
      ).join('')}0.0.0.0 log-gateway.zoom.us\n0.0.0.0 us01.telemetry.zoom.us\n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'A row that blocks zoom.us, and a request that was answered: the program takes another way',
    evidence: {
      hosts: '127.0.0.1 localhost\n0.0.0.0 zoom.us\n',
      'curl-zoom.txt':
        "* Uses proxy env variable https_proxy == 'http://proxy.example.com:3128'\n*   Trying 192.0.2.77:3128...\n* Connected to proxy.example.com (192.0.2.77) port 3128\n* Establish HTTP proxy tunnel to zoom.us:443\n> CONNECT zoom.us:443 HTTP/1.1\n> Host: zoom.us:443\n< HTTP/1.1 200 Connection established\n* CONNECT tunnel established, response 200\n> GET / HTTP/1.1\n> Host: zoom.us\n< HTTP/1.1 200 OK\n* Connection #0 to host proxy.example.com left intact\n",
    },
    top: null,
  },
] satisfies readonly Sibling[];
