/** Hardware addresses and serial numbers. */
import { is, keys, mac, octet, octets, pattern, raw, type SecretRule, word } from './patterns.ts';

export const deviceRules: readonly SecretRule[] = [
  // MAC addresses: netfilter joins two (the first stands alone once the second is gone) and an EtherType, a DUID ends in
  // one, names of bluetooth and network devices hold bare digits.
  { kind: 'mac', after: pattern('g', raw`\bMAC=${octet}(?::${octet}){5}:`), value: octets, shaped: true },
  { kind: 'mac', after: /\bDUID[ .]{0,40}: /g, value: /[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7,31}/y, shaped: true },
  ...mac.map((shape): SecretRule => ({ kind: 'mac', shape })),
  { kind: 'mac', after: /Dev(?:ice)?_/gi, value: /[0-9A-F]{12}(?![0-9A-Z])/iy, shaped: true },
  { kind: 'mac', after: /(?:&|\\u0026|&amp;)(?=[0-9A-F]{12}_C)/gi, value: /[0-9A-F]{12}/iy, shaped: true },
  { kind: 'mac', after: /\b(?:enx|wlx|wwx)/g, value: /[0-9a-f]{12}(?![0-9a-z])/y, shaped: true },

  // Serial numbers; `SerialNumber=3` of the kernel and `iSerial 0` of lsusb are indexes.
  {
    kind: 'serial',
    after: keys(
      raw`serial[_ -]?(?:number|num|no|string)(?: ?\([^()\r\n]{0,16}\))?|ID_SERIAL(?:_SHORT)?|(?<![a-z])S\/N`,
    ),
    value: word,
  },
  { kind: 'serial', after: /iSerial[ \t]{1,40}\d{1,3}[ \t]{1,8}/g, value: /[^\s"\\]+/y },
  {
    kind: 'serial',
    after: /USB(?:STOR)?[\\#]{1,4}VID_[0-9A-F]{4}(?:&|\\u0026|&amp;)PID_[0-9A-F]{4}(?:\\{1,4}(?!u0026)|#)/gi,
    value: /[\w-]{4,64}(?![\w&-]|\\u0026)/y,
    shaped: true,
  },
  { kind: 'serial', after: /\busb-[\w.]{1,120}_/g, value: /[0-9A-Fa-f]{8,32}(?=-\d\d\b|-video|-event)/y, shaped: true },
];
