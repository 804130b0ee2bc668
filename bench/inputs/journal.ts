/** The journal of a Linux desktop, as `journalctl -o json` writes it, and as syslog has it. */
import type { Random } from './random.ts';
import { type Template, templatesOf } from './templates.ts';

interface Speaker {
  readonly name: string;
  readonly unit: string;
  readonly transport: 'journal' | 'kernel' | 'stdout' | 'syslog' | 'audit';
  readonly says: readonly Template[];
}

const speaker = (name: string, unit: string, transport: Speaker['transport'], says: string): Speaker => ({
  name,
  unit,
  transport,
  says: templatesOf(says),
});

const speakers: readonly Speaker[] = [
  speaker(
    'systemd',
    'init.scope',
    'journal',
    `
Started {noun}-{noun}.service - {Words 2 5}.
Starting {noun}.service - {Words 2 5}...
Finished {noun}-{verb}.service - {Words 2 5}.
{noun}-{noun}.service: Deactivated successfully.
{noun}.service: Consumed {float 9}s CPU time, {n 900}.{n 9}M memory peak.
Reached target {noun}.target - {Words 1 3}.
{noun}.timer: Adding {n 40}s random time.
Created slice {noun}-{word}.slice - Slice /{noun}/{word}.
Reloading requested from client PID {n 99999} ('systemctl') (unit session-{n 40}.scope)...`,
  ),
  speaker(
    'kernel',
    '',
    'kernel',
    `
audit: rate limit={n 900} backlog={n 60}
{wlp2s0|wlan0}: associated
{wlp2s0|wlan0}: authenticate with {mac} (local address={mac})
EXT4-fs (nvme0n1p{n 6}): re-mounted {guid} r/w. Quota mode: none.
cfg80211: Loading compiled-in X.509 certificates for regulatory database
perf: interrupt took too long ({n 9999} > {n 9999}), lowering kernel.perf_event_max_sample_rate to {n 99999}
i915 0000:00:02.0: [drm] {Words 2 6}, pipe {A|B|C}, {n 4096}x{n 2160}
PM: suspend entry ({s2idle|deep})
ACPI: \\_SB_.PCI0.{upper 4}: {Words 1 4}
thermal thermal_zone{n 9}: {word} point {n 9} at {n 100} C
hid-generic 0003:{upper 4}:{upper 4}.{upper 4}: hidraw{n 9}: {Words 1 3} v1.11 [{Noun} {Noun}]
nvme nvme0: {n 16}/0/0 default/read/poll queues
psi: {noun} {word} total={n 9999999}`,
  ),
  speaker(
    'NetworkManager',
    'NetworkManager.service',
    'syslog',
    `
<info>  [{n 1700000000 1799999999}.{n 9999}] dhcp4 (wlp2s0): state changed new lease, address={ip}
<info>  [{n 1700000000 1799999999}.{n 9999}] device (wlp2s0): state change: {config|ip-config|secondaries} -> {ip-check|activated} (reason 'none', managed-type: 'full')
<info>  [{n 1700000000 1799999999}.{n 9999}] policy: set '{Noun}' (wlp2s0) as default for IPv4 routing and DNS
<info>  [{n 1700000000 1799999999}.{n 9999}] manager: NetworkManager state is now CONNECTED_{GLOBAL|SITE}`,
  ),
  speaker(
    'dbus-daemon',
    'dbus.service',
    'syslog',
    `
[session uid=1000 pid={n 9999}] Activating service name='org.example.{Noun}' requested by ':1.{n 999}' (uid=1000 pid={n 9999} comm="{path}")
[system] Successfully activated service 'org.freedesktop.{noun}{n 2}'
[session uid=1000 pid={n 9999}] Reloaded configuration`,
  ),
  speaker(
    'gnome-shell',
    'session.slice',
    'stdout',
    `
{Words 3 9}: {ptr}
Window manager warning: Buggy client sent a _NET_ACTIVE_WINDOW message with a timestamp of 0 for 0x{hex 7}
JS LOG: [{noun}@example.com] {Words 2 8} ({n 999} ms)
meta_{noun}_{verb}: assertion 'META_IS_{upper 4} ({noun})' was not met
st_{noun}_get_theme_node called on the {noun} {ptr} [{word}:{n 99}] which is not in the stage.`,
  ),
  speaker(
    'wpa_supplicant',
    'wpa_supplicant.service',
    'syslog',
    `
wlp2s0: CTRL-EVENT-SIGNAL-CHANGE above=1 signal=-{n 40 80} noise=9999 txrate={n 900000}
wlp2s0: WPA: Group rekeying completed with {mac} [GTK=CCMP]
wlp2s0: CTRL-EVENT-BEACON-LOSS`,
  ),
  speaker(
    'systemd-resolved',
    'systemd-resolved.service',
    'journal',
    `
Using {degraded feature set UDP|feature set UDP+EDNS0} instead of {TCP|UDP+EDNS0+DO} for DNS server {ip}.
Flushed all caches.
Clock change detected. Flushing caches.`,
  ),
  speaker(
    'wireplumber',
    'session.slice',
    'journal',
    `
spa.bluez5: {Words 2 5} {mac}
s-{noun}: <WpSession:{n 99}> {word} {noun} {n 99} linked to {n 99}
default: {noun} '{word}' uses rate {44100|48000} and {n 8} channels`,
  ),
  speaker(
    'CRON',
    'cron.service',
    'syslog',
    `
(root) CMD (   test -x {path} && {path} --report {path})
pam_unix(cron:session): session {opened|closed} for user root(uid=0) by (uid=0)`,
  ),
  speaker(
    'sshd',
    'ssh.service',
    'syslog',
    `
Accepted publickey for {name} from {ip} port {n 1024 65000} ssh2: ED25519 SHA256:{hex 22}
Received disconnect from {ip} port {n 1024 65000}:11: disconnected by user
pam_unix(sshd:session): session opened for user {name}(uid={n 1000 1100}) by {name}(uid=0)`,
  ),
  speaker(
    'tracker-miner',
    'app.slice',
    'stdout',
    `
Indexing {path} ({n 99999} of {n 99999})
{Words 2 9} after {float 40} s`,
  ),
  speaker(
    'snapd',
    'snapd.service',
    'journal',
    `
{noun}.go:{n 900}: {words 2 6} "{noun}" in {float 9}s
storehelpers.go:{n 900}: cannot refresh snap "{noun}": snap has no updates available`,
  ),
  speaker(
    'fwupd',
    'fwupd.service',
    'stdout',
    `
{n 10 24}:{n 10 60}:{n 10 60}.{ms} Fu{Noun}           {words 2 7}: {guid}`,
  ),
  speaker(
    'chronyd',
    'chrony.service',
    'syslog',
    `
Selected source {ip} ({host})
System clock TAI offset set to 37 seconds`,
  ),
  speaker(
    'example-sync',
    'app.slice',
    'stdout',
    `
{"level":"info","ts":{n 1700000000 1799999999},"msg":"{words 2 8}","{word}":{n 9999},"{noun}":"{word}"}
{Verb}{Noun}: {words 2 8} path={path} bytes={n 9999999} took={n 900}ms
GET /{word}/{word}?{word}={n 999} 200 {n 99999} {n 900}ms`,
  ),
];

