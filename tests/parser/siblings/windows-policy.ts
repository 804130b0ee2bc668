import type { Sibling } from './sibling.ts';

const privacy = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\AppPrivacy';
const consent =
  'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam';

export default [
  {
    title: 'Windows: a policy denies apps the microphone, by reg query',
    evidence: {
      'appprivacy.txt': `\r\n${privacy}\r\n    LetAppsAccessCamera    REG_DWORD    0x0\r\n    LetAppsAccessMicrophone    REG_DWORD    0x2\r\n    LetAppsAccessMicrophone_ForceAllowTheseApps    REG_MULTI_SZ    \r\n\r\n`,
    },
    top: { class: 'permissions' },
    verdicts: { permissions: ['confirmed', 'suspected'] },
    never: ['device-usb'],
    exit: 1,
  },
  {
    title: 'Windows in German: AppLocker kept the launcher of Zoom from running, listed by Get-WinEvent',
    evidence: {
      'applocker.txt':
        '\r\nTimeCreated  : 10.06.2026 09:00:00\r\nId           : 8004\r\nProviderName : Microsoft-Windows-AppLocker\r\nMessage      : Die Ausführung von "%OSDRIVE%\\USERS\\ALICE\\APPDATA\\ROAMING\\ZOOM\\BIN\\ZOOM.EXE" wurde verhindert.\r\n\r\n',
    },
    top: { class: ['permissions', 'install', 'account', 'crash'] },
    never: ['firewall'],
    exit: 1,
  },
  {
    title: 'Windows: App Control refused a library of Zoom, as Velociraptor writes it',
    evidence: {
      'codeintegrity.json': `${JSON.stringify({
        System: {
          Provider: { Name: 'Microsoft-Windows-CodeIntegrity', Guid: '{4EE76BD8-3CF4-44A0-A0AC-3937643E37A3}' },
          EventID: { Value: 3077 },
          Level: 2,
          TimeCreated: { SystemTime: 1781075400.25 },
          Channel: 'Microsoft-Windows-CodeIntegrity/Operational',
          Computer: 'HR-PC-22',
        },
        EventData: {
          FileNameLength: 62,
          'File Name': '\\Device\\HarddiskVolume3\\Users\\alice\\AppData\\Roaming\\Zoom\\bin\\zData.dll',
          'Process Name': '\\Device\\HarddiskVolume3\\Users\\alice\\AppData\\Roaming\\Zoom\\bin\\Zoom.exe',
          'Requested Signing Level': 2,
        },
      })}\n`,
    },
    top: { class: ['permissions', 'install', 'account', 'crash'] },
    exit: 1,
  },
  {
    title: 'Windows: AppLocker only watches, and would have kept Zoom.exe from running',
    evidence: {
      'applocker.xml':
        "<Events>\r\n<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-AppLocker'/><EventID>8003</EventID><Level>3</Level><TimeCreated SystemTime='2026-06-10T07:00:00.000000000Z'/><EventRecordID>811</EventRecordID><Channel>Microsoft-Windows-AppLocker/EXE and DLL</Channel><Computer>HR-PC-23</Computer></System><UserData><RuleAndFileData xmlns='http://schemas.microsoft.com/schemas/event/Microsoft.Windows/1.0.0.0'><PolicyName>EXE</PolicyName><FilePath>%PROGRAMFILES%\\ZOOM\\BIN\\ZOOM.EXE</FilePath><Fqbn>-</Fqbn></RuleAndFileData></UserData></Event>\r\n</Events>\r\n",
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows: the policy leaves the camera to the user, who denied it to another program',
    evidence: {
      'policy.reg': `Windows Registry Editor Version 5.00\r\n\r\n[${privacy}]\r\n"LetAppsAccessCamera"=dword:00000000\r\n"LetAppsAccessCamera_ForceDenyTheseApps"=hex(7):45,00,78,00,00,00,00,00\r\n\r\n`,
      'consent.reg': `Windows Registry Editor Version 5.00\r\n\r\n[${consent}]\r\n"Value"="Allow"\r\n\r\n[${consent}\\NonPackaged]\r\n"Value"="Allow"\r\n\r\n[${consent}\\NonPackaged\\C:#Program Files#ZoomText#ZoomText.exe]\r\n"Value"="Deny"\r\n`,
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
