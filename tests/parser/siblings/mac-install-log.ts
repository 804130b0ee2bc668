import { type Sibling, unproved } from './sibling.ts';

const host = 'atelier';
const line = (time: string, process: string, text: string): string =>
  `2026-03-11 ${time}-03 ${host} ${process}: ${text}\n`;
const old = (time: string, process: string, text: string): string => `Feb  7 ${time} ${host} ${process}: ${text}\n`;

const error = (code: number, what: string, identifier: string): string =>
  `PackageKit: Install Failed: Error Domain=PKInstallErrorDomain Code=${code} "${what}" UserInfo={NSLocalizedDescription=${what}, NSURL=file:///Users/alice/Downloads/example.pkg, PKInstallPackageIdentifier=${identifier}, NSFilePath=./postinstall}`;

export default [
  {
    title: "the old layout, all of the error in one line: the package's files cannot be unpacked",
    evidence: {
      'install.log':
        old('08:01:02', 'Installer[5120]', 'Opened from: /Users/alice/Downloads/Zoom.pkg') +
        old('08:01:20', 'installd[5133]', 'PackageKit: ----- Begin install -----') +
        old(
          '08:01:44',
          'installd[5133]',
          error(
            110,
            'An error occurred while extracting files from the package “Zoom.pkg”.',
            'us.zoom.pkg.videomeeting',
          ),
        ) +
        old('08:01:45', 'Installer[5120]', "Displaying 'Install Failed' UI."),
    },
    top: { class: 'install' },
    verdicts: { install: 'confirmed' },
    exit: 1,
  },
  {
    title: 'a German system: the words are translated, the error is not; its details are in lines of their own',
    evidence: {
      'install.log': `${line('10:20:30', 'installd[700]', 'PackageKit: Install Failed: Error Domain=PKInstallErrorDomain Code=112 "Beim Ausführen von Skripten aus dem Paket „zoomusInstallerFull.pkg“ ist ein Fehler aufgetreten." UserInfo={')}\tNSFilePath = "./postinstall";\n\tNSURL = "file:///private/tmp/zoomusInstallerFull.pkg#zoomus.pkg";\n\tPKInstallPackageIdentifier = "us.zoom.pkg.videomeeting";\n}\n${line('10:20:31', 'installd[700]', 'PackageKit: ----- End install -----')}`,
    },
    top: { class: 'install' },
    verdicts: { install: 'confirmed' },
    exit: 1,
  },
  {
    title: "another maker's driver failed, and Zoom was installed well",
    evidence: {
      'install.log':
        line('11:00:01', 'installd[700]', error(112, 'The scripts failed.', 'com.example.zoom-recorder.driver')) +
        line('11:30:01', 'installd[700]', 'PackageKit: Registered bundle file:///Applications/zoom.us.app/ for uid 0') +
        line('11:30:02', 'installd[700]', 'Installed "Zoom Workplace" (6.4.3 (51000))'),
    },
    top: null,
    verdicts: { install: unproved },
    exit: 0,
  },
  {
    title: 'Zoom failed first, and an hour later the same package was installed',
    evidence: {
      'install.log':
        line('12:00:01', 'installd[700]', error(112, 'The scripts failed.', 'us.zoom.pkg.videomeeting')) +
        line('13:05:44', 'installd[700]', 'Installed "Zoom Workplace" (6.4.3 (51000))'),
    },
    verdicts: { install: ['resolved', 'not-assessable', 'suspected'] },
    exit: 0,
  },
  {
    title: 'what installer printed in a console: the upgrade failed',
    evidence: {
      'installer.txt':
        'installer: Package name is Zoom Workplace\ninstaller: Upgrading at base path /\ninstaller: The upgrade failed. (The Installer encountered an error that caused the installation to fail. Contact the software manufacturer for assistance.)\n',
    },
    top: { class: 'install' },
    verdicts: { install: ['confirmed', 'suspected'] },
    exit: [0, 1],
  },
] satisfies readonly Sibling[];
