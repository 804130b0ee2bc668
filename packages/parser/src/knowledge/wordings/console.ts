/** Consoles and collected outputs: prompts with what was typed behind them, headings, and the commands that both name. */
import type { Introduction } from '../../define.ts';
import type { Os } from '../../model.ts';
import { zoomDomain } from '../zoom-identity.ts';
import { otherMachine } from './other-machine.ts';
import { strangeFileOf } from './printed-file.ts';

/** Programs by which evidence is collected. */
const programs = [
  'netsh|ipconfig|systeminfo|w32tm|wevtutil|dxdiag|tracert|netstat|nslookup|tasklist|wmic|pnputil|msiexec|dcdiag|certutil|driverquery|gpresult|whoami|hostname|psexec(?:64)?|winrs',
  'curl|wget|journalctl|dmesg|chronyc|sntp|ntpdate|ntpq|timedatectl|hostnamectl|systemctl|coredumpctl|resolvectl|nmcli|iptables|nft|ufw|firewall-cmd|ausearch|abrt|abrt-cli|dpkg|rpm|flatpak|lsusb|lspci|lsmod|uname|ifconfig|traceroute|tracepath|mtr|dig|openssl|strace|ldd|pactl|wpctl|arecord|v4l2-ctl|getent|aa-status|zoom',
  'scutil|sw_vers|system_profiler|networksetup|tccutil|codesign|spctl|ioreg|sfltool|adb|docker|podman|kubectl|ssh|wsl',
].join('|');
/** Programs whose names are words of a language, too: with what follows them. */
const phrases = [
  'reg(?:\\.exe)? (?:query|export|add|delete)|sc(?:\\.exe)? (?:query|qc)|type \\S|ping \\S|route (?:print|-n)|arp -a',
  'log (?:show|stream|collect|stats)|profiles (?:show|list|status)|defaults read|pmset -g',
  'cat [\\w./~*"\'-]{2}|tail [-/~.]|head [-/~.]|z?grep -|less [/~.]|ls [-/~]|ip (?:a|addr|address|r|route|link|-\\w)(?= |$)|ss -|env(?= \\||$)|snap (?:list|connections|info|logs)|host [\\w-]{1,60}\\.',
].join('|');
const folderOf = '["\']?(?:(?:[A-Za-z]:)?[\\w./\\\\%~-]{0,120}[/\\\\])?';
/** With its folder, behind `sudo`; or a cmdlet. */
const command = `(?:(?:sudo|doas|call|cmd /c) (?:-\\w{1,10} ){0,3})?${folderOf}(?:(?:${programs})(?:\\.exe)?(?![\\w=])|(?:${phrases})|(?:Get|Test|Resolve|Show|Invoke|Enter|Export)-[A-Z]\\w{1,40})`;

interface Prompt {
  readonly shape: string;
  readonly os: Os | null;
}

const folder = '[^<>:"|?*\\n]{0,200}';
const host = '([\\w.-]{1,63})';
const user = '[\\w.+-]{1,40}';
/** A clock, an environment that was activated, the mark of a container. */
const environment = '(?:\\[\\d{1,2}:\\d\\d(?::\\d\\d)?\\] ?)?(?:\\([\\w./ -]{1,40}\\) ?)?(?:⬢ ?)?';

