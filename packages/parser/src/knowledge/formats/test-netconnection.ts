import { defineFormat } from '../../define.ts';
import { fieldText, remember } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { remoteAddress } from '../wordings/addresses.ts';
import { contextOf } from '../wordings/context.ts';
import { zoomHost } from '../zoom-identity.ts';

/** Property names are English in every locale; only the warnings before them are localised. */
export default defineFormat({
  id: 'test-netconnection',
  title: 'PowerShell Test-NetConnection',
  origin: 'probe',
  framing: sections(),
  os: 'windows',
  names: ['*test*zoom*', '*netconnection*', 'tnc*'],
  recognise: {
    starts:
      /^ComputerName {1,40}:.{0,400}\n(?:.{1,400}\n){0,40}?(?:TcpTest|Ping|NameResolution)Succeeded {1,40}: (?:True|False)/m,
  },
  /** The answer to a name of Zoom's is an address of Zoom's. */
  prepare: (entry, carry) => {
    const address = fieldText(entry, 'remoteaddress');
    if (address && remoteAddress.test(address) && zoomHost.test(fieldText(entry, 'computername') ?? ''))
      remember(carry.zoomAddresses, address);
    const own = fieldText(entry, 'sourceaddress');
    if (own !== null) remember(carry.addresses, own, 50);
    return entry;
  },
  context: (entry) =>
    contextOf({ from: fieldText(entry, 'sourceaddress'), interface: fieldText(entry, 'interfacealias') }),
  samples: [
    {
      text: 'ComputerName     : www.example.com\nRemoteAddress    : 192.0.2.44\nRemotePort       : 443\nInterfaceAlias   : Ethernet\nSourceAddress    : 198.51.100.7\nTcpTestSucceeded : True',
      entry: { fields: { remoteport: 443, tcptestsucceeded: 'True' } },
    },
    {
      text: 'AVISO: TCP connect to (192.0.2.44 : 443) failed\n\nComputerName           : www.example.com\nRemoteAddress          : 192.0.2.44\nRemotePort             : 443\nInterfaceAlias         : Ethernet\nSourceAddress          : 198.51.100.7\nPingSucceeded          : True\nPingReplyDetails (RTT) : 12 ms\nTcpTestSucceeded       : False',
      entry: {
        fields: {
          computername: 'www.example.com',
          remoteaddress: '192.0.2.44',
          remoteport: 443,
          tcptestsucceeded: 'False',
        },
      },
    },
  ],
});
