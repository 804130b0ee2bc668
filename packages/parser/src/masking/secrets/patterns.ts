/**
 * What a rule for secrets is, and the pieces of pattern that the rules beside it share.
 *
 * Hostile text must cost linear time: every quantifier is bounded, but for the last one of a `value`, which is anchored
 * where `after` ended. tests/redact.test.ts holds all rules to that.
 */

/** What a secret is; stands in its token: `<email-1>`. */
export const secretKinds = [
  'key',
  'credentials',
  'token',
  'passcode',
  'jid',
  'email',
  'phone',
  'meeting',
  'mac',
  'serial',
  'ssid',
  'card',
  'name',
  'sid',
  'account',
] as const;

export type SecretKind = (typeof secretKinds)[number];

export interface KeyedSecret {
  readonly kind: SecretKind;
  /** Global. An opening quote may follow its match. */
  readonly after: Expression;
  /** Sticky. Behind an opening quote the secret reaches to the closing one instead, unless it is `shaped`. */
  readonly value: Expression;
  /** The secret has looks of its own: where `value` does not match there is none, quotes or not. */
  readonly shaped?: true;
  /** Values that are no secrets, beside `stateWords`; matches whole and short ones only. */
  readonly keeps?: Expression;
}

export interface ShapedSecret {
  readonly kind: SecretKind;
  /** Global; its context only by lookaround. */
  readonly shape: Expression;
}

export type SecretRule = KeyedSecret | ShapedSecret;

/** What a log says in place of a secret, or about one. */
export const stateWords =
  /^(?:true|false|yes|no|on|off|null|nil|none|n\/a|\(null\)|<private>|undefined|unknown|unset|empty|valid|invalid|correct|incorrect|wrong|expired|missing|required|accepted|rejected|denied|ok|failed|error|redacted|\d{1,3}…?|-\d{1,9}|\[\d{1,9} bytes were stripped\])$/i;

// ---- pieces of patterns ----------------------------------------------------------------------

export const { raw } = String;
/** What the rules ask of a RegExp. */
export type Expression = Pick<RegExp, 'source' | 'flags' | 'lastIndex' | 'exec' | 'test'>;

export const pattern = (flags: string, ...parts: readonly string[]): Expression =>
  new LatePattern(parts.join(''), flags);

/** A RegExp that is made when it is first tried: to make all of them takes longer than to scan a short log. */
class LatePattern implements Expression {
  readonly source: string;
  readonly flags: string;
  #made: RegExp | null = null;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  get lastIndex(): number {
    return this.#regexp().lastIndex;
  }

  set lastIndex(at: number) {
    this.#regexp().lastIndex = at;
  }

  exec(text: string): RegExpExecArray | null {
    return this.#regexp().exec(text);
  }

  test(text: string): boolean {
    return this.#regexp().test(text);
  }

  toString(): string {
    return `/${this.source}/${this.flags}`;
  }

  #regexp(): RegExp {
    this.#made ??= new RegExp(this.source, this.flags);
    return this.#made;
  }
}

export const quote = raw`\\{0,3}["']`;
/**
 * From a key to its value: `: `, ` = `, ` is : `, `":"`, `\\u003d`, dots, a full-width sign, an XML attribute, a plist, `reg query`, a
 * form field, a HAR pair of name and value.
 */
export const is = raw`(?:(?:${quote})?[ \t\u00a0\u202f.#]{0,40}(?:is[ \t]{0,3})?(?:->|[:=：＝は为是]{1,2}>?|\\u003[dD])[ \t\u00a0\u202f]{0,40}|["']>|<\/key>\s{0,40}<string>|[ \t]{1,20}REG_SZ[ \t]{1,20}|["'][ \t]{1,4}value=|${quote},\s{0,8}${quote}value${quote}:\s{0,8})`;
/** The same, or nothing but blanks: for secrets with looks of their own. */
export const isOrBlank = raw`(?:${is}|[ \t#]{1,4})`;
/** A verb where a sentence has one. */
export const verb = raw`[ \t]{1,4}(?:is|(?:was|has been)(?: changed| set| reset| updated)? to|was|ist|lautet|war|est|es|é|è|to|jest|为|是|は)[ \t:]{1,4}`;
/** Separators as they stand, escaped in JSON, or percent-encoded once or twice. */
export const slash = raw`(?:\\{0,2}\/|%(?:25)?2[Ff])`;
export const pathSeparator = raw`(?:[\\/]{1,4}|%(?:25)?(?:5[Cc]|2[Ff]))`;
export const octet = '[0-9A-Fa-f]{2}';
export const guid = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-';
/** A character of base64 or of a token in a header; JSON may escape the slash. */
export const base64 = raw`(?:[\w.~+/=-]|\\{1,2}\/)`;

/** Keys in running text. Each may be the end of a longer one: `conf_token`, `meetingPassword`. */
export const keys = (names: string) => pattern('gi', `(?:${names})`, is);

