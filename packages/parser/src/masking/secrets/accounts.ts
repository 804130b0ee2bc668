/** Account names and ids: in home folders, events, the environment, what systems log of sessions. */
import {
  type Expression,
  elements,
  folderName,
  guid,
  is,
  keys,
  pathSeparator,
  pattern,
  quote,
  raw,
  type SecretRule,
  slash,
  word,
} from './patterns.ts';
import { domains, noAccounts, systemAccounts, systemHomes } from './system-accounts.ts';

/** As systems allow them; a number is an id. */
export const login = raw`(?!${guid})(?:[\p{L}_][\p{L}\p{N}_.-]{0,62}[\p{L}\p{N}_$-]|[\p{L}])(?![\p{L}\p{N}_])`;
export const account = (
  after: Expression,
  value: Expression = pattern('yu', login),
  keeps = systemAccounts,
): SecretRule => ({
  kind: 'account',
  after,
  value,
  shaped: true,
  keeps,
});
const after = (...parts: readonly string[]) => pattern('g', ...parts);
/** Behind `user:`, but not what a sentence says of one: `user: waiting for the host`. */
const ended = pattern('yu', raw`(?![a-z]{1,20}(?:ing|ed) [a-z])(?![\w.-]{1,64}(?:[ -][\w.-]{1,32})?[\\/@])${login}`);
/** The same, beside which no domain is. */
const keyed = pattern('y', raw`(?![\w.-]{1,32}\\)`, word.source);

