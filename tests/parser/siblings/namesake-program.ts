import { blockedConnection, consentStore, crashOf, events, registry } from './lines.ts';
import type { Sibling } from './sibling.ts';

export default [
  {
    title: 'the audit blocks a game whose program is called zoom.exe',
    evidence: {
      'security.xml': events(
        blockedConnection(
          '2026-03-05T18:00:01.000Z',
          '\\device\\harddiskvolume5\\games\\zoom racer\\zoom.exe',
          '203.0.113.60',
          443,
          6,
        ),
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'ZoomIt, a tool for presenters, crashes',
    evidence: {
      'event.txt':
        'Faulting application name: ZoomIt64.exe, version: 9.1.0.0, time stamp: 0x6719ab10\nFaulting module name: d3d11.dll, version: 10.0.26100.2161, time stamp: 0x5577aa01\nException code: 0xc0000005\nFault offset: 0x0000000000021111\nFaulting process id: 0x41c0\nFaulting application path: C:\\Tools\\Presenting\\ZoomIt64.exe\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'the camera is denied to a magnifier, and allowed to desktop apps',
    evidence: {
      'webcam.reg': registry(
        [`HKEY_CURRENT_USER\\${consentStore}\\webcam`, '"Value"="Allow"'],
        [`HKEY_CURRENT_USER\\${consentStore}\\webcam\\NonPackaged`, '"Value"="Allow"'],
        [
          `HKEY_CURRENT_USER\\${consentStore}\\webcam\\NonPackaged\\C:#Program Files#Freedom Scientific#ZoomText#ZoomText.exe`,
          '"Value"="Deny"',
        ],
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Zoom crashes in the module of a magnifier',
    evidence: {
      'application.xml': events(
        crashOf(
          '2026-03-05T18:11:40.000Z',
          'C:\\Users\\user\\AppData\\Roaming\\Zoom\\bin\\Zoom.exe',
          '6.6.2.19111',
          'C:\\Program Files\\Freedom Scientific\\ZoomText\\ZTHook64.dll',
        ),
        crashOf(
          '2026-03-05T18:14:02.000Z',
          'C:\\Games\\Zoom Racer\\zoom.exe',
          '1.4.0.2',
          'C:\\Games\\Zoom Racer\\zoom.exe',
        ),
      ),
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Linux: the wrapped program of Zoom and a media player dump core',
    evidence: {
      'journal.txt':
        'Mar 05 18:20:44 nixbox systemd-coredump[5144]: [🡕] Process 5120 (.zoom-wrapped) of user 1001 dumped core.\n' +
        'Mar 05 18:25:10 nixbox systemd-coredump[5301]: [🡕] Process 5290 (zoom-player) of user 1001 dumped core.\n',
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
