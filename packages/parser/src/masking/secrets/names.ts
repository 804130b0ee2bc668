/** Names of people: as keys state them, in sentences about meetings, in the headers of calls and mails. */
import { elements, is, keys, parameters, pattern, personName, raw, type SecretRule } from './patterns.ts';
import { meetingDeeds, participant } from './words.ts';

/** Who is no person, at the start of a sentence or beside `participant`. */
const noPerson =
  '(?:The|A|An|Any|All|No|New|This|That|User|Users|Participants?|Attendees?|Panelists?|Host|Co-?[Hh]ost|Guests?|Clients?|You|I|We|They|He|She|It|Who|Someone|Everyone|Anyone|Zoom\\w{0,32}|Meeting|Webinar|Members?|Devices?|Room|Callers?|Peer|Process|App|Application|Session|Computer|Machine|Bot|System|Server|Network|Failed|Already|Successfully|Error|Warning|Info|Debug|INFO|ERROR|WARN|DEBUG|TRACE|Not|Has|Is|Was|If|When|After|Before|Audio|Video|Camera|Microphone|Screen|Share|Der|Die|Das|Ein|Eine|Sie|Er|Le|La|Les|Un|Une|Vous|El|Usted|Il|O|Os|Windows|Microsoft|Service|Services|Rooms|Local|Remote|Network|Wireless|Desktop|Group|Default|Event|Active|Chat|From|To|By|Topic|SDK|API|UI|PC|OS|Mac|Try|Retry|Please|Cannot|Could|Unable|Waiting|Breakout|Personal)(?![\\p{L}\\p{N}])';
const capital = raw`(?!${noPerson})\p{Lu}[\p{L}\p{M}'\u2019.-]{0,30}`;
const particle = raw`(?:(?:van|von|vom|de|del|der|den|des|la|le|di|da|do|dos|du|bin|ibn|al|el|ter|ten|zu|zum|af|av) ){0,2}`;
const ideographs = raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
export const person = raw`(?:${capital}(?: ${particle}${capital}){0,3}|${ideographs}{2,8})`;
/** Of two words at least: where a computer's or a product's name may be as well. */
export const fullName = raw`${capital}(?: ${particle}${capital}){1,3}`;
/** Beside a participant one in small letters is a name, too. */
const anyWord = raw`(?!(?:has|have|is|was|were|will|can|joined|left|leaving|entered|list|count|id|ids|status|state|info|data|video|audio|screen|role|type|number|limit|event|events|not|already|just|who|that|and|or|in|on|of|to|for|with|from|name|names|panel|object|view|user|users|added|removed|changed|updated|used|uses|mute|muted|unmuted|connected|joins)(?![\p{L}\p{N}]))[\p{L}][\p{L}\p{M}\p{N}'\u2019._-]{1,30}`;
const does =
  '(?:has|have|is|was|joined|rejoined|left|entered|leaving|joining|connected|disconnected|muted|unmuted|raised|lowered|started|stopped|shared|sharing|admitted|removed|requested|dropped|promoted|demoted)';

/** What devices, programs, services and rules are called. */
export const thing =
  /(?<![a-z\d])(?:zoom|windows|microsoft|office|teams|service|driver|update[rs]?|network(?:ing)?|firewall|rule|block(?:ed)?|allow(?:ed)?|inbound|outbound|client|server|system|software|manager|agent|helper|web ?cam(?:era)?|cam(?:era)?|mic(?:rophone)?|speakers?|head(?:set|phones?)|audio|video|sound|display|monitor|hdmi|usb|bluetooth|virtual|built-in|integrated|array|line|jabra|logi(?:tech)?|plantronics|poly|yealink|realtek|intel|nvidia|amd|apple|airpods|macbook|imac|iphone|ipad|studio|default|chrome|firefox|edge|adobe|vpn|adapter|controller|proxy|desktop|workplace|policy|notification|account|profile|logo(?:n|ff)|mode|data|interface|settings?|storage|framework|config(?:uration)?|corporation|inc|ltd|gmbh|llc|tcp|udp|dns|http|ca|root|[a-z]{1,4}\d{2,5}(?!\d)|\d{1,4}\.\d{1,5})(?![a-z])/i;

