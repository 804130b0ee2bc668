/** Who answered a question for the time. A clock in the house may itself be wrong: what differs from it shows little. */
import { privateAddress } from './addresses.ts';

/** Devices that keep a clock for themselves, by a word of their names; makers' names for their boxes. */
const device =
  /(?:^|[-_.])(?:old-?)?(?:nas|synology|diskstation|qnap|truenas|freenas|printers?|drucker|imprimante|routers?|fritz|fritzbox|speedport|livebox|gateway|gw|switch(?:es)?|cams?|cameras?|dvr|nvr|recorder|tv|ap|wap|modem|plc|pbx|ups|pi|raspberrypi|raspi|iot|unifi|udm|mikrotik|openwrt|pfsense|opnsense|kiosk|phone)\d{0,3}(?=[-_.]|$)/i;
/** A name that only a network of a house has, and so no domain controller. */
const houseName = /\.(?:local|lan|home|localdomain|home\.arpa|fritz\.box|box|intern(?:al)?|private)\.?$/i;
const ownAddress = /^(?:127\.|169\.254\.|fe80:|::1$)/i;

/**
 * `device`: what it says of this clock is nothing; `house`: it may as well be wrong; `other`: a server that somebody keeps right.
 * A single word may be a domain controller, whose time counts in its domain.
 */
export function kindOfTimeServer(name: string | null, address: string | null): 'device' | 'house' | 'other' {
  if (name !== null && /[a-z]/i.test(name) && !name.includes(':')) {
    if (device.test(name)) return 'device';
    if (houseName.test(name) || !name.includes('.')) return 'house';
    return 'other';
  }
  const number = address ?? name;
  return number !== null && (privateAddress.test(number) || ownAddress.test(number)) ? 'house' : 'other';
}

/** From here on a difference is one that a house's clock may as well cause, in seconds. */
export const houseDifference = 300;
