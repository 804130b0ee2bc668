import type { Sibling } from './sibling.ts';

export default [
  {
    title: 'Windows in French, nslookup: the name server refuses the name of Zoom only',
    evidence: {
      'nslookup.txt':
        'Serveur :   ns1.example.com\r\nAddress:  192.0.2.10\r\n\r\n*** ns1.example.com ne parvient pas à trouver us04web.zoom.us : Query refused\r\n\r\nServeur :   ns1.example.com\r\nAddress:  192.0.2.10\r\n\r\nRéponse ne faisant pas autorité :\r\nNom :    www.example.org\r\nAddress:  198.51.100.80\r\n',
    },
    top: { class: 'network' },
    never: ['firewall', 'proxy'],
    exit: 1,
  },
  {
    title: 'Linux, dig: the answer for zoom.us is 0.0.0.0',
    evidence: {
      'dig.txt':
        '\n; <<>> DiG 9.18.28-0ubuntu0.24.04.1-Ubuntu <<>> zoom.us\n;; global options: +cmd\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4410\n;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1\n\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n;; QUESTION SECTION:\n;zoom.us.\t\t\tIN\tA\n\n;; ANSWER SECTION:\nzoom.us.\t\t2\tIN\tA\t0.0.0.0\n\n;; Query time: 3 msec\n;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)\n;; WHEN: Mon Mar 02 09:10:11 CET 2026\n;; MSG SIZE  rcvd: 52\n\n',
    },
    top: { class: 'network' },
    exit: 1,
  },
  {
    title: 'macOS: the name has addresses; the pings are lost, which everyday networks do',
    evidence: {
      'nslookup zoom.txt':
        'Server:\t\t192.168.1.1\nAddress:\t192.168.1.1#53\n\nNon-authoritative answer:\nName:\tzoom.us\nAddress: 203.0.113.40\nName:\tzoom.us\nAddress: 203.0.113.41\n\n',
      'ping zoom.txt':
        'PING zoom.us (203.0.113.40): 56 data bytes\nRequest timeout for icmp_seq 0\nRequest timeout for icmp_seq 1\n\n--- zoom.us ping statistics ---\n3 packets transmitted, 0 packets received, 100.0% packet loss\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows in Portuguese: a name of the firm does not exist, zoom.us does',
    evidence: {
      'nslookup.txt':
        'Servidor:  UnKnown\r\nAddress:  192.0.2.53\r\n\r\n*** UnKnown não encontrou zoom-recorder.corp.example.com: Non-existent domain\r\n\r\nServidor:  UnKnown\r\nAddress:  192.0.2.53\r\n\r\nNão é resposta autoritativa:\r\nNome:    zoom.us\r\nAddresses:  2001:db8::170\r\n\t  203.0.113.40\r\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux, at a prompt: resolvectl reaches no name server, whatever is asked',
    evidence: {
      'session.txt':
        'alice@desk-7:~$ resolvectl query zoom.us\nzoom.us: resolve call failed: All attempts to contact name servers or networks failed\nalice@desk-7:~$ resolvectl query www.example.org\nwww.example.org: resolve call failed: All attempts to contact name servers or networks failed\nalice@desk-7:~$ ping -c 2 zoom.us\nping: zoom.us: Temporary failure in name resolution\n',
    },
    top: { class: 'network' },
    never: ['firewall'],
    exit: 1,
  },
] satisfies readonly Sibling[];
