/** Samples of what sandboxed packages may use. */

/** Rows of `snap connections zoom-client`, with the slots of camera and microphone (`-`: not connected). */
export const snapRows = (camera: string, microphone: string): string =>
  [
    'Interface       Plug                        Slot             Notes',
    `audio-playback  zoom-client:audio-playback  :audio-playback  -`,
    `audio-record    zoom-client:audio-record    ${microphone.padEnd(15)}  -`,
    `camera          zoom-client:camera          ${camera.padEnd(15)}  -`,
    `network         zoom-client:network         :network         -`,
  ].join('\n');

/** What `flatpak info --show-permissions` prints, with those sockets and devices. */
export const flatpakContext = (sockets: string, devices: string): string =>
  `[Context]\nshared=network;ipc;\nsockets=${sockets}\ndevices=${devices}\nfilesystems=xdg-download;`;
