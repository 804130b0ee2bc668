/**
 * A packet that netfilter logged on its way out and did not let pass. Prefixes are free text: only words for a block count
 * (`[UFW AUDIT]` comes with every packet); no interface in, one out.
 */
export const outboundDrop = /(?:BLOCK|DROP|REJECT|DENY)[^=]{0,40}IN= OUT=\S.{0,400}?\bDPT=\d+/i;
