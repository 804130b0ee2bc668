import { defineFormat } from '../../define.ts';
import { logLine, tell, wholeOutput } from '../wordings/whole-output.ts';

/** State, connectivity, then radio switches, in columns; only English is read. `-t` sets them apart by colons. */
const general =
  /^(connected(?: \((?:local|site) only\))?|disconnected|connecting|disconnecting|asleep|unknown)(?: {2,40}|:)(full|limited|portal|none|unknown)(?: {1,20}|:)(?:enabled|disabled|missing)/m;

export default defineFormat({
  id: 'nmcli',
  title: 'nmcli: the connection as NetworkManager reports it',
  framing: wholeOutput,
  os: 'linux',
  names: ['*nmcli*'],
  recognise: {
    unless: logLine,
    starts:
      /^[^\n]{3,40}WIFI-HW {2,12}WIFI {2,12}WWAN-HW|^DEVICE {2,40}TYPE {2,20}STATE {2,40}CONNECTION[ \r]{0,60}$|^(?:connected|disconnected|connecting|asleep)(?: \((?:local|site) only\))?(?: {2,40}|:)(?:full|limited|portal|none|unknown)(?: {1,20}|:)(?:enabled|disabled|missing)/m,
  },
  derives: ['network', 'internet'],
  /** `network`: connected or what else; `internet`: full, limited, portal (a login page), none, unknown. */
  derive: (entry) =>
    tell(entry, (text) => {
      const told = general.exec(text);
      return [
        ['network', told?.[1], told],
        ['internet', told?.[2], told],
      ];
    }),
  samples: [
    {
      text: 'STATE         CONNECTIVITY  WIFI-HW  WIFI     WWAN-HW  WWAN    \ndisconnected  none          enabled  enabled  missing  enabled \n',
      entry: { fields: { network: 'disconnected', internet: 'none' } },
    },
    { text: 'connected:portal:enabled:enabled:missing:enabled\n', entry: { fields: { internet: 'portal' } } },
    {
      text: 'DEVICE  TYPE      STATE      CONNECTION \nwlp2s0  wifi      connected  Example    \nlo      loopback  unmanaged  --         \n',
      entry: { fields: {} },
    },
  ],
});
