/** What a device of Windows is to Zoom, as the lists of devices tell it: by class, name and where it hangs. */

export type CaptureKind = 'camera' | 'microphone' | 'audio';

/** A camera that is a program, and the one of Windows Hello, which Zoom does not use. */
const noCamera = /virtual|\bOBS\b|ManyCam|XSplit|Snap Camera|DroidCam|\bIR\b|infrared|infrarot|Windows Hello/i;
/** The sound of a display, and what records the machine's own output. */
const noMicrophone = /HDMI|DisplayPort|Display Audio|NVIDIA High|AMD High|Stereo ?mix|VB-Audio|CABLE|virtual/i;

/** Setup classes by number: their names are translated in some lists. */
const classes: Readonly<Record<string, string>> = {
  'ca3e7ab9-b4c3-4ae6-8251-579ef933890f': 'Camera',
  '6bdd1fc6-810f-11d0-bec7-08002be2092f': 'Image',
  '4d36e96c-e325-11ce-bfc1-08002be10318': 'Media',
  'c166523c-fe0c-4a94-a586-f1a80cfbbf3e': 'AudioEndpoint',
};

export const className = (guid: string): string | null =>
  classes[guid.replace(/[{}]/g, '').trim().toLowerCase()] ?? null;

interface Described {
  readonly kind: string;
  readonly name: string;
  readonly instance: string;
}

/** Null for what Zoom does not use. */
export function captureKind({ kind, name, instance }: Described): CaptureKind | null {
  // Where no class is shown, the name has to tell.
  if (/^(?:Camera|Image|)$/i.test(kind)) {
    const isCamera = /^Camera$/i.test(kind) || /cam(?:era)?(?![a-z])|kamera/i.test(name);
    return isCamera && !noCamera.test(name) && !/^(?:ROOT|SWD)\\/i.test(instance) ? 'camera' : null;
  }
  if (noMicrophone.test(name)) return null;
  // An endpoint that records has this number in its name.
  if (/^AudioEndpoint$/i.test(kind))
    return /\{0\.0\.1\./.test(instance) || /mi[ck]r|マイク|麦克风|麥克風|마이크/i.test(name) ? 'microphone' : null;
  return /^Media$/i.test(kind) && /^(?:USB|HDAUDIO|INTELAUDIO|BTHENUM)\\/i.test(instance) ? 'audio' : null;
}
