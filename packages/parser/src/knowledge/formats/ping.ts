import { defineFormat } from '../../define.ts';
import { sections } from '../../reading/framings/sections.ts';
import { noRoute } from '../wordings/c-library.ts';
import { hostNotFound } from '../wordings/host-not-found.ts';
import { address, hostName, hostsIn, type Lookup, resultOf, withLookup } from '../wordings/name-lookup.ts';

/** `Pinging zoom.us [192.0.2.1] with 32 bytes`, `PING zoom.us (192.0.2.1): 56 data bytes`, in any language. */
const heading = new RegExp(
  `^(?:PING |(?=[^\\n]{0,80}\\b32\\b|[^\\n]{0,80}\\b\\d{1,5} ))[^\\n:]{0,60}?(?<![\\w.-])(${hostName}) ?[\\[(](${address})(?:%\\w{1,16})?[\\])]`,
  'im',
);
const notFound = new RegExp(`^(?:${hostNotFound.join('|')})`, 'im');
/** An answer: its time to live is \`TTL\` in every language. */
const reply = /\bttl=\d{1,3}\b/i;
/** The machine itself could not send; of IPv6 alone it says nothing. */
const unreachable = new RegExp(
  `^(?:ping: )?(?:connect|sendmsg|sendto|ping6?): (?:sendmsg: |connect: )?(?:${noRoute})|^PING: transmit failed\\. General failure|^(?:General failure|Allgemeiner Fehler|Échec général|Défaillance générale|Error general|Falha geral|Errore generale|一般エラーです|常见故障|一般故障)[.。]`,
  'im',
);
/** A ping of Windows prints its statistics below a heading, which translations word otherwise. */
const begins = (line: string, block: readonly string[]): boolean =>
  (heading.test(line) || notFound.test(line)) && block.some((one) => heading.test(one) || notFound.test(one));

function read(text: string): Lookup | null {
  const none = notFound.exec(text);
  if (none) return { hosts: hostsIn(none[0]), result: 'missing', sign: none[0] };
  const [start, host, ip] = heading.exec(text) ?? [];
  const gone = unreachable.exec(text);
  if (start === undefined) return gone ? { hosts: [], result: 'unreachable', sign: gone[0] } : null;
  const told = { hosts: [host!], addresses: [ip!], sign: start };
  const result = resultOf([ip!]);
  if (result !== 'answered') return { ...told, result };
  if (reply.test(text)) return { ...told, result: 'reached' };
  return gone && !ip!.includes(':') ? { ...told, result: 'unreachable', sign: gone[0] } : { ...told, result };
}

/** Lost pings are everyday: many networks and hosts answer none. */
export default defineFormat({
  id: 'ping',
  title: 'ping: whether the name has an address, and answers',
  origin: 'probe',
  framing: sections({ begins }),
  names: ['*ping*.txt'],
  recognise: {
    starts: new RegExp(
      `^PING \\S{1,255} ?\\(${address}[^\\n]{0,20}\\)|^[^\\n:]{3,60} ${hostName} \\[${address}(?:%\\d{1,3})?\\][^\\n]{0,40}\\b\\d{1,5}\\b|^(?:ping6?: )?(?:connect|sendmsg|sendto): (?:${noRoute})|^PING: transmit failed|^(?:${hostNotFound.join('|')})`,
      'im',
    ),
    unless: /^ {0,4}\d{1,2} {1,8}(?:(?:<?\d{1,5} ms|\*) {1,8}){1,3}\S/m,
  },
  witness: () => 'ping',
  derives: ['host', 'result', 'server'],
  derive: (entry, carry) => {
    const lookup = read(entry.pieces[0]!.text);
    return lookup ? withLookup(entry, carry, lookup) : entry;
  },
  samples: [
    {
      text: 'Ping-Anforderung konnte Host "zoom.us" nicht finden. Überprüfen Sie den Namen, und versuchen Sie es erneut.',
      entry: { fields: { host: 'zoom.us', result: 'missing', server: 'own' } },
    },
    {
      text: '\nPinging zoom.us [203.0.113.40] with 32 bytes of data:\nReply from 203.0.113.40: bytes=32 time=11ms TTL=54\nRequest timed out.\n\nPing statistics for 203.0.113.40:\n    Packets: Sent = 2, Received = 1, Lost = 1 (50% loss),',
      entry: { fields: { host: 'zoom.us', result: 'reached' } },
    },
    {
      text: 'PING zoom.us (127.0.0.1) 56(84) bytes of data.\n64 bytes from localhost (127.0.0.1): icmp_seq=1 ttl=64 time=0.031 ms',
      entry: { fields: { host: 'zoom.us', result: 'nowhere' } },
    },
  ],
});
