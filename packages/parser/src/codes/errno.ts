/**
 * Socket and system errors by number. The same error has another number on every system (ENETUNREACH: Linux 101,
 * macOS 51, Windows 10051), so a number is read by the system of its log.
 */
import { type Code, defineCodes } from '../define.ts';
import type { FailureClass, Os } from '../model.ts';

type Numbers = Readonly<Record<number, string>>;

const linux: Numbers = {
  1: 'EPERM',
  2: 'ENOENT',
  4: 'EINTR',
  5: 'EIO',
  6: 'ENXIO',
  9: 'EBADF',
  11: 'EAGAIN',
  12: 'ENOMEM',
  13: 'EACCES',
  14: 'EFAULT',
  16: 'EBUSY',
  17: 'EEXIST',
  19: 'ENODEV',
  20: 'ENOTDIR',
  22: 'EINVAL',
  24: 'EMFILE',
  25: 'ENOTTY',
  26: 'ETXTBSY',
  28: 'ENOSPC',
  30: 'EROFS',
  32: 'EPIPE',
  38: 'ENOSYS',
  61: 'ENODATA',
  62: 'ETIME',
  71: 'EPROTO',
  75: 'EOVERFLOW',
  84: 'EILSEQ',
  86: 'ESTRPIPE',
  88: 'ENOTSOCK',
  89: 'EDESTADDRREQ',
  90: 'EMSGSIZE',
  91: 'EPROTOTYPE',
  92: 'ENOPROTOOPT',
  93: 'EPROTONOSUPPORT',
  94: 'ESOCKTNOSUPPORT',
  95: 'EOPNOTSUPP',
  96: 'EPFNOSUPPORT',
  97: 'EAFNOSUPPORT',
  98: 'EADDRINUSE',
  99: 'EADDRNOTAVAIL',
  100: 'ENETDOWN',
  101: 'ENETUNREACH',
  102: 'ENETRESET',
  103: 'ECONNABORTED',
  104: 'ECONNRESET',
  105: 'ENOBUFS',
  106: 'EISCONN',
  107: 'ENOTCONN',
  108: 'ESHUTDOWN',
  109: 'ETOOMANYREFS',
  110: 'ETIMEDOUT',
  111: 'ECONNREFUSED',
  112: 'EHOSTDOWN',
  113: 'EHOSTUNREACH',
  114: 'EALREADY',
  115: 'EINPROGRESS',
  121: 'EREMOTEIO',
};

const macos: Numbers = {
  1: 'EPERM',
  2: 'ENOENT',
  4: 'EINTR',
  5: 'EIO',
  6: 'ENXIO',
  9: 'EBADF',
  12: 'ENOMEM',
  13: 'EACCES',
  14: 'EFAULT',
  16: 'EBUSY',
  17: 'EEXIST',
  19: 'ENODEV',
  20: 'ENOTDIR',
  22: 'EINVAL',
  24: 'EMFILE',
  25: 'ENOTTY',
  26: 'ETXTBSY',
  28: 'ENOSPC',
  30: 'EROFS',
  32: 'EPIPE',
  35: 'EAGAIN',
  36: 'EINPROGRESS',
  37: 'EALREADY',
  38: 'ENOTSOCK',
  39: 'EDESTADDRREQ',
  40: 'EMSGSIZE',
  41: 'EPROTOTYPE',
  42: 'ENOPROTOOPT',
  43: 'EPROTONOSUPPORT',
  44: 'ESOCKTNOSUPPORT',
  45: 'EOPNOTSUPP',
  46: 'EPFNOSUPPORT',
  47: 'EAFNOSUPPORT',
  48: 'EADDRINUSE',
  49: 'EADDRNOTAVAIL',
  50: 'ENETDOWN',
  51: 'ENETUNREACH',
  52: 'ENETRESET',
  53: 'ECONNABORTED',
  54: 'ECONNRESET',
  55: 'ENOBUFS',
  56: 'EISCONN',
  57: 'ENOTCONN',
  58: 'ESHUTDOWN',
  59: 'ETOOMANYREFS',
  60: 'ETIMEDOUT',
  61: 'ECONNREFUSED',
  64: 'EHOSTDOWN',
  65: 'EHOSTUNREACH',
  78: 'ENOSYS',
  84: 'EOVERFLOW',
  92: 'EILSEQ',
  96: 'ENODATA',
  100: 'EPROTO',
  101: 'ETIME',
};

