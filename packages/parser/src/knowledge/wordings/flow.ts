/** What a packet belongs to: a drop is ended by what passes by the same protocol to the same port, and by nothing else. */
import type { Entry } from '../../model.ts';
import { addField, fieldNumber, fieldText, withFields } from '../../reading/entry.ts';

/** IP protocol numbers, as events give them. */
const protocols: Readonly<Record<string, string>> = { 6: 'tcp', 17: 'udp' };

/** Ports below are those of servers: what goes out from one is an answer. */
const firstClientPort = 1024;

/** Adds `flow` (`udp/8801`) to an event of the Windows Filtering Platform. */
export function nameEventFlow(entry: Entry): Entry {
  const [port] = entry.fields.get('destport') ?? [];
  const protocol = protocols[fieldText(entry, 'protocol') ?? ''];
  if (!port || protocol === undefined) return entry;
  return withFields(entry, (fields) => addField(fields, 'flow', { ...port, value: `${protocol}/${port.value}` }));
}

/** Adds `flow` to a row of the firewall's log, and `opens` (yes, no): whether it is a client's first packet or one of no connection. */
export function nameRowFlow(entry: Entry): Entry {
  const [port] = entry.fields.get('dst-port') ?? [];
  const protocol = fieldText(entry, 'protocol')?.toLowerCase();
  if (!port || protocol === undefined) return entry;
  const isClients = (fieldNumber(entry, 'src-port') ?? firstClientPort) >= firstClientPort;
  // A late packet of a closed connection (ACK, RST, FIN) is dropped every day.
  const isFirst = protocol !== 'tcp' || !/[arf]/i.test(fieldText(entry, 'tcpflags') ?? '');
  return withFields(entry, (fields) => {
    addField(fields, 'flow', { ...port, value: `${protocol}/${port.value}` });
    addField(fields, 'opens', { ...port, value: isClients && isFirst ? 'yes' : 'no' });
  });
}
