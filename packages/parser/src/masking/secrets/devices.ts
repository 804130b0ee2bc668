/** Hardware addresses, serial numbers and names of wireless networks. */
import {
  elements,
  guid,
  isOrBlank,
  keys,
  mac,
  octet,
  octets,
  pattern,
  raw,
  type SecretRule,
  word,
} from './patterns.ts';

const hex = '[0-9A-Fa-f]';
/** Of at least six units with a letter and a digit: `PF2ABC12`. */
const mixed = /(?=[\d-]{0,31}[A-Z])(?=[A-Z-]{0,31}\d)[A-Z0-9](?:[A-Z0-9]|-(?=[A-Z0-9])){5,31}(?![\w.:])/y;
/** What a maker leaves in a table in place of a number. */
const unset =
  /^(?:not|to|default|system|chassis|no|not (?:specified|available|applicable|present|settable)|to be filled by o\.?e\.?m\.?|default string|system serial number|chassis serial number|no asset (?:tag|information)|o\.?e\.?m\.?|0{1,32}|x{2,32})$/i;
/** Its key says that it is one; it may then have any notation. */
const anyMac = pattern(
  'iy',
  raw`(?:${hex}{12}|${hex}{6}[-:]${hex}{6}|${hex}{4}([-.:])${hex}{4}\1${hex}{4}|${hex}{1,2}(?:([-:. ])${hex}{1,2})(?:\2${hex}{1,2}){4}|${hex}{2}(?:%3A${hex}{2}){5})(?![\w:-]|\.\w)`,
);

