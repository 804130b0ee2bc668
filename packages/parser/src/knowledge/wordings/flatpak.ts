/**
 * Flatpak downloads Zoom's own package (`extra data`) and unpacks it on the user's machine. Its sentences are translated; the names
 * and addresses in them are not. Each as the source of an expression for whole lines (flag m).
 */
const lead = String.raw`^(?!Info)[^\s:]{2,20}:[ \u00a0]`;

/** `error: Failed to install us.zoom.Zoom: …` */
export const installFails = String.raw`${lead}Failed to (?:install|update) (?:app/)?us\.zoom\.Zoom(?:/[\w./-]{1,40})?: \S`;
/** `Error: Wrong size for extra data https://cdn.zoom.us/prod/…/zoom_x86_64.tar.xz` */
export const extraUnfetched = String.raw`${lead}[^\n]{4,120} https://(?:[\w-]{1,40}\.)?zoom\.us/[^\s:]{1,120}zoom_x86_64(?:\.pkg)?\.tar\.xz(?::|\s{0,8}$)`;
/** `sed: can't read /app/extra/zoom/zoom: No such file or directory`, by the script that unpacks it. */
export const unpackFails = String.raw`^(?:sed|mv|cp|chmod|install|tar|rm): [^\n]{0,80}/app/extra/zoom/`;
