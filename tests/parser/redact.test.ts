/** Masking: what becomes a token, what must stay, and how a report's evidence is cut around its mark. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findSecrets,
  finishReport,
  maskText,
  textWidth,
  withoutSecrets,
} from '../../packages/parser/src/masking/redact.ts';
import { type KeyedSecret, secretKinds } from '../../packages/parser/src/masking/secrets/patterns.ts';
import { secretRules } from '../../packages/parser/src/masking/secrets/rules.ts';
import type { SecretKind } from '../../packages/parser/src/masking/secrets.ts';
import type { Diagnosis, Evidence, Report, Source, Verdict } from '../../packages/parser/src/model.ts';
import { cpuTimeOf } from '../helpers/cpu-time.ts';
import { shared } from '../helpers/places.ts';
import { runsOf } from '../helpers/runs.ts';
import { lookAlikes } from './mask-look-alikes.ts';
import { shapes } from './mask-shapes.ts';

const { raw } = String;
const runs = runsOf(2_000);

// ---- what is masked --------------------------------------------------------------------------

type Row = readonly [text: string, masked: string];

const rows: Readonly<Partial<Record<SecretKind, readonly Row[]>>> = {
  key: [
    ['CipheredPassword:QUJDREVGR0g=', 'CipheredPassword:<key-1>'],
    ['CipherSignature:MIGIAkIB+/==', 'CipherSignature:<key-1>'],
    ['LoggerInfo:BAGIQUJD', 'LoggerInfo:<key-1>'],
    ['win_osencrypt_key=ZWOSKEYQUJD/RUZH==', 'win_osencrypt_key=<key-1>'],
    ['-----BEGIN PRIVATE KEY-----\\nQUJD\\n-----END PRIVATE KEY-----', '<key-1>'],
    ['read ZWOSKEYQUJDRUZH from the ini', 'read <key-1> from the ini'],
    [raw`{"sdkKey":"AbCdEf","clientSecret":"a\"b"}`, '{"sdkKey":"<key-1>","clientSecret":"<key-2>"}'],
  ],
  credentials: [
    ['via http://bob:hunter2@proxy.example.com:3128', 'via http://<credentials-1>@proxy.example.com:3128'],
    ['via http://bob:p@ss:w@proxy.example.com:3128/', 'via http://<credentials-1>@proxy.example.com:3128/'],
    [raw`"url":"http:\/\/bob:hunter2@192.0.2.7:3128\/"`, raw`"url":"http:\/\/<credentials-1>@192.0.2.7:3128\/"`],
    ['p=http%3A%2F%2Fbob%3Ahunter2%40proxy.example.com', 'p=http%3A%2F%2F<credentials-1>%40proxy.example.com'],
    ['https://bob%40example.com@dav.example.com/x', 'https://<credentials-1>@dav.example.com/x'],
    ['"ProxyServer"="bob:hunter2@proxy:8080"', '"ProxyServer"="<credentials-1>@proxy:8080"'],
    ['http=bob:hunter2@proxy:8080;https=proxy:8081', 'http=<credentials-1>@proxy:8080;https=proxy:8081'],
    ['--proxy-user bob:hunter2 -v', '--proxy-user <credentials-1> -v'],
    ['ProxyPass=hunter2', 'ProxyPass=<credentials-1>'],
    ['Proxy-Authorization: Basic Ym9iOmh1bnRlcjI=', 'Proxy-Authorization: Basic <credentials-1>'],
    [
      'Proxy-Authorization: Digest username="bob", realm="corp", response="0a1b"',
      'Proxy-Authorization: Digest <credentials-1>',
    ],
    [
      '{"headers":["Host: zoom.us","proxy-authorization: NTLM TlRMTVNTUAAB","Connection: close"]}',
      '{"headers":["Host: zoom.us","proxy-authorization: NTLM <credentials-1>","Connection: close"]}',
    ],
  ],
  token: [
    ['conf_token_len: 9,  conf_toke: QWJD=.REVG/+==, req_id: 1', 'conf_token_len: 9,  conf_toke: <token-1>, req_id: 1'],
    ['conf_token is : QWJD=.REVG, req_id: 1', 'conf_token is : <token-1>, req_id: 1'],
    ['conf_token: QWJD=.REVG,      token_len: 9', 'conf_token: <token-1>,      token_len: 9'],
    [
      'zoommtg://example.zoom.us/sso?token=QWJD&code_challenge=REVG&back=',
      'zoommtg://example.zoom.us/sso?token=<token-1>&code_challenge=<token-2>&back=',
    ],
    [
      'join?action=join&uid=QWJD&tk=R.E-F&pk=z&zpk=y&zc=9f9f&confid=R0g=&browser=chrome&t=1613219833555',
      'join?action=join&uid=<token-1>&tk=<token-2>&pk=<token-3>&zpk=<token-4>&zc=<token-5>&confid=<token-6>&browser=chrome&t=1613219833555',
    ],
    ['%3Ftk%3DQWJD%253D%26browser%3Dchrome', '%3Ftk%3D<token-1>%26browser%3Dchrome'],
    [raw`"u":"x?tk=QWJD\u0026uid=REVG"`, raw`"u":"x?tk=<token-1>\u0026uid=<token-2>"`],
    [raw`"eventMessage":"conf_token: QW\/JD=, x"`, raw`"eventMessage":"conf_token: <token-1>, x"`],
    ['cb#access_token=QWJD&type=1', 'cb#access_token=<token-1>&type=1'],
    ['cb?code=QWJDREVGR0hJSktM&errorno=0', 'cb?code=<token-1>&errorno=0'],
    ['Authorization: Bearer QWJD.REVG-R0g=, next', 'Authorization: Bearer <token-1>, next'],
    ['Authorization: Basic Ym9iOng=', 'Authorization: Basic <token-1>'],
    ['"authorization": "QWJDREVGR0hJSktMTU5P"', '"authorization": "<token-1>"'],
    ['with Bearer QWJDREVG sent', 'with Bearer <token-1> sent'],
    ['{"name":"_zm_ssid","value":"us02_c_QWJD"}', '{"name":"_zm_ssid","value":"<token-1>"}'],
    ['> Cookie: _zm_ssid=us02_c_QWJD; cred=REVG', '> Cookie: <token-1>'],
    ['Set-Cookie: a=QWJD; Path=/; HttpOnly', 'Set-Cookie: <token-1>'],
    ['{"name":"Cookie","value":"a=b; c=d"}', '{"name":"Cookie","value":"<token-1>"}'],
    ['got eyJhbGciOiJI.eyJzdWIiOiIx.c2ln back', 'got <token-1> back'],
    ['https://zoom.us/rec/share/QWJDREVGR0g.SUpL?x=1', 'https://zoom.us/rec/share/<token-1>?x=1'],
  ],
  passcode: [
    ['join?confid=&pwd=QWJD.1#success', 'join?confid=&pwd=<passcode-1>#success'],
    ['"--url=zoommtg://zoom.us/join?pwd=QWJD" x', '"--url=zoommtg://zoom.us/join?pwd=<passcode-1>" x'],
    ['%26pwd%3DQWJD%26x, pwd: hunter2', '%26pwd%3D<passcode-1>%26x, pwd: <passcode-2>'],
    ['meeting_password: hunter2, user_type: 1', 'meeting_password: <passcode-1>, user_type: 1'],
    ['passcode=hun,ter;2 next', 'passcode=<passcode-1> next'],
    [raw`{"password":"hun \"t, er","x":1}`, '{"password":"<passcode-1>","x":1}'],
    [raw`"{\"password\":\"hun ter\",\"x\":1}"`, raw`"{\"password\":\"<passcode-1>\",\"x\":1}"`],
    ['<key>Passcode</key> <string>hunter2</string>', '<key>Passcode</key> <string><passcode-1></string>'],
    ['    Password    REG_SZ    hunter2', '    Password    REG_SZ    <passcode-1>'],
  ],
  jid: [
    ['jid:aBcDeFgHiJkLmNoPqRsTuV@xmpp.zoom.us', 'jid:<jid-1>'],
    ['jid=QWJD, x', 'jid=<jid-1>, x'],
    ['to aBcDeF@conference.xmpp.zoom.us/ZoomChat_pc ok', 'to <jid-1> ok'],
    [
      'zoom_memlog_0e0f0000-0000-4000-8000-0000000000a1_aBcDeFgHiJkLmNoPqRsT-_20250115-093050_01_JoinMeetingFail_win_.log.zenc',
      'zoom_memlog_0e0f0000-0000-4000-8000-0000000000a1_<jid-1>_20250115-093050_01_JoinMeetingFail_win_.log.zenc',
    ],
    ['abc_def-1@xmpp008.zoom.us.asyn.enc.db', '<jid-1>.asyn.enc.db'],
    [
      'get client attendee id: AbCdEfGhIjKlMnOpQrStUv, req_id: 1, abcdefghijklmnopqrstuv@xmpp.zoom.us',
      'get client attendee id: <jid-1>, req_id: 1, <jid-1>',
    ],
  ],
  email: [
    ['email:alice@example.com', 'email:<email-1>'],
    ['<alice@example.com>, "bob.o\'neil+x@mail.example.org"', '<<email-1>>, "<email-2>"'],
    ['login%3Femail%3Dalice%40example.com%26x', 'login%3Femail%3D<email-1>%26x'],
    ['?email=alice%40example.com ALICE@example.com', '?email=<email-1> <email-1>'],
    [
      'get my roster_info! user_name: alice@example.com,  user_addr: , req_id: 1',
      'get my roster_info! user_name: <email-1>,  user_addr: , req_id: 1',
    ],
  ],
  phone: [
    ['cmd line: tel:+1-202-555-0100', 'cmd line: tel:<phone-1>'],
    ['tel:2025550100', 'tel:<phone-1>'],
    ['/opt/zoom/zoom "callto:%2B12025550100" ', '/opt/zoom/zoom "callto:<phone-1>" '],
    ['sip:12025550100@192.0.2.9:5061', 'sip:<phone-1>@192.0.2.9:5061'],
    ['caller_number: (202) 555-0100, pid: 2025550100', 'caller_number: <phone-1>, pid: 2025550100'],
    ['dial +44 (0)20 5555 0100 or +442055550100', 'dial <phone-1> or <phone-2>'],
    ['{"phoneNumber":"12025550100"}', '{"phoneNumber":"<phone-1>"}'],
  ],
  meeting: [
    ['join?action=join&confno=1234567890&browser=x', 'join?action=join&confno=<meeting-1>&browser=x'],
    ['?mn=7777777&x=1 %26confno%3D7777777%26', '?mn=<meeting-1>&x=1 %26confno%3D<meeting-1>%26'],
    ['https://example.zoom.us/j/123456789?a=b', 'https://example.zoom.us/j/<meeting-1>?a=b'],
    [raw`https:\/\/zoom.us\/wc\/join\/12345678901`, raw`https:\/\/zoom.us\/wc\/join\/<meeting-1>`],
    ['https%3A%2F%2Fzoom.us%2Fs%2F1234567890', 'https%3A%2F%2Fzoom.us%2Fs%2F<meeting-1>'],
    ['https://zoom.us/my/alice.example rest', 'https://zoom.us/my/<meeting-1> rest'],
    ['local_node_id = 0 meetingID:QWJDREVGR0hJSktMTU5PUA==', 'local_node_id = 0 meetingID:<meeting-1>'],
    [
      'Meeting ID: 123 456 7890, meeting number is 1234567890',
      'Meeting ID: <meeting-1>, meeting number is <meeting-1>',
    ],
    [raw`{\"meetingNumber\":1234567890}`, raw`{\"meetingNumber\":<meeting-1>}`],
  ],
  mac: [
    ['[MacAddr: 00:00:5E:00:53:01][client: Linux]', '[MacAddr: <mac-1>][client: Linux]'],
    ['mac:00:00:5e:00:53:01 00-00-5E-00-53-01', 'mac:<mac-1> <mac-1>'],
    ['MAC=00:00:5e:00:53:01:00:00:5e:00:53:02:08:00 SRC=192.0.2.1', 'MAC=<mac-1>:<mac-2>:08:00 SRC=192.0.2.1'],
    ['DHCPv6 Client DUID. . . : 00-01-00-01-2A-00-00-00-00-00-5E-00-53-01', 'DHCPv6 Client DUID. . . : <mac-1>'],
    ['bluez_input.00_00_5E_00_53_01.0', 'bluez_input.<mac-1>.0'],
    [
      raw`BTHENUM\Dev_00005E005301\7&1 BTHENUM\X\7&0&00005E005301_C00000000`,
      raw`BTHENUM\Dev_<mac-1>\7&1 BTHENUM\X\7&0&<mac-1>_C00000000`,
    ],
    ['enx00005e005301: link up', 'enx<mac-1>: link up'],
  ],
  serial: [
    ['serialNumber=C02ABCDEFGH1, modal=MacBookPro11,2', 'serialNumber=<serial-1>, modal=MacBookPro11,2'],
    ['Serial Number (system): C02ABCDEFGH1', 'Serial Number (system): <serial-1>'],
    ['"USB Serial Number" = "A1B2C3D4"', '"USB Serial Number" = "<serial-1>"'],
    ['usb 1-1: SerialNumber: A1B2C3D4', 'usb 1-1: SerialNumber: <serial-1>'],
    ['  iSerial                 3 A1B2C3D4', '  iSerial                 3 <serial-1>'],
    [raw`USB\VID_046D&PID_0825\A1B2C3D4 started`, raw`USB\VID_046D&PID_0825\<serial-1> started`],
    [raw`USB\\VID_046D\u0026PID_0825\\A1B2C3D4`, raw`USB\\VID_046D\u0026PID_0825\\<serial-1>`],
    [
      'alsa_input.usb-046d_HD_Webcam_C920_A1B2C3D4-02.analog',
      'alsa_input.usb-046d_HD_Webcam_C920_<serial-1>-02.analog',
    ],
  ],
  name: [
    [
      "QString::arg: Argument missing: You are viewing Bob's screen, Bob",
      "QString::arg: Argument missing: You are viewing <name-1>'s screen, <name-1>",
    ],
    [
      "QString::arg: Argument missing: You are viewing Doe, Bob's screen, Doe, Bobzoom started.",
      "QString::arg: Argument missing: You are viewing <name-1>'s screen, <name-1>zoom started.",
    ],
    [
      'QString::arg: Argument missing: Sie sehen Bob Doe zu, Bob Doe',
      'QString::arg: Argument missing: Sie sehen <name-1> zu, <name-1>',
    ],
    ['get my roster_info! user_name: Bob Doe,  user_addr: ,', 'get my roster_info! user_name: <name-1>,  user_addr: ,'],
    ['user_name: Doe, Bob,  user_addr: ,', 'user_name: <name-1>,  user_addr: ,'],
    ['user_name: Bob (bob@example.com),  x', 'user_name: <name-1><email-1>),  x'],
    ['join?uname=Bob%20Doe&x=1 {"user_name":"Bob Doe"}', 'join?uname=<name-1>&x=1 {"user_name":"<name-1>"}'],
    ['%26uname%3DBob%26', '%26uname%3D<name-1>%26'],
    ['Registered Owner:          Bob Doe', 'Registered Owner:          <name-1>'],
  ],
  account: [
    [raw`C:\Users\bob\AppData\Roaming\Zoom`, raw`C:\Users\<account-1>\AppData\Roaming\Zoom`],
    [raw`C:\\Users\\Bob Doe\\AppData`, raw`C:\\Users\\<account-1>\\AppData`],
    [
      raw`src dir:"C:\Users\Bob Doe\x" C:\Documents and Settings\Bob Doe\x`,
      raw`src dir:"C:\Users\<account-1>\x" C:\Documents and Settings\<account-1>\x`,
    ],
    [
      raw`\device\harddiskvolume3\users\bob\appdata\zoom.exe`,
      raw`\device\harddiskvolume3\users\<account-1>\appdata\zoom.exe`,
    ],
    ['["auto","C:","Users","bob","AppData"]', '["auto","C:","Users","<account-1>","AppData"]'],
    ['NonPackaged\\C:#Users#bob#AppData#Zoom.exe', 'NonPackaged\\C:#Users#<account-1>#AppData#Zoom.exe'],
    [
      'file:///C:/Users/Bob%20Doe/AppData/x C%3A%5CUsers%5CBob%20Doe%5CAppData',
      'file:///C:/Users/<account-1>/AppData/x C%3A%5CUsers%5C<account-1>%5CAppData',
    ],
    [
      'state: /Users/bob/Library/Saved Application State/x',
      'state: /Users/<account-1>/Library/Saved Application State/x',
    ],
    [raw`"path":"\/Users\/bob\/Library"`, raw`"path":"\/Users\/<account-1>\/Library"`],
    ['$HOME = /home/bob ', '$HOME = /home/<account-1> '],
    [
      'SSB_HOME=/home/bob/.zoom; /var/home/bob/x %2Fhome%2Fbob%2Fx',
      'SSB_HOME=/home/<account-1>/.zoom; /var/home/<account-1>/x %2Fhome%2F<account-1>%2Fx',
    ],
    ['PWD=/home/bob/x', 'PWD=/home/<account-1>/x'],
    ['<Data Name="SubjectUserName">Bob Doe</Data>', '<Data Name="SubjectUserName"><account-1></Data>'],
    ['Account Name:\t\tbob', 'Account Name:\t\t<account-1>'],
    ['USER=bob; "userName":"Bob Doe"', 'USER=<account-1>; "userName":"<account-2>"'],
    [raw`User: CORP\bob`, raw`User: CORP\<account-1>`],
    [
      'check admin:bob, 0, bob is a member of the group, 29',
      'check admin:<account-1>, 0, <account-1> is a member of the group, 29',
    ],
  ],
};

describe.each(Object.entries(rows))('%s', (kind, table) => {
  test.each(table)('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
    expect(withoutSecrets(text)).toBe(masked.replace(/<([a-z]+)-\d+>/g, '<$1>'));
    expect(masked).toContain(`<${kind}-1>`);
  });
});

// ---- what stays ------------------------------------------------------------------------------

const kept: readonly string[] = [
  'client build version: 5.17.11.34827, phone: 5.17.11.34827',
  'Linux Client Version is 5.17.5 (2543)',
  '04/14/2015 12:32:25:079\tZOOM\t[708:4871:2701066708]\tERROR\tasync_connector_t::connect failed, errno = 51, this = 0x002a1ba0',
  '[144497:144497:0821/155322.703872:ERROR:gbm_wrapper.cc(253)] Failed to export buffer',
  'ping_list[0]:   pkg|tcp://192.0.2.48:8802,pkg|ssl://192-0-2-48.zoom.us:443,, req_id: 00000001-0000-4000-8000-000000000001',
  'httpdt|SSL://192.0.2.161:443;httpdt|SSL://198.51.100.194:443',
  'ssl_errno = 5, error msg = error:00000005:lib(0):func(0):DH lib',
  'usb 2-1.4: New USB device found, idVendor=046d, idProduct=0825, bcdDevice= 0.12',
  'usb 2-1.4: New USB device strings: Mfr=1, Product=2, SerialNumber=3',
  '  iSerial                 0 ',
  'get conf ID from conf_token passed by client, conf_id(string): 00000003-0000-4000-8000-000000000003',
  'mode = 3, uid = 00000004-0000-4000-8000-000000000004, sessionid = 00000005-0000-4000-8000-000000000005',
  'my attendee_id: 0, local_node_id = 16778240, user_id: 16778240, conf_token_len: 309',
  'result = 104101, Code:10003 ctx:6, net_error -201, 0x8889000A, ERR_BAD_PASSWORD":-701,"GENERATE_TOKEN":461',
  'ip6 fe80::00:00:5e:00:53:01 2001:db8:00:00:5e:00:53:01 2001:db8::1',
  'sha256 00:00:5E:00:53:01:AA:BB:CC:DD:EE:FF:00:11:22:33, {00005E00-5301-4000-8000-00005E005301}',
  'Proxy-Authenticate: Basic realm="corp"; Proxy-Authorization: [9 bytes were stripped]',
  raw`Proxy Server(s) :  http=proxy.example.com:8080;https=192.0.2.7:8443 "AutoConfigURL"="http://wpad.example.com/x.pac"`,
  'o:+11.1862354s d:+00.0467984s 12:41:13.977003-0400 2023-04-27 16:22:22.162329+0200 12 zoom + 1234567890',
  'need password = true, token: expired, password=null, passcode: required, has_token = 0',
  'Microsoft.VC90.CRT,publicKeyToken="1fc8b3b9a1e18e3b"',
  raw`C:\Users\Public\Desktop C:\Users\Default\x /Users/Shared/x /home/linuxbrew/.linuxbrew`,
  raw`C:\jenkins\workspace\Client\Windows\Installer.cpp(97)::[Main] start, current time: [2025/4/4-13:29:920]`,
  'GET https://zoom.us/users/me HTTP/1.1, https://www.example.com/home/page, https://zoom.us/j/help',
  'icon@2x.png app-zoom@autostart.service user@1000.service memcpy@GLIBC_2.14',
  raw`USB\VID_046D&PID_0825&MI_02\6&3321d09b&0&0002 HDAUDIO\FUNC_01&VEN_10EC`,
  'Serial number of failed request:  7',
  '<Security UserID="S-1-5-18"/> User: LOCAL SERVICE <User>NT AUTHORITY\\SYSTEM</User>',
  '<Data Name="SubjectUserName">DESKTOP-1$</Data> User: WORKGROUP\\SYSTEM, Account Name: SYSTEM, USER=root',
  // A face cut it.
  'pid=402, auid=2…',
  'check admin:root, 0, root is a member of the group, 29',
  'QString::arg: Argument missing: Loading %1 of 20, 50',
  'AUTHREQ_RESULT: msgID=77.1, authValue=0, authReason=2, service=kTCCServiceCamera, authorization status: 0',
  'vanity URL: https://example.zoom.us',
  '<email-1> wrote to <meeting-12> of <name>',
];

test('each rule is earned: without it a row fails, without what it keeps a text would not stay', () => {
  const rules = secretRules as { -readonly [Key in keyof KeyedSecret]?: KeyedSecret[Key] }[];
  const all = [
    ...Object.values(rows).flat(),
    ...Object.values(shapes).flatMap((table) => table.map(([text]) => [text, maskText(text)] as const)),
  ];
  const rowsOf = new Map(secretKinds.map((kind) => [kind, all.filter(([, masked]) => masked.includes(`<${kind}-`))]));
  const holds = (kind: SecretKind) => rowsOf.get(kind)!.every(([text, masked]) => maskText(text) === masked);
  const stays = () => [...kept, ...lookAlikes].every((text) => maskText(text) === text);
  const unearned: string[] = [];
  for (const [at, rule] of [...rules].entries()) {
    rules.splice(at, 1);
    if (holds(rule.kind!)) unearned.push(`${rule.kind} ${at} ${rule.after ?? ''}`);
    rules.splice(at, 0, rule);
  }
  // Several rules keep the same.
  for (const keeps of new Set(rules.flatMap((rule) => rule.keeps ?? []))) {
    const keepers = rules.filter((rule) => rule.keeps === keeps);
    for (const rule of keepers) delete rule.keeps;
    if (stays()) unearned.push(`keeps ${keeps}`);
    for (const rule of keepers) rule.keeps = keeps;
  }
  expect(unearned).toEqual([]);
  expect(secretKinds.every(holds) && stays()).toBe(true);
});

test.each(kept)('stays: %s', (text) => {
  expect(maskText(text)).toBe(text);
});

// ---- equal and unequal -----------------------------------------------------------------------

test('equal secrets have equal tokens however they are written, unequal ones never', () => {
  expect(maskText('bob@example.com alice@example.com BOB%40example.com')).toBe('<email-1> <email-2> <email-1>');
  expect(maskText('?pwd=QWJD&x=1 ?pwd=qwjd ?pwd=QWJD')).toBe(
    '?pwd=<passcode-1>&x=1 ?pwd=<passcode-2> ?pwd=<passcode-1>',
  );
});

test('a token that the text holds already stands for nobody else', () => {
  expect(maskText('<email-1> and bob@example.com')).toBe('<email-1> and <email-2>');
});

test('a secret is found where it stands', () => {
  expect(findSecrets('tel:+12025550100 bob@example.com')).toEqual([
    { start: 4, end: 16, kind: 'phone', value: '12025550100' },
    { start: 17, end: 32, kind: 'email', value: 'bob@example.com' },
  ]);
});

// ---- reports ---------------------------------------------------------------------------------

const evidence = (text: string, mark: readonly [number, number]): Evidence => ({
  path: 'bob@example.com/installer.txt',
  line: 3,
  column: 1 + mark[0],
  endColumn: 1 + mark[1],
  time: null,
  timeBasis: 'none',
  role: 'cause',
  failure: 'network-unreachable',
  shows: 'No route to any Zoom server',
  witness: null,
  isAttested: false,
  layout: 'captured',
  text,
  mark: [...mark],
});

const source = (note: string | null): Source => ({
  bundle: 1,
  path: 'home/bob/installer.txt',
  machine: 1,
  modified: null,
  format: null,
  state: 'read',
  complete: true,
  bytes: 1,
  lines: 1,
  passedOver: 0,
  first: null,
  last: null,
  timeBasis: 'none',
  note,
});

const diagnosis = (seen: readonly Evidence[]): Diagnosis => ({
  id: 'bob@example.com',
  machine: 1,
  failure: 'network-unreachable',
  class: 'network',
  code: null,
  likelyCodes: [],
  subject: null,
  title: 'No route',
  cause: 'No route.',
  remedy: 'Connect.',
  severity: 'error',
  confidence: 'high',
  count: 1,
  occurrences: 1,
  first: { path: 'a', line: 1, time: null },
  last: { path: 'a', line: 1, time: null },
  phase: 'ongoing',
  ended: null,
  spells: [],
  evidence: [...seen],
  alternatives: [],
  who: ['user'],
  fixes: [
    {
      id: 'x',
      os: ['windows'],
      title: 'Look',
      command: raw`dir C:\Users\bob\AppData & echo bob@example.com`,
      admin: false,
      destructive: false,
      restart: false,
      undo: null,
      who: 'user',
      source: 'https://example.com',
    },
  ],
});

const verdict = (because: string, seen: readonly Evidence[]): Verdict => ({
  machine: 1,
  class: 'network',
  state: 'confirmed',
  proof: 'confirmed',
  phase: 'ongoing',
  because,
  cleared: [],
  diagnoses: [],
  evidence: [...seen],
  missing: [{ what: 'Routes', collect: 'ip route', asked: null }],
});

const report = (diagnoses: readonly Diagnosis[], verdicts: readonly Verdict[], sources: readonly Source[]): Report => ({
  schemaVersion: 2,
  tool: { name: 'zoomlog', version: '0.0.0' },
  run: null,
  bundles: [],
  machines: [],
  coverage: [],
  asked: [],
  hidden: { count: 0, first: null, last: null },
  sources: [...sources],
  diagnoses: [...diagnoses],
  verdicts: [...verdicts],
});

/** One piece of evidence through a whole report. */
const finish = (text: string, mark: readonly [number, number], mask = true): Evidence =>
  finishReport(report([diagnosis([evidence(text, mark)])], [], []), { mask }).diagnoses[0]!.evidence[0]!;

