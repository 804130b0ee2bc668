import { defineFailure } from '../../../define.ts';
import { inJournals } from '../../wordings/linux-samples.ts';

const tried = "spa.v4l2: '/dev/video0' VIDIOC_S_FMT: Device or resource busy";
const link = (program: string): string =>
  `s-link: link failed: v4l2_input.pci-0000_00_14.0-usb-0_4_1.0 -> ${program} (pid 4021)`;

export default defineFailure({
  id: 'camera-busy',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'warning',
  title: 'The camera could not be given to Zoom',
  cause: 'PipeWire could not connect the camera to Zoom, most often because another program had it open.',
  remedy: 'Quit the other program that uses the camera, or select another camera in Zoom.',
  by: ['pipewire', 'wireplumber'],
  subject: { kind: 'device', text: /(v4l2_input\.[\w.:-]{1,120})/ },
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'v4l2_input',
      // Zoom is at the other end of the link: it did not get the camera.
      text: /(?:fail|error).{0,120}v4l2_input\.[\w.:-]{1,120} -> ["'\\]{0,2}(?:us\.zoom\.Zoom|[Zz]oom|ZOOM)(?![\w.-])|v4l2_input\.[\w.:-]{1,120} -> ["'\\]{0,2}(?:us\.zoom\.Zoom|[Zz]oom|ZOOM)(?![\w.-]).{0,120}(?:fail|error)/,
      layout: 'constructed',
      hits: inJournals('wireplumber', link('zoom')),
    },
  ],
  explains: ['camera-in-use'],
  fixes: ['device-holder-linux', 'device-close-other-apps', 'device-select-in-zoom'],
  misses: [
    { text: inJournals('wireplumber', link('zoom-player'))[0], why: 'another program at the other end of the link' },
    { text: inJournals('pipewire', tried)[0], why: 'no program is named' },
    { text: inJournals('chat', link('zoom'))[0], why: 'a program quotes the line' },
  ],
});
