/** Sentences of Zoom's dialogs, as users copy or type them. English, German and Japanese: as public pages show them; most others are translations. */

export type DialogKind =
  | 'connection'
  | 'camera'
  | 'microphone'
  | 'access'
  | 'certificate'
  | 'account'
  | 'meeting'
  | 'crash'
  | 'library';

interface Sentences {
  /** Nobody else's program says so. */
  readonly own?: readonly string[];
  /** Others say so as well: where the text names Zoom. */
  readonly named?: readonly string[];
}

export const dialogSentences: Readonly<Record<DialogKind, Sentences>> = {
  connection: {
    own: [
      '[Mm]ake sure (?:that )?you(?: are|.re) connected to (?:the )?internet,? and (?:that )?(?:your )?[Cc]onnection to [Zz]oom is not blocked',
      'We can.?t connect to Zoom',
      "[Cc]an(?:no|'|’)t connect to (?:our|the Zoom) service",
      'Your connection has timed out and you cannot join the meeting',
      '[Uu]nable to connect to Zoom',
      '(?:当社の|Zoom ?)サービスに接続できません',
      'Es kann keine Verbindung zu Zoom hergestellt werden',
      'Impossible de se connecter à Zoom',
      'No (?:se puede conectar|podemos conectarnos) a Zoom',
      'Não (?:é possível|foi possível) conectar ao Zoom',
      'Impossibile connettersi a Zoom',
      '无法连接(?:到)? ?Zoom',
    ],
  },
  camera: {
    own: [
      '[Ff]ailed to start the video camera',
      'Die Videokamera konnte nicht gestartet werden',
      'Échec du démarrage de la caméra vidéo',
      'No se pudo iniciar la cámara de video',
      'ビデオ ?カメラを?の?起動(?:に失敗|できません)',
    ],
    named: [
      "(?:[Cc]an(?:no|['’])t|[Uu]nable to|[Cc]ould not) (?:detect|find|start) (?:a|your|the) (?:video )?(?:camera|webcam)",
      'Kamera (?:konnte nicht|kann nicht) (?:gestartet|erkannt|gefunden) werden',
    ],
  },
  microphone: {
    named: [
      "(?:[Cc]an(?:no|['’])t|[Uu]nable to|[Cc]ould not) (?:detect|find) (?:a|your|the) (?:microphone|mic\\b)",
      '[Nn]o microphone (?:was |is )?(?:detected|found)',
      'Mikrofon (?:konnte nicht|kann nicht|wurde nicht) (?:erkannt|gefunden)',
      'マイクが検出(?:されません|できません)',
    ],
  },
  access: {
    named: [
      "(?:does not|doesn['’]t|do not) have (?:access|permission)s? (?:to )?(?:access |use |record )?(?:to )?(?:your |the |this )?(?:camera|microphone|mic\\b|screen|computer['’]s screen)",
      "(?:needs?|requires?) (?:access|permission) to (?:access |use |record )?(?:your |the |this )?(?:camera|microphone|screen|computer['’]s screen)",
      'keinen Zugriff auf (?:Ihre |Ihr |die |das |den )?(?:Kamera|Mikrofon|Bildschirm)',
      "n['’](?:a|est) pas (?:accès|autorisée? à accéder) à (?:votre |la |l['’])?(?:caméra|microphone|micro\\b|écran)",
      'no tiene (?:acceso|permiso) (?:a|para) (?:usar |acceder a )?(?:su |la |el |tu )?(?:cámara|micrófono|pantalla)',
      '(?:カメラ|マイク|画面)へのアクセス(?:が許可されて|権限が)',
    ],
  },
  certificate: {
    own: [
      '[Uu]ntrusted [Ss]erver [Cc]ertificate',
      'could not prove that it is Zoom',
      '[Nn]icht vertrauenswürdiges Serverzertifikat',
      'dass es sich um einen Zoom-Server handelt',
      '[Cc]ertificat (?:de )?serveur non (?:approuvé|fiable)',
      '[Cc]ertificado (?:de|del) servidor no (?:fiable|confiable|de confianza)',
      '[Cc]ertificado de servidor não confiável',
      '[Cc]ertificato (?:del )?server non (?:attendibile|affidabile)',
      '[Nn]iet-vertrouwd servercertificaat',
      '[Nn]iezaufany certyfikat serwera',
      '[Нн]е(?:доверенный|надежный|надёжный) сертификат сервера',
      '信頼(?:されていない|できない) ?サーバー ?証明書',
      'Zoom ?であることを証明できませんでした',
      '不受信任的服务器证书',
      '不受信任的伺服器憑證',
      '신뢰할 수 없는 서버 인증서',
    ],
  },
  account: {
    own: [
      'blocked for 30 minutes due to reaching the maximum',
      '[Aa]ccount is disabled\\. Please contact (?:[Ss]upport|your account owner)',
      'アカウント ?が無効になりました',
    ],
    named: [
      "[Aa]ccount (?:is|has been|was) (?:disabled|deactivated|locked|suspended|blocked)",
      '(?:[Ii]ncorrect|[Ii]nvalid|[Ww]rong) (?:e-?mail(?: address)? or password|user ?name or password)',
      "[Uu]ser does not exist|[Aa]ccount (?:does not|doesn['’]t) exist",
      'Konto (?:ist|wurde) (?:deaktiviert|gesperrt)',
      'E-Mail(?:-Adresse)? oder (?:das )?(?:Kennwort|Passwort) (?:ist )?(?:falsch|ungültig|nicht korrekt)',
      '[Cc]ompte (?:est |a été )?(?:désactivé|verrouillé|bloqué)',
      '[Cc]uenta (?:está |ha sido )?(?:deshabilitada|desactivada|bloqueada)',
    ],
  },
  meeting: {
    named: [
      "[Ii]nvalid [Mm]eeting ID|[Mm]eeting ID is not valid|[Mm]eeting ID (?:does not|doesn['’]t) exist",
      '[Uu]ngültige (?:Meeting|Webinar)-ID',
      'ID de réunion (?:non valide|invalide)|ID de (?:la )?reunión (?:no válido|inválido)|ID (?:da|de) reunião inválid[oa]|ID riunione non valido',
      '無効なミーティング ?ID|ミーティング ?ID が無効',
      '无效的会议|無效的會議',
      '[Mm]eeting (?:has been|is) locked',
      'for authorized (?:attendees|participants|registrants|users) only',
      'host has another meeting in progress|[Yy]ou have been removed from this meeting|[Mm]eeting passcode is incorrect|(?:[Ww]rong|[Ii]ncorrect) (?:meeting )?passcode',
      '承認を受けた参加者のみ|許可された参加者のみ',
    ],
  },
  crash: {
    named: [
      '(?:zoom\\.us|Zoom(?: Workplace)?)["”]? quit unexpectedly',
      'Zoom(?: Meetings?| Workplace|\\.exe)? has stopped (?:working|unexpectedly)',
      '(?:zoom\\.us|Zoom(?: Workplace)?)["”“]? (?:wurde unerwartet beendet|funktioniert nicht mehr)',
      'Zoom\\.exe - Application Error|Zoom\\.exe - Anwendungsfehler',
      '(?:zoom\\.us|Zoom(?: Workplace)?)["”“ »]{0,3}(?:a quitté de manière imprévue|se cerró inesperadamente)',
      'zoom\\.us["”“」]? ?が予期しない理由で終了',
    ],
  },
  library: {
    named: [
      '[Cc]ode execution cannot proceed because [\\w.-]{3,60}\\.dll was not found',
      "program can['’]t start because [\\w.-]{3,60}\\.dll is missing",
      'da [\\w.-]{3,60}\\.dll nicht gefunden wurde',
      'car [\\w.-]{3,60}\\.dll est introuvable',
      'porque no se encontró [\\w.-]{3,60}\\.dll',
      '[\\w.-]{3,60}\\.dll ?が見つからないため',
    ],
  },
}; // biome-ignore format: a list

const all = (kind: keyof Sentences): string =>
  Object.values(dialogSentences)
    .flatMap((sentences) => sentences[kind] ?? [])
    .join('|');
/** Any of those that are Zoom's own; and of those that count where Zoom is named. */
export const ownSentence = all('own');
export const namedSentence = all('named');
