import { sourcedTable } from './table.ts';

const vendor = 'Zoom SDK troubleshooting notes';
const cannotReach =
  "the client cannot reach Zoom's servers, or cannot keep the connection; nothing published explains how 104101–104118 differ";

/**
 * Codes that the Zoom client shows in its dialogs or writes into its logs; conferences, installers and the long
 * composite numbers stand apart. The client prints thousands separators: 1,003.
 */
const codes = sourcedTable({ namespace: 'zoom-client' }, [
  // The web-service family.
  [
    5003,
    'firewall',
    'high',
    `${vendor}; Zoom SDK for iOS (PreMeetingError_ErrorTimeOut); github.com/ogra1/zoom-snap issue 43`,
    "Zoom's web service gave no answer within 30 seconds; the dialog asks the user to check the connection, firewall and proxy. It is a symptom: other evidence shows the cause",
  ],
  [
    5003,
    'permissions',
    'low',
    'a public guide for the Mac',
    'one guide blames camera and microphone permissions or a USB hub; no other source does',
  ],
  [5003, 'account', 'low', 'a public guide', 'one guide blames the sign-in but contradicts itself later'],
  [5004, 'network', 'high', vendor, "the name of Zoom's server could not be resolved"],
  [
    [5000, 5001, 5002],
    'firewall',
    'inferred',
    'inferred from the 5000 series (allmeetinghelp.com)',
    "adjacent to 5003: a call to Zoom's web service failed; nothing published explains this code",
  ],

  // The "cannot connect" family.
  [104101, 'firewall', 'medium', 'cloudprojectsoftware.com; a captured log from a Mac without a network', cannotReach],
  [104102, 'firewall', 'medium', 'errorcodecenter.com', cannotReach],
  [104103, 'firewall', 'medium', 'cloudprojectsoftware.com', cannotReach],
  [104113, 'firewall', 'medium', 'allmeetinghelp.com', cannotReach],
  [
    [104104, 104105, 104106, 104107, 104108, 104109, 104110, 104111, 104112, 104114, 104115, 104116, 104117, 104118],
    'firewall',
    'inferred',
    'inferred from the 104100 series (allmeetinghelp.com)',
    cannotReach,
  ],
  [
    2026,
    'firewall',
    'low',
    'a public guide',
    'the client could not connect; one guide blames a firewall, a proxy or security software; no second source',
  ],
  [5, 'firewall', 'high', vendor, 'no data connection could be established'],
  [15, 'firewall', 'high', vendor, 'the request to create the meeting could not be sent'],
  [402, 'firewall', 'low', 'codeomni.jp', 'one page mentions network or proxy trouble; unreliable'],

  // Sign-in, account, meeting.
  [
    4,
    'install',
    'high',
    'support.zoom.com KB0070357',
    "the sign-in fails because Zoom's data on this device is damaged: set the data folder aside or reinstall",
  ],
  [100, 'install', 'low', 'onlyerrorcodes.com', 'a general error while signing in or setting up the account'],
  [
    124,
    'account',
    'medium',
    'github.com/mieszko4/react-native-zoom-us-test issue 74',
    "the joining program's token was rejected",
  ],
  [
    1001,
    'account',
    'low',
    'third-party guides',
    'according to third parties, the account does not exist or is not part of this organization; not documented by Zoom',
  ],
  [1002, 'account', 'high', vendor, 'wrong password'],
  [1003, 'account', 'high', 'support.zoom.com KB0058532', 'Zoom has disabled the account'],
  [
    1009,
    'account',
    'high',
    'support.zoom.com KB0070486',
    'an invitation to join another account is refused because the invited account still has users, add-ons or rooms',
  ],
  [1019, 'account', 'high', vendor, 'the sign-in is locked after six failed attempts'],
  [
    1132,
    'account',
    'low',
    'third-party guides',
    'guides disagree: some blame a client or account that Zoom blocks, others a firewall; not documented by Zoom, and a block cannot be bypassed',
  ],
  [
    1142,
    'account',
    'medium',
    'biz-raku.jp',
    "the host's account blocks this country or region; a proxy or VPN may make the device appear to be there",
  ],
  [3003, 'account', 'medium', 'appuals.com', 'a participant used a link meant for the host or a co-host'],
  [3023, 'account', 'high', vendor, "the joining program's key or secret is wrong"],
  [3024, 'account', 'high', vendor, 'the account is not licensed for the SDK'],
  [3025, 'account', 'high', 'Zoom SDK header for macOS', 'the SDK is not enabled for the account'],
  [
    3113,
    'account',
    'medium',
    'blog.webtech360.com',
    'the meeting has neither a passcode nor a waiting room; the host must set one up',
  ],
  [4502, 'account', 'high', vendor, 'the recurring meeting has no such occurrence'],
  [
    6601,
    'account',
    'medium',
    'github.com/mieszko4/react-native-zoom-us issue 297',
    'an unpublished program tried to join a meeting outside its own account',
  ],
  [105035, 'install', 'high', `${vendor}; developers.zoom.us`, "Zoom's program files were re-signed or altered"],
]);

export default codes;
