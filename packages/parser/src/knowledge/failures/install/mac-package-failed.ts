import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';

const failed = (identifier: string, stamp = '2026-05-06 07:08:09+02', code = 112): string =>
  `${stamp} studio installd[512]: PackageKit: Install Failed: Error Domain=PKInstallErrorDomain Code=${code} "An error occurred while running scripts from the package “example.pkg”." UserInfo={\n    NSFilePath = "./preinstall";\n    PKInstallPackageIdentifier = "${identifier}";\n}`;
const brew = (path: string): string =>
  `Error: Failure while executing; \`/usr/bin/sudo -E -- /usr/bin/env USER=user /usr/sbin/installer -pkg ${path} -target /\` exited with 1. Here's the output:`;
const printed = (name: string, end: string): string =>
  `installer: Package name is ${name}\ninstaller: Installing at base path /\ninstaller: ${end}`;

export default defineFailure({
  id: 'mac-package-failed',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'macOS could not install Zoom',
  cause:
    "The installer reports an error for a Zoom package; code 112 means that one of the package's scripts failed, 110 that its files could not be unpacked.",
  remedy: 'Quit Zoom and its updater, download the current package from Zoom, and run it again.',
  subject: { kind: 'package', fields: ['package'] },
  match: [
    {
      formats: ['mac-install-log'],
      has: 'PKInstallErrorDomain',
      text: /Error Domain=PKInstallErrorDomain Code=\d/,
      fields: { product: ['zoom'] },
      layout: 'documented',
      see: [references.macInstallLog],
      hits: [failed('us.zoom.pkg.videomeeting'), failed('us.zoom.xos', 'Nov  9 07:08:09', 110)],
    },
    {
      formats: ['mac-install-log'],
      has: 'installer: ',
      text: /^(?:==> )?installer: (?:The (?:install|upgrade) failed|Cannot install on volume|Error (?:- the package path|trying to locate volume))/,
      fields: { product: ['zoom'] },
      layout: 'constructed',
      hits: [
        printed(
          'Zoom Workplace',
          'The install failed. (The Installer encountered an error that caused the installation to fail. Contact the software manufacturer for assistance.)',
        ),
        `${brew('/usr/local/Caskroom/zoom/6.5.1/Zoom.pkg')}\ninstaller: Error trying to locate volume at /`,
      ],
    },
    {
      formats: ['mac-install-log'],
      has: 'Failure while executing',
      text: /\/installer -pkg [^\n]{1,400} exited with [1-9]/,
      fields: { product: ['zoom'] },
      layout: 'documented',
      see: [references.brewInstaller],
      hits: [brew('/usr/local/Caskroom/zoom/6.5.1/Zoom.pkg')],
    },
  ],
  explains: ['mac-unpack-failed'],
  fixes: ['install-verify-macos', 'install-save-logs-macos', 'install-quit-macos', 'install-reinstall-macos'],
  misses: [
    { text: failed('com.example.printer'), why: "another maker's package" },
    { text: failed('com.example.us.zoom.addon'), why: 'an identifier that only contains that of Zoom' },
    { text: printed('Example Printer', 'The install failed.'), why: "another maker's package" },
    { text: brew('/usr/local/Caskroom/example/6.5.1/Example.pkg'), why: "another maker's package" },
    { text: printed('Zoom Workplace', 'The install was successful.'), why: 'it worked' },
  ],
});
