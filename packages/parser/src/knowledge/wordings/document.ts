/** Lines with which an article begins its parts: of a knowledge base, a how-to, a ticket that was closed. */
const heading =
  /^[#*=\s\d.]{0,8}(symptoms?|known issues?|causes?|solutions?|solved|resolutions?|resolved|workarounds?|applies to|affected versions?|how to|summary|fixed in|status)\b/gim;

/** True for prose that explains: what it quotes happened somewhere else, or to nobody. */
export const isDocument = (text: string): boolean =>
  new Set(Array.from(text.matchAll(heading), ([, word]) => word!.toLowerCase())).size > 1;
