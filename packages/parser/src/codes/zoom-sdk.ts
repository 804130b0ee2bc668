/**
 * Numbers that Zoom's SDKs hand to the programs built on them; the client's own join results carry the same numbers.
 * Small as they are, they mean something only under their own name: `MeetingFailCode`, `internalErrorCode`, …
 */
import type { Code } from '../define.ts';
import { symbolTable } from './table.ts';

const shared = { namespace: 'zoom-sdk', confidence: 'high', prefix: /^.*::/ } as const;

const join = symbolTable({ ...shared, source: 'Zoom Meeting SDK for Windows, macOS and Linux (join)' }, [
  [1, 'MeetingFailCode::MEETING_FAIL_NETWORK_ERR', 'firewall', 'join: a network error'],
  [2, 'MeetingFailCode::MEETING_FAIL_RECONNECT_ERR', 'firewall', 'join: reconnecting failed'],
  [3, 'MeetingFailCode::MEETING_FAIL_MMR_ERR', 'service', "join: Zoom's media server failed"],
  [4, 'MeetingFailCode::MEETING_FAIL_PASSWORD_ERR', 'account', 'join: wrong passcode'],
  [5, 'MeetingFailCode::MEETING_FAIL_SESSION_ERR', 'firewall', 'join: no media session could be established'],
  [6, 'MeetingFailCode::MEETING_FAIL_MEETING_OVER', 'account', 'join: the meeting is over'],
  [7, 'MeetingFailCode::MEETING_FAIL_MEETING_NOT_START', 'account', 'join: the meeting has not started'],
  [8, 'MeetingFailCode::MEETING_FAIL_MEETING_NOT_EXIST', 'account', 'join: there is no such meeting'],
  [9, 'MeetingFailCode::MEETING_FAIL_MEETING_USER_FULL', 'account', 'join: the meeting is full'],
  [10, 'MeetingFailCode::MEETING_FAIL_CLIENT_INCOMPATIBLE', 'install', 'join: the client is too old'],
  [11, 'MeetingFailCode::MEETING_FAIL_NO_MMR', 'service', 'join: Zoom has no media server for it'],
  [12, 'MeetingFailCode::MEETING_FAIL_CONFLOCKED', 'account', 'join: the meeting is locked'],
  [
    13,
    'MeetingFailCode::MEETING_FAIL_MEETING_RESTRICTED',
    'account',
    'join: only members of the host account may join',
  ],
  [
    14,
    'MeetingFailCode::MEETING_FAIL_MEETING_RESTRICTED_JBH',
    'account',
    'join: only members of the host account may join before the host',
  ],
  [15, 'MeetingFailCode::MEETING_FAIL_CANNOT_EMIT_WEBREQUEST', 'firewall', 'join: no request could be sent'],
  [16, 'MeetingFailCode::MEETING_FAIL_CANNOT_START_TOKENEXPIRE', 'account', 'join: the token has expired'],
  [17, 'MeetingFailCode::SESSION_VIDEO_ERR', 'device-usb', 'join: the camera or its driver failed'],
  [18, 'MeetingFailCode::SESSION_AUDIO_AUTOSTARTERR', 'device-usb', 'join: audio could not start automatically'],
  [19, 'MeetingFailCode::MEETING_FAIL_REGISTERWEBINAR_FULL', 'account', 'webinar: no place left'],
  [20, 'MeetingFailCode::MEETING_FAIL_REGISTERWEBINAR_HOSTREGISTER', 'account', 'webinar: the host cannot register'],
  [
    21,
    'MeetingFailCode::MEETING_FAIL_REGISTERWEBINAR_PANELISTREGISTER',
    'account',
    'webinar: a panelist cannot register',
  ],
  [
    22,
    'MeetingFailCode::MEETING_FAIL_REGISTERWEBINAR_DENIED_EMAIL',
    'account',
    'webinar: the host refuses this e-mail address',
  ],
  [23, 'MeetingFailCode::MEETING_FAIL_ENFORCE_LOGIN', 'account', 'webinar: a sign-in is required'],
  [24, 'MeetingFailCode::CONF_FAIL_ZC_CERTIFICATE_CHANGED', 'tls-clock', 'join: the certificate changed'],
  [27, 'MeetingFailCode::CONF_FAIL_VANITY_NOT_EXIST', 'account', 'join: there is no such personal link'],
  [
    28,
    'MeetingFailCode::CONF_FAIL_JOIN_WEBINAR_WITHSAMEEMAIL',
    'account',
    'webinar: this e-mail address has already joined',
  ],
  [29, 'MeetingFailCode::CONF_FAIL_DISALLOW_HOST_MEETING', 'account', 'start: a setting forbids it'],
  [50, 'MeetingFailCode::MEETING_FAIL_WRITE_CONFIG_FILE', 'install', 'join: the settings file cannot be written'],
  [
    60,
    'MeetingFailCode::MEETING_FAIL_FORBID_TO_JOIN_INTERNAL_MEETING',
    'account',
    'join: the meeting is only for members of its organization',
  ],
  [61, 'MeetingFailCode::CONF_FAIL_REMOVED_BY_HOST', 'account', 'join: the host removed this user earlier'],
  [
    62,
    'MeetingFailCode::MEETING_FAIL_HOST_DISALLOW_OUTSIDE_USER_JOIN',
    'account',
    'join: the host does not allow external participants',
  ],
  [
    63,
    'MeetingFailCode::MEETING_FAIL_UNABLE_TO_JOIN_EXTERNAL_MEETING',
    'account',
    "join: an unpublished program cannot join another account's meeting",
  ],
  [
    64,
    'MeetingFailCode::MEETING_FAIL_BLOCKED_BY_ACCOUNT_ADMIN',
    'account',
    "join: the host's administrator blocks the program",
  ],
  [
    82,
    'MeetingFailCode::MEETING_FAIL_NEED_SIGN_IN_FOR_PRIVATE_MEETING',
    'account',
    "join: a sign-in to the host's account is required",
  ],
  [500, 'MeetingFailCode::MEETING_FAIL_APP_PRIVILEGE_TOKEN_ERROR', 'account', "join: the program's token is wrong"],
  [
    503,
    'MeetingFailCode::MEETING_FAIL_USER_LEVEL_TOKEN_NOT_HAVE_HOST_ZAK_OBF',
    'account',
    'join: raw data needs a token granted by the host',
  ],
  [
    504,
    'MeetingFailCode::MEETING_FAIL_APP_CAN_NOT_ANONYMOUS_JOIN_MEETING',
    'account',
    'join: anonymous joining is not allowed; a ZAK or OBF token is required',
  ],
  [
    1143,
    'MeetingFailCode::MEETING_FAIL_JMAK_USER_EMAIL_NOT_MATCH',
    'account',
    'join: the link is for another e-mail address',
  ],
  [65535, 'MeetingFailCode::MEETING_FAIL_UNKNOWN', null, 'join: unknown'],
]);

