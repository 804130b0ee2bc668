import { defineFormat } from '../../define.ts';
import { logLine, tell, wholeOutput } from '../wordings/whole-output.ts';

/** A row of the short list: number, name, module, sample format, state. */
const row =
  /^\d{1,10}[\t ]{1,8}(\S{1,200})[\t ]{1,8}\S{1,80}[\t ]{1,8}(?:s16|s24|s32|float32|u8|alaw|ulaw|n\/a)[^\n]{0,80}$/gm;
/** Of the long list, whose labels are translated, the line with the name that the sound server gave. */
const named = /^\t[^\s:：][^\n:：]{0,30}[:：] ?((?:alsa|bluez)_[\w.:-]{1,200})[ \t\r]{0,4}$/gm;
/** Sources of a device; what plays back what the machine plays (a monitor) is none, and programs name theirs otherwise. */
const ofDevice = /^(?:alsa_input|bluez_(?:input|source))\./;
const monitor = /\.monitor$/;
/** Plugged in or built in; the jack of a sound card is listed with nothing in it. */
const certain = /^(?:alsa_input\.usb-|bluez_|alsa_input\..*(?:HiFi|[_.-](?:d?mic|sofhda))\w{0,40})/i;
const refused =
  /^(?:Connection failure|pa_context_connect\(\) failed|[^\n]{1,60}: pa_context_connect\(\) failed): [^\n]{1,80}/m;

export default defineFormat({
  id: 'pactl-sources',
  title: 'pactl list (short) sources: where sound can be recorded on Linux',
  framing: wholeOutput,
  os: 'linux',
  names: ['*pactl*'],
  recognise: {
    unless: logLine,
    starts:
      /^\d{1,10}\t\S{1,200}\t\S{1,80}\t(?:s16|s24|s32|float32|u8|alaw|ulaw)\S{2,5} \d{1,2}ch \d{3,6}Hz\t[A-Z]{4,10}\r?$|^\t[^\s:：][^\n:：]{0,30}[:：] ?(?:alsa_(?:input|output)|bluez_\w{1,10})\.[\w.:-]{1,200}\r?$|^(?:Connection failure: [^\n]{1,80}\n)?pa_context_connect\(\) failed: /m,
  },
  derives: ['microphones', 'listed', 'server'],
  /**
   * `microphones`: how many that are surely there; 0 where only monitors are listed; absent where it may be either. `listed`: the
   * first of them. `server`: down where nothing answered.
   */
  derive: (entry) =>
    tell(entry, (text) => {
      const rows = [...text.matchAll(row), ...text.matchAll(named)];
      // A long list of outputs names their monitors as well.
      const sources = rows.filter(
        ({ 1: name }) => !/^(?:alsa_output|bluez_(?:output|sink))\.(?!.*\.monitor$)|^alsa_card\./.test(name!),
      );
      const sure = sources.filter(({ 1: name }) => ofDevice.test(name!) && !monitor.test(name!) && certain.test(name!));
      const isNone = sources.length > 0 && sources.every(({ 1: name }) => monitor.test(name!));
      const down = refused.exec(text);
      return [
        ['microphones', sure.length > 0 ? sure.length : isNone ? 0 : null, sure[0] ?? sources[0]],
        ['listed', sure[0]?.[1], sure[0]],
        ['server', down && rows.length === 0 ? 'down' : null, down],
      ];
    }),
  samples: [
    {
      text: '1\talsa_output.pci-0000_00_1b.0.analog-stereo.monitor\tPipeWire\ts32le 2ch 48000Hz\tSUSPENDED\n2\talsa_input.usb-Example_Desk_Cam-02.analog-stereo\tPipeWire\ts16le 2ch 48000Hz\tRUNNING\n',
      entry: { fields: { microphones: 1, listed: 'alsa_input.usb-Example_Desk_Cam-02.analog-stereo' } },
    },
    {
      text: '0\talsa_output.pci-0000_00_1b.0.analog-stereo.monitor\tmodule-alsa-card.c\ts16le 2ch 44100Hz\tIDLE\n',
      entry: { fields: { microphones: 0 } },
    },
    {
      text: 'Quelle #3\n\tStatus: SUSPENDED\n\tName: alsa_output.pci-0000_00_1b.0.analog-stereo.monitor\n\tBeschreibung: Monitor of Example Audio\n\tTreiber: PipeWire\n\tStumm: nein\n\nQuelle #4\n\tStatus: SUSPENDED\n\tName: bluez_input.00_00_5E_00_53_01.0\n',
      entry: { fields: { microphones: 1 } },
    },
    {
      text: 'Connection failure: Connection refused\npa_context_connect() failed: Connection refused\n',
      entry: { fields: { server: 'down' } },
    },
  ],
});
