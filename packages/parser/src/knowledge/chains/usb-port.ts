/**
 * What happens on one USB port, from kernel lines: a device's name stands on other lines than its trouble, and a
 * retry that works in the end is none.
 */
import type { Carried, Carry, Chain } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, fieldText, textOf, withFields } from '../../reading/entry.ts';
import { controllerDies, leavesDead } from './usb-controller.ts';

/** One log may hold several machines, each with ports of its own. */
const machineOf = ({ host = '' }: Entry): string => `${host} `;

/** A device that comes back so soon on its port is the same one. */
const returnMs = 60_000;

/** Ports on which devices of a kind (vendor:product) were, the one where the last was found at the end. */
const portsOf = (product: string, here: string, names: ReadonlyMap<string, string>): string[] =>
  names.get(`${here}${product}`)?.split(' ') ?? [];

/** Notes that a port's device has left it, and forgets what it was when something comes much later. */
function leave(entry: Entry, port: string, here: string, names: Map<string, string>): void {
  const [, since] = names.get(`${here}gone ${port}`)?.split(' ') ?? [];
  const { time } = entry;
  if (since && time && Math.abs(time.ms - Number(since)) > returnMs) names.delete(`${here}usb ${port}`);
  const isGone = /USB disconnect|unable to enumerate USB device/.test(textOf(entry));
  if (isGone || since !== undefined)
    names.set(`${here}gone ${port}`, `${entry.pieces[0]!.line} ${time === null ? '' : time.ms}`);
}

/** Notes that a device was found on a port. What fails on the one that it has left is something else. */
function arrive(product: string, port: string, here: string, names: Map<string, string>): void {
  const others = portsOf(product, here, names).filter((other) => other !== port);
  const leftAt = (other: string): number => Number(names.get(`${here}gone ${other}`)?.split(' ')[0] ?? Number.NaN);
  // Where none has left there are two of a kind; of several that have, it is the last.
  const former = others.filter((other) => leftAt(other) > 0).toSorted((a, b) => leftAt(b) - leftAt(a))[0];
  if (former !== undefined) {
    if (names.get(`${here}at ${former}`) === product) names.set(`${here}usb ${former}`, 'moved');
    names.set(`${here}former ${port}`, former);
    names.delete(`${here}gone ${former}`);
  } else if (names.get(`${here}at ${port}`) !== product) names.delete(`${here}former ${port}`);
  const kept = others.filter((other) => other !== former).slice(-16);
  names.set(`${here}${product}`, [...kept, port].join(' '));
  names.set(`${here}at ${port}`, product);
  names.delete(`${here}gone ${port}`);
  names.delete(`${here}dead ${port}`);
  names.delete(`${here}usb ${port}`); // another device may have come to this port
}

const forgetPorts = (names: Map<string, string>, here: string): void => {
  for (const key of names.keys())
    if (key.startsWith(here) && /^(?:usb|gone|at|former|dead) |^[\da-f]{4}:/.test(key.slice(key.indexOf(' ') + 1)))
      names.delete(key);
};

