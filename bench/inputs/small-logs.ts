/** What lies beside Zoom's logs on a machine: logs of systems and browsers, and of programs that are none of our business. */
import type { Random } from './random.ts';
import { type Template, templatesOf } from './templates.ts';

/** Lines without their ends; the first ones may be a header. */
export type LineMaker = (random: Random) => () => string;

const firstMs = Date.UTC(2025, 5, 20, 6);
const two = (value: number): string => String(value).padStart(2, '0');

/** Lines of templates, in which `AT` is the time, and what comes before them. */
function logOf(text: string, stamp: (at: Date, random: Random) => string, header: readonly string[] = []): LineMaker {
  const kinds: readonly Template[] = templatesOf(text);
  return (random) => {
    let ms = firstMs;
    const begins = [...header];
    return () => {
      const first = begins.shift();
      if (first !== undefined) return first;
      ms += random.below(700);
      return random
        .pick(kinds)(random)
        .replace('AT', stamp(new Date(ms), random));
    };
  };
}

const iso = (at: Date): string => at.toISOString();
const plain = (at: Date): string => at.toISOString().slice(0, 23).replace('T', ' ');
const chromes = (at: Date): string =>
  `${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}/${at.toISOString().slice(11, 23).replaceAll(':', '')}`;
const us = (at: Date): string =>
  `${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/${String(at.getUTCFullYear()).slice(2)}, ${at.toISOString().slice(11, 23).replace('.', ':')}`;

export const chromiumLines = logOf(
  `
[7744:{n 9999}:AT:WARNING:{noun}_{noun}.cc({n 999})] {Words 2 9}.
[7744:{n 9999}:AT:INFO:CONSOLE({n 900})] "{Words 2 9}", source: {url} ({n 900})
[7744:{n 9999}:AT:VERBOSE1:{noun}_{noun}_impl.cc({n 999})] {Verb}{Noun}: {words 1 6}, {ptr}
[7744:{n 9999}:AT:ERROR:{noun}_manager.cc({n 999})] {Words 2 7} {n 99}
[7744:{n 9999}:AT:WARNING:{noun}_service_win.cc({n 999})] Failed to read {Noun}Config.
[7744:{n 9999}:AT:INFO:{noun}_{verb}.cc({n 999})] {word}={n 999} {word}={hex 8} {path}
[7744:{n 9999}:AT:ERROR:ssl_client_socket_impl.cc({n 999})] handshake failed; returned -1, SSL error code 1, net_error -{101|201|202}
`,
  chromes,
);

export const installerLines = logOf(
  `
[2480:{n 9999} ] [  INFO ] [AT] C:\\build\\agent7\\Client\\Windows\\src\\installer\\{Noun}{Noun}.cpp({n 999})::[C{Noun}Manager::{Verb}{Noun}] {Words 2 9}
[2480:{n 9999} ] [  INFO ] [AT] C:\\build\\agent7\\Client\\Windows\\src\\installer\\{Noun}.cpp({n 999})::[{Verb}{Noun}] {word}: {winpath}
[2480:{n 9999} ] [  INFO ] [AT] C:\\build\\agent7\\Client\\Windows\\src\\installer\\Installer.cpp({n 999})::[Main] {Words 2 6}, {word}: {n 9999}
[2480:{n 9999} ] [WARNING] [AT] C:\\build\\agent7\\Client\\Windows\\src\\installer\\{Noun}Logger.cpp({n 99})::[{Verb}Event] {Words 3 8}
[2480:{n 9999} ] [  INFO ] [AT] C:\\build\\agent7\\Client\\Windows\\src\\installer\\InstallerManager.cpp({n 999})::[CInstallerManager::NotifyDataHandler] MSG: WM_{upper 6}_COMPLETE, success={n 2}
`,
  (at) => `${at.getUTCHours()}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}.${at.getUTCMilliseconds()}`,
);

export const auditLines = logOf(
  `
type=SERVICE_START msg=audit(AT:{n 9999}): pid=1 uid=0 auid=4294967295 ses=4294967295 subj=system_u:system_r:init_t:s0 msg='unit={noun}-{noun} comm="systemd" exe="/usr/lib/systemd/systemd" hostname=? addr=? terminal=? res=success'
type=USER_AUTH msg=audit(AT:{n 9999}): pid={n 9999} uid=1000 auid=1000 ses={n 9} msg='op=PAM:authentication grantors=pam_unix acct="{name}" exe="/usr/bin/sudo" hostname=? addr=? terminal=/dev/pts/{n 9} res=success'
type=SYSCALL msg=audit(AT:{n 9999}): arch=c000003e syscall={n 330} success=yes exit={n 99} a0={hex 8} a1={hex 12} a2={hex 4} a3=0 items=1 ppid={n 9999} pid={n 9999} auid=1000 uid=1000 gid=1000 tty=pts{n 9} ses={n 9} comm="{noun}" exe="{path}" key="{word}"
type=PATH msg=audit(AT:{n 9999}): item=0 name="{path}" inode={n 9999999} dev=fd:0{n 9} mode=0100644 ouid=0 ogid=0 rdev=00:00 nametype=NORMAL
type=CRED_REFR msg=audit(AT:{n 9999}): pid={n 9999} uid=0 auid=1000 ses={n 9} msg='op=PAM:setcred grantors=pam_unix acct="root" exe="/usr/sbin/cron" res=success'
type=AVC msg=audit(AT:{n 9999}): avc:  denied  { getattr } for  pid={n 9999} comm="{noun}" path="{path}" dev="dm-{n 9}" ino={n 99999} scontext=system_u:system_r:{noun}_t:s0 tcontext=system_u:object_r:{noun}_t:s0 tclass=file permissive=0
`,
  (at, random) => `${Math.floor(at.getTime() / 1000)}.${String(random.below(1000)).padStart(3, '0')}`,
);

