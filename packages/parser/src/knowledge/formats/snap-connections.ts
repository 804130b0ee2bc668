import { defineFormat } from '../../define.ts';
import { logLine, tell, wholeOutput } from '../wordings/whole-output.ts';

/** Interface, plug, slot (`-`: not connected), notes; only the heading is translated. */
const row =
  /^([\w[\]-]{1,60}) {1,40}zoom-client:([\w-]{1,60}) {1,60}(-|[\w-]{0,60}:[\w-]{1,60})(?: {1,60}|[ \r]{0,4}$)/gm;

export default defineFormat({
  id: 'snap-connections',
  title: 'snap connections: which interfaces of a snap are connected',
  framing: wholeOutput,
  os: 'linux',
  names: ['*snap-connections*', '*snap_connections*'],
  recognise: {
    unless: logLine,
    starts:
      /^[\w[\]-]{1,60} {1,40}[\w-]{1,60}:[\w-]{1,60} {1,60}(?:- {1,60}|[\w-]{0,60}:[\w-]{1,60} {1,60})(?:-|manual|gadget|[\w,-]{1,60})[ \r]{0,4}$|^Interface {2,60}Plug {2,60}Slot {2,60}Notes[ \r]{0,4}$/m,
  },
  derives: ['camera', 'microphone'],
  /** `camera`, `microphone` of the Zoom snap (connected, withheld); absent where its row is missing. */
  derive: (entry) =>
    tell(entry, (text) => {
      const rows = [...text.matchAll(row)];
      const find = (name: RegExp): RegExpExecArray[] => rows.filter(({ 1: one }) => name.test(one!));
      const isConnected = ({ 3: slot }: RegExpExecArray): boolean => slot !== '-';
      // `pulseaudio` gives what `audio-record` does, and is older; `alsa` goes past both.
      const sound = find(/^(?:audio-record|pulseaudio|alsa)$/);
      const recording = sound.find(isConnected) ?? find(/^audio-record$/)[0];
      return [
        ...find(/^camera$/)
          .slice(0, 1)
          .map((one) => ['camera', isConnected(one) ? 'connected' : 'withheld', one] as const),
        ['microphone', recording && (isConnected(recording) ? 'connected' : 'withheld'), recording],
      ];
    }),
  samples: [
    {
      text: 'Interface       Plug                        Slot           Notes\naudio-record    zoom-client:audio-record    :audio-record  -\ncamera          zoom-client:camera          -              -\npulseaudio      zoom-client:pulseaudio      -              -\n',
      entry: { fields: { camera: 'withheld', microphone: 'connected' } },
    },
    {
      text: 'Schnittstelle   Stecker                     Slot        Hinweise\naudio-record    zoom-client:audio-record    -           -\ncamera          zoom-client:camera          :camera     manual\n',
      entry: { fields: { camera: 'connected', microphone: 'withheld' } },
    },
    {
      text: 'Interface   Plug           Slot       Notes\ncamera      cheese:camera  -          -\n',
      entry: { fields: {} },
    },
  ],
});
