import type { Pattern } from '../../define.ts';
import { zoomHost } from '../zoom-identity.ts';
import { publicAddress } from './addresses.ts';

/**
 * A test of a port of Zoom's web service that did not open although the name had resolved. Its web hosts serve no other
 * port: a media port that is closed there is as it should be.
 */
export const closedProbe: Pattern = {
  has: 'TcpTestSucceeded',
  fields: {
    tcptestsucceeded: ['False'],
    computername: zoomHost,
    remoteaddress: publicAddress,
    remoteport: [80, 443],
  },
  layout: 'documented',
};
