import { defineFormat } from '../../define.ts';
import { logLine, tell, wholeOutput } from '../wordings/whole-output.ts';

const context = /^\[Context\][ \t\r]{0,4}$/m;
const list = (key: string): RegExp => new RegExp(`^${key}=([^\\n]{0,2000})$`, 'm');
const [devices, sockets, shared] = [list('devices'), list('sockets'), list('shared')];
const application = /^\[Application\][ \t\r]{0,4}\n(?:[^[\n][^\n]{0,400}\n){0,40}?name=([\w.-]{1,200})/m;
/** Of the table of portals: what the user answered. */
const answered = /^devices[ \t]{1,16}(camera|microphone)[ \t]{1,16}us\.zoom\.Zoom[ \t]{1,16}(yes|no|ask)\b/m;

const items = (text: string): readonly string[] => text.split(';').map((item) => item.trim());

export default defineFormat({
  id: 'flatpak-permissions',
  title: 'flatpak info --show-permissions: what a Flatpak may use',
  framing: wholeOutput,
  os: 'linux',
  names: ['*flatpak*'],
  recognise: {
    unless: logLine,
    starts:
      /^\[Context\][ \t\r]{0,4}\n(?:[a-z][a-z-]{1,30}=[^\n]{0,2000}\n){0,12}?(?:shared|sockets|devices|features|filesystems)=|^Table[ \t]{1,24}Object[ \t]{1,24}App[ \t]{1,60}Permissions|^devices[ \t]{1,16}(?:camera|microphone|speakers)[ \t]{1,16}[\w.-]{3,100}[ \t]{1,16}(?:yes|no|ask)\b/m,
  },
  derives: ['camera', 'sound', 'network', 'portal'],
  /**
   * `camera`, `sound`, `network` (given, withheld) of the Zoom Flatpak, whose package asks for all three; `portal`: what the user
   * denied, which counts for programs that ask.
   */
  derive: (entry) =>
    tell(entry, (text) => {
      const head = context.exec(text);
      const owner = application.exec(text)?.[1];
      const portal = answered.exec(text);
      const denied: readonly (readonly [string, string | null, RegExpExecArray | null])[] = [
        ['portal', portal?.[2] === 'no' ? portal[1]! : null, portal],
      ];
      const said = [devices, sockets, shared].map((one) => one.exec(text));
      if (!head || said.every((one) => one === null) || (owner !== undefined && owner !== 'us.zoom.Zoom'))
        return denied;
      const given = (at: number, item: string): readonly [string, RegExpExecArray] => {
        const line = said[at];
        return [line && items(line[1]!).includes(item) ? 'given' : 'withheld', line ?? head];
      };
      return [
        ['camera', ...given(0, 'all')],
        ['sound', ...given(1, 'pulseaudio')],
        ['network', ...given(2, 'network')],
        ...denied,
      ];
    }),
  samples: [
    {
      text: '[Context]\nshared=network;ipc;\nsockets=x11;wayland;pulseaudio;\ndevices=all;\nfilesystems=xdg-download;\n\n[Session Bus Policy]\norg.freedesktop.ScreenSaver=talk\n',
      entry: { fields: { camera: 'given', sound: 'given', network: 'given' } },
    },
    {
      text: '[Context]\nshared=network;ipc;\nsockets=x11;wayland;\ndevices=dri;\n',
      entry: { fields: { camera: 'withheld', sound: 'withheld', network: 'given' } },
    },
    {
      text: '[Application]\nname=org.example.Viewer\nruntime=org.freedesktop.Platform/x86_64/24.08\n\n[Context]\nshared=network;\ndevices=dri;\n',
      entry: { fields: {} },
    },
    {
      text: 'Table    Object  App           Permissions  Data\ndevices  camera  us.zoom.Zoom  no           0x00\n',
      entry: { fields: { portal: 'camera' } },
    },
  ],
});
