import { defineFormat } from '../../define.ts';
import { addField, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';

/** Two indented lines: the servers, then what bypasses them. Their labels are localised, `Direct access` is one line without. */
const setting =
  /^ {2,8}[^\s:：][^:：\n]{0,58}[:：][ \t]{0,4}(\S{1,500})[ \t\r]{0,8}\n {2,8}[^\s:：][^:：\n]{0,58}[:：]/m;

export default defineFormat({
  id: 'winhttp-proxy',
  title: "netsh winhttp show proxy: the services' proxy of Windows",
  framing: sections(),
  os: 'windows',
  names: ['*winhttp*'],
  recognise: { starts: /^.{0,100}WinHTTP.{0,100}[:：][ \t]{0,8}\n(?:[ \t]{0,8}\n){0,3} {2,8}\S/im },
  derives: ['proxy'],
  /** `proxy`: `host:port`, or `http=host:port;https=host:port`; absent when access is direct. */
  derive: (entry) => {
    const match = setting.exec(entry.pieces[0]!.text);
    if (!match) return entry;
    const start = match[0].indexOf(match[1]!, match[0].search(/[:：]/)) + match.index;
    return withFields(entry, (fields) =>
      addField(fields, 'proxy', { value: match[1]!, piece: 0, start, end: start + match[1]!.length }),
    );
  },
  samples: [
    {
      text: '\nCurrent WinHTTP proxy settings:\n\n    Proxy Server(s) :  proxy.example.com:3128\n    Bypass List     :  (none)\n',
      entry: { fields: { proxy: 'proxy.example.com:3128' } },
    },
    {
      text: '\nParamètres de proxy WinHTTP actuels :\n\n    Serveur(s) proxy :  http=192.0.2.8:8080;https=192.0.2.8:8080\n    Liste de contournement     :  <local>\n',
      entry: { fields: { proxy: 'http=192.0.2.8:8080;https=192.0.2.8:8080' } },
    },
  ],
});
