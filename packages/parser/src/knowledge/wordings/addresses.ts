/** A destination beyond this machine: loopback, multicast, broadcast and link-local are dropped in everyday life. */
export const remoteAddress =
  /^(?!127\.|0\.|22[4-9]\.|23\d\.|255\.|169\.254\.|::1$|0:0:0:0:0:0:0:1$|ff[0-9a-f]{2}:|fe80:)[\da-f.:]+$/i;
/** A host with a domain that is none of Zoom's. */
export const foreignHost =
  /^(?!(?:[\w-]{1,63}\.){0,8}zoom(?:\.us|\.com|gov\.com)$)(?!.*\.(?:local|lan|internal|corp|home|arpa)$)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/i;
/**
 * An address out in the internet: not of this machine, nor of a private, shared or test network (RFC 1918, 6598, 2544). Any
 * of those may be Zoom's where evidence ties it to Zoom (a local Meeting Connector), and else is not. An address behind
 * NAT64 (64:ff9b::/96, RFC 6052) is the IPv4 address in it.
 */
export const publicAddress =
  /^(?!0\.|10\.|127\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|198\.1[89]\.|22[4-9]\.|2[3-5]\d\.|::|f[cdef]|0{1,4}:|0{0,2}64:ff9b:(?:0{0,4}:){1,5}0?(?:a[\da-f]{2}|7f[\da-f]{2}|c0a8|ac1[\da-f]|a9fe|64[4-7][\da-f]|c61[23]):)[\da-f.:]+$/i;

/** An address of a private or shared network (RFC 1918, 6598, 4193, 2544). */
export const privateAddress =
  /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|198\.1[89]\.|f[cd])[\da-f.:]+$/i;

/** An address by which another machine can be reached: not none, loopback, or one that a machine gives itself when no one answers. */
export const usableAddress = /^(?!0\.|127\.|169\.254\.|::1?$|fe80:)[\da-f:.]+$/i;
