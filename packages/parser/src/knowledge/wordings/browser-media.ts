/** Cameras and microphones that a page in a browser did not get, by the errors of getUserMedia and of Zoom's SDK for the web. */

export type MediaError = 'denied' | 'missing' | 'busy' | 'unsuitable';
export type MediaDevice = 'camera' | 'microphone' | 'device';

/** Each as the specification, Chromium, Firefox and old browsers name it, and as Zoom's SDK does. */
const errors: readonly (readonly [error: MediaError, name: RegExp])[] = [
  ['denied', /\b(?:NotAllowedError|PermissionDeniedError|VIDEO_USER_FORBIDDEN_CAPTURE|USER_FORBIDDEN_MICROPHONE)\b|\bDOMException: (?:Permission (?:denied|dismissed)|The request is not allowed by the user agent)/],
  ['missing', /\b(?:NotFoundError|DevicesNotFoundError|CAN_NOT_(?:DETECT|FIND)_CAMERA)\b|\bDOMException: Requested device not found/],
  ['busy', /\b(?:NotReadableError|TrackStartError|VIDEO_CAMERA_IS_TAKEN)\b|\bAbortError(?=[^\n]{0,60}(?:videoinput|audioinput|(?:video|audio) source))|\bDOMException: (?:Could not start (?:video|audio) source|Failed to allocate (?:video|audio)source|Device in use)/],
  ['unsuitable', /\b(?:OverconstrainedError|ConstraintNotSatisfiedError)\b/],
]; // biome-ignore format: a table

/** The errors have these names in other matters as well: it must be about a device. */
const aboutDevice =
  /getUserMedia|\b(?:video|audio|camera|microphone|mic|webcam|media ?devices?|capture)\b|js_media|Requested device not found|\bPermission (?:denied|dismissed)\b|The request is not allowed by the user agent or the platform in the current context|videosource|audiosource|videoinput|audioinput|Device in use|_CAMERA\b|_CAPTURE\b|_MICROPHONE\b/i;
/** Playing, sharing the screen, full screen, the clipboard and the like are refused in the same words. */
const aboutElse =
  /\bplay\(\)|play method|autoplay|getDisplayMedia|\bscreen\b|shar(?:e|ing)\b|full ?screen|clipboard|wake ?lock|notification|removeChild|requested file|insertBefore|IndexedDB|requestMIDI|user gesture|didn't interact/i;
const ofCamera = /\bvideo\b|video(?:source|input)|camera|webcam|VIDEO_/i;
const ofMicrophone = /\baudio\b|audio(?:source|input)|microphone|\bmic\b/i;

export interface MediaRefusal {
  readonly error: MediaError;
  readonly device: MediaDevice;
  readonly match: RegExpExecArray;
}

export function mediaErrorOf(text: string): MediaRefusal | null {
  if (!aboutDevice.test(text) || aboutElse.test(text)) return null;
  for (const [error, name] of errors) {
    const match = name.exec(text);
    if (match) return { error, device: deviceOf(text), match };
  }
  return null;
}

/** Which kind of device a text is about, where it names one alone. */
function deviceOf(text: string): MediaDevice {
  const isCamera = ofCamera.test(text);
  if (isCamera === ofMicrophone.test(text)) return 'device';
  return isCamera ? 'camera' : 'microphone';
}