/** A camera and headsets that come and go, dropped packets and a refused access: what failures look at. */
const ofInterest: readonly Template[] = templatesOf(`
usb {n 1 3}-{n 1 9}: new high-speed USB device number {n 120} using xhci_hcd
usb {n 1 3}-{n 1 9}: New USB device found, idVendor={hex 4}, idProduct={hex 4}, bcdDevice= {n 9}.{n 10 99}
usb {n 1 3}-{n 1 9}: USB disconnect, device number {n 120}
usb {n 1 3}-{n 1 9}: device descriptor read/64, error -71
input: {Noun} {Noun} as /devices/pci0000:00/0000:00:14.0/usb1/1-{n 9}/input/input{n 99}
[UFW BLOCK] IN=wlp2s0 OUT= MAC={mac} SRC={ip} DST={ip} LEN={n 1500} TOS=0x00 PREC=0x00 TTL={n 255} ID={n 65536} PROTO=UDP SPT={n 65536} DPT={n 65536} LEN={n 1400}
usb usb{n 1 3}-port{n 1 9}: unable to enumerate USB device
uvcvideo 1-{n 9}:1.1: Non-zero status (-71) in video completion handler.
audit: type=1400 audit({n 1700000000 1799999999}.{ms}:{n 9999}): apparmor="DENIED" operation="open" class="file" profile="snap.{noun}.{noun}" name="{path}" pid={n 9999} comm="{noun}" requested_mask="r" denied_mask="r" fsuid=1000 ouid=0
`);

