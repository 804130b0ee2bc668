/** Packets that netfilter of Linux logs. */
import type { Entry } from '../../model.ts';
import { withFields } from '../../reading/entry.ts';
import { contextOf } from './context.ts';

/** Not letting through, in the languages in which administrators name their rules; each is a whole word. */
const drops = [
  '(?:block|drop|reject|den(?:y|ied))(?:ed|ped|ing)?',
  'verworfen|verwerfen|abgelehnt|abgewiesen|blockiert|gesperrt|verboten|verweigert',
  'bloqu(?:ée?|er|eado|ear|eo)|rejetée?|rejeter|refusée?|interdit|abandonné',
  'rechazad[ao]|rechazar|denegad[ao]|descartad[ao]|prohibid[ao]',
  'bloccat[ao]|blocca|rifiutat[ao]|scartat[ao]|negat[ao]',
  'bloquead[ao]|rejeitad[ao]|negad[ao]',
  'geblokkeerd|geweigerd|verworpen',
  'zablokowan[eoy]|odrzucon[eoy]|zahozeno|zamítnuto|blokováno',
  'заблокирован[ао]?|отброшен[ао]?|отклонен[ао]?|запрещен[ао]?',
].join('|');
/** Words of letting through, and of not doing what the next one says. */
const passes = `(?:accept|allow|pass|permit|erlaub|zugelassen|akzept|autoris|autoriz|permitid|aceptad|aceit|consentit|toegestaan)`;
const negates = String.raw`(?<!\b(?:no|not|non|un|nicht|ne|pas|não|niet)[-_ ])`;

/**
 * A packet that netfilter logged on its way out and did not let pass. Prefixes are free text and are read as words: only one
 * for a block counts, not its contrary (`unblocked`, `NODROP`), and none beside a word for letting through; `[UFW AUDIT]` comes
 * with every packet. The packet itself, not one that it quotes; of TCP the first of a connection, since late ones are dropped
 * every day; from a port that a client uses, for a server's answer says nothing of Zoom. No interface in, one out, and that none by which a machine talks to itself or to its
 * containers, nor one by which a router sends packets of its own.
 */
const dropped = String.raw`(?<!\p{L})${negates}(?:${drops})(?!\p{L})(?![^=]{0,40}\b${passes})[^=]{0,40}`;
const first = String.raw`[^\[\]]{0,400}?\bPROTO=(?:UDP|TCP(?=.*\bSYN\b)(?!.*\b(?:ACK|RST|FIN)\b)) SPT=\d{4,5} DPT=\d+`;
export const outboundDrop = new RegExp(
  String.raw`${dropped}IN= OUT=(?!lo\b|docker|br-|virbr|veth|lxc|lxd|cni|podman|vmnet|vboxnet|wan\d*\b|pppoe)\S${first}`,
  'iu',
);
/** The same of a packet that came from one network and was to go on into another: what a gateway does with those of others. */
export const forwardedDrop = new RegExp(String.raw`${dropped}IN=\S{1,32} OUT=\S{1,32} ${first}`, 'iu');

/** The address that a packet came from, as the context of what is logged of it. */
export const packetContext = (entry: Entry): string | null =>
  contextOf({ from: /\bSRC=([\da-f][\da-f.:]{1,40}) /i.exec(entry.pieces[0]!.text)?.[1] ?? null });

const addresses = /\b(SRC|DST)=([\da-f]{1,4}(?:[.:][\da-f.:]{1,40}))/gi;

/** `src` and `dst` of a packet that netfilter logs: an IPv6 address is full of what else ends a value. */
export function nameAddresses(entry: Entry): Entry {
  const { text } = entry.pieces[0]!;
  if (!/\b(?:SRC|DST)=[\da-f]{1,4}:/i.test(text)) return entry;
  return withFields(entry, (fields) => {
    for (const { 0: whole, 1: key, 2: value, index } of text.matchAll(addresses))
      fields.set(key!.toLowerCase(), [{ value: value!, piece: 0, start: index, end: index + whole.length }]);
  });
}
