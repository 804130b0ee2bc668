/** Paths under which an input is read: those of known logs, and odd ones. */
import type { Chance } from '../chance.ts';

const known = [
  'AppData/Roaming/Zoom/logs/zoom_memlog_20260306-081431.log',
  'C:/Users/alice/AppData/Roaming/Zoom/logs/zoom_stdout_stderr.log',
  'home/alice/.zoom/logs/zoom_stdout_stderr.log',
  'Library/Logs/zoom.us/crashlog/2270.log',
  'Library/Logs/zoom.us/zoom_joinmeetingfail_mac_.log',
  'AppData/Roaming/Zoom/installer.txt',
  'Windows/System32/LogFiles/Firewall/pfirewall.log',
  'Windows/INF/setupapi.dev.log',
  'var/log/syslog',
  'var/log/kern.log.1',
  'var/log/install.log',
  'evidence/netlog.json',
  'evidence/system.evtx.xml',
  'evidence/consent.reg',
  'evidence/dxdiag.txt',
  'evidence/ticket.md',
  'evidence/mail.eml',
  'evidence/README.md',
  'evidence/parse_test.go',
  'ticket.html',
];

// biome-ignore format: a table
const odd = [
  '', '-', '.', '..', '/', '//server/share/a.log', 'C:', 'C:a.log', 'a.zip!/b.tar!/c.log', 'a!/', '!/', 'a b/ö/日本.log', 'a\nb.log', 'a\x1b[31m.log',
  '\u202egol.exe', '\ud800.log', '\ufeff.log', 'x'.repeat(5000), 'a/'.repeat(300), '<b>&amp;.log', '[x](command:y).log', 'a|b`c.log', 'file:///a.log', 'untitled:Untitled-1',
  'a#L1-2', 'a.log:12', '%2e%2e%2f', 'CON', 'a\\b.log', '\0', 'pwd=hunter2hunter2.log', 'alice@example.com', '__proto__',
];

export const nameFor = (own: string, chance: Chance): string =>
  chance.happens(0.55) ? own : chance.happens(0.75) ? chance.pick(known) : chance.pick(odd);
