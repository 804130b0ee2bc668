import { defineFormat } from '../../define.ts';
import { textOf } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { logLine, tell } from '../wordings/whole-output.ts';
import { isZoomFile, ownerOfLinuxProgram } from '../zoom-identity.ts';

const heading = /^(\/[^\s:]{1,300}|\.{1,2}\/[^\s:]{1,300}):[ \t\r]{0,4}$/;
const missing = /^[ \t]{0,16}([^\s/]{1,120}) => not found/;
const version =
  /^[ \t]{0,8}([^\s:]{1,300}): ([^\s:]{1,300}): version `([\w.]{1,60})' not found \(required by ([^\s)]{1,300})\)/;
/** Libraries that lie in Zoom's own folder, where its launcher lets the linker look and `ldd` does not. */
const bundled =
  /^lib(?:Qt[56]|icu|cef|ffmpeg|av(?:codec|format|util|device|filter)|sw(?:scale|resample)|fdkaac|mpg123|turbojpeg|quazip|dvf|mkldnn|clDNN|openvino|iomp5|aomagent|zm|zoom|ssb_|cml|xmpp|videoapp|annotate|rlottie|tp_)/;
/** Libraries that a system brings, whatever program asks. */
const systems =
  /^(?:lib(?:xcb|X|xkb|GL|EGL|drm|gbm|pulse|asound|glib|gobject|gio|gdk|gtk|nss|nspr|smime|dbus|fontconfig|freetype|ibus|cups|atk|atspi|pango|cairo|udev|expat|stdc\+\+|gcc_s|va|wayland)|(?:lib(?:m|dl|c|rt|pthread|uuid|z)|ld-linux[\w-]{0,20})\.so)/;

/** Where a wrapper tells the linker the paths of libraries: `ldd` finds none of them. */
const wrapped = /^[ \t]{0,16}[^\n]{0,200}\/(?:nix|gnu)\/store\//m;

export default defineFormat({
  id: 'ldd',
  title: 'ldd: the libraries of a program on Linux',
  framing: lines,
  os: 'linux',
  names: ['*ldd*', '*libraries*'],
  recognise: {
    starts:
      /^[ \t]{0,16}[^\s/]{1,120}\.so(?:\.[\d.]{1,20})? => (?:not found|\/[^\n]{1,300} \(0x[\da-f]{6,16}\))|^[ \t]{0,16}(?:linux-vdso\.so\.1|\/lib64\/ld-linux[\w.-]{1,30}) (?:=> {1,2})?\(0x[\da-f]{6,16}\)|^\/[^\s:]{1,300}: [^\s:]{1,300}: version `[\w.]{1,60}' not found \(required by /m,
    unless: logLine,
  },
  carries: [{ has: '/', read: (entry, carry) => rememberHeading(textOf(entry), carry.names) }],
  learn: (head, carry) => {
    if (wrapped.test(head)) carry.names.set('wrapped', 'yes');
  },
  derives: ['library', 'source', 'owner'],
  /**
   * `library` that was not found, or whose version is too old; `source` (system, bundled, other, wrapped: by a wrapper); `owner` of the
   * program (zoom, likely, other, unknown).
   */
  derive: (entry, carry) =>
    tell(entry, (text) => {
      const absent = missing.exec(text);
      const old = version.exec(text);
      const told = absent ?? old;
      if (!told) return [];
      const library = absent ? absent[1]! : old![2]!.split('/').at(-1)!;
      // What `ldd` was asked for begins the line; a program that cannot start begins it with its own name.
      const program = carry.names.get('program') ?? (old ? (/^\.{0,2}\//.test(old[1]!) ? old[1]! : old[4]!) : null);
      const kind = !old && bundled.test(library) ? 'bundled' : old || systems.test(library) ? 'system' : 'other';
      return [
        ['library', library, told],
        ['source', carry.names.has('wrapped') && !old ? 'wrapped' : kind, told],
        ['owner', program ? ownerOfLinuxProgram(program) : isZoomFile(carry.path) ? 'zoom' : 'unknown', told],
      ];
    }),
  samples: [
    {
      text: '/opt/zoom/zoom:\n\tlinux-vdso.so.1 (0x00007ffd11223344)\n\tlibxcb-image.so.0 => not found\n',
      entry: { fields: { library: 'libxcb-image.so.0', source: 'system', owner: 'zoom' } },
    },
    { text: '\tlibQt5Quick.so.5 => not found\n', entry: { fields: { source: 'bundled', owner: 'unknown' } } },
    {
      text: "/opt/zoom/zoom: /lib64/libc.so.6: version `GLIBC_2.99' not found (required by /opt/zoom/zoom)\n",
      entry: { fields: { library: 'libc.so.6', owner: 'zoom' } },
    },
    {
      text: "/usr/bin/viewer: /lib64/libstdc++.so.6: version `GLIBCXX_9.9' not found (required by /usr/lib/libviewer.so.2)\n",
      entry: { fields: { library: 'libstdc++.so.6', owner: 'other' } },
    },
    {
      text: "/opt/zoom/zoom: /lib64/libstdc++.so.6: version `GLIBCXX_9.9' not found (required by /opt/zoom/Qt/lib/libQt5Core.so.5)\n",
      entry: { fields: { library: 'libstdc++.so.6', owner: 'zoom' } },
    },
    {
      text: '\tlibGL.so.1 => /lib/x86_64-linux-gnu/libGL.so.1 (0x00007f10a1b2c3d4)\n/usr/bin/viewer:\n\tlibexample.so.3 => not found\n',
      entry: { fields: { owner: 'other' } },
    },
  ],
});

/** Where several programs are looked at, each has a heading. */
function rememberHeading(line: string, names: Map<string, string>): void {
  const program = heading.exec(line)?.[1];
  if (program) names.set('program', program);
}
