/** What identifies Zoom in evidence that other programs write. Sources: Zoom's network requirements, Apple and Windows package data. */

/** What follows `zoom` where it is a word of optics or of a screen: `zoom level`, `zoom-in`, `zoom 200%`. */
const magnifies = String.raw`(?![-_ ]?(?:levels?|factors?|lens|ratio|range|in|out|to|slider|gesture|\d{1,4} ?%)\b)`;

/** A file's name with Zoom's own in it as a word: `zoom_memlog`, `zoomusinstall`, `ZoomPhone`; not `zoomed`, `ZoomText`. */
const zoomName = new RegExp(
  String.raw`(?<![a-z])zoom(?:us)?(?:(?:install|client|launcher|opener|outlook|phone|rooms?|sdk|video|workplace)\w*)?(?![a-z])${magnifies}[^\\/]{0,255}$`,
  'i',
);

/**
 * True when a file is Zoom's by its own name or by the folder in which Zoom keeps its logs. A folder that somebody named
 * after a Zoom ticket says nothing of what lies in it; neither do names of other makers (ZoomText, ZoomFX, ZoomIt).
 */
export const isZoomFile = (path: string): boolean =>
  zoomName.test(path.split(/[\\/]/).at(-1)!) ||
  /(?:^|[\\/])(?:\.zoom|Zoom|zoom\.us|zoomus)[\\/](?:(?:logs|Logs|data|crashlog|zoom_feedback)[\\/])*[^\\/]{0,255}$/.test(
    path,
  );

/** The folders in which Zoom alone writes, and those in them, at the end of which a file's name follows; as the source of an expression. */
export const zoomLogFolder = String.raw`(?:(?:\.zoom|Zoom)[\\/]logs|Library[\\/]Logs[\\/]zoom\.us)[\\/](?:[^\\/\r\n]{1,120}[\\/]){0,4}`;

/**
 * Zoom, by name, in a line of another program: as a word, in its own spelling or as a program's, its hosts, its SDK; not a
 * word of optics, nor another maker's name that begins like it (ZoomInfo).
 */
export const zoomByName = new RegExp(
  String.raw`(?<![\w-])(?:Zoom(?:SDK|US|Us|VideoSDK|Meetings?|Workplace)?|ZOOM|zoom(?=[:[\]]|[- ](?:app|client|login|meetings?|sdk)\b)|us\.zoom\.xos)(?![A-Za-z\d%])${magnifies}|\bzoom(?:\.us|\.com|gov\.com)\b|zoom(?:SDK|Sdk|_sdk|us\b)|RNZoom`,
);
/** Zoom in the name that somebody gave a rule of a firewall: nothing there is magnified (`Block Zoom out`). */
export const zoomRuleName = /(?<![A-Za-z])zoom(?:us|\.us|\.exe)?(?![A-Za-z])(?! ?(?:[LHFP]-?\d|corp))/i;
/** Parts of the client whose names no other maker's program has, as the source of an expression. */
const ownParts = String.raw`(?:zoom\.real|\.zoom-wrapped|ZoomLauncher|ZoomWebviewHost|aomhost(?:64)?|CptHost)`;
/** The programs of the Linux client as the kernel names them: at most 15 characters, as the source of an expression. */
export const zoomKernelName = `(?:zoom|${ownParts})`;
/** The same at the end of a path, as the source of an expression. */
export const zoomLinuxProgram = String.raw`(?<![^\s'"])(?:[^\s'":]{0,120}/)?${zoomKernelName}`;
/** Where packages put the Linux client: DEB, RPM and tar; Flatpak; Snap; Nix and Guix. */
const linuxFolder = String.raw`/(?:opt/zoom|app/extra/zoom|snap/zoom-client/[^/]{1,20}(?:/[^/]{1,40}){0,3}|(?:nix|gnu)/store/[^/]{0,60}-zoom(?:-us)?-\d[^/]{0,40}(?:/[^/]{1,40}){0,3})`;
const replaced = String.raw`(?: \(deleted\))?$`;
const ownLinuxPath = new RegExp(`(?:${linuxFolder}/${zoomKernelName}|(?:^|/)${ownParts})${replaced}`);
const likelyLinuxPath = new RegExp(`/zoom/zoom${replaced}`);

/**
 * Whose a program of Linux is, by its path or its bare name: `zoom`; `likely`, where only its folder is called like it;
 * `other`, for there are a game, a magnifier and a text adventure of that name.
 */
export const ownerOfLinuxProgram = (path: string): 'zoom' | 'likely' | 'other' =>
  ownLinuxPath.test(path) ? 'zoom' : likelyLinuxPath.test(path) || path === 'zoom' ? 'likely' : 'other';