interface Said {
  readonly by: Speaker;
  readonly pid: number;
  readonly message: string;
}

const kernel = speakers.find(({ name }) => name === 'kernel')!;

function say(random: Random, share: number): Said {
  const isOfInterest = random.chance(share);
  const by = isOfInterest ? kernel : random.pick(speakers);
  const says = isOfInterest ? ofInterest : by.says;
  return { by, pid: 300 + random.below(40_000), message: random.pick(says)(random) };
}

const firstMs = Date.UTC(2025, 4, 20, 6);

/** One record on each line, without its end. `share` of them are of interest, 0 to 1. */
export function journalLines(random: Random, share: number): () => string {
  const boot = random.hex(32);
  const machine = random.hex(32);
  let micros = firstMs * 1000;
  let count = 1_000_000;
  return () => {
    micros += 1 + random.below(90_000);
    count++;
    const { by, pid, message } = say(random, share);
    return JSON.stringify({
      __CURSOR: `s=${machine};i=${count.toString(16)};b=${boot};m=${(micros % 1e11).toString(16)};t=${micros.toString(16)};x=${random.hex(16)}`,
      __REALTIME_TIMESTAMP: String(micros),
      __MONOTONIC_TIMESTAMP: String(micros % 1e11),
      _BOOT_ID: boot,
      PRIORITY: random.pick(['6', '6', '6', '5', '4', '3']),
      SYSLOG_FACILITY: by.transport === 'kernel' ? '0' : '3',
      SYSLOG_IDENTIFIER: by.name,
      _TRANSPORT: by.transport,
      _MACHINE_ID: machine,
      _HOSTNAME: 'desk-12',
      ...(by.transport === 'kernel'
        ? { _SOURCE_MONOTONIC_TIMESTAMP: String(micros % 1e11) }
        : {
            _PID: String(pid),
            _UID: '1000',
            _GID: '1000',
            _COMM: by.name.slice(0, 15),
            _EXE: `/usr/bin/${by.name}`,
            _CMDLINE: `/usr/bin/${by.name} --session=${random.below(9)}`,
            _CAP_EFFECTIVE: '0',
            _SYSTEMD_CGROUP: `/user.slice/user-1000.slice/user@1000.service/${by.unit}`,
            _SYSTEMD_UNIT: by.unit,
            _SYSTEMD_SLICE: 'user-1000.slice',
          }),
      MESSAGE: message,
    });
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The same as a syslog daemon writes it. */
export function syslogLines(random: Random, share: number): () => string {
  let ms = firstMs;
  return () => {
    ms += random.below(90);
    const { by, pid, message } = say(random, share);
    const at = new Date(ms);
    const day = String(at.getUTCDate()).padStart(2);
    const process = by.transport === 'kernel' ? 'kernel' : `${by.name}[${pid}]`;
    return `${months[at.getUTCMonth()]} ${day} ${at.toISOString().slice(11, 19)} desk-12 ${process}: ${message}`;
  };
}