/** Winsock, under its own symbols; its numbers belong to no other system. */
const windows: Numbers = {
  10004: 'WSAEINTR',
  10009: 'WSAEBADF',
  10013: 'WSAEACCES',
  10014: 'WSAEFAULT',
  10022: 'WSAEINVAL',
  10024: 'WSAEMFILE',
  10035: 'WSAEWOULDBLOCK',
  10036: 'WSAEINPROGRESS',
  10037: 'WSAEALREADY',
  10038: 'WSAENOTSOCK',
  10039: 'WSAEDESTADDRREQ',
  10040: 'WSAEMSGSIZE',
  10041: 'WSAEPROTOTYPE',
  10042: 'WSAENOPROTOOPT',
  10043: 'WSAEPROTONOSUPPORT',
  10044: 'WSAESOCKTNOSUPPORT',
  10045: 'WSAEOPNOTSUPP',
  10046: 'WSAEPFNOSUPPORT',
  10047: 'WSAEAFNOSUPPORT',
  10048: 'WSAEADDRINUSE',
  10049: 'WSAEADDRNOTAVAIL',
  10050: 'WSAENETDOWN',
  10051: 'WSAENETUNREACH',
  10052: 'WSAENETRESET',
  10053: 'WSAECONNABORTED',
  10054: 'WSAECONNRESET',
  10055: 'WSAENOBUFS',
  10056: 'WSAEISCONN',
  10057: 'WSAENOTCONN',
  10058: 'WSAESHUTDOWN',
  10059: 'WSAETOOMANYREFS',
  10060: 'WSAETIMEDOUT',
  10061: 'WSAECONNREFUSED',
  10062: 'WSAELOOP',
  10063: 'WSAENAMETOOLONG',
  10064: 'WSAEHOSTDOWN',
  10065: 'WSAEHOSTUNREACH',
  10066: 'WSAENOTEMPTY',
  10067: 'WSAEPROCLIM',
  10068: 'WSAEUSERS',
  10069: 'WSAEDQUOT',
  10070: 'WSAESTALE',
  10071: 'WSAEREMOTE',
  10091: 'WSASYSNOTREADY',
  10092: 'WSAVERNOTSUPPORTED',
  10093: 'WSANOTINITIALISED',
  10101: 'WSAEDISCON',
  10102: 'WSAENOMORE',
  10103: 'WSAECANCELLED',
  10104: 'WSAEINVALIDPROCTABLE',
  10105: 'WSAEINVALIDPROVIDER',
  10106: 'WSAEPROVIDERFAILEDINIT',
  10107: 'WSASYSCALLFAILURE',
  10108: 'WSASERVICE_NOT_FOUND',
  10109: 'WSATYPE_NOT_FOUND',
  10110: 'WSA_E_NO_MORE',
  10111: 'WSA_E_CANCELLED',
  10112: 'WSAEREFUSED',
  11001: 'WSAHOST_NOT_FOUND',
  11002: 'WSATRY_AGAIN',
  11003: 'WSANO_RECOVERY',
  11004: 'WSANO_DATA',
};

const tables: Readonly<Record<Os, Numbers>> = { linux, macos, windows };

