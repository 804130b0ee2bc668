/** What identifies Zoom in evidence that other programs write. Sources: Zoom's network requirements, Apple and Windows package data. */

/**
 * True when a file is Zoom's by its own name or by the folder in which Zoom keeps its logs. A folder that somebody named
 * after a Zoom ticket says nothing of what lies in it; neither do names of other makers (ZoomText, ZoomFX, ZoomIt).
 */
export const isZoomFile = (path: string): boolean =>
  /(?:^|[\\/])[^\\/]*zoom(?!text|fx|it\b)[^\\/]*$/i.test(path) ||
  /[\\/](?:\.zoom|Zoom|zoom\.us)[\\/](?:logs|data|crashlog)?[^\\/]*$/.test(path);
/** Hosts of Zoom's web service and meetings. */
export const zoomHost = /(?:^|\.)zoom\.(?:us|com)$/i;
/** The Windows client's program, at the end of a path. */
export const zoomProgram = /(?:^|\\)(?:zoom|zoomwebviewhost|zwebview2agent)\.exe$/i;
/** The same where Windows may leave the ending out: the process that an event of Schannel names. */
export const zoomProcess = /^(?:.*\\)?(?:zoom|zoomwebviewhost|zwebview2agent)(?:\.exe)?$/i;
/** Bundle identifier of the macOS client, as privacy records name it. */
export const zoomBundle = 'us.zoom.xos';
/** Confinement profiles of the packaged Linux client. */
export const zoomProfile = /^(?:snap\.zoom-client\.|us\.zoom\.Zoom|\/opt\/zoom\/)/;
/** A product of Zoom's by its name in Windows Installer, as the source of an expression. `ZOOM` is a maker of audio gear. */
export const zoomProduct = String.raw`Zoom(?= ?(?:$|[\n\r(.,"']|--|Workplace|Meetings?|Rooms?|Outlook|Plug-?in|Client|VDI|Phone|for |\d))`;
/** A package of Zoom's by its file name, as the source of an expression. */
export const zoomPackage = String.raw`Zoom(?:(?:Installer|Rooms|Outlook|Workplace|Meetings?|Lync|VDI|Media|[\d._-])[\w.-]{0,60})?\.msi\b`;