/** Prompts that nothing else looks like; where there is one, the group is the machine. */
const prompts: readonly Prompt[] = [
  { shape: `(?:\\[${host}\\]: )?PS (?:[A-Za-z]:\\\\|[A-Z]{2,8}:\\\\)${folder}>`, os: 'windows' },
  { shape: `(?:PS )?(?:Microsoft\\.PowerShell\\.Core\\\\FileSystem::)?(?=\\\\\\\\)\\\\\\\\${folder}>`, os: 'windows' },
  { shape: `(?:(?:[\\w.-]{1,40}\\\\)?${user}@${host} )?[A-Za-z]:\\\\${folder}>`, os: 'windows' },
  { shape: `${user}@${host}:[~/][^\\n$#>]{0,200}[$#>](?= |$)`, os: null },
  { shape: `\\[${user}@${host} [^\\]\\n]{1,100}\\][$#](?= |$)`, os: null },
  { shape: `${user}@${host} [~/\\w][^\\s$#%>]{0,100} [$#%](?= |$)`, os: null },
  // fish.
  { shape: `${user}@${host} [~/][^\\s>]{0,100}(?: \\([^()\\n]{1,60}\\))?[>#](?= |$)`, os: null },
  { shape: `\\[nix-shell:[^\\]\\n]{1,100}\\][$#](?= |$)`, os: null },
  { shape: '(?:ba|z|da)?sh-\\d\\.\\d{1,2}[$#](?= |$)', os: null },
  { shape: '➜ {1,3}[~\\w./-]{1,100}(?: git:\\([^()\\n]{1,60}\\))?(?: ✗)?(?= |$)', os: null },
  { shape: `${host}:[~/][^\\s$#]{0,100} ${user}[$#](?= |$)`, os: 'macos' },
];

/** `$ sntp …`, `# dmesg`: only with a command, since notes and comments begin so, too; and the errors of PowerShell, with `+`. */
const bare = '(?:[$#%❯➤λ]|\\+{1,3}(?! [A-Za-z]{1,20}-[A-Za-z])|└─[$#]|[A-Za-z][\\w.-]{0,62}%|~[\\w./-]{0,80} ?[$#%]) ';
const rule =
  '(?:={2,80}(?!=)|-{3,80}(?!-)|#{2,80}(?!#)|\\*{2,80}(?!\\*)|~{3,80}(?!~)|\\+{3,80}(?!\\+)|_{3,80}(?!_)|>{3,80}|<{3,80})';
/** `=== ipconfig ===`: a title between two rules; not the marks of a certificate, of ping, or of a list. */
const framed = (title: string): string =>
  `${rule} {0,4}(?!(?:BEGIN|END) [A-Z])(?![^\\n]{1,100} statistics)(?=[^\\s=*#~+<>_-])${title}[^\\n]{0,160}?[^\\s=*#~+<>_-] {0,4}${rule}[ \\t\\r]{0,40}`;
/** `--- ipconfig`, `## ipconfig`, `Output of ipconfig:`. */
const open = `(?:${rule}|(?:Command|Running|Executing|Output of|Output from)[: ]) {0,4}(?=${command})`;

