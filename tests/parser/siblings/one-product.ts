import type { Sibling } from './sibling.ts';

const winget = (id: string, end: string, at: string): string =>
  `2026-03-02 ${at}:09.101 [CORE] Command line Args: winget install --id ${id}\n2026-03-02 ${at}:22.882 [CLI ] ${end}\n`;

export default [
  {
    title: 'WinGet in German: Zoom Rooms failed, the client was installed',
    evidence: {
      'winget.txt':
        'Gefunden Zoom Rooms [Zoom.ZoomRooms] Version 6.4.0\nPaketinstallation wird gestartet...\nFehler bei der Installation mit Exitcode: 1603\nGefunden Zoom Workplace [Zoom.Zoom] Version 6.6.2.19111\nPaketinstallation wird gestartet...\nErfolgreich installiert\n',
    },
    top: { class: 'install' },
    verdicts: { install: 'confirmed' },
    exit: 1,
  },
  {
    title: 'the log of WinGet: the client failed, and was installed an hour later',
    evidence: {
      'winget.log':
        winget('Zoom.Zoom', 'ShellExecute installer failed: 1603', '08:10') +
        winget('Zoom.Zoom', 'Successfully installed', '09:10'),
    },
    verdicts: { install: 'resolved' },
    exit: 0,
  },
  {
    title: 'the log of WinGet: the VDI client failed, and the client was installed',
    evidence: {
      'winget.log':
        winget('Zoom.ZoomVDI', 'ShellExecute installer failed: 1603', '08:10') +
        winget('Zoom.Zoom', 'Successfully installed', '09:10'),
    },
    top: { class: 'install' },
    verdicts: { install: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Windows Installer: the plug-in for Outlook failed, the client was installed',
    evidence: {
      'msi.log':
        '=== Verbose logging started: 02.03.2026  08:10:09  Build type: SHIP UNICODE 5.00.10011.00  Calling process: C:\\Windows\\System32\\msiexec.exe ===\nMSI (s) (80:1C) [08:10:20:001]: Property(S): ProductName = Zoom Outlook Plugin\nMSI (s) (80:1C) [08:10:22:882]: MainEngineThread is returning 1603\n=== Verbose logging started: 02.03.2026  09:10:09  Build type: SHIP UNICODE 5.00.10011.00  Calling process: C:\\Windows\\System32\\msiexec.exe ===\nMSI (s) (80:1C) [09:10:20:001]: Property(S): ProductName = Zoom Workplace (64-bit)\nMSI (s) (80:1C) [09:10:22:882]: MainEngineThread is returning 0\n',
    },
    top: { class: 'install' },
    verdicts: { install: 'confirmed' },
    exit: 1,
  },
  {
    title: 'a magnifier of another maker failed, the client was installed',
    evidence: {
      'winget.txt':
        'Found ZoomIt [Microsoft.Sysinternals.ZoomIt] Version 9.0\nStarting package install...\nInstaller failed with exit code: 1603\nFound Zoom Workplace [Zoom.Zoom] Version 6.6.2.19111\nStarting package install...\nSuccessfully installed\n',
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