/** Class and meaning by the name used for matching; a name that is absent says nothing of a class. */
const meanings: Readonly<Record<string, readonly [FailureClass | null, string]>> = {
  EPERM: ['permissions', 'not permitted; on a connect or a send, by a rule of the local firewall'],
  ENOENT: [null, 'no such file, folder or device node'],
  EINTR: [null, 'interrupted by a signal'],
  EIO: ['device-usb', 'the device failed to read or write'],
  ENXIO: ['device-usb', 'no such device behind the node'],
  EBADF: [null, 'the handle is not open'],
  EAGAIN: [null, 'nothing to read or write just now'],
  ENOMEM: [null, 'no memory left'],
  EACCES: ['permissions', 'access denied by owner, group or sandbox'],
  EFAULT: [null, 'a bad memory address was passed'],
  EBUSY: ['device-usb', 'the device is held by another program'],
  EEXIST: [null, 'it exists already'],
  ENODEV: ['device-usb', 'the device is gone'],
  ENOTDIR: [null, 'not a folder'],
  EINVAL: [null, 'an argument that is not valid'],
  EMFILE: [null, 'too many open files'],
  ENOTTY: [null, 'the device does not know this request'],
  ETXTBSY: ['install', 'the program file is in use'],
  ENOSPC: ['device-usb', 'no room left; from a camera or USB: no bandwidth left on the bus, not a full disk'],
  EROFS: ['install', 'the file system is read-only'],
  EPIPE: [null, 'the other end is gone; from ALSA: an overrun, from USB: a stalled endpoint'],
  ENOSYS: [null, 'the system does not have this call'],
  ENODATA: [null, 'no data'],
  ETIME: ['device-usb', 'the device did not answer in time'],
  EPROTO: ['device-usb', 'the device broke the protocol; on USB: cable, hub or power'],
  EOVERFLOW: [null, 'the value does not fit; on USB: more data than was agreed'],
  EILSEQ: [null, 'damaged data; on USB: a bus error'],
  ESTRPIPE: ['device-usb', 'the sound stream is suspended'],
  EREMOTEIO: ['device-usb', 'the device sent less than was agreed'],
  ENOTSOCK: [null, 'not a socket; on Windows a sign of a damaged Winsock catalog'],
  EDESTADDRREQ: [null, 'no destination address given'],
  EMSGSIZE: [null, 'the message is too long'],
  EPROTOTYPE: [null, 'the wrong protocol for this socket'],
  ENOPROTOOPT: [null, 'no such socket option'],
  EPROTONOSUPPORT: [null, 'the protocol is not supported'],
  ESOCKTNOSUPPORT: [null, 'the socket type is not supported'],
  EOPNOTSUPP: [null, 'not supported on this socket'],
  EPFNOSUPPORT: [null, 'the protocol family is not supported'],
  EAFNOSUPPORT: ['network', 'the address family is not supported, as IPv6 on an IPv4 network'],
  EADDRINUSE: [null, 'another program uses the address or port'],
  EADDRNOTAVAIL: ['network', 'the address is not one of this device'],
  ENETDOWN: ['network', 'the network is down'],
  ENETUNREACH: ['network', 'no route to the network'],
  ENETRESET: ['network', 'the network dropped the connection'],
  ECONNABORTED: ['firewall', 'the connection was given up on this device'],
  ECONNRESET: ['firewall', 'the other side, or a device in between, reset the connection'],
  ENOBUFS: [null, 'no buffer space left'],
  EISCONN: [null, 'connected already'],
  ENOTCONN: [null, 'not connected'],
  ESHUTDOWN: [null, 'the socket is shut down'],
  ETOOMANYREFS: [null, 'too many references'],
  ETIMEDOUT: ['firewall', 'no answer in time: packets may be silently dropped'],
  ECONNREFUSED: ['firewall', 'refused at once'],
  EHOSTDOWN: ['network', 'the host is down'],
  EHOSTUNREACH: ['network', 'no route to the host'],
  EALREADY: [null, 'already under way'],
  EINPROGRESS: [null, 'under way'],
  EWOULDBLOCK: [null, 'nothing to read or write just now'],
  ELOOP: [null, 'too many links'],
  ENAMETOOLONG: [null, 'the name is too long'],
  EINVALIDPROCTABLE: ['network', 'a damaged Winsock provider'],
  EINVALIDPROVIDER: ['network', 'a damaged Winsock provider'],
  EPROVIDERFAILEDINIT: ['network', 'a Winsock provider, as of a VPN or security software, does not start'],
  EREFUSED: ['network', 'the name server refused the question'],
  EAI_NONAME: ['network', 'the name is not known'],
  EAI_AGAIN: ['network', 'the name could not be looked up just now: no name server answered'],
  EAI_FAIL: ['network', 'the name server failed for good'],
  EAI_NODATA: ['network', 'the name is known but has no address'],
  WSAEACCES: [
    'firewall',
    'a firewall or security product on this device forbids it, although the name speaks of access',
  ],
  WSASYSNOTREADY: ['network', 'the network system of Windows is not ready'],
  WSAVERNOTSUPPORTED: ['network', 'this Winsock version is not supported'],
  WSANOTINITIALISED: [null, 'Winsock was not started'],
  WSASYSCALLFAILURE: [null, 'a system call failed that should not'],
};