/** Up to white space or a quote; at a comma, semicolon or ampersand only where another key or nothing follows. */
export const word = /(?:[^\s,;&"'<>\\[\]{}，。；、）]|\\{1,2}\/|[,;&](?![\s,;&"']|$|amp;|[\w.-]{1,32}[ \t]?[:=]))+/y;

/** The parameters of a URL, and of a URL that is itself percent-encoded. */
export const parameters = (kind: SecretKind, names: string): readonly SecretRule[] => [
  {
    kind,
    after: pattern('gi', raw`(?:[?&;#]|\\u0026)(?:${names})(?:=|\\u003[dD])`),
    value: /(?:[^&\s"'\\<>#]|\\{1,2}\/)+/y,
  },
  {
    kind,
    after: pattern('gi', raw`%(?:25)?(?:26|3F|23)(?:${names})%(?:25)?3D`),
    // A name has blanks; behind other values one ends the address.
    value:
      kind === 'name'
        ? /(?:[^&\s"'\\<>#%]|%(?!(?:25)?(?:2[36]|22)|20(?![A-Z])))+/y
        : /(?:[^&\s"'\\<>#%]|%(?!(?:25)?(?:2[036]|22)))+/y,
  },
];

/** The text of XML elements, whatever their name space: `<saml:NameID Format="…">alice</saml:NameID>`. */
export const elements = (kind: SecretKind, names: string): readonly SecretRule[] => [
  {
    kind,
    after: pattern('gi', raw`(?:<|&lt;)(?:[\w-]{1,24}:)?(?:${names})(?:\s[^<>&]{0,512})?(?:>|&gt;)`),
    value: /[^\s<>&][^<>&\r\n]*/y,
    shaped: true,
  },
];

export const userInfo =
  /(?:[^\s/@"'<>\\?#,;|()]|\\(?![/"'u])){1,512}(?:@[^\s/@"'<>\\?#,;|()]{1,256}){0,2}(?=@[\w.[-])/y;
const pairs = raw`(?:[\w.!$%*+^~-]{1,128}=(?:${quote}[^"'\\\r\n]{0,4096}${quote}|(?:[^;,\s"\\]|,(?! )|\\{1,2}\/){0,4096}))`;
export const cookie = pattern('y', pairs, raw`(?:;[ +]{0,2}(?:${pairs}|[A-Za-z]{1,32}(?![\w=]))){0,100}`);
export const authorization = pattern('y', pairs, raw`(?:,[ \t]{1,4}${pairs}){1,16}|${base64}{4,}`);
export const schemes = 'Basic|Bearer|Digest|NTLM|Negotiate|Kerberos|OAuth|Token|ApiKey|AWS4-HMAC-SHA256';

/** Also inside a URL, where what stands before it may be an escape; not `icon@2x.png` nor the systemd unit `user@1000.service`. */
export const email = pattern(
  'gu',
  raw`(?:(?<![\p{L}\p{N}._+'-])(?<!%(?=[0-9A-Fa-f]{2}))|(?<=%[0-9A-Fa-f]{2}))`,
  raw`(?:[\p{L}\p{N}._+'-]|%2[BbDdEe]|%5[Ff]){1,128}(?:@|%(?:25)?40|\\u0040|&#(?:64|x40);)(?![23]x\.)(?:[\p{L}\p{N}-]{1,63}\.){1,8}`,
  raw`(?!(?:service|scope|slice|socket|mount|timer|target|device|path)\b)\p{L}{2,24}(?![\p{L}\p{N}])`,
);

export const phoneNumber =
  /(?!\d{1,3}\.\d{1,3}\.\d{1,5}\.\d|\d{4}[-/]\d\d[-/]\d\d)(?:\+|%2B)?\(?\d(?:[ ()./-]{0,2}\d){5,14}(?!\w|:\d)/iy;
export const meetingNumber = pattern(
  'y',
  raw`\d(?:[ \u00a0\u2009\u202f-]?\d){8,11}(?![\w-])|(?!\{?${guid})(?:[\w+/=-]|\\{1,2}\/|%2[BFbf]|%3[Dd]){16,64}`,
);
export const userId = pattern('y', raw`(?!${guid}|S-1-)[\w+/-]{16,64}={0,2}(?![\w-])`);
/** Six octets, not a part of a longer run, of an IPv6 address or of a GUID. */
export const mac = [':', '-', '_'].map((separator) =>
  pattern(
    'g',
    raw`(?<![0-9A-Za-z])(?<!(?<![0-9A-Za-z])[0-9A-Fa-f]{1,4}${separator})(?<!::)`,
    raw`${octet}(?:${separator}${octet}){5}(?![0-9A-Za-z]|${separator}[0-9A-Fa-f:])`,
  ),
);
export const octets = pattern('y', raw`${octet}(?::${octet}){5}`);
/** `Doe, Jane` is one name, `Jane,  user_addr: …` and `Jane role=1` a name and the next key. */
export const personName =
  /[^\s,;:=&"'<>[\]{}\\](?:(?! [a-z_][\w.-]{0,31}[=:])[^,;\r\n\t"&<>[\]{}\\]){0,256}(?:, (?! )[^,:;=\r\n\t"&<>[\]{}\\]{1,64}(?=,|[\r\n]|$))?/y;
/** With blanks only where a Windows path goes on behind it. */
export const folderName = pattern(
  'y',
  raw`(?! )(?:[^\\/:*?"<>|\r\n\t%#&;,]|%(?!(?:25)?(?:5[Cc]|2[Ff]|2[236]|3[EFef]))[0-9A-Fa-f]{2}){1,64}(?=\\(?!\/)|#|%(?:25)?5[Cc]|(?:\/|%2F)(?:AppData|Library|Desktop|Documents|Downloads|Movies|Pictures)(?![\w-]))`,
  raw`|(?:[^\s\\/:*?"'<>|%#&;,()[\]{}=]|%(?!(?:25)?(?:5[Cc]|2[Ff]|2[0236]|3[EFef]))[0-9A-Fa-f]{2}){1,64}`,
);
