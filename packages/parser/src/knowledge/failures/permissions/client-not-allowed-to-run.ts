import { defineFailure } from '../../../define.ts';
import { programKept } from '../../wordings/program-kept.ts';
import { windowsEvent } from '../../wordings/samples.ts';
import { zoomInstalledFile } from '../../zoom-identity.ts';

const event = (provider: string, id: number, key: string, path: string): string =>
  windowsEvent(`Microsoft-Windows-${provider}`, id, { [key]: path });

export default defineFailure({
  id: 'client-not-allowed-to-run',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A policy keeps Zoom from running',
  cause:
    'Windows refused to run a program of Zoom because a policy of the organization (AppLocker, App Control or an attack surface rule) does not allow it.',
  remedy: 'Ask the people who manage this machine to allow programs that Zoom signs.',
  subject: { kind: 'file', fields: ['filepath', 'file name', 'path', 'data1'] },
  match: programKept(zoomInstalledFile, 'AppData\\Roaming\\Zoom\\bin\\Zoom.exe', 'zoom'),
  fixes: ['permission-allow-program-windows'],
  misses: [
    {
      text: windowsEvent('Microsoft-Windows-Windows Defender', 1121, {
        ID: '9E6C4E1F-7D60-472F-BA1A-A39EF669E4B2',
        Path: 'C:\\Program Files\\Zoom\\bin\\Zoom.exe',
        'Process Name': 'C:\\Windows\\System32\\lsass.exe',
      }),
      why: 'a look at another process was refused: the program runs',
    },
    {
      text: event('AppLocker', 8003, 'FilePath', '%OSDRIVE%\\USERS\\ALICE\\APPDATA\\ROAMING\\ZOOM\\BIN\\ZOOM.EXE'),
      why: 'audit only: it would have been prevented',
    },
    {
      text: event('AppLocker', 8002, 'FilePath', '%OSDRIVE%\\USERS\\ALICE\\APPDATA\\ROAMING\\ZOOM\\BIN\\ZOOM.EXE'),
      why: 'it was allowed',
    },
    {
      text: event('AppLocker', 8004, 'FilePath', '%PROGRAMFILES%\\FREEDOM SCIENTIFIC\\ZOOMTEXT\\ZOOMTEXT.EXE'),
      why: 'another program with zoom in its name',
    },
    {
      text: event('CodeIntegrity', 3076, 'File Name', '\\Device\\HarddiskVolume3\\Program Files\\Zoom\\bin\\Zoom.exe'),
      why: 'audit only: it ran',
    },
    {
      text: event('Windows Defender', 1122, 'Path', 'C:\\Program Files\\Zoom\\bin\\Zoom.exe'),
      why: 'audit only: nothing was blocked',
    },
  ],
});