/** Winsock names of the resolver, as getaddrinfo names them elsewhere. */
const resolverNames: Readonly<Record<string, string>> = {
  WSAHOST_NOT_FOUND: 'EAI_NONAME',
  WSATRY_AGAIN: 'EAI_AGAIN',
  WSANO_RECOVERY: 'EAI_FAIL',
  WSANO_DATA: 'EAI_NODATA',
};

/** Errors of a connection or its route: the only ones that a log without a known system is trusted with. */
const connectionErrors = new Set([
  'EADDRINUSE',
  'EADDRNOTAVAIL',
  'ENETDOWN',
  'ENETUNREACH',
  'ENETRESET',
  'ECONNABORTED',
  'ECONNRESET',
  'ENOTCONN',
  'ETIMEDOUT',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
]);

/** WSAEACCES keeps its name: it means a local firewall, where EACCES means a permission. */
const matchingName = (symbol: string): string =>
  resolverNames[symbol] ?? (symbol.startsWith('WSAE') && symbol !== 'WSAEACCES' ? symbol.slice(3) : symbol);

/**
 * The name of an error number, the same on every system: ENETUNREACH for 101 on Linux, 51 on macOS, 10051 on Windows.
 * The sign is ignored, for the Linux kernel prints `-71`. With an unknown system only an error of a connection answers,
 * and only when one system alone has it under that number; Winsock's numbers are no other system's.
 * WSAEACCES (10013) keeps that name, for it means a local firewall and not a permission.
 */
export const errnoName = (value: number, os: Os | null): string | null => {
  const number = Math.abs(value);
  if (os !== null) return named(tables[os][number]);
  if (windows[number] !== undefined) return named(windows[number]);
  const owners = [linux, macos].map((table) => table[number]).filter((name) => name && connectionErrors.has(name));
  return owners.length === 1 ? named(owners[0]) : null;
};

const named = (symbol: string | undefined): string | null => (symbol === undefined ? null : matchingName(symbol));

/** What an error number means, in a few words; null where `errnoName` is null or the name says it all. */
export const errnoMeaning = (value: number, os: Os | null): string | null => {
  const name = errnoName(value, os);
  return name === null ? null : (meanings[name]?.[1] ?? null);
};

/** The class an error number speaks for; null where it speaks for none. */
export const errnoClass = (value: number, os: Os | null): FailureClass | null => {
  const name = errnoName(value, os);
  return name === null ? null : (meanings[name]?.[0] ?? null);
};

const sources: Readonly<Record<Os, string>> = {
  linux: 'Linux, asm-generic/errno.h',
  macos: 'macOS, sys/errno.h',
  windows: 'Microsoft, Windows Sockets error codes',
};

const codesOf = (os: Os): readonly Code[] =>
  defineCodes(
    Object.entries(tables[os]).map(([number, symbol]) => ({
      code: number,
      namespace: os === 'windows' ? 'winsock' : 'errno',
      symbol,
      meaning:
        errnoMeaning(Number(number), os) ??
        symbol
          .replace(/^WSA_?E?_?/, '')
          .replaceAll('_', ' ')
          .toLowerCase(),
      class: errnoClass(Number(number), os),
      os: [os],
      source: sources[os],
      confidence: 'high',
    })),
  );

const codes: readonly Code[] = [...codesOf('linux'), ...codesOf('macos'), ...codesOf('windows')];

export default codes;
