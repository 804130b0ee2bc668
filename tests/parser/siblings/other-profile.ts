import { clientLog, consentStore, joined, joinFailed, launcher, registry } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const zoom = clientLog('03/26/2026', 5630);
const anyState = [...unproved, 'confirmed'] as const;
const other = 'HKEY_USERS\\S-1-5-21-4-5-6-1002';

export default [
  {
    title: "Windows: another user denied the camera; this user's join fails with 5003",
    evidence: {
      'C/Users/alice/AppData/Roaming/Zoom/logs/zoom_ts_memlog_5630.log': joinFailed(zoom, '09:00:09:000', '5003'),
      'C/Users/bob/hku.reg': registry([`${other}\\${consentStore}\\webcam`, '"Value"="Deny"']),
    },
    top: { class: 'firewall', code: '5003' },
    verdicts: { permissions: anyState, firewall: unproved },
    exit: 1,
  },
  {
    title: 'Windows: an export of three years ago denies the microphone, the current one allows it',
    evidence: {
      'old-backup-2023/microphone.reg': registry([`HKEY_CURRENT_USER\\${consentStore}\\microphone`, '"Value"="Deny"']),
      'microphone.reg': registry(
        [`HKEY_CURRENT_USER\\${consentStore}\\microphone`, '"Value"="Allow"'],
        [`HKEY_CURRENT_USER\\${consentStore}\\microphone\\NonPackaged`, '"Value"="Allow"'],
      ),
    },
    verdicts: { permissions: unproved },
    exit: [0, 1],
  },
  {
    title: "Linux: one user's client crashes, another user's ends well later",
    evidence: {
      'home/alice/.zoom/logs/zoom_stdout_stderr.log': launcher(
        'libva info: va_openDriver() returns 0\nzoom was exited due to a handled signal: 11 ',
      ),
      'home/bob/.zoom/logs/zoom_stdout_stderr.log': launcher('zoom exited normally, exit code is 0 .'),
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Windows: the camera is off for the whole device, whatever this user allows',
    evidence: {
      'hklm.reg': registry([`HKEY_LOCAL_MACHINE\\${consentStore}\\webcam`, '"Value"="Deny"']),
      'hkcu.reg': registry(
        [`HKEY_CURRENT_USER\\${consentStore}\\webcam`, '"Value"="Allow"'],
        [`HKEY_CURRENT_USER\\${consentStore}\\webcam\\NonPackaged`, '"Value"="Allow"'],
      ),
    },
    top: { class: 'permissions' },
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Windows: another user has a proxy; the meeting is joined without one',
    evidence: {
      'hku.reg': registry([
        `${other}\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings`,
        '"ProxyEnable"=dword:00000001',
        '"ProxyServer"="192.0.2.62:3128"',
      ]),
      'C/Users/alice/AppData/Roaming/Zoom/logs/zoom_ts_memlog_5630.log':
        zoom('09:40:00:010', 'INFO', 'GetProxy_ByResolver, return no proxy for URL:https://us06web.zoom.us') +
        joined(zoom, '09:40:03:000'),
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
