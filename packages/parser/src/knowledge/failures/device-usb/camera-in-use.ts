import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { inJournals } from '../../wordings/linux-samples.ts';

/** EBUSY in the languages of a desktop's services. */
const busy =
  'Device or resource busy|Das Gerät oder die Ressource ist belegt|Périphérique ou ressource occupé|Dispositivo o recurso ocupado|Dispositivo o risorsa occupata|Dispositivo ou recurso (?:está )?ocupado|Urządzenie lub zasoby zajęte|Устройство или ресурс занято|设备或资源忙|デバイスもしくはリソースがビジー状態です';
const tried = "spa.v4l2: '/dev/video0' VIDIOC_S_FMT: Device or resource busy";

export default defineFailure({
  id: 'camera-in-use',
  class: 'device-usb',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'A camera was in use',
  cause:
    'PipeWire could not start the camera because a program had it open. The message names no program: Zoom may be the one that asked, the one that had it, or neither.',
  remedy: 'If Zoom shows no video, quit the other programs that use the camera.',
  by: ['pipewire', 'wireplumber'],
  subject: { kind: 'device', text: /'(\/dev\/video\d{1,3})'/ },
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'VIDIOC_',
      text: new RegExp(String.raw`v4l2: '/dev/video\d{1,3}' VIDIOC_\w{1,20}: (?:${busy})`),
      layout: 'documented',
      see: [references.pipewireCamera],
      hits: inJournals('pipewire', tried),
    },
  ],
  fixes: ['device-holder-linux', 'device-close-other-apps'],
  misses: [
    { text: inJournals('chat', tried)[0], why: 'a program quotes the line' },
    {
      text: inJournals('pipewire', "spa.alsa: 'front:1': playback open failed: Device or resource busy")[0],
      why: 'a speaker',
    },
  ],
});
