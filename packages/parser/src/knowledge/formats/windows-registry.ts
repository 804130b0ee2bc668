import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { isDamaged, nameKey, registryKey } from '../chains/registry-key.ts';
import { contextOf } from '../wordings/context.ts';
import { consentKey, registryExport, registryQuery } from '../wordings/samples.ts';

export default defineFormat({
  id: 'windows-registry',
  title: 'Windows registry, exported (.reg) or printed by reg query',
  framing: lines,
  os: 'windows',
  names: ['*.reg'],
  recognise: {
    starts:
      /^(?:Windows Registry Editor Version 5\.00|REGEDIT4|\[HKEY_[A-Z_]{1,30}\\.{1,1000}\]) {0,80}$|^HKEY_[A-Z_]{1,30}\\.{1,1000}\n {4}\S{1,255}(?: {4}|\t)REG_[A-Z]/im,
    // Regedit and reg export write no comments and delete no keys: such a file was written to be imported.
    unless: /^(?:;|\[-HKEY_)/m,
  },
  /** One key of one hive: another export of it shows the same setting at another time. */
  context: (entry) => contextOf({ key: /^\[?(HKEY_[^\]\n]+)/i.exec(entry.pieces[0]!.text)?.[1]?.trim() ?? null }),
  chain: registryKey,
  carries: [
    {
      has: '=hex',
      read: (entry, carry) => {
        if (isDamaged(entry.pieces[0]!.text)) carry.damaged++;
      },
    },
  ],
  derives: [
    'manual_proxy',
    'connection',
    'consent',
    'capability',
    'scope',
    'held',
    'app',
    'settings_of',
    'proxy_script',
    'camera_policy',
    'microphone_policy',
  ],
  derive: nameKey,
  samples: [
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        'Internet Settings',
        '"ProxyEnable"=dword:00000001',
        '"ZonesSecurityUpgrade"=hex:ae,07,51,\\\n  5c,e6,21,da,01',
        '"ProxyServer"="192.0.2.77:3128"',
      ),
      entry: { time: null, fields: { manual_proxy: 'on' } },
    },
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        'Internet Settings\\Connections',
        '"DefaultConnectionSettings"=hex:46,00,00,00,21,00,00,00,09,00,00,00,00,00,00,00,00,\\\n  00,00,00,00,00,00,00',
      ),
      entry: { fields: { connection: 'detect' } },
    },
    {
      text: registryExport('HKEY_LOCAL_MACHINE', consentKey('microphone'), '"Value"="Allow"').replace(
        'Windows Registry Editor Version 5.00',
        'REGEDIT4',
      ),
      entry: { fields: { capability: 'microphone', scope: 'device', consent: 'Allow' } },
    },
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        consentKey('webcam', 'NonPackaged\\C:#Program Files#Zoom#bin#Zoom.exe'),
        '"LastUsedTimeStart"=hex(b):80,9c,21,d5,cf,87,db,01',
        '"LastUsedTimeStop"=hex(b):00,00,00,00,00,00,00,00',
      ),
      entry: { fields: { scope: 'zoom', held: 'yes' } },
    },
    {
      text: registryQuery(
        'HKEY_CURRENT_USER',
        consentKey('webcam', 'Example.Viewer_1a2b3c4d5e6f7'),
        'Value    REG_SZ    Allow',
        'LastUsedTimeStart    REG_QWORD    0x1db87cfd5219c80',
        'LastUsedTimeStop    REG_QWORD    0x0',
      ),
      entry: { fields: { scope: 'app', held: 'yes', consent: 'Allow' } },
    },
  ],
});
