import { defineFormat, type LineStart } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { records } from '../../reading/framings/records.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { readMonthStamp } from '../../reading/grammar/syslog-stamps.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';
import { installedName, packageIn, zoomMacPackage } from '../wordings/mac-packages.ts';

/** `2026-06-05 15:10:40+02 studio-mac installd[512]: `: of whatever program. */
const dated = lastToken(
  /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d(?::?\d\d)? \S{1,255} [^\s:[\]][^:[\]\n]{0,80}\[\d{1,10}\]: /,
);
/** `Nov 16 01:15:54 studio installd[444]: `: any log of the system begins so, thus only the programs that install. */
const yearless = lastToken(
  /[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S{1,255} (?:(?:system_)?installd|package_script_service|[Ii]nstaller(?: Progress)?|install_monitor|Software Update|softwareupdated?|suhelperd|runner)\[\d{1,10}\]: /,
);

/** The machine, by the first line with a stamp. */
const hostOf =
  /^(?:\d{4}-\d\d-\d\d [\d:]{8}[+-]\d\d(?::?\d\d)? (\S{1,255}) [^\n[]{1,80}\[|[A-Z][a-z]{2} {1,2}\d{1,2} [\d:]{8} (\S{1,255}) \w)/m;

/** Host and program behind the stamp. */
const origin = (rest: string): Pick<LineStart, 'component' | 'process'> => {
  const [, component = '', process = ''] = /^(\S{1,255}) (.{1,100}): $/.exec(rest) ?? [];
  return { component, process };
};

const head = defineHead({
  begins: /^(?:\d{4}-\d\d-\d\d [\d:]{8}[+-]\d\d|[A-Z][a-z]{2} {1,2}\d{1,2} [\d:]{8} \S{1,255} [a-zA-Z])/,
  tokens: [dated, yearless],
  reach: 0,
  rule: ({ consume, or, action }) =>
    or<LineStart | Partial<LineStart>>([
      () => {
        const { image } = consume(dated);
        return action(() => {
          const [, date = '', clock = '', zone = '', rest = ''] = /^(\S+) ([\d:]+)([+-][\d:]+) (.*)$/.exec(image) ?? [];
          return { time: readStamp(date, clock, zone), ...origin(rest) };
        });
      },
      () => {
        const { image } = consume(yearless);
        return action(() => {
          const [, stamp = '', rest = ''] = /^(\S+ +\d+ [\d:]+) (.*)$/.exec(image) ?? [];
          return { time: readMonthStamp(stamp), ...origin(rest) };
        });
      },
    ]),
});

export default defineFormat({
  id: 'mac-install-log',
  title: 'install.log of macOS, and what installer and Homebrew print',
  framing: records(head),
  head,
  os: 'macos',
  names: ['install.log*'],
  recognise: {
    heads: true,
    starts:
      /^(?:==> )?installer: (?:Package name is |The (?:install|upgrade) (?:failed|was successful)|(?:Installing|Upgrading) at base path |Cannot install on volume |Error )|^Error: Failure while executing; [^\n]{0,600}\/installer -pkg |(?:^|: )PackageKit: Install Failed: Error Domain=|^\d{4}-\d\d-\d\d [\d:]{8}[+-]\d\d \S{1,255} (?:system_)?installd\[\d{1,10}\]: /m,
  },
  carries: [
    {
      has: 'Package name is',
      read: (entry, { names }) => {
        const name = /^(?:==> )?installer: Package name is ([^\n]{1,200})$/m.exec(textOf(entry))?.[1];
        if (name) names.set('package', name.trim());
      },
    },
    {
      has: 'installer -pkg',
      read: (entry, { names }) => {
        const about = packageIn(textOf(entry));
        if (about) names.set('package', about.name);
      },
    },
  ],
  learn: (start, carry) => {
    const named = hostOf.exec(start);
    if (named) carry.computer ??= named[1] ?? named[2] ?? null;
  },
  derives: ['package', 'product', 'installed'],
  /**
   * `package`: what a record of an error is about, by its identifier or else by its file; `installed`: the name of what was
   * installed well; `product` (zoom, other): whose either is.
   */
  derive: (entry, carry) => {
    const text = textOf(entry);
    const printed = /^(?:==> )?installer: (?:The|Cannot|Error) /.test(text) ? carry.names.get('package') : undefined;
    const installed = installedName.exec(text);
    const about = packageIn(text);
    const name = installed?.[1] ?? about?.name ?? printed;
    if (name === undefined) return entry;
    const start = installed?.index ?? about?.start ?? 0;
    const place = { piece: 0, start, end: about && !installed ? about.end : start + (installed?.[0].length ?? 9) };
    return withFields(entry, (fields) => {
      addField(fields, installed ? 'installed' : 'package', { value: name, ...place });
      addField(fields, 'product', { value: zoomMacPackage.test(name) ? 'zoom' : 'other', ...place });
    });
  },
  samples: [
    {
      text: '2026-05-06 07:08:09+02 studio installd[512]: PackageKit: Install Failed: Error Domain=PKInstallErrorDomain Code=112 "An error occurred while running scripts from the package “Zoom.pkg”." UserInfo={\n    NSFilePath = "./postinstall";\n    PKInstallPackageIdentifier = "us.zoom.pkg.videomeeting";\n}\n',
      entry: { time: '2026-05-06T07:08:09+02:00', fields: { package: 'us.zoom.pkg.videomeeting', product: 'zoom' } },
    },
    {
      text: 'Nov  9 07:08:09 studio.local installd[444]: Installed "Example Driver" (2.0)',
      entry: {
        time: '--11-09T07:08:09',
        fields: { installed: 'Example Driver', product: 'other', process: 'installd[444]' },
      },
    },
    {
      text: 'installer: Package name is Zoom Workplace\ninstaller: Installing at base path /\ninstaller: The install was successful.',
      entry: { fields: { package: 'Zoom Workplace', product: 'zoom' } },
    },
  ],
});
