import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { inJournals } from '../../wordings/linux-samples.ts';

/** EBUSY in the languages of a desktop's services. */
const busy =
  'Device or resource busy|Das Gerät oder die Ressource ist belegt|Périphérique ou ressource occupé|Dispositivo o recurso ocupado|Dispositivo o risorsa occupata|Dispositivo ou recurso (?:está )?ocupado|Urządzenie lub zasoby zajęte|Устройство или ресурс занято|设备或资源忙|デバイスもしくはリソースがビジー状態です';
const tried = "spa.v4l2: '/dev/video0' VIDIOC_S_FMT: Device or resource busy";
const link = (program: string): string =>
  `s-link: link failed: v4l2_input.pci-0000_00_14.0-usb-0_4_1.0 -> ${program} (pid 4021)`;

export default defineFailure({
  id: 'camera-busy',
  class: 'device-usb',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'A camera was busy',
  cause: 'PipeWire could not start the camera because another program had it open; that program may be Zoom itself.',
  remedy: 'Quit the other program that uses the camera, or select another camera in Zoom.',
  by: ['pipewire', 'wireplumber'],
  subject: { kind: 'device', text: /'(\/dev\/video\d{1,3})'|(v4l2_input\.[\w.:-]{1,120})/ },
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'v4l2_input',
      // Zoom is at the other end of the link: it did not get the camera.
      text: /(?:fail|error).{0,120}v4l2_input\.[\w.:-]{1,120} -> ["'\\]{0,2}(?:us\.zoom\.Zoom|[Zz]oom|ZOOM)(?![\w.-])|v4l2_input\.[\w.:-]{1,120} -> ["'\\]{0,2}(?:us\.zoom\.Zoom|[Zz]oom|ZOOM)(?![\w.-]).{0,120}(?:fail|error)/,
      layout: 'constructed',
      strength: 'strong',
      hits: inJournals('wireplumber', link('zoom')),
    },
    {
      formats: ['syslog', 'journal-json'],
      has: 'VIDIOC_',
      text: new RegExp(String.raw`v4l2: '/dev/video\d{1,3}' VIDIOC_\w{1,20}: (?:${busy})`),
      layout: 'documented',
      see: [references.pipewireCamera],
      hits: inJournals('pipewire', tried),
    },
  ],
  fixes: ['device-holder-linux', 'device-close-other-apps', 'device-select-in-zoom'],
  misses: [
    { text: inJournals('wireplumber', link('zoom-player'))[0], why: 'another program at the other end of the link' },
    { text: inJournals('chat', tried)[0], why: 'a program quotes the line' },
    {
      text: inJournals('pipewire', "spa.alsa: 'front:1': playback open failed: Device or resource busy")[0],
      why: 'a speaker',
    },
  ],
});
