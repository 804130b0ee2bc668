/** A destination beyond this machine: loopback, multicast, broadcast and link-local are dropped in everyday life. */
export const remoteAddress =
  /^(?!127\.|0\.|22[4-9]\.|23\d\.|255\.|169\.254\.|::1$|0:0:0:0:0:0:0:1$|ff[0-9a-f]{2}:|fe80:)[\da-f.:]+$/i;
/** A host with a domain that is none of Zoom's. */
export const foreignHost =
  /^(?!(?:[\w-]{1,63}\.){0,8}zoom\.(?:us|com)$)(?!.*\.(?:local|lan|internal|corp|home|arpa)$)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/i;
/** An address out in the internet: not of this machine, nor of a private network. */
export const publicAddress =
  /^(?!0\.|10\.|127\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|22[4-9]\.|2[3-5]\d\.|::|f[cdef]|0:)[\da-f.:]+$/i;
