import { defineFormat } from '../../define.ts';
import { sections } from '../../reading/framings/sections.ts';

/** `PS C:\Users\user> reg query …`, `C:\>netsh …`: a prompt with what was typed behind it. */
const prompt = /^(?:PS )?[A-Z]:\\[^<>:"|?*\n]{0,200}> ?[A-Za-z]/;

/** A command that asks another machine: `reg query \\\\PC\\HKLM\\…`, `Get-WinEvent -ComputerName PC`, `Enter-PSSession`. */
const remote =
  /> ?[^\n]{0,300}(?:\\\\[\w.-]{1,63}\\HK|(?:Invoke-Command|Get-\w{1,30})\b[^\n]{0,200}-(?:ComputerName|CimSession|Session)\b|Enter-PSSession|winrs |psexec )/i;

export default defineFormat({
  id: 'console-transcript',
  title: 'Console of Windows: several commands and what each printed',
  framing: sections({ begins: (line) => prompt.test(line), nests: (line) => remote.test(line) }),
  os: 'windows',
  names: ['*transcript*.txt'],
  recognise: { starts: new RegExp(prompt.source, 'm') },
  samples: [
    {
      text: 'PS C:\\Users\\user> netsh winhttp show proxy\n\nCurrent WinHTTP proxy settings:\n\n    Proxy Server(s) :  192.0.2.77:3128\n    Bypass List     :  (none)\n\nPS C:\\Users\\user> exit',
      entry: { format: 'winhttp-proxy', fields: { proxy: '192.0.2.77:3128' } },
    },
  ],
});
