/**
 * A packet that netfilter logged on its way out and did not let pass. Prefixes are free text and are read as words: only one
 * for a block counts, not its contrary (`unblocked`, `NODROP`), and none beside a word for letting through; `[UFW AUDIT]` comes
 * with every packet. The packet itself, not one that it quotes; of TCP the first of a connection, since late ones are dropped
 * every day; from a port that a client uses, for a server's answer says nothing of Zoom. No interface in, one out, and that none by which a machine talks to itself or to its
 * containers, nor one by which a router sends packets of its own.
 */
export const outboundDrop =
  /(?<![a-z])(?<!\b(?:no|not|non|un)[-_ ])(?:block|drop|reject|den(?:y|ied))(?:ed|ped|ing)?(?![a-z])(?![^=]{0,40}\b(?:accept|allow|pass|permit))[^=]{0,40}IN= OUT=(?!lo\b|docker|br-|virbr|veth|lxc|lxd|cni|podman|vmnet|vboxnet|wan\d*\b|pppoe)\S[^[\]]{0,400}?\bPROTO=(?:UDP|TCP(?=.*\bSYN\b)(?!.*\b(?:ACK|RST|FIN)\b)) SPT=\d{4,5} DPT=\d+/i;