export const nameRules: readonly SecretRule[] = [
  ...parameters('name', 'uname|un|user_?name|display_?name|nick_?name'),
  {
    kind: 'name',
    // Only people have these, whatever they call themselves.
    after: keys(
      'user_name|nick_?name|(?:participant|attendee|panelist|first|last|given|family|buddy|caller|callee|presenter|organi[sz]er|inviter|guest|host_?display|sur)[_ ]?name|Registered Owner',
    ),
    value: personName,
  },
  {
    kind: 'name',
    after: keys('(?:sender|receiver|contact|speaker|screen|disp|sz|real)[_ ]?name'),
    value: personName,
    keeps: thing,
  },
  {
    kind: 'name',
    after: keys('(?<![a-z?&;#])uname'),
    value: personName,
    keeps: /^(?:Linux|Darwin|Windows|MINGW|CYGWIN|MSYS|\w{0,8}BSD|SunOS)/,
  },
  // Also what services, rules and devices have.
  {
    kind: 'name',
    after: keys(
      '(?<!level|task|opcode|keywords?|provider|rule|service|driver|product|package|app|file|log|group|class)(?:display[_-]?name|display name|anzeigename|nombre para mostrar|nom d.affichage|nome visualizzato|nome de exibição|weergavenaam|nazwa wyświetlana|отображаемое имя|表示名|显示名称|顯示名稱|표시 이름)',
    ),
    value: personName,
    keeps: thing,
  },
  ...elements('name', '(?:display|full|given|sur|first|last|nick)_?name'),
  // What `net user` prints in columns.
  {
    kind: 'name',
    after:
      /^(?:Full Name|Vollständiger Name|Nom complet|Nombre completo|Nome completo|Volledige naam|Pełna nazwa)[ \t]{4,40}/gm,
    value: personName,
  },
  // macOS: `User Name: Jane Doe (jane)`.
  {
    kind: 'name',
    after: /\bUser Name: (?=[^()\r\n:]{1,64} \((?!S-1-)[\w.-]{1,32}\))/g,
    value: /[^()\r\n]{1,64}(?= \()/y,
    shaped: true,
  },
  // The fifth column of /etc/passwd.
  {
    kind: 'name',
    after: /^[a-z_][\w.-]{0,31}:[x*]:\d{1,10}:\d{1,10}:/gm,
    value: pattern('yu', fullName),
    shaped: true,
  },
  { kind: 'name', after: keys('gecos|real ?name'), value: pattern('yu', fullName), shaped: true, keeps: thing },
  // A host's name is a computer's name more often than a person's.
  {
    kind: 'name',
    after: keys('host_name|full[_ ]?name|long_?name|person|owner_?name'),
    value: pattern('yu', raw`${fullName}(?![\p{L}\p{N}]|[\\/:])`),
    shaped: true,
    keeps: thing,
  },
  {
    kind: 'name',
    after: pattern('giu', raw`(?<![\p{L}\p{N}])(?:${participant})(?:${is}|：)`),
    value: pattern('yu', raw`${person}(?![\p{L}\p{N}]|[\\/:@])`),
    shaped: true,
    keeps: thing,
  },
  {
    kind: 'name',
    after: pattern('giu', raw`(?<![\p{L}\p{N}])(?:${participant})s?[ \t]{1,3}(?=["'])`),
    value: personName,
  },
  {
    kind: 'name',
    after: pattern('giu', raw`(?<![\p{L}\p{N}])(?:${participant})s?[ \t]{1,3}`),
    value: pattern(
      'yu',
      raw`${anyWord}(?: ${anyWord}){0,3}(?= (?:${does}|ist|hat|a (?:rejoint|quitté|été)|ha|se (?:ha|unió)|heeft|neemt)(?![\p{L}\p{N}]))`,
    ),
    shaped: true,
  },
  {
    kind: 'name',
    shape: pattern(
      'gu',
      raw`(?<![\p{L}\p{N}._-])${person}(?=["']?(?: |さん|님|先生)?(?: (?:${meetingDeeds})|(?:さん)?が(?:参加|入室|退室|退出)|(?:已)?(?:加入|离开|離開|进入|進入)(?:了)?(?:会议|會議|等候)|님이 (?:참가|입장|퇴장)))`,
    ),
  },
  {
    kind: 'name',
    shape: pattern(
      'gu',
      raw`(?<![\p{L}\p{N}._-])${fullName}(?= (?:joined|left|is inviting you|(?:is|was) in the (?:waiting|breakout)|requested to|(?:was )?(?:pro|de)moted)(?![\p{L}\p{N}])| \((?:[Hh]ost|[Cc]o-[Hh]ost|[Gg]uest|[Oo]rganizer|me)[,)]|['\u2019]s (?:Zoom|Personal|meeting|screen|video|audio|hand)(?![\p{L}\p{N}]))`,
    ),
  },
  {
    kind: 'name',
    after:
      /\b(?:(?:chat|message|invitation|request|call|file|reaction)s? (?:from|to)|(?:invited|muted|unmuted|admitted|removed|spotlighted|pinned|recorded|shared|hosted|assigned|started) (?:by|to)|given to|spotlight(?:ing)?|(?:active )?speaker(?: is|:)?|(?:signed|logged)[ -]in as|(?:co-?)?host(?: is|:)|user|assigned:|admit(?:ting)?|display name(?: is| to)?|participant name(?: is)?|on\w{0,24}(?:user|participant|attendee)\w{0,24}(?:[(,]| \d{4,12},?)?) /gi,
    value: pattern('yu', raw`${fullName}(?![\p{L}\p{N}]|[\\/:@])`),
    shaped: true,
    keeps: thing,
  },
  {
    kind: 'name',
    after: /\bFrom /g,
    value: pattern('yu', raw`[^\s"'<>:][^"'<>:\r\n]{0,60}?(?= to (?:Everyone|Me|You|Host))`),
    shaped: true,
  },
  {
    kind: 'name',
    after: /\b(?:participant|attendee|panelist)s?[ ]?[:=]?[ ]?(?=[[(\p{Lu}])[[(]?/giu,
    value: pattern('yu', raw`${fullName}(?:[,;] ?${fullName}){0,20}(?=[\])]|$)`),
    shaped: true,
    keeps: thing,
  },
  {
    kind: 'name',
    after: keys('(?<![a-z])(?:participant|attendee|panelist)'),
    value: pattern('yu', raw`${anyWord}(?=[;,)\]"']|\s{0,8}$)`),
    shaped: true,
  },
  { kind: 'name', after: /\bcaller[ _-]?id[ \t]{0,2}[:=]?[ \t]{1,3}(?=["'])/gi, value: personName },
  {
    kind: 'name',
    after: /\b(?:view(?:ing)?|see(?:ing)?|watching|following|recording) /g,
    value: pattern(
      'yu',
      raw`[^\s'\u2019"<>][^'\u2019"<>\r\n]{0,60}(?=['\u2019]s (?:shared )?(?:screen|video|application|whiteboard|desktop))`,
    ),
    shaped: true,
  },
  {
    kind: 'name',
    after: /(?:Bildschirm von|écran de|pantalla de|schermo di|tela de|scherm van) /g,
    value: pattern('yu', person),
    shaped: true,
    keeps: thing,
  },
  {
    kind: 'name',
    after: /(?<![\w-])name["']?[ \t]{0,3}[:=][ \t]{0,3}/gi,
    value:
      /[^\s"'<>\\,;][^"'<>\\\r\n,;]{0,80}(?=["']?[,;]?[ \t]{0,4}["']?(?:user_?)?role["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?:co-?host|host|participant|attendee|panelist|guest|presenter))/iy,
    shaped: true,
  },
  {
    kind: 'name',
    after:
      /(?<![\w-])role["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?:co-?host|host|participant|attendee|panelist|guest|presenter)["']?[,;]?[ \t]{0,4}["']?name["']?[ \t]{0,3}[:=][ \t]{0,3}/gi,
    value: personName,
  },
  // Calls and mails: `From: "Jane Doe" <sip:…>`, and names in directories.
  {
    kind: 'name',
    after:
      /(?<![\w-])(?:From|To|Cc|Bcc|Contact|Reply-To|Sender|Organizer|Referred-By|P-Asserted-Identity|P-Preferred-Identity|Remote-Party-ID)[ \t]{0,2}[:=][ \t]{0,4}/gi,
    value: /[^\s"'<>\\:][^"<>\\\r\n:]{0,80}?(?=\\{0,2}"? ?<)/y,
    shaped: true,
  },
  {
    kind: 'name',
    after: /\bCN=/gi,
    value: pattern('yu', raw`(?:[^,=\r\n"<>]{1,64}(?=,CN=Users,)|${fullName}(?=(?:,OU=[^,=\r\n]{1,64}){1,8},DC=))`),
    shaped: true,
    keeps: thing,
  },
];