const authentication = symbolTable({ ...shared, source: 'Zoom Meeting SDK for Windows and Linux (authentication)' }, [
  [1, 'AuthResult::AUTHRET_KEYORSECRETEMPTY', 'account', 'SDK: key or secret missing'],
  [2, 'AuthResult::AUTHRET_KEYORSECRETWRONG', 'account', 'SDK: wrong key or secret'],
  [3, 'AuthResult::AUTHRET_ACCOUNTNOTSUPPORT', 'account', 'SDK: not for this kind of account'],
  [4, 'AuthResult::AUTHRET_ACCOUNTNOTENABLESDK', 'account', 'SDK: not enabled for the account'],
  [5, 'AuthResult::AUTHRET_UNKNOWN', null, 'SDK: unknown'],
  [6, 'AuthResult::AUTHRET_SERVICE_BUSY', 'service', 'SDK: the service is busy'],
  [8, 'AuthResult::AUTHRET_OVERTIME', 'firewall', 'SDK: no answer in time'],
  [9, 'AuthResult::AUTHRET_NETWORKISSUE', 'firewall', 'SDK: a network error'],
  [10, 'AuthResult::AUTHRET_CLIENT_INCOMPATIBLE', 'install', 'SDK: this version is not supported'],
  [11, 'AuthResult::AUTHRET_JWTTOKENWRONG', 'account', 'SDK: wrong token'],
  [12, 'AuthResult::AUTHRET_LIMIT_EXCEEDED_EXCEPTION', 'account', 'SDK: too many authentications'],
]);

