import { defineFailure } from '../../../define.ts';
import { deployed, wingetLog } from '../../wordings/msi.ts';

const run = (lines: readonly string[]): string =>
  [
    '[77:4410 ] [  INFO ] [9:05:07.8] C:\\build\\NoMSIInstaller\\Installer.cpp(97)::[Main] start, current time: [2024/11/3-9:5:7:8], version: [6.2.5.48876]',
    ...lines,
  ].join('\n');
const failed =
  '[77:4410 ] [  INFO ] [09:05:31.60] C:\\build\\NoMSIInstaller\\InstallerManager.cpp(143)::[CInstallerManager::NotifyDataHandler] MSG: WM_INSTALLER_INSTALL_COMPLETE, ret = 5 m_enCommand=1 success=0';
const occurred =
  '[77:4410 ] [ ERROR ] [09:05:09.58] C:\\build\\NoMSIInstaller\\ZoomInstallError.cpp(48)::[ErrorOccur] Code:10002 ctx:6 MSG:File missing System Error Code:2 Ref str:mcm.dll';

/** No failed run was ever captured: the layout is that of successful runs, with other outcomes. */
export default defineFailure({
  id: 'installer-failed',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The Zoom installer failed',
  cause: "The installer's own log, or that of what ran it, reports failure.",
  remedy: 'Quit Zoom, allow its folder in the antivirus, and run the current installer again.',
  subject: { kind: 'package', fields: ['part'] },
  match: [
    {
      formats: ['zoom-installer'],
      has: '[ErrorOccur]',
      fields: { code: /^\d+$/, outcome: ['badly'] },
      layout: 'constructed',
      hits: [run([occurred, failed])],
    },
    {
      formats: ['zoom-installer'],
      has: '[Main] ',
      fields: { outcome: ['badly'] },
      layout: 'constructed',
      hits: [
        run([occurred, failed]),
        run([
          '[77:4410 ] [  INFO ] [09:05:31.71] C:\\build\\NoMSIInstaller\\Installer.cpp(309)::[Main] stop, current time: [2024/11/3-9:5:31:71], return code: [1603]',
        ]),
      ],
    },
    ...deployed(['program'], '3221225794'),
  ],
  fixes: [
    'install-verify-windows',
    'install-save-logs-windows',
    'install-quit-windows',
    'install-allow-in-antivirus',
    'install-reinstall-windows',
    'install-clean-windows',
  ],
  misses: [
    { text: wingetLog('Example.Tool', 'ShellExecute installer failed: 1'), why: 'another package' },
    {
      text: run([
        occurred,
        '[77:4410 ] [  INFO ] [09:05:31.60] C:\\build\\NoMSIInstaller\\InstallerManager.cpp(143)::[CInstallerManager::NotifyDataHandler] MSG: WM_INSTALLER_INSTALL_COMPLETE, ret = 0 m_enCommand=1 success=1',
      ]),
      why: 'errors along the way, but the run succeeded',
    },
    { text: run([occurred]), why: 'the log ends before the run does: its result is unknown' },
  ],
});
