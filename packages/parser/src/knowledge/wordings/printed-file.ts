/**
 * Commands that print a file, and whose it is: what lies where the system or Zoom writes is of this machine, and so is what
 * lies in the current folder or among what was collected. Any other folder may hold what somebody else handed in.
 */

const heads = [
  'cat|bat|batcat|tac|nl|head|tail|less|more|most|type|gc|Get-Content|strings|xxd|hexdump|sort|uniq|cut|jq|xmllint',
  '[xblg]?z(?:std)?(?:cat|less|more|head)|gunzip|unzip|bsdtar|tar|sqlite3|plutil|PlistBuddy|defaults|utmpdump|evtx_dump',
  'EvtxECmd|tcpdump|tshark|journalctl|dmesg|coredumpctl|ausearch|aureport|last|log|openssl (?:x509|pkcs7|storeutl)|Get-WinEvent|wevtutil|Import-Csv',
].join('|');
/** What they look for, or do, comes before the files. */
const seekers = 'x?z?(?:e|f)?grep|rg|ag|ack|[gm]?awk|sed|findstr|Select-String|sls';
const printer = new RegExp(
  `^(?:\\w{1,30}=\\S{0,60} ){0,3}(?:(?:sudo|doas|env|time|nohup|command|cmd /c) (?:-[\\w-]{1,20} ){0,4}(?:\\w{1,30}=\\S{0,60} ){0,3})?["']?(?:[\\w.:/\\\\~-]{0,120}[/\\\\])?(?:(${seekers})|${heads})(?:\\.exe)?(?= )`,
  'i',
);

/** A certificate that was fetched from a site that keeps them, not one that a server presents here. */
const fetched =
  /\b(?:curl|wget|https?|aria2c|Invoke-WebRequest|iwr|gh|aws) [^\n|]{0,400}\|[^\n]{0,200}?\bopenssl(?:\.exe)? (?:x509|pkcs7|storeutl)\b/i;

/** Folders that the system, its programs and Zoom write. */
const systemFolder =
  /^(?:C:)?\/(?:var|etc|proc|sys|run|usr|opt|Library|System|private|dev|Applications|nix|gnu|snap|app|lib|boot|Volumes\/Macintosh HD|Windows|ProgramData|Program Files(?: \(x86\))?)\//i;
/** In them, roots of other machines, what others sent, and examples. */
const otherRoot =
  /^\/(?:var\/(?:lib\/(?:docker|containers?|machines|lxc|lxd|incus|libvirt)|log\/(?:remote|hosts?|clients|rsyslog|syslog-ng|network)|www|ftp|nfs|backups)|run\/media|proc\/\d{1,10}\/root|etc\/skel|usr\/share\/(?:doc|man))\//i;
const home =
  /^(?:~[\w.-]{0,40}|\$\{?HOME\}?|%USERPROFILE%|\$\{?env:USERPROFILE\}?|\/root|(?:C:)?\/(?:home|Users)\/[^/]{1,60}|\.)\//i;
