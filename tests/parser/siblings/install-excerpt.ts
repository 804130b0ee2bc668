import type { Sibling } from './sibling.ts';

const winget = (clock: string, tag: string, message: string): string => `2026-04-03 ${clock} [${tag}] ${message}\n`;

export default [
  {
    title: 'Windows Installer, two lines: a policy forbids Zoom (1625)',
    evidence: {
      'msi.log':
        'MSI (s) (9C:44) [10:10:31:337]: Product: Zoom Workplace (64-bit) -- Installation failed.\n\n' +
        'MSI (s) (9C:44) [10:10:31:337]: Windows Installer installed the product. Product Name: Zoom Workplace (64-bit). Product Version: 6.6.19111. Product Language: 1033. Manufacturer: Zoom. Installation success or error status: 1625.\n\n',
    },
    top: { class: ['install', 'permissions'] },
    exit: 1,
  },
  {
    title: 'Windows Installer: another program cannot be installed (1603)',
    evidence: {
      'msi.log':
        'MSI (s) (9C:44) [10:20:31:337]: Product: Example Zoom Lens Tuner -- Installation failed.\n\n' +
        'MSI (s) (9C:44) [10:20:31:337]: Windows Installer installed the product. Product Name: Example Zoom Lens Tuner. Product Version: 2.0.1. Product Language: 1033. Manufacturer: Example. Installation success or error status: 1603.\n\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows Installer: Zoom is installed, with the usual notes',
    evidence: {
      'msi.log':
        'MSI (s) (9C:44) [10:30:30:900]: Note: 1: 1402 2: HKEY_LOCAL_MACHINE\\Software\\Example\\Rollback 3: 2 \n' +
        'MSI (s) (9C:44) [10:30:31:330]: Product: Zoom Workplace (64-bit) -- Installation completed successfully.\n\n' +
        'MSI (s) (9C:44) [10:30:31:337]: Windows Installer installed the product. Product Name: Zoom Workplace (64-bit). Product Version: 6.6.19111. Product Language: 1033. Manufacturer: Zoom. Installation success or error status: 0.\n\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'WinGet: another installation runs while Zoom is to be installed (1618)',
    evidence: {
      'WinGet-2026-04-03-10-40.log':
        winget(
          '10:40:00.101',
          'CORE',
          'WinGet, version [1.12.350], activity [{00000000-0000-4000-8000-00000000b001}]',
        ) +
        winget('10:40:00.102', 'CORE', 'Command line Args: winget upgrade --id Zoom.Zoom') +
        winget(
          '10:40:09.700',
          'CLI ',
          'Starting installer. Path: C:\\Users\\user\\AppData\\Local\\Temp\\WinGet\\Zoom.Zoom.6.6.2\\ZoomInstallerFull.msi',
        ) +
        winget('10:40:11.020', 'CLI ', 'Windows Installer installation failed: 1618'),
    },
    top: { class: 'install' },
    exit: 1,
  },
  {
    title: 'WinGet: Zoom is installed, and another package cannot be',
    evidence: {
      'WinGet-2026-04-03-10-50.log':
        winget('10:50:00.102', 'CORE', 'Command line Args: winget upgrade --all') +
        winget(
          '10:50:09.700',
          'CLI ',
          'Starting installer. Path: C:\\Users\\user\\AppData\\Local\\Temp\\WinGet\\Zoom.Zoom.6.6.2\\ZoomInstallerFull.msi',
        ) +
        winget('10:50:40.700', 'CLI ', 'Successfully installed') +
        winget(
          '10:50:44.100',
          'CLI ',
          'Starting installer. Path: C:\\Users\\user\\AppData\\Local\\Temp\\WinGet\\Example.Tool.2.0\\tool.msi',
        ) +
        winget('10:50:51.020', 'CLI ', 'Windows Installer installation failed: 1603'),
    },
    top: null,
    exit: [0, 3],
  },
] satisfies readonly Sibling[];