const marked = ({ text, mark }: Evidence): string => text.slice(...mark);

/** The same report with every text that masking may touch left out. */
const withoutTexts = (given: Report): unknown =>
  JSON.parse(JSON.stringify(given), (key, value) =>
    ['text', 'mark', 'because'].includes(key) || (key === 'note' && value !== null) ? undefined : value,
  );

test('secrets are numbered in report order, and nothing but texts is touched', () => {
  const given = report(
    [diagnosis([evidence('to bob@example.com', [0, 2]), evidence('alice@example.com', [0, 17])])],
    [verdict('carol@example.com called', [evidence('bob@example.com', [0, 3])])],
    [source('kept for dave@example.com and alice@example.com'), source(null)],
  );
  const before = structuredClone(given);
  const finished = finishReport(given, { mask: true });
  expect(finished.diagnoses[0]!.evidence.map(({ text, mark }) => [text, mark])).toEqual([
    ['to <email-1>', [0, 2]],
    ['<email-2>', [0, 9]],
  ]);
  expect(finished.verdicts[0]!.because).toBe('<email-3> called');
  expect(finished.verdicts[0]!.evidence[0]).toMatchObject({ text: '<email-1>', mark: [0, 9], column: 1, endColumn: 4 });
  expect(finished.sources.map(({ note }) => note)).toEqual(['kept for <email-4> and <email-2>', null]);
  expect(withoutTexts(finished)).toEqual(withoutTexts(given));
  expect(Object.keys(finished)).toEqual(Object.keys(given));
  expect(given).toEqual(before);
  expect(finishReport(finished, { mask: true })).toEqual(finished);
  expect(finishReport(given, { mask: false })).toEqual(given);
});

