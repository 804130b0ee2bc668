import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';
import { zoomHost } from '../zoom-identity.ts';
import { publicAddress } from './addresses.ts';
import { probe } from './samples.ts';

/**
 * A test of a port of Zoom's web service that did not open although the name had resolved. Its web hosts serve no other
 * port: a media port that is closed there is as it should be.
 */
export const closedProbe: Pattern = {
  formats: ['test-netconnection'],
  has: 'TcpTestSucceeded',
  fields: {
    tcptestsucceeded: ['False'],
    computername: zoomHost,
    remoteaddress: publicAddress,
    remoteport: [80, 443],
  },
  layout: 'documented',
  see: [references.testNetConnection],
  hits: [probe('zoom.us', '192.0.2.30', 443, 'False')],
};