const promptPatterns = prompts.map(({ shape, os }) => ({ os, pattern: new RegExp(`^${environment}${shape}`) }));
const barePattern = new RegExp(`^${bare}(?=${command}|[a-z][\\w.-]{1,30}(?: -|$)|\\.?/|sudo |exit$|logout$)`);
const bareLead = new RegExp(`^${bare}`);
/** A comment is no prompt. */
const bareRoot = new RegExp(`^# (?!${command})`);
const framedPattern = new RegExp(`^${framed('')}$`);
const openPattern = new RegExp(`^${open}`);
const loneCommand = new RegExp(`^${command}[^\\n]{0,200}$`);
/** What asks another machine or prints a file, with no prompt before it: at the start of a text, or below a blank line. */
const lone = `(?:sudo )?(?:(?:ssh|slogin|plink|mosh) (?:[^\\n]{0,200}? ["'/.~]|[^\\s@]{1,60}@\\S|-\\w|[\\w.-]{1,255}$|[\\w.-]{1,255} ${command})|(?:docker|podman|nerdctl|kubectl|oc|lxc|incus)(?: compose)? exec \\S|wsl(?:\\.exe)? -|adb (?:-s \\S{1,60} )?shell |ip netns exec \\S|(?:chroot|nsenter) [/-]|(?:z?cat|tail|head|less|more|type|gc|Get-Content) (?:-[\\w.-]{1,20} ){0,4}(?:\\d{1,6} )?["']?(?:[A-Za-z]:)?[\\w.~$%-]{0,60}[/\\\\])`;
const lonePattern = new RegExp(`^${lone}`);
const rulePattern = /^(?:={5,200}|-{5,200}|#{5,200}|\*{5,200}|~{5,200})\s{0,40}$/;

/** What a file of commands and their outputs has near its start: a heading by itself may be one of any text. */
export const consoleSign = new RegExp(
  [
    ...prompts.map(({ shape }) => `^${environment}${shape} ?[A-Za-z.&"$(/~]`),
    `^${bare}${command}`,
    `^${framed(command)}$`,
    `(?<![^])${lone}`,
    `^(?:={5,200}|#{5,200}|\\*{5,200})\\n${command}[^\\n]{0,200}\\n(?:={5,200}|#{5,200}|\\*{5,200})$`,
  ].join('|'),
  'm',
);

/** `curl https://zoom.us/`, `ldd /opt/zoom/zoom`: not what a filter looks for (`grep zoom.us`). */
const aboutZoom = new RegExp(
  `^(?![^\\n]{0,400}\\b(?:grep|findstr|Select-String|egrep|rg|awk|sed) )[^|>\\n]{0,400}?[\\s/"'@=:]((?:[\\w-]{1,63}\\.){0,4}${zoomDomain}(?![\\w.-]*\\w)|/opt/zoom/[\\w.-]{1,60})`,
  'i',
);

interface Introduced {
  readonly prompt: Introduction['prompt'];
  readonly command: string;
  /** The machine on whose share the prompt stands. */
  readonly share: string | null;
  /** The folder in which the command is typed, as far as the prompt tells. */
  readonly place: string;
}

function readPrompt(line: string): Introduced | null {
  for (const { os, pattern } of promptPatterns) {
    const match = pattern.exec(line);
    if (!match) continue;
    const share = /^[^\s]{0,80}\\\\([\w.-]{1,255})\\/.exec(match[0].replace(/^PS /, ''))?.[1] ?? null;
    const place = /([^\s:]{0,200}?)[\]$#%>✗\s]{0,4}$/.exec(match[0])?.[1] ?? '';
    return { prompt: { os, host: match[1] ?? null }, command: line.slice(match[0].length).trim(), share, place };
  }
  if (!barePattern.test(line) || bareRoot.test(line)) return null;
  return { prompt: { os: null, host: null }, command: line.replace(bareLead, '').trim(), share: null, place: '' };
}

const isHeading = (line: string): boolean => framedPattern.test(line) || openPattern.test(line);

/** True for a line with which another output begins. */
export function beginsOutput(line: string, block: readonly string[]): boolean {
  if (line.length > 2000) return false;
  const isFramed = rulePattern.test(block.at(-1) ?? '') && loneCommand.test(line);
  const isLone = block.at(-1)?.trim() === '' && lonePattern.test(line);
  return isFramed || isLone || isHeading(line) || readPrompt(line) !== null;
}

/** What the first lines of an output tell of it. */
export function readIntroduction(text: string): Introduction {
  const [first = '', second = ''] = text.slice(0, 4000).split('\n');
  const told = readPrompt(first);
  const isFramed = loneCommand.test(first) && rulePattern.test(second);
  if (!told && !isFramed && !lonePattern.test(first) && !isHeading(first))
    return { lines: 0, prompt: null, asks: null, session: null, isName: false, about: null };
  const typed =
    told?.command ??
    first
      .replace(/^[=\-#*~+_<>\s]{1,80}|[=\-#*~+_<>\s]{1,80}$/g, '')
      .replace(/^(?:Command|Running|Executing|Output (?:of|from))[: ] ?/, '');
  const other = told?.share ? { host: told.share, opens: null } : otherMachine(typed);
  const folder = other ? null : strangeFileOf(typed, told?.place ?? '');
  return {
    lines: isFramed ? 2 : 1,
    prompt: told?.prompt ?? null,
    asks: other ? { host: other.host, isFile: false } : folder === null ? null : { host: folder, isFile: true },
    session: other?.opens ?? (/^(?:exit|logout|\^D|Exit-PSSession)\b/.test(typed) ? 'closes' : null),
    about: aboutZoom.exec(typed)?.[1] ?? null,
    isName: /^(?:hostname(?:\.exe)?|uname -n|\$env:COMPUTERNAME|echo %COMPUTERNAME%)\s*$/i.test(typed),
  };
}