test.each<[what: string, text: string, mark: [number, number], markedText: string]>([
  ['before a secret', 'errno = 51, bob@example.com', [0, 10], 'errno = 51'],
  ['behind a secret', 'bob@example.com, errno = 51', [17, 27], 'errno = 51'],
  ['around a secret', 'x bob@example.com y', [0, 19], 'x <email-1> y'],
  ['inside a secret', 'x bob@example.com y', [4, 7], '<email-1>'],
  ['into a secret', 'x bob@example.com y', [0, 5], 'x <email-1>'],
  ['out of a secret', 'x bob@example.com y', [6, 19], '<email-1> y'],
  ['touching at the edges only', 'bob@example.com-ok-tel:+12025550100', [15, 23], '-ok-tel:'],
  ['empty', 'bob@example.com', [0, 0], ''],
])('a mark %s', (_, text, mark, markedText) => {
  expect(marked(finish(text, mark))).toBe(markedText);
});

const repeat = (text: string, length: number) => text.repeat(length).slice(0, length);

test.each<[what: string, text: string, mark: [number, number], expected: [string, string]]>([
  ['nothing of a text that fits', repeat('ab', 240), [100, 110], [repeat('ab', 240), repeat('ab', 10)]],
  ['the end', `needle${repeat('-', 300)}`, [0, 6], [`needle${repeat('-', 233)}…`, 'needle']],
  ['the start', `${repeat('-', 300)}needle`, [300, 306], [`…${repeat('-', 233)}needle`, 'needle']],
  [
    'both sides evenly',
    `${repeat('-', 300)}needle${repeat('-', 300)}`,
    [300, 306],
    [`…${repeat('-', 116)}needle${repeat('-', 116)}…`, 'needle'],
  ],
  ['no single unit', `-${repeat('n', 238)}--`, [1, 239], [`-${repeat('n', 238)}…`, repeat('n', 238)]],
  [
    'a long mark at its end',
    `${repeat('-', 50)}${repeat('n', 500)}`,
    [50, 550],
    [`…${repeat('n', 238)}…`, repeat('n', 238)],
  ],
  [
    'before a surrogate pair',
    `needle${repeat('-', 232)}😀${repeat('-', 30)}`,
    [0, 6],
    [`needle${repeat('-', 232)}…`, 'needle'],
  ],
  [
    'before a token',
    `needle${repeat('-', 230)} bob@example.com ${repeat('-', 30)}`,
    [0, 6],
    [`needle${repeat('-', 230)} …`, 'needle'],
  ],
  [
    'behind a token',
    `${repeat('-', 30)} bob@example.com ${repeat('-', 228)}needle`,
    [275, 281],
    [`… ${repeat('-', 228)}needle`, 'needle'],
  ],
])('cuts %s', (_, text, mark, [cut, markedText]) => {
  const finished = finish(text, mark);
  expect([finished.text, marked(finished)]).toEqual([cut, markedText]);
  expect(finished.text.length).toBeLessThanOrEqual(textWidth);
});