const login = symbolTable({ ...shared, source: 'Zoom Meeting SDK for Windows and Linux (login)' }, [
  [1, 'LoginFailReason::LoginFail_EmailLoginDisable', 'account', 'login: e-mail login is disabled'],
  [2, 'LoginFailReason::LoginFail_UserNotExist', 'account', 'login: there is no such user'],
  [3, 'LoginFailReason::LoginFail_WrongPassword', 'account', 'login: wrong password'],
  [4, 'LoginFailReason::LoginFail_AccountLocked', 'account', 'login: the account is locked'],
  [5, 'LoginFailReason::LoginFail_SDKNeedUpdate', 'install', 'login: an update is needed'],
  [6, 'LoginFailReason::LoginFail_TooManyFailedAttempts', 'account', 'login: too many failed attempts'],
  [7, 'LoginFailReason::LoginFail_SMSCodeError', 'account', 'login: wrong code from the text message'],
  [8, 'LoginFailReason::LoginFail_SMSCodeExpired', 'account', 'login: the code from the text message has expired'],
  [9, 'LoginFailReason::LoginFail_PhoneNumberFormatInValid', 'account', 'login: not a phone number'],
  [10, 'LoginFailReason::LoginFail_LoginTokenInvalid', 'account', 'login: the token is not valid'],
  [11, 'LoginFailReason::LoginFail_UserDisagreeLoginDisclaimer', 'account', 'login: the terms were not accepted'],
  [12, 'LoginFailReason::LoginFail_Mfa_Required', 'account', 'login: a second factor is required'],
  [13, 'LoginFailReason::LoginFail_Need_Bitrthday_ask', 'account', 'login: a date of birth is required'],
  [100, 'LoginFailReason::LoginFail_OtherIssue', 'account', 'login: something else'],
]);

const android = symbolTable({ ...shared, source: 'Zoom Meeting SDK for Android' }, [
  [1, 'MeetingError::MEETING_ERROR_INCORRECT_MEETING_NUMBER', 'account', 'Android, join: wrong meeting number'],
  [2, 'MeetingError::MEETING_ERROR_TIMEOUT', 'firewall', 'Android, join: no answer in time'],
  [3, 'MeetingError::MEETING_ERROR_NETWORK_UNAVAILABLE', 'network', 'Android, join: no network'],
  [4, 'MeetingError::MEETING_ERROR_CLIENT_INCOMPATIBLE', 'install', 'Android, join: the client is too old'],
  [5, 'MeetingError::MEETING_ERROR_NETWORK_ERROR', 'firewall', 'Android, join: a network error'],
  [6, 'MeetingError::MEETING_ERROR_MMR_ERROR', 'service', "Android, join: Zoom's media server failed"],
  [7, 'MeetingError::MEETING_ERROR_SESSION_ERROR', 'firewall', 'Android, join: no media session could be established'],
  [8, 'MeetingError::MEETING_ERROR_MEETING_OVER', 'account', 'Android, join: the meeting is over'],
  [9, 'MeetingError::MEETING_ERROR_MEETING_NOT_EXIST', 'account', 'Android, join: there is no such meeting'],
  [10, 'MeetingError::MEETING_ERROR_USER_FULL', 'account', 'Android, join: the meeting is full'],
  [11, 'MeetingError::MEETING_ERROR_NO_MMR', 'service', 'Android, join: Zoom has no media server for it'],
  [12, 'MeetingError::MEETING_ERROR_LOCKED', 'account', 'Android, join: the meeting is locked'],
  [15, 'MeetingError::MEETING_ERROR_WEB_SERVICE_FAILED', 'service', 'Android, join: the web service failed'],
  [100, 'MeetingError::MEETING_ERROR_UNKNOWN', null, 'Android, join: unknown'],
]);

const video = symbolTable({ ...shared, source: 'Zoom Video SDK' }, [
  [3000, 'ZMVideoSDKErrors::ZMVideoSDKErrors_Session_Audio_Error', 'device-usb', 'Video SDK: audio failed'],
  [5000, 'ExceptionCode::CLIENT_PLATFORM_UNSUPPORTED', 'install', 'Video SDK, web: the browser is not supported'],
  [
    5001,
    'ExceptionCode::CLIENT_DEPENDENT_ASSETS_INACCESSIBLE',
    'install',
    'Video SDK, web: files that the page should host cannot be reached',
  ],
  [5002, 'ExceptionCode::CLIENT_SESSION_STATE_CLOSED', null, 'Video SDK, web: the session is closed'],
  [5003, 'ExceptionCode::CLIENT_SESSION_STATE_RECONNECTING', null, 'Video SDK, web: the session is reconnecting'],
  [5004, 'ExceptionCode::CLIENT_SESSION_STATE_ON_HOLD', null, 'Video SDK, web: the session is on hold'],
]);

const codes: readonly Code[] = [...join, ...authentication, ...login, ...android, ...video];

export default codes;
