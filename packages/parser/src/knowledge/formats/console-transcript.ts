import { defineFormat } from '../../define.ts';
import { sections } from '../../reading/framings/sections.ts';
import { beginsOutput, consoleSign, readIntroduction } from '../wordings/console.ts';

export default defineFormat({
  id: 'console-transcript',
  title: 'Several commands and what each printed, below prompts or headings',
  framing: sections({ begins: beginsOutput, nests: readIntroduction }),
  names: ['*transcript*.txt'],
  recognise: { starts: consoleSign },
  samples: [
    {
      text: 'PS C:\\Users\\user> netsh winhttp show proxy\n\nCurrent WinHTTP proxy settings:\n\n    Proxy Server(s) :  192.0.2.77:3128\n    Bypass List     :  (none)\n\nPS C:\\Users\\user> exit',
      entry: { format: 'winhttp-proxy', fields: { proxy: '192.0.2.77:3128' } },
    },
    {
      text: 'alice@desk-7:~$ sudo chronyc tracking\nReference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 412.250000000 seconds fast of NTP time\nLeap status     : Normal\nalice@desk-7:~$ ',
      entry: { format: 'chronyc', fields: { offset: 412.25, stratum: 2 } },
    },
    {
      text: '===== systeminfo =====\n\nHost Name:                 DESK-7\nOS Name:                   Microsoft Windows 11 Pro\nOS Version:                10.0.22631 N/A Build 22631\n\n===== the proxy =====\n\nCurrent WinHTTP proxy settings:\n\n    Proxy Server(s) :  192.0.2.78:3128\n    Bypass List     :  (none)\n',
      entry: { format: 'winhttp-proxy', fields: { proxy: '192.0.2.78:3128' } },
    },
  ],
});