const variable = /^(?:%\w{1,40}%|\$\{?(?:env:)?[\w()]{1,40}\}?|\$\()/;
/** What lies below is of the user who has it, whatever the folder is called. */
const ownFolder = /^(?:\.[A-Za-z][\w.-]{0,60}|Library|AppData|snap)$/;
/** Where people put what they collect from their own machine. */
const neutral =
  /^(?:\.|[\d._-]{1,30}|logs?|tmp|temp|out|outputs?|results?|reports?|diag(?:nostics?)?|debug|collected|desktop|documents?|downloads?|schreibtisch|dokumente|bureau|documents|téléchargements|escritorio|documentos|descargas|src|work|data|bin|D|zoom[\w.-]{0,40})$/i;
/** `bobs-pc`, `old_laptop`. */
const machine = /[-_. ](?:pc|laptop|notebook|mac|macbook|imac|mini|desktop|workstation|kiosk|machine|vm|box)\d{0,4}$/i;
/** A place that is kept for several machines, in which even the files of the current folder may be anyone's. */
const sharedPlace =
  /^(?:\/mnt|\/media|\/volumes|\/run\/media|\/srv)\/\w|(?:^|\/)(?:cases|customers|clients|kunden|evidence|exhibits?|backups?|templates?|samples?|examples?|fixtures|images)(?:\/|$)/i;

const plainPath = (path: string): string =>
  path
    .replace(/^file:(?:\/\/)?/i, '')
    .replace(/\?[\w=&]{1,40}$/, '')
    .replace(/\\/g, '/')
    .replace(/^\/\/\?\//, '')
    .replace(/(?<=.)\/{2,}/g, '/')
    .replace(/^\/(?:mnt\/|cygdrive\/)?c(?=\/)/i, 'C:');

/** What has a slash and is no path: an address, a date, the name of an event log, what to look for. */
const isNoPath = (text: string): boolean =>
  /^[a-z][a-z\d+.-]{1,20}:\/\/|^\d{1,4}\/\d{1,2}(?:\/|$)|^Microsoft-[\w -]{1,100}\/\w{1,40}$|[=|{}<>]|^(?:select|pragma) /i.test(
    text,
  );

/** The folder by which a path tells of no machine; null where its place is right. */
function strangeFolder(path: string): string | null {
  const plain = plainPath(path);
  // Of which machine a share is, its name tells.
  if (!plain.includes('/') || plain.startsWith('//') || isNoPath(plain)) return null;
  const folders = plain.split('/').slice(0, -1);
  if (otherRoot.test(plain)) return folders.at(-1)!;
  if (systemFolder.test(plain)) return null;
  // A drive that was mounted, or one for data.
  if (/^[D-Z]:./i.test(plain)) return folders.at(-1)!;
  const below = plain.replace(home, '').replace(/^C:/i, '');
  if (variable.test(below)) return null;
  const own = below.split('/').slice(0, -1);
  const end = own.findIndex((name) => ownFolder.test(name));
  const strange = own
    .slice(0, end < 0 ? own.length : end)
    .filter((name) => name !== '' && (!neutral.test(name) || machine.test(name)));
  return strange.at(-1) ?? null;
}

const words = /(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'|[^\s"']){1,400}/g;

/** What a command is given that may be a file. */
function filesIn(given: string, isSeeker: boolean): string[] {
  const isFolder =
    /(?:^| )(?:-[A-Za-z]{0,3}[rR][A-Za-z]{0,3}(?![\w-])|-Recurse\b|--recursive|\/s|-D|--(?:directory|root)\b)/.test(
      given,
    );
  const found: string[] = [];
  let isSought = isSeeker && !/(?:^| )(?:-\w{0,6}[ef]|--(?:regexp|file)|-Pattern|\/[cg]:)/i.test(given);
  let isPassed = false;
  for (const [quoted] of given.matchAll(words)) {
    const text = quoted.replace(/["']/g, '').replace(/^</, '');
    if (isPassed || text === '') isPassed = false;
    else if (/^(?:\d|&|\*)?>{1,2}/.test(text)) isPassed = text.endsWith('>');
    else if (/^-|^\/[a-z?]{1,3}(?::|$)/i.test(text)) {
      isPassed = isSeeker && /^(?:-\w{0,6}[ef]|--(?:regexp|file)|-Pattern)$/i.test(text);
      const [, value] = /^--?[\w-]{1,40}[=:](.{1,400})$/s.exec(text) ?? [];
      if (value !== undefined) found.push(isFolder ? `${value}/` : value);
    } else if (isSought) isSought = false;
    else found.push(isFolder && !/\.\w{1,8}$/.test(text) ? `${text}/` : text);
  }
  return found;
}

/**
 * The folder of a file that a command prints, where that is no place for what this machine writes, empty for what it
 * fetches; null otherwise.
 * `place` is the folder in which the command is typed.
 */
export function strangeFileOf(command: string, place: string): string | null {
  // A blank that belongs to a name.
  const line = command.slice(0, 1000).replace(/\\ /g, '_');
  if (fetched.test(line)) return '';
  let at = plainPath(place);
  for (const one of line.split(/&&|;/)) {
    const first = one.split('|', 1)[0]!.trimStart();
    const [, folder] = /^(?:cd|pushd|Set-Location) (?:\/d )?["']?([^"'\n]{1,200}?)["']? *$/i.exec(first) ?? [];
    if (folder !== undefined) at = plainPath(folder);
    const printed = printer.exec(first);
    if (!printed) continue;
    const files = filesIn(first.slice(printed[0].length), printed[1] !== undefined);
    for (const file of files) {
      const strange = strangeFolder(file);
      if (strange !== null) return strange;
    }
    const isHere = files.some((file) => /^(?!\d{1,9}$)[\w.*-]{1,120}$/.test(file) || /^\.[\\/]/.test(file));
    if (isHere && (sharedPlace.test(at) || machine.test(at))) return at.split('/').at(-1)!;
  }
  return null;
}
