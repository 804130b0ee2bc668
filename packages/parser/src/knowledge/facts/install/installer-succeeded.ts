import { defineFact } from '../../../define.ts';
import { intuneLog, wingetConsole, wingetLog } from '../../wordings/msi.ts';

export default defineFact({
  id: 'installer-succeeded',
  class: 'install',
  title: 'The Zoom installer succeeded',
  because: 'The completion message of the run, or what ran it, reports success.',
  effect: 'ends',
  mending: true,
  ends: [
    'installer-failed',
    'msi-failed',
    'msi-needs-rights',
    'msi-blocked-by-policy',
    'msi-busy',
    'msi-wrong-package',
    'flatpak-install-failed',
  ],
  subject: { kind: 'package', fields: ['part'] },
  match: [
    {
      formats: ['flatpak-install'],
      has: 'Installation complete.',
      text: /^Installation complete\.[ \r]{0,4}$/,
      layout: 'constructed',
      hits: ['us.zoom.Zoom permissions:\n    ipc   network\nInstallation complete.'],
    },
    {
      formats: ['zoom-installer'],
      has: '_COMPLETE, ret',
      fields: { outcome: ['well'], completed: ['yes'] },
      layout: 'captured',
      hits: [
        '[77:4410 ] [  INFO ] [09:05:31.60] C:\\build\\NoMSIInstaller\\InstallerManager.cpp(143)::[CInstallerManager::NotifyDataHandler] MSG: WM_INSTALLER_INSTALL_COMPLETE, ret = 0 m_enCommand=1 success=1',
      ],
    },
    {
      formats: ['winget-log'],
      has: 'Successfully installed',
      fields: { outcome: ['well'], product: ['zoom'], task: ['install'] },
      layout: 'constructed',
      hits: [wingetLog('Zoom.Zoom', 'Successfully installed')],
    },
    {
      formats: ['winget-log'],
      has: 'Leaf command succeeded',
      fields: { outcome: ['well'], product: ['zoom'], task: ['install'] },
      layout: 'constructed',
      hits: [wingetLog('Zoom.Zoom', 'Leaf command succeeded: root:install')],
    },
    {
      formats: ['winget-console'],
      has: '[Zoom.Zoom',
      fields: { outcome: ['well'], product: ['zoom'], task: ['install'] },
      layout: 'constructed',
      hits: [wingetConsole('Zoom.Zoom', 'Successfully installed')],
    },
    {
      formats: ['cmtrace'],
      has: 'exit',
      fields: { outcome: ['well'], product: ['zoom'], task: ['install'] },
      layout: 'constructed',
      hits: [intuneLog('Zoom Workplace (64-bit)', '[Win32App] lpExitCode 0')],
    },
  ],
  misses: [
    { text: wingetConsole('Zoom.ZoomOutlookPlugin', 'Installer failed with exit code: 1603'), why: 'it failed' },
    { text: wingetConsole('Example.Tool', 'Successfully installed'), why: 'another package' },
    { text: intuneLog('Example Reader', '[Win32App] lpExitCode 0'), why: 'another app' },
    {
      text: intuneLog('Zoom Workplace (64-bit)', '[Win32App] SideCarScriptDetectionManager Powershell ExitCode: 0'),
      why: 'a script that looks whether it is installed',
    },
    {
      text: '[77:4410 ] [  INFO ] [09:05:31.71] C:\\build\\NoMSIInstaller\\Installer.cpp(309)::[Main] stop, current time: [2024/11/3-9:5:31:71], return code: [0]',
      why: 'a helper run, which installs nothing',
    },
    {
      text: '[77:4410 ] [  INFO ] [09:05:31.71] C:\\build\\NoMSIInstaller\\Installer.cpp(309)::[Main] stop, current time: [2024/11/3-9:5:71]',
      why: 'an older installer that does not log its result',
    },
  ],
});