export const deviceRules: readonly SecretRule[] = [
  // MAC addresses: netfilter joins two (the first is alone once the second is gone) and an EtherType, a DUID ends in
  // one, names of bluetooth and network devices hold bare digits.
  { kind: 'mac', after: pattern('g', raw`\bMAC=${octet}(?::${octet}){5}:`), value: octets, shaped: true },
  { kind: 'mac', after: /\bDUID[ .]{0,40}: /g, value: /[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7,31}/y, shaped: true },
  ...mac.map((shape): SecretRule => ({ kind: 'mac', shape })),
  { kind: 'mac', after: /Dev(?:ice)?_/gi, value: /[0-9A-F]{12}(?![0-9A-Z])/iy, shaped: true },
  { kind: 'mac', after: /(?:&|\\u0026|&amp;)(?=[0-9A-F]{12}_C)/gi, value: /[0-9A-F]{12}/iy, shaped: true },
  { kind: 'mac', after: /\b(?:enx|wlx|wwx)/g, value: /[0-9a-f]{12}(?![0-9a-z])/y, shaped: true },
  {
    kind: 'mac',
    after: pattern(
      'gi',
      '(?:(?:(?<![a-z])(?:hw|hardware|physical|ethernet|link|bluetooth|bd|wi-?fi|wlan|lan|nic|station|device|client|peer|permanent|network|current|original|b?ssid|mac)|mac)[ _-]?addr(?:ess)?|(?<![a-z])(?:e?mac|bssid|hwaddr|ether|lladdr|bdaddr)|(?<=\\) )at)',
      isOrBlank,
    ),
    value: anyMac,
    shaped: true,
  },
  { kind: 'mac', after: /MACAddress"? = </g, value: /[0-9a-f]{12}(?=>)/iy, shaped: true },
  // Cisco's notation and macOS arp's; a letter tells them from versions and times.
  { kind: 'mac', shape: /(?<![\w.:-])(?=[\d.]{0,13}[a-f])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?!\w|[.:-]\w)/gi },
  {
    kind: 'mac',
    shape: /(?<![\w:.-])(?=[\d:]{0,16}[a-f])[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}(?!\w|[.:-]\w|::)/gi,
  },
  {
    kind: 'mac',
    shape: /(?<!0x[0-9a-f]{1,2}(?:, ?| )|\w)0x[0-9a-f]{2}(?:(?:, ?| )0x[0-9a-f]{2}){5}(?!\w|,? ?0x)/gi,
  },
  { kind: 'mac', after: /\bhex(?:\(3\))?:/gi, value: /[0-9a-f]{2}(?:,[0-9a-f]{2}){5}(?![\w,])/iy, shaped: true },
  { kind: 'mac', shape: /(?<=%[0-9A-F]{2}|[^\w%])[0-9A-F]{2}(?:%3A[0-9A-F]{2}){5}(?![\w%])/gi },
  // A link-local address made of one: its prefix stays.
  {
    kind: 'mac',
    after: /\bfe80:(?::|(?:0{1,4}:){3})/gi,
    value: /[0-9a-f]{1,4}:[0-9a-f]{0,2}ff:fe[0-9a-f]{2}:[0-9a-f]{1,4}(?![\w:])/iy,
    shaped: true,
  },

  // Serial numbers; `SerialNumber=3` of the kernel and `iSerial 0` of lsusb are indexes.
  {
    kind: 'serial',
    after: keys(
      raw`serial[_ -]?(?:number|num|no\.?|string|#)(?:string)?(?: ?\([^()\r\n]{0,16}\))?|ID_SERIAL(?:_SHORT)?|(?<![a-z])(?:S\/N|(?:asset|service)[ _-]?tag|IdentifyingNumber|express service code)|seriennummer|num[eé]ro de s[eé]rie|n[uú]mero de s[eé]rie|numero di serie|serienummer|numer seryjny|серийный номер|シリアル ?番号|序列号|序號|일련 ?번호`,
    ),
    value: word,
    keeps: unset,
  },
  ...elements('serial', 'serial_?number|asset_?tag|service_?tag'),
  {
    kind: 'serial',
    after: pattern(
      'gi',
      raw`(?:(?<![a-z])(?:S\/N|SN|serial(?:[ _-]?(?:num|no\.?))?|(?:asset|service)[ _-]?tag)|serial[ _-]?number)${isOrBlank}(?:is )?`,
    ),
    value: mixed,
    shaped: true,
  },
  // Firewalls put theirs into each line.
  {
    kind: 'serial',
    after: /(?<![\w-])(?:devid|device_(?:serial_)?id|logger_serial|appliance_id|deviceExternalId)=(?:\\{0,3}["'])?/g,
    value: /(?!VID|PID|\d{1,11}(?!\w))[A-Z]{0,8}\d[A-Z0-9]{9,23}(?![\w-])/y,
    shaped: true,
  },
  {
    kind: 'serial',
    after: /(?<![\w.])1,\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d,/g,
    value: /[0-9A-Z]{8,20}(?=,[A-Z]{3,16},)/y,
    shaped: true,
  },
  // wmic prints the value below its column.
  {
    kind: 'serial',
    after: /\b(?:SerialNumber|IdentifyingNumber)[ \t\r]{0,40}\n[ \t\r\n]{0,8}/g,
    value: mixed,
    shaped: true,
  },
  {
    kind: 'serial',
    after: pattern('gi', raw`\b(?:IMEI|MEID|IMSI|ICCID|EID)(?:SV)?\d?${isOrBlank}`),
    value: /\d(?:[ -]?\d){13,31}(?!\w)/y,
    shaped: true,
  },
  { kind: 'serial', after: keys('device_?serial'), value: mixed, shaped: true },
  { kind: 'serial', shape: /(?<![\w-])[0-9A-F]{8}-[0-9A-F]{16}(?![\w-])/gi },
  {
    kind: 'serial',
    after: pattern('gi', raw`(?:\bUDID|unique_?device_?id|\bECID)${isOrBlank}`),
    value: pattern('iy', raw`(?!${guid})(?:0x)?[0-9a-f-]{12,64}(?![\w-])`),
    shaped: true,
  },
  { kind: 'serial', after: /iSerial[ \t]{1,40}\d{1,3}[ \t]{1,8}/g, value: /[^\s"\\]+/y },
  {
    kind: 'serial',
    after: /USB(?:STOR)?[\\#]{1,4}VID_[0-9A-F]{4}(?:&|\\u0026|&amp;)PID_[0-9A-F]{4}(?:\\{1,4}(?!u0026)|#)/gi,
    value: /[\w-]{4,64}(?![\w&-]|\\u0026)/y,
    shaped: true,
  },
  {
    kind: 'serial',
    after: /\busb-[\w.]{1,120}_/g,
    value: /[0-9A-Fa-f]{8,32}(?=-\d\d\b|-video|-event|-\d:\d)/y,
    shaped: true,
  },

  // Wireless networks, named after homes and people.
  {
    kind: 'ssid',
    after: keys(
      '(?<![a-z])e?ssid(?: \\d{1,3}| name|_str)?|current wi-?fi network|(?:wi-?fi|wlan|wireless) network(?: name)?|all user profile|network name \\(ssid\\)',
    ),
    value: /[^\s,;"'<>()](?:[^\s,;"'<>()]| (?! |[\w-]{1,20}[=:]|BSS Type:|\()){0,31}/y,
  },
  {
    kind: 'ssid',
    after:
      /\bjoin(?:ed|ing)? (?:wi-?fi )?network |\bjoining (?=[^\s,;"'<>()]{1,32} \(bssid)|\bwi-?fi: associated (?:with|to) /gi,
    value: /[^\s,;"'<>()]{1,32}/y,
  },
  { kind: 'ssid', after: /<SSID>\s{0,8}(?:<hex>[0-9A-F]{2,64}<\/hex>\s{0,8})?<name>/g, value: /[^<>\r\n]{1,32}/y },
  { kind: 'ssid', after: /<SSID>\s{0,8}<hex>/g, value: /[0-9A-F]{2,64}(?=<)/y, shaped: true },
  {
    kind: 'ssid',
    after:
      /<Data Name=["']ProfileName["']>(?=[^<>]{1,64}<\/Data>\s{0,8}<Data Name=["'](?:SSID|BSSType)|(?<=SSID["']>[^\r\n]{0,512}))/g,
    value: /[^<>\r\n]{1,64}/y,
  },
  {
    kind: 'ssid',
    after:
      /\b(?:[Cc]onnect(?:ed|ing) to|[Aa]ssociat(?:ed|ing) (?:to|with)) (?:[Ww]i-?[Ff]i |wireless )?network (?=["'A-Z])/g,
    value: /[^\s,;"'<>()]{1,32}/y,
  },
  // The profile of the network, as netsh prints it in a column and the service logs it.
  {
    kind: 'ssid',
    after: /^ {4}(?:Profile?|Perfil|Profilo|Profiel) {10,20}: |\bProfile Name: (?=[^\r\n:]{1,64} SSID:)/gm,
    value: /[^\s,;"'<>()](?:[^\s,;"'<>()]| (?! |SSID:|\()){0,31}/y,
    keeps: /^(?:Private|Domain|Public|None|Any|All|Default|Privat|Domäne|Öffentlich)/,
  },
  { kind: 'ssid', after: /\b(?:e?ssid|wi-?fi network)[ \t]{1,4}(?=["'])/gi, value: word },
  {
    kind: 'ssid',
    after: /\b(?:(?:connection|access point) (?=')|supplicant: connected to (?=')|[Ss]uccessfully joined (?=["']))/g,
    value: word,
    keeps: /^(?:wired connection \d{1,3}|lo|(?:docker|virbr|tun|tap|br|wg|vpn|eth|en)[\w-]{0,16})$/i,
  },
  // Numbers of bank cards.
  {
    kind: 'card',
    after: pattern('gi', raw`\bcard(?:[ _-]?(?:number|num|no\.?))?${isOrBlank}`),
    value: /\d{4}([ -]?)\d{4}\1\d{4}\1\d{1,7}(?![\w-])/y,
    shaped: true,
  },
];
