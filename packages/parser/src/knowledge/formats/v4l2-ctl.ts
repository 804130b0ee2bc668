import { defineFormat } from '../../define.ts';
import { logLine, tell, tellEmpty, wholeOutput } from '../wordings/whole-output.ts';

/** A device of `--list-devices`: its name and its bus; the nodes stand below, each behind a tab. */
const listed = /^(\S[^\n]{0,200})\(([^()\n]{1,100})\):[ \t\r]{0,4}\n((?:[ \t]{1,16}\/dev\/[^\n]{1,80}\n?){1,64})/gm;
/** A camera that is a program, by its bus or its name. */
const virtual = /loopback|vivid|akvcam|virtual|\bOBS\b|dummy video|DroidCam|Webcamoid/i;
/** What compresses, rotates or scales pictures and takes none. */
const noCamera =
  /codec|decod|encod|\bisp\b|-isp|rpivid|hevc|vim2m|mem2mem|jpeg|rotat|\brga\b|scaler|wave5|hantro|vfe_/i;
const unopened =
  /^Cannot open device \/dev\/video\d{1,3}, exiting\.|^Failed to open \/dev\/video\d{1,3}: ([^\n]{1,80})/m;
/** Of `--all`: one node, its bus and what it does. A camera's second node has metadata only. */
const bus = /^\t?[ ]{0,8}Bus info[ ]{0,10}: usb-[^\n]{1,80}/m;
const captures =
  /^\t?[ ]{0,8}Device Caps[ ]{0,10}: 0x[^\n]{1,10}\n(?:[ \t]{2,24}[^\n:]{1,60}\n){0,12}?[ \t]{2,24}Video Capture(?: Multiplanar)?[ \t\r]{0,4}$/m;

/** Newer versions print nothing where they list nothing; what goes wrong is in the file as well. */
const path = /(?:^|[\\/])v4l2[-_]devices\.txt$/i;

export default defineFormat({
  id: 'v4l2-ctl',
  title: 'v4l2-ctl: cameras of Linux',
  framing: wholeOutput,
  os: 'linux',
  names: ['*v4l2*'],
  recognise: {
    unless: logLine,
    path,
    starts:
      /^\S[^\n]{0,200}\([^()\n]{1,100}\):[ \t\r]{0,4}\n[ \t]{1,16}\/dev\/(?:video|media)\d|^Cannot open device \/dev\/video\d{1,3}, exiting\.|^Failed to open \/dev\/video\d{1,3}: |^Driver Info(?: \([^)\n]{1,40}\))?:[ \t\r]{0,4}\n[ \t]{1,16}Driver name/m,
  },
  derives: ['cameras', 'why'],
  /**
   * `cameras`: how many can be plugged in; absent where other devices are listed that may be cameras. `why` there are none: virtual
   * (only programs), unopened (no device, or none that the user may open), denied (the user may not open it).
   */
  derive: (entry, carry) =>
    tellEmpty(entry, carry, path, { cameras: 0, why: 'unopened' }) ??
    tell(entry, (text) => {
      const devices = [...text.matchAll(listed)].filter(({ 3: nodes }) => nodes!.includes('/dev/video'));
      const isVirtual = ({ 1: name, 2: on }: RegExpExecArray): boolean => virtual.test(`${name} ${on}`);
      const real = devices.filter((one) => one[2]!.startsWith('usb-') && !isVirtual(one));
      const others = devices.filter(
        (one) => !one[2]!.startsWith('usb-') && !isVirtual(one) && !noCamera.test(`${one[1]} ${one[2]}`),
      );
      const node = captures.test(text) ? bus.exec(text) : null;
      const shut = unopened.exec(text);
      const programs = devices.filter(isVirtual);
      if (node || real.length > 0) return [['cameras', node ? 1 : real.length, node ?? firstLine(real[0]!)]];
      if (others.length > 0) return [];
      if (programs.length > 0)
        return [
          ['cameras', 0, firstLine(programs[0]!)],
          ['why', 'virtual', firstLine(programs[0]!)],
        ];
      return [
        ['cameras', shut && !/denied/i.test(shut[1] ?? '') ? 0 : null, shut],
        ['why', shut && (/denied/i.test(shut[1] ?? '') ? 'denied' : 'unopened'), shut],
      ];
    }),
  samples: [
    {
      text: 'OBS Virtual Camera (platform:v4l2loopback-000):\n\t/dev/video9\n\nExample Desk Cam: Example Desk (usb-0000:00:14.0-2):\n\t/dev/video0\n\t/dev/video1\n\t/dev/media0\n',
      entry: { fields: { cameras: 1 } },
    },
    {
      text: 'Dummy video device (0x0000) (platform:v4l2loopback-000):\n\t/dev/video0\n\n',
      entry: { fields: { cameras: 0, why: 'virtual' } },
    },
    { text: 'Cannot open device /dev/video0, exiting.\n', entry: { fields: { cameras: 0, why: 'unopened' } } },
    { text: '/srv/case/v4l2-devices.txt', entry: { message: 'v4l2-devices.txt', fields: { cameras: 0 } } },
    { text: 'Failed to open /dev/video0: Permission denied\n', entry: { fields: { why: 'denied' } } },
    {
      text: 'Driver Info:\n\tDriver name      : uvcvideo\n\tCard type        : Example Desk Cam\n\tBus info         : usb-0000:00:14.0-2\n\tDriver version   : 6.8.12\n\tCapabilities     : 0x84a00001\n\t\tVideo Capture\n\t\tMetadata Capture\n\t\tStreaming\n\tDevice Caps      : 0x04200001\n\t\tVideo Capture\n\t\tStreaming\nPriority: 2\n',
      entry: { fields: { cameras: 1 } },
    },
  ],
});

function firstLine(match: RegExpExecArray): { index: number; 0: string } {
  return { index: match.index, 0: match[0].split('\n')[0]! };
}
