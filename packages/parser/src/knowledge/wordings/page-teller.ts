/** Whose the page is that a text tells of: people quote to others what they saw elsewhere, and what others may see. */
import { isHeaded } from '../../reading/prose.ts';

/** An article: it tells its readers what they may see, what it means, and how often. */
const explains = [
  String.raw`\b(?:[Ww]hat|[Ww]hy)\b[^\n]{0,120}\bmeans?\b`,
  String.raw`\b[Yy]ou (?:may|might|can|could|will|would|often|sometimes|usually) (?:also )?(?:see|get|encounter|experience|receive|notice|face|run into)\b`,
  String.raw`\b(?:is|are) (?:usually|often|typically|commonly|mostly|sometimes|generally) (?:caused|due|the result|a sign)\b|\b(?:most )?common (?:causes?|reasons?|errors?)\b`,
  String.raw`\b(?:\w{3,5}|\d{1,2}) (?:easy |simple |quick )?(?:ways|methods|steps|tips|solutions|fixes)\b`,
  String.raw`\b[Ww]as bedeutet\b|\bbedeutet (?:das|die|der|diese)\b|\bin der Regel\b|\b(?:meistens|häufigste)\b|\bSo (?:beheben|lösen) Sie\b`,
  String.raw`\b[Qq]ue signifie\b|\b[Vv]oici (?:comment|quelques|\w{2,6} solutions)\b|\b[Qq]u[ée] significa\b|\b[Ee]stas son\b|\b[Cc]osa significa\b|\bO que significa\b`,
  'とは|の原因|の対処法|是什么意思|解决方法|解决办法',
].join('|');

/** It was seen elsewhere, or is shown so that it is known. */
const elsewhere = [
  String.raw`\b(?:not|nothing|never) (?:ours|mine|on our|in our|at our|with us|here)\b|\b(?:ours|mine|our (?:own )?network) (?:is|are|works?|opens?)\b`,
  String.raw`\b(?:on|in|at|from|behind) (?:their|THEIR|his|her) (?:own )?(?:\w{1,20} )?(?:network|net|wi-?fi|wlan|lan|pc|computer|laptop|mac|machine|office|site|side|desk|phone|hotel|school)\b`,
  String.raw`\bso (?:that )?you (?:know|recogni[sz]e|have seen)\b|\bas an example\b|\bfor (?:your )?(?:reference|information|comparison)\b|\b(?:FYI|fyi)\b|\b[Ss]creenshot from the (?:docs|documentation|web|internet)\b`,
  String.raw`\bnicht (?:bei uns|unser\w{0,2}|mein\w{0,2}|hier)\b|\b(?:in|bei) (?:ihrem|deren|seinem) (?:Netz|WLAN|Rechner|PC|Büro)\w{0,8}|\bzum Vergleich\b|\bzur (?:Info|Kenntnis)\b`,
  String.raw`\bpas (?:chez nous|la nôtre|le nôtre|ici)\b|\b(?:sur|dans) leur (?:réseau|ordinateur|PC|bureau)\b|\bpour (?:info|information)\b`,
  String.raw`\bno (?:es (?:nuestr|mí)\w{0,4}|en nuestr\w{1,2}|aquí)\b|\ben su (?:red|ordenador|oficina|PC)\b|\bnon (?:da noi|nostr\w|qui)\b`,
].join('|');

/** What it says of a page that its reader did not meet, as the source of an expression. */
export const othersPage = `${explains}|${elsewhere}`;

/** Somebody else's computer: the text may still ask for help with it. */
const somebody =
  /\b(?:customers?|clients?|guests?|colleagues?|co-?workers?|neighbou?rs?|visitors?|friends?|partners?|suppliers?|receptionists?|Kund\w{1,4}|Gäste?|Kolleg\w{1,4}|Nachbar\w{0,3}|Besucher\w{0,2}|collègues?|clients?|voisins?|invités?|clientes?|compañer\w{1,2}|vecin\w{1,2}|ospit[ei]|collegh?[aei])\b/i;

/** True where a mail, a ticket or a chat tells of it, or somebody else saw it; else it is the page, or its user tells of it. */
export function isRetold(text: string): boolean {
  const lines = text.split('\n', 200).map((line) => line.slice(0, 1000));
  return isHeaded(lines) || somebody.test(text);
}
