import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';

export default defineFailure({
  id: 'crash-dump',
  class: 'crash',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'Zoom left a crash dump',
  cause:
    "A dump of Zoom's memory was written, as it is when Zoom crashes; what crashed is in the dump, which only a debugger can read.",
  remedy: 'Look for crash records of that time with the commands below, and send Zoom the dump.',
  match: [
    {
      formats: ['zoom-envelope'],
      has: '.dmp',
      fields: { stamp: /-/, kind: ['dump'] },
      layout: 'documented',
      see: [references.crashDump],
      hits: ['/home/user/.zoom/logs/crash_5.17.5.2543_desk-7_2024-0611-181500.dmp'],
    },
    {
      formats: ['zoom-envelope'],
      has: '.dmp',
      fields: { kind: ['dump'] },
      layout: 'constructed',
      hits: ['C:\\Users\\user\\AppData\\Roaming\\Zoom\\logs\\0c1d\\crashdump.dmp'],
    },
  ],
  // A name explains nothing.
  when: { nothing: { with: ['client-crashed-at-quit'] }, explains: 'proof' },
  // A crash at quit leaves a dump, too, and nobody sees either.
  fixes: ['crash-events-windows', 'crash-reports-macos', 'crash-reports-linux', 'crash-send-report'],
  misses: [
    { text: 'C:\\Users\\user\\AppData\\Local\\CrashDumps\\outlook.exe.4321.dmp', why: "another program's dump" },
    {
      text: '/Users/user/Library/Logs/zoom.us/crashlog/2270.log',
      why: 'a sign-in note: only its folder speaks of crashes',
    },
    { text: '/cases/zoom/outlook.dmp', why: 'a folder that somebody named after Zoom' },
  ],
});
