/** Commands that ask another machine than the one on which they are typed: by its name, its address, its files. */

/** Where a command begins: of the line, in a pipe, behind `sudo`; with the folder it lies in. */
const start =
  '(?:^|[|;&({]) ?(?:(?:sudo|doas|env|time|nohup|command|exec|call) (?:-[\\w-]{1,20} ){0,4})?["\']?(?:[\\w.:/\\\\~-]{0,120}[/\\\\])?';
/** What a command is given, up to the next one. */
const more = '[^|{\\n]{0,400}?';
const value = '["\']{0,2}([^\\s"\',;)}|]{1,255})';

const program = (names: string, rest: string): RegExp => new RegExp(`${start}(?:${names})(?:\\.exe)?["']?${rest}`, 'i');

/** Of each, the first group is the machine. */
const named: readonly RegExp[] = [
  // Files and keys on its shares; a program on a share runs here, and what is written there is not shown.
  /[\w"')\]] (?!["']?>)(?:[^\n]{0,400}?(?:[\s"'=,(]|::))?(?<!> ?["']?)\\\\([\w.$%:*?-]{1,255})\\/,
  program(
    '(?:Get|Invoke|Enter|New|Find|Show|Measure|Receive)-\\w{1,40}|icm|gwmi|gcim|etsn|nsn',
    `${more}\\s-(?:ComputerName|Cn|CimSession|Session|HostName|VMName)[ :]${value}`,
  ),
  program('wevtutil', `${more}\\s[/-](?:r|remote):${value}`),
  program('netsh', `${more}\\s-r\\s${value}`),
  program('systeminfo|tasklist|driverquery|schtasks|openfiles|getmac|gpresult|dcdiag', `${more}\\s[/-]s[ :]${value}`),
  program('wmic', `${more}\\s/node:${value}`),
  // What /stripchart measures is the clock of this machine.
  program('w32tm', `(?!${more}\\s/stripchart)${more}\\s/computers?:${value}`),
  program('chronyc', `${more}\\s-h\\s${value}`),
  program('journalctl|systemctl|timedatectl|hostnamectl|loginctl', `${more}\\s(?:-[MH]|--machine|--host)[ =]?${value}`),
];

/** Consoles of another machine: without a command of their own they open one. */
const shells: readonly { readonly begins: RegExp; readonly isAlike?: true }[] = [
  { begins: program('ssh|slogin|mosh|plink|rsh|sshpass', '(?= )') },
  {
    begins: program('wsl', '(?! +(?:--(?:list|status|version|shutdown|update|install|set-\\S+|help)|-l)\\b)(?=\\s|$)'),
  },
  { begins: program('adb', '(?= )') },
  { begins: program('(?:docker|podman|nerdctl)(?: compose)?', ' (?:exec|run|logs|attach)\\b') },
  { begins: program('kubectl|oc', `${more} (?:exec|logs|debug|run|attach)\\b`) },
  { begins: program('lxc|incus', ' (?:exec|console|shell)\\b') },
  { begins: program('multipass|limactl|vagrant|colima', ' (?:exec|shell|ssh)\\b') },
  { begins: program('machinectl|virsh', ' (?:shell|login|console)\\b') },
  // Another network, or another system, on the same machine.
  { begins: program('ip', '(?: -\\w{1,20}){0,3} (?:netns|vrf) exec\\b') },
  { begins: program('nsenter|chroot|arch-chroot|systemd-nspawn|unshare', '(?= )') },
  { begins: program('idevicesyslog|idevicecrashreport', '(?=\\s|$)') },
  { begins: program('psexec(?:64)?|paexec|winrs', '(?= )'), isAlike: true },
];

/** `ssh -p 22 user@box journalctl -k`: the machine, and what it is to do. */
const sshTarget =
  /\b(?:ssh|slogin|mosh|plink|rsh)(?:\.exe)? (?:-[46AaCfGgKkMNnqsTtVvXxYy]{1,20} |-[A-Za-z] ?\S{1,200} ){0,12}(?:ssh:\/\/)?(?:[^\s@]{1,100}@)?(\[?[\w.:-]{1,255}\]?)( +\S)?/i;
/** What opens a console inside: `docker exec -it box sh`, `adb shell`, `wsl -d Ubuntu`, `psexec \\PC cmd`. */
const innerShell =
  /[ /\\](?:sh|bash|zsh|ash|cmd|powershell|pwsh)(?:\.exe)?["']? *$| shell(?: [\w.-]{1,60})? *$|^[^ ]{0,200}wsl(?:\.exe)?["']?(?: +-[du] \S{1,60}| ~){0,3} *$| (?:attach|console|login|ssh) [\w.-]{1,100} *$/i;

const here = /^(?:localhost|127\.0\.0\.1|\[?::1\]?|\.|\?|%computername%|\$\(?(?:env:computername|hostname)\)?)$/i;

export interface OtherMachine {
  readonly host: string | null;
  readonly opens: 'opens' | 'opens alike' | null;
}

/** Which other machine the command asks; null when it asks this one. */
export function otherMachine(command: string): OtherMachine | null {
  const line = command.slice(0, 1000);
  const shell = shells.find(({ begins }) => begins.test(line));
  if (shell) {
    const [, host = null, rest] = sshTarget.exec(line) ?? [];
    if (host !== null && here.test(host)) return null;
    const isOpened = host !== null ? rest === undefined : innerShell.test(line);
    return { host: null, opens: isOpened ? (shell.isAlike ? 'opens alike' : 'opens') : null };
  }
  if (/\bEnter-PSSession\b|^etsn\b/i.test(line)) return { host: null, opens: 'opens' };
  for (const pattern of named) {
    const host = pattern.exec(line)?.[1];
    if (host !== undefined && !here.test(host)) return { host, opens: null };
  }
  return null;
}
