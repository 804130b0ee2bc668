/**
 * Codes of Zoom's own installer, and those of the Windows Installer that a Zoom package ends with.
 * The first lie inside Winsock's range (10004 is also WSAEINTR): they count in the context of an installer only.
 */
import { sourcedTable } from './table.ts';

const own = sourcedTable({ namespace: 'zoom-installer', os: ['windows', 'macos'] }, [
  [
    10002,
    'install',
    'medium',
    '101-help.com',
    'the installer cannot find a file it came with: an incomplete download, or security software removed it',
  ],
  [
    10003,
    'install',
    'high',
    'captured installer logs',
    'a file of the new version is missing or fails its check; captured runs log this repeatedly and still succeed: it counts only when the run fails',
  ],
  [
    10004,
    'install',
    'medium',
    'captured installer logs',
    'a folder could not be emptied or removed while uninstalling; captured runs still succeed: it counts only when the run fails',
  ],
  [
    [10006, 10008, 10016, 13003],
    'install',
    'inferred',
    'inferred: no source found',
    'an installer or updater failure; nothing published explains which',
  ],
  [
    3000,
    'install',
    'medium',
    'cloudprojectsoftware.com',
    'a file cannot be replaced while a Zoom process runs: quit Zoom first',
  ],
]);

const msi = sourcedTable({ namespace: 'msi', os: ['windows'] }, [
  [
    1603,
    'install',
    'high',
    'Microsoft, Windows Installer error codes; github.com/microsoft/winget-pkgs pull 2335',
    'the installation failed; the first "Return value 3" of its log names the cause. The machine-wide Zoom package needs an administrator and logs error 1925 without one',
  ],
  [
    1620,
    'install',
    'high',
    'Microsoft, Windows Installer error codes',
    'the package could not be opened: damaged, or not a package',
  ],
  [
    1633,
    'install',
    'high',
    'Microsoft, Windows Installer error codes; github.com/microsoft/winget-pkgs pull 123526',
    'the package is for another processor, as the ARM64 one on an x64 machine',
  ],
]);

const codes = [...own, ...msi];

export default codes;
