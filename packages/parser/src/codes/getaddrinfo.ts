/** What the name resolver answers. Each system has its own numbers; Windows uses Winsock's, which errno.ts holds too. */
import { type Code, defineCodes } from '../define.ts';
import type { FailureClass, Os } from '../model.ts';

const numbers: Readonly<Record<Os, Readonly<Record<number, string>>>> = {
  linux: {
    '-1': 'EAI_BADFLAGS',
    '-2': 'EAI_NONAME',
    '-3': 'EAI_AGAIN',
    '-4': 'EAI_FAIL',
    '-5': 'EAI_NODATA',
    '-6': 'EAI_FAMILY',
    '-7': 'EAI_SOCKTYPE',
    '-8': 'EAI_SERVICE',
    '-10': 'EAI_MEMORY',
    '-11': 'EAI_SYSTEM',
  },
  macos: {
    2: 'EAI_AGAIN',
    3: 'EAI_BADFLAGS',
    4: 'EAI_FAIL',
    5: 'EAI_FAMILY',
    6: 'EAI_MEMORY',
    7: 'EAI_NODATA',
    8: 'EAI_NONAME',
    9: 'EAI_SERVICE',
    10: 'EAI_SOCKTYPE',
    11: 'EAI_SYSTEM',
  },
  windows: { 11001: 'EAI_NONAME', 11002: 'EAI_AGAIN', 11003: 'EAI_FAIL', 11004: 'EAI_NODATA' },
};

const meanings: Readonly<Record<string, readonly [FailureClass | null, string]>> = {
  EAI_NONAME: ['network', 'the name is unknown: no network, a wrong name, or a DNS server that hides it'],
  EAI_AGAIN: ['network', 'no DNS server answered: typical of a Linux machine without a network'],
  EAI_FAIL: ['network', 'the DNS server failed permanently'],
  EAI_NODATA: ['network', 'the name is known but has no address'],
  EAI_BADFLAGS: [null, 'flags that are not valid'],
  EAI_FAMILY: [null, 'the address family is not supported'],
  EAI_SOCKTYPE: [null, 'the socket type is not supported'],
  EAI_SERVICE: [null, 'the service name is not known'],
  EAI_MEMORY: [null, 'no memory left'],
  EAI_SYSTEM: [null, 'another system error; errno gives it'],
};

const sources: Readonly<Record<Os, string>> = {
  linux: 'glibc, netdb.h',
  macos: 'macOS, netdb.h',
  windows: 'Microsoft, Windows Sockets error codes',
};

/** The name of a resolver's answer (`EAI_NONAME`) by the system of its log; null when the number is none of its. */
export const getaddrinfoName = (value: number, os: Os): string | null => numbers[os][value] ?? null;

const codesOf = (os: Os): readonly Code[] =>
  defineCodes(
    Object.entries(numbers[os]).map(([number, symbol]) => {
      const [failureClass, meaning] = meanings[symbol]!;
      return {
        code: number,
        namespace: 'getaddrinfo',
        symbol,
        meaning,
        class: failureClass,
        os: [os],
        source: sources[os],
        confidence: 'high',
      };
    }),
  );

/** Windows is left to Winsock's own rows. */
const codes: readonly Code[] = [...codesOf('linux'), ...codesOf('macos')];

export default codes;
