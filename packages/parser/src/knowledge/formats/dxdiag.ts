import { defineFormat } from '../../define.ts';
import { addField, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { isDisabled } from '../wordings/disabled-device.ts';
import { remoteDevice } from '../wordings/remote-session.ts';

interface Section {
  readonly title: string;
  /** The line below the title that counts the devices, where there is one. */
  readonly counted: boolean;
  readonly body: string;
  /** Where title and body begin in the report. */
  readonly start: number;
  readonly from: number;
}

/** A title between two lines of dashes; the cameras' has a second line, which counts them. */
const heading = /^-{5,}\n([^\n-][^\n]{0,80})\n(?:([^\n-][^\n]{0,80})\n)?-{5,}$/gm;

function sectionsOf(text: string): Section[] {
  const found = [...text.matchAll(heading)];
  return found.map((match, i) => {
    const from = match.index + match[0].length;
    return {
      title: match[1]!.trim(),
      counted: match[2] !== undefined && /\d\s*$/.test(match[2]),
      body: text.slice(from, found[i + 1]?.index ?? text.length),
      start: match.index + match[0].indexOf(match[1]!),
      from,
    };
  });
}

/** Devices of a section: blocks between blank lines. */
const blocksOf = (body: string): string[] => body.split(/\n\s*\n/).filter((block) => block.trim() !== '');

/** A camera that is a program: by its name, or because nothing is plugged in behind it. */
const virtual = /virtual|\bOBS\b|ManyCam|XSplit|Snap Camera|DroidCam|\\VCAMERA\b|vcamdevapi|Parent: HTREE\\ROOT/i;
/** What records sound and is no microphone: the machine's own output, a line, a program. */
const noMicrophone =
  /: (?:Stereo ?Mix|Mixage st|Mezcla est|Missaggio st|What U Hear|Line[ -]?In|Leitung|Entrée ligne|CABLE Output)|VB-Audio|virtual/i;
export default defineFormat({
  id: 'dxdiag',
  title: 'dxdiag /t: displays, sound devices and cameras of Windows',
  framing: sections({ begins: () => false }),
  os: 'windows',
  names: ['*dxdiag*.txt'],
  recognise: {
    starts:
      /^[ \t]*(?:DxDiag[ -]Version|DevNodeStatus|Sensaura\(tm\) ZoomFX\(tm\)|DMFTVersionInfo|BusReportedDeviceDesc) ?: /m,
  },
  carries: [
    {
      has: ':',
      read: (entry, carry) => {
        // The machine's name follows the time of the report, in every language.
        const named = /\d{1,2}:\d\d:\d\d[^\n]{0,10}\n[ \t]{0,40}[^\n:：]{1,40}[:：] ?([\w-]{1,63})\n/.exec(
          entry.pieces[0]!.text.slice(0, 1000),
        );
        if (named) carry.computer ??= named[1]!;
      },
    },
  ],
  derives: ['microphones', 'cameras', 'session', 'problem', 'disabled_camera'],
  /**
   * `microphones`, `cameras` (real ones): how many; absent where the report has no such section.
   * `session` (local, remote); `problem`: a camera's problem code; `disabled_camera`: the name of one that is switched off.
   */
  derive: (entry) => {
    const { text } = entry.pieces[0]!;
    const sections = sectionsOf(text);
    const isOfCameras = ({ title, counted, body }: Section): boolean =>
      counted || /^Video Capture/i.test(title) || /^[ \t]*FriendlyName: /m.test(body);
    const video = sections.findIndex(isOfCameras);
    const named = sections.find(({ title }) => /^Sound Capture/i.test(title));
    // Titles are translated, their order is not.
    const sound = named ?? sections[video - 1];
    return withFields(entry, (fields) => {
      const add = (key: string, value: string | number, start: number, length: number): void =>
        addField(fields, key, { value, piece: 0, start, end: start + length });
      if (sound) {
        const recorders = blocksOf(sound.body);
        const microphones = recorders.filter((block) => !noMicrophone.test(block));
        // A mixer alone shows neither that there is a microphone nor that there is none.
        if (recorders.length === 0 || microphones.length > 0)
          add('microphones', microphones.length, sound.start, sound.title.length);
      }
      const cameras = sections[video];
      if (cameras) {
        const all = blocksOf(cameras.body).filter((block) => /FriendlyName: /.test(block));
        const real = all.filter((block) => !virtual.test(block));
        add('cameras', real.length, cameras.start, cameras.title.length);
        for (const block of real) {
          const problem = /^[ \t]*ProblemCode: ((?!No Problem|n\/a|0\b)[^\n]{1,80})$/im.exec(block);
          if (!problem) continue;
          const place = [text.indexOf(block, cameras.from) + problem.index, problem[0].length] as const;
          if (isDisabled(problem[1]!.trim()))
            add('disabled_camera', /FriendlyName: ([^\n]{1,120})/.exec(block)?.[1]?.trim() ?? 'camera', ...place);
          else add('problem', problem[1]!.trim(), ...place);
        }
      }
      const far = remoteDevice.exec(text);
      add('session', far ? 'remote' : 'local', far?.index ?? 0, far?.[0].length ?? 0);
    });
  },
  samples: [
    {
      text: [
        '------------------',
        'System Information',
        '------------------',
        '      Time of this report: 5/14/2025, 07:08:09',
        '             Machine name: DESK-7',
        '           DxDiag Version: 10.00.22621.0001 64bit Unicode',
        '',
        '-------------',
        'Sound Devices',
        '-------------',
        '            Description: Speakers (Example Audio)',
        '',
        '---------------------',
        'Sound Capture Devices',
        '---------------------',
        '            Description: Microphone (Example Headset)',
        '',
        '            Description: Line In (Example Audio)',
        '',
        '---------------------',
        'Video Capture Devices',
        'Number of Devices: 2',
        '---------------------',
        '           FriendlyName: Example Desk Cam',
        '                 Parent: USB\\VID_1234&PID_ABCD\\0001',
        '            ProblemCode: No Problem',
        '',
        '           FriendlyName: OBS Virtual Camera',
        '                 Parent: HTREE\\ROOT\\0',
        '            ProblemCode: No Problem',
      ].join('\n'),
      entry: { fields: { microphones: 1, cameras: 1, session: 'local' } },
    },
    {
      text: [
        '     DxDiag-Version: 10.00.19041.0928 64bit Unicode',
        '------------------------------',
        'Geräte für die Audioaufnahme',
        '------------------------------',
        '----------------------',
        'Videoaufnahmegeräte',
        'Anzahl der Geräte: 0',
        '----------------------',
      ].join('\n'),
      entry: { fields: { microphones: 0, cameras: 0 } },
    },
  ],
});