/** The system starts anew, and what was on its ports may be elsewhere now; or a controller dies with all its ports. */
export const systemStarts: readonly Carried[] = [
  ...controllerDies,
  {
    has: 'Linux version ',
    read: (entry, { names }) => {
      if (entry.witness === 'kernel' && /(?:^|[\s"])Linux version \d/.test(textOf(entry)))
        forgetPorts(names, machineOf(entry));
    },
  },
  ...['-- Boot ', '-- Reboot --'].map(
    (has): Carried => ({
      has,
      read: (entry, { names }) => {
        if (textOf(entry).startsWith(has)) forgetPorts(names, '');
      },
    }),
  ),
];

/** Drivers of devices that record nothing. A device may have several, one for each of its interfaces. */
const drivers = [
  'usb-storage', 'usbhid', 'usblp', 'cdc_acm', 'cdc_ether', 'cdc_ncm', 'cdc_mbim', 'qmi_wwan', 'rndis_host', 'ipheth', 'r8152',
  'ax88179_178a', 'smsc95xx', 'btusb', 'ftdi_sio', 'pl2303', 'ch341', 'cp210x', 'xpad',
] as const; // biome-ignore format: a list
const otherDrivers = drivers.join('|');
const devicePort = new RegExp(
  String.raw`\b(?:usb|uvcvideo|snd-usb-audio|${otherDrivers}) (\d{1,3}-[\d.]{0,24}\d)(?::\d{1,3}\.\d{1,3})?(?: \w{1,16})?:`,
);
/** `input: Example Mouse as /devices/pci0000:00/0000:00:14.0/usb1/1-3/1-3:1.0/…`. */
const inputPort = /\binput: .{1,200} as \/devices\/\S{1,120}\/(\d{1,3}-[\d.]{0,24}\d):\d/;

/** The port in the kernel's own notation (`2-1.4`), whichever way the line names it. */
function portOf(text: string, here: string, names: ReadonlyMap<string, string>): string | null {
  const root = /\busb usb(\d{1,3})-port(\d{1,3}):/.exec(text);
  if (root) return `${root[1]}-${root[2]}`;
  const hub = /\busb (\d{1,3}-[\d.]{1,24})-port(\d{1,3}):/.exec(text);
  if (hub) return `${hub[1]}.${hub[2]}`;
  const over = /\bhub (\d+)-0:1\.0: over-current (?:change|condition) on port (\d+)/.exec(text);
  if (over) return `${over[1]}-${over[2]}`;
  const device = devicePort.exec(text) ?? inputPort.exec(text);
  if (device?.[1]) return device[1];
  const product = /\buvcvideo: Found UVC .{0,200}\(([0-9a-f]{4}:[0-9a-f]{4})\)/.exec(text)?.[1];
  return product === undefined ? null : (portsOf(product, here, names).at(-1) ?? null);
}

/** Words by which a line gives away the kind of device; only a product's own name makes it unrelated to Zoom. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['camera', /uvcvideo|\b(?:web)?cam(?:era)?\b|UVC/i],
  ['audio', /snd-usb-audio|headset|microphone|speakerphone|\baudio\b/i],
  [
    'unrelated',
    /(?:Product|input): .{0,200}(?:hid|keyboard|mouse|storage|printer|hub\b|\bdisk\b|receiver|card ?reader|flash|bluetooth|ethernet|\blan\b|wi-?fi|wlan|serial|uart|\b(?:i|android )?phone\b|gamepad|tablet|fingerprint|ssd\b)/i,
  ],
  ['unrelated', new RegExp(String.raw`\b(?:${otherDrivers}) \d{1,3}-[\d.]{1,24}:\d`)],
];

function kindOf(text: string): { kind: string; start: number; end: number } | null {
  for (const [kind, pattern] of kinds) {
    const match = pattern.exec(text);
    if (match) return { kind, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

export const usbPort: Chain = {
  has: ['usb ', 'uvcvideo', 'snd-usb-audio', 'over-current', 'input: ', ...drivers],
  by(entry, carry) {
    // Another program's line about a port is no part of what the kernel says of it.
    if (entry.witness !== undefined && entry.witness !== 'kernel') return null;
    const text = textOf(entry);
    const port = portOf(text, machineOf(entry), carry.names);
    if (port === null) return null;
    carry.os ??= 'linux';
    carry.computer ??= fieldText(entry, 'component') ?? fieldText(entry, '_hostname');
    const here = machineOf(entry);
    const [, vendor, product] = /idVendor=([0-9a-f]{4}), idProduct=([0-9a-f]{4})/.exec(text) ?? [];
    if (carry.names.size > 2000) return `usb ${port}`; // a hostile log: names are worth less than memory
    leave(entry, port, here, carry.names);
    if (vendor && product) arrive(`${vendor}:${product}`, port, here, carry.names);
    const kind = kindOf(text);
    const known = carry.names.get(`${here}usb ${port}`);
    // A headset has buttons, and a webcam may have memory.
    const isMore = kind?.kind === 'unrelated' && (known === 'camera' || known === 'audio');
    if (kind !== null && !isMore) carry.names.set(`${here}usb ${port}`, kind.kind);
    if (text.includes('USB disconnect') && leavesDead(entry, carry)) carry.names.set(`${here}dead ${port}`, '');
    return `usb ${port}`;
  },
  // The kernel gives up on a device within two minutes.
  patience: 300_000,
  ends: (entry) => /unable to enumerate USB device/.test(textOf(entry)),
};

/**
 * Adds to a port's chain `port`, `device` (camera, audio, unrelated, moved when it now works elsewhere, or other when nothing
 * says), `enumeration` (failed, works), `controller` (died, and the device left with it), and `former`: the port on which its
 * device was before.
 */
export function nameDevice(entry: Entry, carry: Carry): Entry {
  const first = entry.pieces[0]!.text;
  const here = machineOf(entry);
  const port = portOf(first, here, carry.names);
  if (port === null) return entry;
  return withFields(entry, (fields) => {
    const at = Math.max(0, first.search(/\b(?:usb|uvcvideo|snd-usb-audio|hub|usb-storage|usbhid) /));
    const place = { piece: 0, start: at, end: Math.max(at, first.indexOf(':', at)) };
    addField(fields, 'port', { value: port, ...place });
    const telling = entry.pieces.findIndex(({ text }) => kindOf(text)?.kind === carry.names.get(`${here}usb ${port}`));
    const kind = telling < 0 ? null : kindOf(entry.pieces[telling]!.text);
    addField(fields, 'device', {
      value: carry.names.get(`${here}usb ${port}`) ?? 'other',
      ...(kind ? { piece: telling, start: kind.start, end: kind.end } : place),
    });
    const last = entry.pieces.findLastIndex(({ text }) =>
      /unable to enumerate USB device|New USB device found/.test(text),
    );
    const match = /unable to enumerate USB device|New USB device found/.exec(entry.pieces[last]?.text ?? '');
    const former = carry.names.get(`${here}former ${port}`);
    if (former !== undefined) addField(fields, 'former', { value: former, ...place });
    const left = carry.names.has(`${here}dead ${port}`)
      ? entry.pieces.findLastIndex(({ text }) => text.includes('USB disconnect'))
      : -1;
    if (left >= 0) {
      const start = entry.pieces[left]!.text.indexOf('USB disconnect');
      addField(fields, 'controller', { value: 'died', piece: left, start, end: start + 'USB disconnect'.length });
    }
    if (match)
      addField(fields, 'enumeration', {
        value: match[0].startsWith('unable') ? 'failed' : 'works',
        piece: last,
        start: match.index,
        end: match.index + match[0].length,
      });
  });
}