export const firewallLines = logOf(
  `
AT ALLOW TCP {ip} {ip} {port} 443 {n 1500} S {n 4294967295} 0 64240 - - - SEND
AT ALLOW UDP {ip} {ip} {port} {port} 0 - - - - - - - SEND
AT DROP UDP {ip} {ip} {port} 5355 54 - - - - - - - RECEIVE
AT DROP TCP {ip} {ip} {port} {port} {n 1500} {S|A|AF} {n 4294967295} {n 4294967295} {n 65536} - - - {SEND|RECEIVE}
AT ALLOW ICMP {ip} {ip} - - 60 - - - - 8 0 - SEND
`,
  (at) => plain(at).slice(0, 19),
  [
    '#Version: 1.5',
    '#Software: Microsoft Windows Firewall',
    '#Time Format: Local',
    '#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path',
    '',
  ],
);

/** Logs of other programs by the name of a file: known ones, and such as no one knows. */
export const foreignLogs: Readonly<Record<string, LineMaker>> = {
  'MSTeams_2025-06-20_06-00-00.00.log': logOf(
    `
AT 0x0000{hex 4} <INFO> {Noun}ThreadedWorkerWin: {Words 2 7} : {Noun}ServiceWorker
AT 0x0000{hex 4} <DBG>  {Noun}Service: {Words 3 9} {guid}
AT 0x0000{hex 4} <WARN> native_modules::{Noun}Module: {words 2 7}, {word}: {n 9999}
AT 0x0000{hex 4} <ERR>  net::{Noun}: {words 2 5} to {host} timed out`,
    (at) => at.toISOString().replace('Z', '220+02:00'),
  ),
  'slack-browser.log': logOf(
    `
[AT] info: [{upper 5}] (T{upper 8}) {Words 2 8}
[AT] info: {Verb} {noun} {"{word}":{n 999},"{noun}":"{hex 12}"}
[AT] warn: [{Noun}] {words 3 9} in {n 900} ms
[AT] error: [{upper 5}] {words 2 8}`,
    us,
    ['[06/20/25, 05:59:59:371] info: Starting app', '{', '  "platform": "darwin"', '}'],
  ),
  'obs.txt': logOf(
    `
AT: {Noun} {Noun}: {Words 1 5}
AT: [{noun}-{noun}: '{Words 1 2}'] {word}: {n 9999}
AT: \t{word} {word}: {n 1920}x{n 1080}
AT: Output '{word}_{noun}': {words 2 5} {n 99999} ({float 9}%)`,
    (at) => at.toISOString().slice(11, 23),
    [
      '07:08:09.120: CPU Name: Example CPU 8-Core Processor',
      '07:08:09.120: CPU Speed: 3600MHz',
      '07:08:09.120: Physical Cores: 8, Logical Cores: 16',
    ],
  ),
  'access.log': logOf(
    `
{ip} - - [AT] "GET /{word}/{noun}/{hex 8}?{word}={n 999} HTTP/1.1" 200 {n 99999} "{url}" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"
{ip} - {name} [AT] "POST /api/{noun}/{n 9999} HTTP/2.0" {200|201|302|404} {n 9999} "-" "curl/8.{n 9}.0"`,
    (at) => `20/Jun/2025:${at.toISOString().slice(11, 19)} +0000`,
  ),
  'service.json.log': logOf(
    `
{"ts":"AT","level":"info","logger":"{noun}.{noun}","msg":"{words 2 9}","{word}":{n 9999},"trace":"{hex 32}"}
{"ts":"AT","level":"debug","logger":"{noun}","msg":"{Verb} {noun}","took":{float 9},"path":"{path}"}
{"ts":"AT","level":"warn","logger":"{noun}","msg":"{words 2 9}","host":"{host}","attempt":{n 9}}`,
    iso,
  ),
  'application.log': logOf(
    `
AT INFO  [{noun}-{n 20}] com.example.{noun}.{Noun}{Noun} - {Words 2 10}
AT DEBUG [main] com.example.{noun}.{Noun} - {verb} {noun} {guid} in {n 900} ms
AT WARN  [{noun}-{n 20}] com.example.{noun}.{Noun}Service - {Words 3 8}: {path}
	at com.example.{noun}.{Noun}.{verb}({Noun}.java:{n 900})`,
    plain,
  ),
  'metrics.csv': logOf(
    `
AT,{noun},{n 9999},{float 99},{word},{ip}
AT,{noun}_{noun},{n 9999},{float 99},{word},{host}`,
    iso,
    ['time,name,count,value,label,host'],
  ),
  'notes.txt': logOf(
    `
{Words 6 14}.
{Words 6 14}, {words 4 12}.
- {Words 2 8}`,
    iso,
  ),
  'dpkg.log': logOf(
    `
AT status {unpacked|half-configured|installed} {noun}-{noun}:amd64 {n 9}.{n 20}.{n 9}-{n 9}
AT upgrade lib{noun}{n 9}:amd64 {n 9}.{n 20}-{n 9} {n 9}.{n 20}-{n 9}
AT trigproc man-db:amd64 2.11.2-2 <none>`,
    (at) => plain(at).slice(0, 19),
  ),
};