// ---- properties ------------------------------------------------------------------------------

/** Pieces of which log lines are made, so that random text comes near to secrets. */
const fragments = fc.constantFrom(
  ...[
    ' ',
    ', ',
    '; ',
    '&',
    '?',
    '=',
    ': ',
    ' : ',
    '"',
    "'",
    '\\',
    '\\"',
    '/',
    '\\/',
    '%',
    '%40',
    '%2F',
    '%26',
    '%3D',
    '@',
  ],
  ...[
    '<',
    '>',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '#',
    '\n',
    '\t',
    '…',
    '😀',
    '\ud800',
    'é',
    'x',
    'bob',
    'Doe',
    '.com',
    '.us',
  ],
  ...[
    'pwd',
    'password',
    'token',
    'conf_toke',
    'tk',
    'uid',
    'confno',
    'user_name',
    'uname',
    'email',
    'jid',
    'serialNumber',
  ],
  ...[
    'Authorization',
    'Cookie',
    'Basic ',
    'Bearer ',
    'Digest ',
    'proxy',
    'http://',
    'tel:',
    'phone',
    'meetingID',
    'MAC',
  ],
  ...['bob@example.com', '@xmpp.zoom.us', '00:00:5e:00:53:01', ':00', '-00', '+12025550100', '1234567890', '51', '/j/'],
  ...['C:\\Users\\', '/home/', '/Users/', 'USB\\VID_046D&PID_0825\\', 'A1B2C3D4', 'eyJ', 'QWJDREVGR0hJSktM', 'ZWOSKEY'],
  ...[
    '<email-1>',
    '<token-7>',
    '<name>',
    'QString::arg: Argument missing: ',
    'value',
    ' is ',
    'REG_SZ',
    '192.0.2.48',
    'errno = 51',
  ],
);
const logText = fc
  .array(fc.oneof({ weight: 6, arbitrary: fragments }, fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

test('never throws; secrets are in order, apart and inside the text', () => {
  fc.assert(
    fc.property(logText, (text) => {
      let at = 0;
      for (const { start, end, value } of findSecrets(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(value).not.toBe('');
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
    runs,
  );
});

test('masking a masked text changes nothing', () => {
  fc.assert(
    fc.property(logText, (text) => {
      const masked = maskText(text);
      expect(maskText(masked)).toBe(masked);
      const bare = withoutSecrets(text);
      expect(withoutSecrets(bare)).toBe(bare);
    }),
    runs,
  );
});

const letters = (characters: string, minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
const digits = (length: number) => letters('0123456789', length - 1).map((rest) => `7${rest}`);
const opaque = letters('ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789', 9, 40).map((rest) => `Zq${rest}`);
const octetsOf = letters('0123456789abcdef', 12);

/** How a secret may be written at a key, and the secret. */
const planted: readonly (readonly [secret: fc.Arbitrary<string>, ...keys: ((secret: string) => string)[]])[] = [
  [
    opaque,
    (s) => `pwd=${s}`,
    (s) => `?tk=${s}&`,
    (s) => `%26confid%3D${s}%26`,
    (s) => `"password":"${s}"`,
    (s) => raw`\"access_token\":\"${s}\"`,
    (s) => `conf_token is : ${s}, `,
    (s) => `conf_toke: ${s}, `,
    (s) => `win_osencrypt_key=${s}`,
    (s) => `ZWOSKEY${s}`,
    (s) => `CipheredPassword:${s}`,
    (s) => `Proxy-Authorization: Basic ${s}==`,
    (s) => `Authorization: Bearer ${s}`,
    (s) => `Cookie: _zm_ssid=${s}; `,
    (s) => `http://user:${s}@proxy.example.com:8080/`,
    (s) => `jid:${s}@xmpp.zoom.us`,
    (s) => ` ${s}@example.com`,
    (s) => `%3D${s}%40example.com`,
    (s) => `serialNumber=${s}, `,
    (s) => `user_name: ${s},  user_addr: `,
    (s) => `?uname=${s}&`,
    (s) => ` C:\\Users\\${s}\\AppData`,
    (s) => ` C:\\\\Users\\\\${s}\\\\AppData`,
    (s) => `/Users/${s}/Library`,
    (s) => ` /home/${s}/.zoom`,
    (s) => `%5CUsers%5C${s}%5C`,
    (s) => `\nQString::arg: Argument missing: You are viewing ${s}'s screen, ${s}\n`,
    (s) => `"meetingID":"${s.padEnd(22, 'A')}=="`,
  ],
  [
    digits(10),
    (s) => `&confno=${s}&`,
    (s) => ` https://zoom.us/j/${s}?`,
    (s) => ` meeting_number: ${s}, `,
    (s) => ` tel:+${s}, `,
    (s) => ` +${s}, `,
    (s) => ` caller: ${s}, `,
  ],
  [
    octetsOf.map((hex) => hex.replace(/..(?!$)/g, '$&:')),
    (s) => ` ${s} `,
    (s) => `MacAddr: ${s}]`,
    (s) => ` ether ${s}, `,
  ],
  [octetsOf.map((hex) => hex.toUpperCase().replace(/..(?!$)/g, '$&-')), (s) => ` : ${s} `],
];

const plantedText = fc.oneof(
  ...planted.map(([secret, ...keys]) =>
    fc
      .record({ secret, write: fc.constantFrom(...keys) })
      .map(({ secret, write }) => ({ secret, text: write(secret) })),
  ),
);

test('no secret at a known key survives, whatever stands around it', () => {
  fc.assert(
    fc.property(logText, plantedText, logText, (before, { secret, text }, after) => {
      fc.pre(!(before + after).includes(secret));
      expect(maskText(`${before} ${text} ${after}`)).not.toContain(secret);
    }),
    runsOf(10_000),
  );
});

/** Where a text was cut in two that should have stayed whole: tokens, surrogate pairs. */
const splits = (whole: string, cut: string): string[] => {
  const core = cut.slice(whole.startsWith(cut.slice(0, 9)) ? 0 : 1, whole.endsWith(cut.slice(-9)) ? undefined : -1);
  const start = whole.indexOf(core);
  expect(start).not.toBe(-1);
  return [...whole.matchAll(/<[a-z]+(?:-\d+)?>|[\ud800-\udbff][\udc00-\udfff]/g)]
    .filter(({ 0: one, index }) =>
      [start, start + core.length].some((edge) => index < edge && edge < index + one.length),
    )
    .map(([one]) => one);
};

test('a mark still covers its needle after masking and cutting, within the width', () => {
  const needle = 'async_connector_t::connect failed';
  const context = fc.oneof(
    logText,
    fc.array(logText, { maxLength: 12 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(context, context, fc.boolean(), (before, after, mask) => {
      const text = `${before} ${needle} ${after}`;
      const mark: [number, number] = [before.length + 1, before.length + 1 + needle.length];
      const touched = mask && findSecrets(text).some(({ start, end }) => start < mark[1] && end > mark[0]);
      const finished = finish(text, mark, mask);
      // A secret that is known from elsewhere in the text is one here as well.
      fc.pre(!finished.text.includes('<leak-'));
      if (touched) expect(marked(finished)).toMatch(/<[a-z]+-\d+>/);
      else expect(marked(finished)).toBe(needle);
      const whole = mask ? maskText(text) : text;
      expect(finished.text.length).toBe(Math.min(finished.text.length, whole.length, textWidth));
      if (whole.length <= textWidth) expect(finished.text).toBe(whole);
      else if (!touched) expect(splits(whole, finished.text)).toEqual([]);
    }),
    runs,
  );
});

test('any mark stays inside its text, and nothing else of a report changes', () => {
  const anyEvidence = fc
    .tuple(fc.array(logText, { maxLength: 6 }), fc.nat(), fc.nat())
    .map(([parts, one, two]): Evidence => {
      const text = parts.join(' ');
      const ends = [one % (text.length + 1), two % (text.length + 1)].sort((a, b) => a - b);
      return evidence(text, [ends[0]!, ends[1]!]);
    });
  const several = fc.array(anyEvidence, { maxLength: 3 });
  const anyReport = fc
    .tuple(several, several, logText, fc.option(logText))
    .map(([ours, theirs, because, note]) => report([diagnosis(ours)], [verdict(because, theirs)], [source(note)]));
  fc.assert(
    fc.property(anyReport, fc.boolean(), (given, mask) => {
      const before = structuredClone(given);
      const finished = finishReport(given, { mask });
      expect(given).toEqual(before);
      expect(withoutTexts(finished)).toEqual(withoutTexts(given));
      for (const { text, mark } of [...finished.diagnoses, ...finished.verdicts].flatMap((one) => one.evidence)) {
        expect(text.length).toBeLessThanOrEqual(textWidth);
        expect(0 <= mark[0] && mark[0] <= mark[1] && mark[1] <= text.length).toBe(true);
      }
    }),
    runs,
  );
});

// ---- hostile text ----------------------------------------------------------------------------

/** A pattern's quantifiers without upper bound, each with what follows it; escapes and classes are no quantifiers. */
const unbounded = ({ source }: Pick<RegExp, 'source'>): string[] => {
  const bare = source.replace(/\\./g, 'e').replace(/\[[^\]]*\]/g, 'c');
  return [...bare.matchAll(/(?:(?<!\()[*+]|\{\d+,\})(.*)$/gs)].map((match) => match[1]!);
};

test('every rule costs linear time: no quantifier without bound but the last of an anchored value', () => {
  expect(unbounded(/a[+*]\*(?:b+c)*d{2,}/)).toEqual(['c)*d{2,}']);
  for (const rule of secretRules) {
    if ('shape' in rule) {
      expect(unbounded(rule.shape), String(rule.shape)).toEqual([]);
      expect(rule.shape.flags).toContain('g');
      continue;
    }
    expect(unbounded(rule.after), String(rule.after)).toEqual([]);
    expect(rule.after.flags).toContain('g');
    expect(unbounded(rule.value).join('').replace(/\)$/, ''), String(rule.value)).toBe('');
    expect(rule.value.flags).toContain('y');
  }
});

test.each([
  ...[
    'a',
    'a.',
    '@',
    'a@',
    'a@a.',
    '%40',
    '://',
    'http://a:',
    '"',
    '\\"',
    '\\',
    '1',
    '+1 ',
    '00:',
    '00-',
    '/home/',
    'eyJ',
  ],
  ...[
    'password:',
    'password="',
    'password:/home/',
    'conf_token: ',
    'user_name: ',
    'Cookie: a=b; ',
    'Authorization: Digest a=',
  ],
  ...[
    'proxy=a:',
    'http=a:',
    '?pwd=',
    '%26pwd%3D',
    'QString::arg: Argument missing: a, a, ',
    '<email-1>',
    'usb-a_',
    ', ',
  ],
  ...[
    'Aa ',
    'Aa',
    'a b\n',
    '\n',
    'user: ',
    'participant ',
    'A\\',
    'a@a:~',
    '0x00,',
    '1-',
    'groups=1(',
    'sudo: a',
    '=',
    '：',
  ],
  ...[
    'name=',
    'From: a',
    'CN=a,OU=',
    'viewing a',
    'net use Z: a ',
    '<Assertion ',
    'SSID: a ',
    'passcode ',
    '参',
    ',#*',
  ],
])('100 kB of %j are read in no time', async (seed) => {
  expect(await cpuTimeOf(() => maskText(seed.repeat(100_000 / seed.length)))).toBeLessThan(15_000);
});

// ---- real logs -------------------------------------------------------------------------------

const corpus = join(shared, 'corpus');

test.skipIf(!existsSync(corpus))(
  'real lines keep their addresses and lose their secrets (skipped where the shared corpus is absent)',
  () => {
    const lines = globSync('zoom/*.log', { cwd: corpus }).flatMap((path) =>
      readFileSync(join(corpus, path), 'utf8').split(/\r?\n/),
    );
    const evidenceOf = (text: string) =>
      text.match(/\d{1,3}(?:\.\d{1,3}){3}|\bresult[:= ]+\d+|\berrno = \d+|Code:\d+|:\d{4,5}\b/g) ?? [];
    for (const line of new Set(lines)) {
      const masked = maskText(line);
      expect(evidenceOf(masked)).toEqual(evidenceOf(line));
      expect(masked).not.toMatch(
        /user@example|\b00:00:5E:00:53:01|confno=\d|[\\/]Users[\\/]user\b|\/home\/user\b|A{20}/,
      );
    }
    expect(lines.length).toBeGreaterThan(1_000);
  },
);
