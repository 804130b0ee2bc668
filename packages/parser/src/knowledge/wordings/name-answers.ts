/** What an address says that a resolver gave for a name out in the internet. */
import { remoteAddress } from './addresses.ts';

/** Test networks that local agents hand out in place of addresses (RFC 2544), to catch what is sent there. */
const standIn = /^198\.1[89]\./;

/** `nowhere`: no address at all, or this machine's, as filters answer; `stand-in`: of a local agent. */
export const standInAddress = (address: string): 'somewhere' | 'stand-in' | 'nowhere' =>
  standIn.test(address)
    ? 'stand-in'
    : remoteAddress.test(address) && !/^[0:.]{1,39}$/.test(address)
      ? 'somewhere'
      : 'nowhere';
