/**
 * The script that starts Zoom's launcher (`/app/bin/zoom` of the Flatpak, a desktop's, an administrator's) cannot start it. What a
 * shell says behind the program's name is in the language of the system: it is not there, cannot be executed, or is of another
 * kind of processor. Sources: bash's and dash's error messages, bubblewrap's.
 */
import { zoomKernelName } from '../zoom-identity.ts';

const program = String.raw`/(?:[^\s:]{1,100}/)?zoom/${zoomKernelName}`;

/** `/app/bin/zoom: line 2: /app/extra/zoom/ZoomLauncher: No such file or directory`, as the source of an expression. */
export const scriptFails = String.raw`(?:/(?:app|usr|snap|home|opt)/[^\s:]{0,80}|(?:ba|da|z|k)?sh|zoom(?:-us|-client)?): (?:[^\n:：]{1,16}[:：][ \u00a0]?)(?:exec: )?${program}[ \u00a0]?[:：] ?(?!error while loading|symbol lookup|relocation error|[^\n]{0,120}version .)\S`;
/** `bwrap: execvp zoom: No such file or directory`, as the source of an expression. */
export const sandboxFails = String.raw`bwrap: execvp (?:/app/bin/)?zoom: \S`;