/** What the desktop or a package starts of Zoom, as systemd names it, as the source of an expression: the DEB's or RPM's entry, the Flatpak, the Snap. */
export const zoomUnit = String.raw`(?:app-(?:[\w.]{1,40}-)?(?:us\.zoom\.Zoom|[Zz]oom|zoom\\{1,2}x2dclient_zoom\\{1,2}x2dclient)(?:-\d{1,10}\.scope|@[^\s:/]{1,60}\.service)|snap\.zoom-client\.zoom-client-[\w-]{1,60}\.scope)`;
/** The domains of Zoom's web service and meetings, that for governments included, as the source of an expression. */
export const zoomDomain = String.raw`zoom(?:\.us|\.com|gov\.com)`;
/** A host in one of them, by whole labels. */
export const zoomHost = new RegExp(String.raw`(?:^|\.)${zoomDomain}$`, 'i');
/** Where Zoom's installers put the Windows client (`…\\Zoom\\bin\\`, `…\\ZoomVDI\\bin\\`), or no folder at all. */
const ownFolder = String.raw`(?:^|\\Zoom\w{0,20}\\bin(?:_\d+)?\\(?:[^\\]{1,60}\\)?)`;
const windowsNames = '(?:zoom|zoomwebviewhost|zwebview2agent)';
/** Parts of the Windows client that reach no network: they share the screen, and host what others draw. */
const windowsParts = '(?:cpthost|aomhost(?:64)?)';
/** The Windows client's program, by its name or its path. Other makers' programs are called `zoom.exe` as well. */
export const zoomProgram = new RegExp(String.raw`${ownFolder}${windowsNames}\.exe$`, 'i');
/** The same, and the parts that reach no network. */
export const zoomProgramOrPart = new RegExp(String.raw`${ownFolder}(?:${windowsNames}|${windowsParts})\.exe$`, 'i');
/** Any program or library in the folder of the Windows client. */
export const zoomInstalledFile = /\\Zoom\w{0,20}\\bin(?:_\d+)?\\(?:[^\\]{1,60}\\){0,2}[^\\]{1,80}\.(?:exe|dll)$/i;
/** An installer of Zoom's by the end of its path. */
export const zoomInstallerFile =
  /(?:^|[\\/])(?:Zoom(?:Installer|_cm_|(?:Workplace|Meetings?|Rooms|VDI|Outlook|Media)(?:Installer|Setup)?)[\w.() -]{0,80}\.(?:exe|msi)|Zoom\.msi)$/i;
/**
 * A whole text, unless it tells a full path to a `Zoom.exe` that is not where Zoom's installers put it
 * (`…\\Zoom\\bin\\Zoom.exe`): other makers' programs have that name as well.
 */
export const ownInstallation =
  /^(?![\s\S]*[A-Z]:\\{1,2}(?![^\n<>"]{0,200}\\Zoom\\{1,2}bin(?:_\d+)?\\)[^\n<>"]{0,200}\\Zoom\.exe)/i;
/** The same where Windows may leave the ending out: the process that an event of Schannel names. */
export const zoomProcess = new RegExp(String.raw`${ownFolder}${windowsNames}(?:\.exe)?$`, 'i');
/** Bundle identifier of the macOS client, as privacy records name it. */
export const zoomBundle = 'us.zoom.xos';
/** What the identifiers of the client and of all its parts begin with. */
export const ofZoom = 'us.zoom.';
/** The identifiers of the client and of its parts that open devices or the screen, as the source of an expression; its updater opens none. */
export const zoomBundles = String.raw`us\.zoom\.(?:xos|CptHost|caphost|aomhost|airhost)(?![\w.-])`;
/** One of them. */
export const isZoomBundle = new RegExp(`^${zoomBundles}$`);
/** The programs of the macOS client that reach the network, by the name of their process. */
export const zoomMacProcess =
  /^(?:zoom\.us|ZoomWebviewHost|zWebview2Agent|ZoomHybridConf|ZoomPhone|caphost|aomhost|airhost|CptHost)$/;
/** Confinement profiles of the packaged Linux client. */
export const zoomProfile = /^(?:snap\.zoom-client\.|us\.zoom\.Zoom|\/opt\/zoom\/)/;
/** A product of Zoom's by its name in Windows Installer, as the source of an expression. `ZOOM` is a maker of audio gear. */
export const zoomProduct = String.raw`Zoom(?= ?(?:$|[\n\r(.,"']|--|Workplace|Meetings?|Rooms?|Outlook|Plug-?in|Client|VDI|Phone|for |\d+\.\d+\.\d[\d.]* *(?:$|[\n\r(,"'])))`;
/** A package of Zoom's by its file name, as the source of an expression. */
export const zoomPackage = String.raw`Zoom(?:(?:Installer|Rooms|Outlook|Workplace|Meetings?|Lync|VDI|Media|[\d._-])[\w.-]{0,60})?\.msi\b`;
