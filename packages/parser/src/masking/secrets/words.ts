/** How Zoom and the systems word what precedes a secret, in the languages of their users. Alternatives of a pattern. */

const { raw } = String;

/** A secret that a person types to enter. */
export const passcode = [
  'password|passwd|passcode|passphrase|pass code|(?<![a-z])psw',
  'kenncode|kennwort|passwort|zugangscode',
  raw`(?<!\p{L})(?:geslo|lozinka|slaptažodis|parool|contrasenya|fjalëkalimi|lykilorð)|sharing key`,
  raw`(?:hasło|kod dostępu) [a-zęółśążźćń]{1,16}(?=[ ]?[:=])`,
  raw`(?:mot de passe|code secret|code d['\u2019]acc[eè]s|contraseña|c[oó]digo de acceso|clave de acceso|codice (?:di accesso|d['\u2019]accesso)|senha|c[oó]digo de acesso)(?: d[^:=：＝\r\n]{1,24}(?=[ ]?[:=：＝]))?`,
  'wachtwoord|toegangscode',
  'kod dost[eę]pu|hasło',
  'lösenord|lösenkod|åtkomstkod|přístupový kód|hozzáférési kód|cod de acces|pääsykoodi|κωδικός πρόσβασης|código de acesso|adgangskode|passord|salasana|heslo|jelszó|parol[aă]|şifre|kata sandi|kode sandi|mật khẩu|mật mã',
  'пароль(?: (?:конференции|вебинара))?|код доступ[ау](?: (?:к|до) [^:=\\r\\n]{1,24}(?=[ ]?:))?|парола|лозинка|κωδικός',
  'パスコード|パスワード|暗証番号|密码|密碼|口令|암호|비밀번호|รหัสผ่าน|كلمة المرور|رمز المرور|סיסמה|קוד גישה',
].join('|');

/** The key with which a participant becomes the host. */
export const hostKey = [
  'host[ _-]?key',
  'host-?schlüssel|hostcode',
  "cl[eé] (?:de l[\u2019'])?(?:d[\u2019'])?h[oô]te|cl[eé] d[\u2019']animateur",
  "clave (?:de|del) anfitri[oó]n|chiave (?:dell[\u2019']|di )?(?:host|organizzatore)|chave do anfitri[aã]o",
  'hostsleutel|klucz hosta|ключ организатора|ホスト ?キー|主持人(?:密钥|密鑰|金鑰)|호스트 키',
].join('|');

/** A code that is good for one sign-in. */
export const oneTimeCode = [
  raw`(?<![a-z])(?:t?otp|one[ -]?time (?:pass)?code|one[ -]?time password|(?:verification|security|confirmation|authentication|authenticator|pairing|sharing|sign-?in|login|verify|2fa|mfa|sms|access)[ _-]?code|(?:your|the) (?:zoom )?code)`,
  'bestätigungscode|sicherheitscode|einmalcode|einmalpasswort|verifizierungscode',
  'code de (?:vérification|sécurité|confirmation)|código de (?:verificación|seguridad|confirmación|verificação|segurança)',
  'codice di (?:verifica|sicurezza)|verificatiecode|kod weryfikacyjny|код подтверждения|проверочный код',
  '確認コード|認証コード|验证码|驗證碼|校验码|인증 ?(?:코드|번호)',
].join('|');

/** The number of a meeting, before a sign such as `:`. */
export const meetingId = [
  raw`(?:meeting|mtg|conf|conference|webinar|event|room)[_ -]?(?:#|number|num|no\.?|nr|id|uuid)`,
  raw`(?:personal[_ -]?)?(?:meeting|room)[_ -]?(?:id|number)|(?<![a-z])(?:pmi|mn|usepmi|mid)`,
  '(?:besprechungs|sitzungs|konferenz|webinar)[ -]?(?:id|nummer)|meeting-?nummer',
  'id (?:de (?:la )?)?r[eé]union|num[eé]ro de (?:la )?r[eé]union|id (?:de (?:la )?)?reuni[oó]n|id (?:del )?seminario web',
  'id (?:della )?riunione|(?:id|c[oó]digo) da reuni[aã]o|vergadering(?:s|en)?[ -]?id|vergader-?id|id spotkania|mötes-?id|møde-?id|møte-?id|toplantı ?(?:kimliği|no)',
  'id schůzky|identyfikator spotkania|értekezlet ?azonosítója|ідентифікатор (?:зустрічі|конференції|наради)|معرف الاجتماع|מזהה פגישה|kokouksen tunnus|toplantı ?no',
  'идентификатор (?:конференции|персональной конференции|вебинара)|номер конференции',
  'ミーティング ?(?:ID|番号)|会议(?: ?ID|号|号码)|會議(?: ?ID|號|號碼)|网络研讨会 ?ID|회의 ?(?:ID|번호)|ID cuộc họp',
].join('|');

/** Someone in a meeting. */
export const participant = [
  'participant|attendee|panelist|co-?host|guest|presenter|organi[sz]er|caller|callee|inviter|invitee',
  'teilnehmer(?:in)?|referent(?:in)?|participante|panelista|partecipante|deelnemer|uczestnik|участник',
  '参加者|出席者|参会者|與會者|与会者|参与者|參與者|참가자|참석자',
].join('|');

/** What follows who does something in a meeting. */
export const meetingDeeds = [
  raw`(?:has |have |is |was )?(?:just |now |been )?(?:(?:re-?)?join(?:ed|ing)|left|leaving|entered|entering|waiting in|admitted to|removed from|put in|sharing|presenting in)[ ](?:to )?(?:the |this |your |a |their )?(?:zoom )?(?:waiting room|meeting|webinar|call|breakout|conference|session|lobby|screen|room)`,
  raw`(?:has )?(?:raised|lowered)(?: a| the| their| his| her)? hand|(?:has )?started (?:sharing|screen|recording)`,
  raw`(?:ist|hat) (?:de[mn] |das |am |im )?(?:Meeting|Warteraum|Besprechung|Webinar)`,
  raw`(?:a rejoint|a quitté|est entrée?(?: dans)?) (?:la |le )?(?:réunion|salle|webinaire)|se (?:ha )?(?:unido|unió) a|ha (?:abandonado|salido de|entrado en) la|si è unit[oa] alla|ha lasciato la|entrou na|saiu da`,
  raw`neemt deel aan|heeft (?:de|het) (?:vergadering|wachtkamer)|dołączyła? do|opuściła? (?:spotkanie|poczekalnię)|(?:присоединил(?:ся|ась)|вош(?:ел|ёл|ла)) [кв]|покинула? конференцию`,
].join('|');