export const accountRules: readonly SecretRule[] = [
  // The ids of Windows: of a domain or a computer, and of Entra ID. Those of the system and of apps stay.
  { kind: 'sid', shape: /(?<![\w-])S-1-5-21(?:-\d{1,10}){3,4}(?!\d|-\d)/g },
  { kind: 'sid', shape: /(?<![\w-])S-1-12-1(?:-\d{1,10}){4}(?!\d|-\d)/g },

  account(
    after(`${pathSeparator}(?:Users|Documents(?: |%20)and(?: |%20)Settings)${pathSeparator}`),
    folderName,
    systemHomes,
  ),
  account(/(?:\\{1,4}|%(?:25)?5C|\b[A-Z]:[\\/#]{1,4})users(?:[\\/#]{1,4}|%(?:25)?5C)/gi, folderName, systemHomes),
  // Other output may be glued to its front; on a web server it is no home.
  account(
    after(raw`${pathSeparator}home${pathSeparator}(?<!https?:${slash}{2}[^\s"']{1,256}home${pathSeparator})`),
    folderName,
    systemHomes,
  ),
  // A path by its parts, as Velociraptor lists what it took.
  account(/"(?:Users|home)", ?"/g, folderName, systemHomes),
  // Homes on servers: a share for all of them, or one each; what a Mac mounts of them.
  account(
    after(
      raw`(?<![\w\\:])\\{2,8}(?!appdata\\)[\w.-]{1,64}\\{1,4}(?:homes?|users?|profiles?|userdata|redirect\w{0,16}|roaming|personal|benutzer|privat)[\w.]{0,16}\$?\\{1,4}`,
    ),
    folderName,
    systemHomes,
  ),
  account(
    /(?<![\w\\:])\\{2,8}[\w.-]{1,64}\\{1,4}/g,
    /(?!(?:[A-Z]|ADMIN|IPC|PRINT|FAX|NETLOGON|SYSVOL)\$)[a-z][\w.-]{1,40}(?=\$(?:[\\"'\s]|$))/iy,
  ),
  account(
    /(?:\b(?:smb|cifs|nfs|afp|file):\/|(?<![\w:/])\/)\/[\w.-]{1,64}\/(?:homes?|users?|profiles?)\$?\//gi,
    folderName,
    systemHomes,
  ),
  account(
    /\/(?:nfs|export|net|data|srv|mnt|vol\w{0,8})\/(?:[\w.-]{1,32}\/){0,2}(?:users|homes)\//g,
    folderName,
    systemHomes,
  ),
  {
    ...account(/\/Volumes\//g, /[^\s/:*?"'<>|,;]{1,64}(?=\/|["'\s]|$)/y),
    keeps:
      /^(?:Macintosh|Data|Preboot|Recovery|VM|Update|xart|iscpreboot|hardware|zoom.{0,40}|untitled.{0,8}|backups?|time|usb.{0,16}|install.{0,40}|boot|com\.apple.{0,64}|\.timemachine|users|shared|public|home|disk.{0,8})$/i,
  },
  account(/\\{1,2}/g, /[^\\/:*?"<>|\r\n\t]{1,64}(?=\\{1,2}AppData\\)/y, systemHomes),
  account(/\b[A-Z]:\\{1,2}(?:Profiles?|UserData|Homes?)\\{1,2}/gi, folderName, systemHomes),
  account(/\/var\/(?:spool\/)?(?:mail|cron(?:\/crontabs)?)\//g, /[a-z_][\w.-]{0,31}/y),
  account(/(?<![\w:/])\/\/[\w.-]{1,64}\//g, /[\w.-]{2,40}(?=\$\/)/y),
  account(/(?<![\w~.-])~/g, /[a-z_][\w.-]{0,31}(?=\/)/y),

  // By key.
  {
    kind: 'account',
    after: /<Data Name=["']\w{0,24}User(?:Name)?["']>/g,
    value: /[^<>\r\n]{1,128}/y,
    keeps: systemAccounts,
  },
  ...elements('account', '(?:user_?name|user_?id|login|account_?name|sam_?account_?name|author)').map((rule) => ({
    ...rule,
    keeps: systemAccounts,
  })),
  {
    kind: 'account',
    after: keys(
      raw`(?:user[ -]?name(?:key)?|account ?name|sam_?account_?name|sudo_user|logname|(?:logon|login|remote|local|current|target|subject|console|run[_ ]?as|logged_?on|effective|real|net|auth)[_ ]?user(?:[_ ]?name)?|login[_ ]?name|recordname|(?<![a-z])(?:ruser|acct|auid|(?:[efso]?[ug]id)(?==")|(?:s|d|src|dst|xauth|routing|primary|cs-)user(?:name)?|usrname|nutzername|benutzername|anmeldename|benutzer|kontoname|nom du compte|nombre de cuenta|nome (?:account|da conta)|accountnaam|nazwa konta|kontona(?:vn|mn)|имя учетной записи|アカウント名|帐户名|帳戶名稱|계정 이름|utilisateur|nom d[\u2019']utilisateur|usuario|nombre de usuario|nome utente|usuário|gebruikersnaam|nazwa użytkownika|имя пользователя|ユーザー名|用户名|使用者名稱|사용자 이름))`,
    ),
    value: keyed,
    keeps: systemAccounts,
  },
  account(/(?<![\w-])(?:user|login)=(?:\\{0,3}["'])?/g, pattern('yu', raw`(?![\w.-]{1,64}[\\/])${login}`), noAccounts),
  account(pattern('gi', raw`(?<![\w-])(?:user|uid|principal|identity)${is}`), ended, noAccounts),
  account(
    pattern('gi', raw`(?<![\w-])(?:login|logon|account)${is}`),
    pattern('yu', raw`(?![\w.-]{1,64}[\\/@])${login}(?=[;,)\]"'\r\n]|[ \t]{2}|$)`),
    noAccounts,
  ),
  account(
    pattern('gi', raw`(?<![\w-])owner${is}`),
    pattern('yu', raw`(?=[a-z])(?![\w.-]{1,64}[\\/:(])${login}`),
    noAccounts,
  ),
  account(
    /(?<![\w-])(?:user|account|login)[ \t]{1,3}(?=["'])/gi,
    /(?:[^\s"'<>\\,;%]{1,64}(?: [^\s"'<>\\,;%]{1,64}){0,3})(?=\\{0,3}["'])/y,
    noAccounts,
  ),
  account(/^(?:User name|Benutzername|Nom d[\u2019']utilisateur|Nombre de usuario|Nome utente)[ \t]{4,40}/gm, word),
  account(
    /(?:\b(?:user ?name|current user|console user) is|(?:Subject|Target)UserName|\bwhoami:|\bproxy (?:user|login)(?: name)?(?: as| is)?) /gi,
    ended,
    noAccounts,
  ),
  account(/\buser \[|\]\\{1,2}\[/gi, pattern('yu', raw`${login}(?=\])`), noAccounts),
  account(/\bClient: /g, /[^\s@]{1,64}(?= @ [A-Z])/y),

  // Behind a domain.
  account(
    pattern(
      'gi',
      raw`(?<![\w\\-])(?:\w{0,24}user(?: ?name)?|account(?: name)?|owner|client|identity|principal|benutzer|konto|utilisateur|usuario|author|logon|log-?on|by|as|for|from|to|data for)(?:${is}|>|[ \t]{1,4})(?:${quote})?(?!${domains}\\)[\w.-]{1,32}\\{1,4}`,
    ),
    /[^\s\\/,;:"'<>().][^\s\\/,;:"'<>()]{0,63}(?![\\/]|[^\s,;:"'<>()])/y,
  ),
  account(
    pattern('g', raw`(?<![\w\\/.:%-])(?!${domains}\\)[A-Za-z][\w.-]{0,31}\\{1,2}`),
    pattern(
      'yu',
      raw`${login}(?= (?:has |is |was |hat )?(?:logged|signed|connected|started|authenticated|locked|unlocked|log(?:on|off)|sich))`,
    ),
  ),
  account(/\bAzureAD\\{1,4}/gi, /[^\s\\/,;:"'<>()]{1,64}/y),
  account(
    pattern('g', raw`(?<=["'([])(?!${domains}\\)[A-Z][A-Z0-9-]{1,14}\\{1,2}`),
    pattern('yu', raw`${login}(?=["')\]])`),
  ),
  // A lower-case letter that begins no escape, or two backslashes; a whole line of `whoami`.
  account(
    pattern('g', raw`(?<![\w\\/.:%$-])(?!${domains}\\)[A-Z][A-Z0-9-]{1,14}(?:\\(?![nrtbfuvx])|\\\\)`),
    /[a-z][\w.-]{1,31}(?![\\/\w]|\.\w)/y,
  ),
  account(
    pattern('gm', raw`^(?!${domains}\\)[a-z][a-z0-9-]{1,14}\\(?!u00[0-7])`),
    /[a-z][\w.-]{1,31}(?=[ \t]{0,40}(?:$|<sid|S-1-))/my,
  ),

  // Sessions: PAM, sudo, su, ssh, logind, cron, and who ran what.
  account(/\bnet1? user (?=[^\s/])/gi),
  account(/\bby (?=[\w.-]{1,32}\(uid=)/g),
  account(/\bsudo(?:\[\d{1,8}\])?:[ \t]{1,16}/g, pattern('yu', raw`${login}(?= : )`)),
  account(/\b(?:Accepted|Failed|Postponed) [\w/-]{1,40} for (?:invalid user )?/g),
  account(
    /\b(?:[Ii]nvalid|[Ii]llegal|authenticat(?:ing|ed)|[Uu]nknown) user /g,
    pattern('yu', raw`${login}(?= (?:from |by |\d)|[\s:,.]{0,8}$)`),
  ),
  account(
    /\b(?:[Ss]ession(?: [\w-]{1,16})?|[Ss]lice|[Mm]anager|[Dd]isconnected|[Aa]uthenticat\w{1,8} (?:fail|succe)\w{1,8}|[Ll]og(?:ged)?[ -]?(?:in|on|out|off)) (?:of|for|from) user /g,
  ),
  account(
    /\b(?:[Aa]uthentication (?:fail|succe)\w{1,8}|[Pp]assword changed|context values set|keyring|User Manager) for (?:user )?/g,
    ended,
    noAccounts,
  ),
  account(
    /\b(?:(?:[Ll]og(?:ged)?|[Ss]ign(?:ed)?)[ -]?(?:in|on) as:?|LOGIN ON \S{1,16} BY|as user) /g,
    ended,
    noAccounts,
  ),
  account(/\bpkexec\[\d{1,8}\]: /g, pattern('yu', raw`${login}(?=: Exec)`)),
  account(/\bnew (?:user|group): name=/g),
  account(/\bsu -l? ?(?=[a-z])/g),
  account(
    /\b[Uu]ser /g,
    pattern(
      'yu',
      raw`${login}(?= (?:has |is |was )?(?:logged|signed|authenticated|connected|disconnected|locked) (?:in|out|on|off|from))`,
    ),
    noAccounts,
  ),
  {
    kind: 'account',
    shape: /(?<![\w.@/%+-])[a-z][\w.-]{1,31}@(?!PLT|GOT)[A-Z][A-Z0-9-]{1,14}(?![\w.-])/g,
  },
  account(/, user /g, pattern('yu', raw`${login}(?=[.)]{0,2}$)`), noAccounts),
  account(/^Last login: [^\r\n]{0,40}? (?=[\w.-]{1,32} on )/gm),
  account(/\bUser (?=[\w.-]{1,32} (?:from \S{1,64} not allowed|not known|unknown to|logged|has logged|is not in))/g),
  account(/\((?:to )[\w.-]{1,32}\) /g, pattern('yu', raw`${login}(?= on )`)),
  account(/\(to /g, pattern('yu', raw`${login}(?=\) [\w.-]{1,32} on )`)),
  account(/\bsu(?:ccessful su)? for /gi, pattern('yu', raw`${login}(?= by )`)),
  account(/\bsu for [\w.-]{1,32} by /gi),
  account(
    /(?:^|\s)\(/gm,
    pattern('yu', raw`${login}(?=\) (?:CMD|RELOAD|LIST|REPLACE|BEGIN EDIT|END EDIT|CMDEND|CMDOUT|command)\b)`),
  ),
  account(/\b(?:e|f|s|ou)?[ug]id=\d{1,10}\(/g),
  account(/\b\d{1,10}\((?<=\bgroups=[^\s=]{0,512})/g),
  account(/^(?=[a-z_])/gm, pattern('myu', raw`${login}(?= {1,32}(?:console|ttys?\d{1,4}|pts\/\d{1,4}|:\d) )`)),
  account(
    /^[> ]?(?=\w)/gm,
    pattern(
      'yu',
      raw`${login}(?= {2,24}(?:console|rdp-tcp#\d{1,5}|services)? {1,24}\d{1,6}  (?:Active|Disc|Aktiv|Getr))`,
    ),
  ),
  account(/^[-dlbcps][-rwxsStT]{9}[@+.]?[ ]{1,8}\d{1,6} /gm),
  account(/^/gm, pattern('yu', raw`${login}(?= {1,16}\d{1,8} {1,8}\d{1,3}\.\d {1,8}\d{1,3}\.\d {1,8}\d)`)),
  account(
    /^[\w.\\-]{1,32} {1,16}\d{1,8} {1,8}/gm,
    pattern('yu', raw`${login}(?= {1,8}(?:cwd|rtd|txt|mem|DEL|\d{1,5}[urwW]?) )`),
  ),
  // A prompt: `alice@laptop ~ %`, `[alice@laptop logs]$`.
  account(
    /(?<![\w.@/+-])(?=[a-z_])/g,
    pattern('yu', raw`${login}(?=@[\w.-]{1,64}(?:(?::| )[~/][^\r\n$#%]{0,128}| [\w.-]{1,64}\])[ ]?[$#%](?:\s|$))`),
  ),
  account(/\bsips?:/gi, /(?!\+?\d{5,15}@)[^\s@:;<>"',]{1,64}(?=@)/y),

  // Zoom's installers.
  { kind: 'account', after: /\bcheck admin:/g, value: /[^\s,]{1,64}/y, keeps: systemHomes },
  account(/, /g, /[^\s,]{1,64}(?= is (?:not )?a member of the group)/y, systemHomes),
];
