import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { tell } from '../wordings/whole-output.ts';
import { zoomDomain } from '../zoom-identity.ts';

const prefix = '(?:(?:export|declare -x|set) )?';
/** Programs read the names in lower and in upper case. FTP and rsync have proxies of their own, which Zoom does not use. */
const set = new RegExp(`^${prefix}((?:https?|all|socks)_proxy)=["']?([^"'\\s]{1,300})`, 'i');
const bypass = new RegExp(`^${prefix}no_proxy=["']?([^"'\\n]{0,4000})`, 'i');
const local = /^(?:[a-z\d]{1,12}:\/\/)?(?:[^@/]{1,100}@)?(?:localhost|127\.\d|\[?::1\b)/i;
const exempted = new RegExp(String.raw`(?:^|[, ])(?:\*|(?:\*?\.)?(?:[\w-]{1,40}\.){0,3}${zoomDomain})(?:$|[:, ])`, 'i');

export default defineFormat({
  id: 'proxy-environment',
  title: 'Environment variables that name a proxy (env | grep -i proxy)',
  framing: lines,
  names: ['*proxy-env*', '*proxy_env*', 'env.txt', '*environment*.txt'],
  recognise: {
    starts: new RegExp(`^${prefix}(?:https?|all|no|ftp|rsync|socks)_proxy=`, 'im'),
    // A script or a log may hold such a line, too: here every line sets a variable. The bodies of functions are indented.
    unless: new RegExp(`^(?=[^\\n]{0,4000}\\S)(?!${prefix}[A-Za-z_][\\w.%()-]{0,80}=|[ \\t}])`, 'm'),
  },
  derives: ['proxy', 'place', 'bypass'],
  /** `proxy`: as it is set; `place` (local, elsewhere): a program on this machine, or another one; `bypass` (zoom, other). */
  derive: (entry) =>
    tell(entry, (text) => {
      const proxy = set.exec(text);
      const around = bypass.exec(text);
      return [
        ['proxy', proxy?.[2], proxy],
        ['place', proxy && (local.test(proxy[2]!) ? 'local' : 'elsewhere'), proxy],
        ['bypass', around && (exempted.test(around[1]!) ? 'zoom' : 'other'), around],
      ];
    }),
  samples: [
    {
      text: 'no_proxy=localhost,.example.com,.zoom.us\nhttps_proxy=http://proxy.example.com:3128',
      entry: { fields: { proxy: 'http://proxy.example.com:3128', place: 'elsewhere' } },
    },
    {
      text: 'HTTP_PROXY=http://localhost:8888/\nNO_PROXY=localhost,.zoom.us',
      entry: { fields: { bypass: 'zoom' } },
    },
    {
      text: 'declare -x no_proxy="localhost"\ndeclare -x all_proxy="socks5h://127.0.0.1:1080"',
      entry: { fields: { proxy: 'socks5h://127.0.0.1:1080', place: 'local' } },
    },
  ],
});
