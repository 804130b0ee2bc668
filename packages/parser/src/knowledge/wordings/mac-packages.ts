/** Packages of macOS as the installer names them, and which are Zoom's. */
import { zoomProduct } from '../zoom-identity.ts';

/** Zoom's, by identifier, by the file that its site and its updater fetch, or by the name that is shown. */
export const zoomMacPackage = new RegExp(
  String.raw`^(?:us\.zoom\.[\w.-]{1,80}$|(?:zoomus(?:Installer(?:Full|IT)?)?|Zoom(?:InstallerIT|Installer|Rooms|OutlookPlugin)?)(?:[-_. (]?(?:arm64|universal|\d)[\w.() -]{0,40})?\.pkg$|zoom\.us$|${zoomProduct})`,
);

/** `Installed "Zoom Workplace" (6.5.1)`: logged when all went well. */
export const installedName = /(?:^|: )Installed "([^"\n]{1,200})" \(/;

const identifier = /PKInstallPackageIdentifier ?= ?"?([\w.-]{1,200})/;
const file = /[“"‘'/]([^“”"‘’'/\n]{1,120}\.pkg)(?=[”"’'#])/;

/** `installer -pkg /usr/local/Caskroom/example/1.0/Example.pkg -target /`: what was to be installed. */
const typed = /\/installer -pkg (?:[^\s/]{0,100}\/){0,20}([^\s/]{1,120}\.pkg)\b/;

/** The package that an error names, or a command. */
export function packageIn(
  text: string,
): { readonly name: string; readonly start: number; readonly end: number } | null {
  const isError = text.includes('PKInstallErrorDomain') || text.includes('package path specified was invalid');
  const match = isError ? (identifier.exec(text) ?? file.exec(text)) : typed.exec(text);
  if (!match) return null;
  const start = match.index + match[0].indexOf(match[1]!);
  return { name: match[1]!, start, end: start + match[1]!.length };
}
