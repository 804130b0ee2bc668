/** Files that hold what several commands printed: of which format each part is, and of which machine it tells. */
import { judge, knowledge, openSource, type SourceFindings } from '@zoomlog/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsOf } from '../helpers/runs.ts';

const encoder = new TextEncoder();

function read(text: string, path = 'session.txt', cuts: readonly number[] = []): SourceFindings {
  const bytes = encoder.encode(text);
  const pipe = openSource(knowledge, path);
  let from = 0;
  for (const cut of [...cuts.map((one) => one % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)) {
    pipe.push(bytes.subarray(from, cut));
    from = cut;
  }
  return pipe.end();
}

/** What was found, where, and whose it is said to be: `client-crashed-kernel:3 @box`. */
const foundIn = (text: string): string[] =>
  read(text).findings.map(
    ({ id, computer, attempts }) => `${id}:${attempts[0]!.first.line}${computer === null ? '' : ` @${computer}`}`,
  );

const reportOn = (evidence: Readonly<Record<string, string>>) =>
  judge(
    knowledge,
    Object.entries(evidence).map(([path, text]) => read(text, path)),
    { version: 'test' },
  );

/** Each machine with the failures that are told of it. */
const toldOf = (evidence: Readonly<Record<string, string>>): string[] => {
  const { machines, diagnoses } = reportOn(evidence);
  return machines.map(({ id, name, os }) =>
    [name, os, ...diagnoses.filter(({ machine }) => machine === id).map(({ failure }) => failure)].join(' '),
  );
};

const segfault = (host = 'desk-7'): string =>
  `Jun 02 11:20:31 ${host} kernel: zoom[5120]: segfault at 8 ip 00007f1122334455 sp 00007ffd11223344 error 4 in libexample.so.1[7f1122000000+5000]`;
const refused = [
  '* Host zoom.us:443 was resolved.',
  '*   Trying 203.0.113.40:443...',
  '* connect to 203.0.113.40 port 443 failed: Connection refused',
  '* Closing connection',
].join('\n');
const proxy =
  '\nCurrent WinHTTP proxy settings:\n\n    Proxy Server(s) :  192.0.2.77:3128\n    Bypass List     :  (none)\n';
const consent = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam';
const denied = `\nHKEY_LOCAL_MACHINE\\${consent}\n    Value    REG_SZ    Deny\n`;
const dropped = [1, 2, 3]
  .map((at) => `2025-11-03 08:01:0${at} DROP UDP 192.0.2.7 198.51.100.9 50001 8801 0 - - - - - - - SEND`)
  .join('\n');
const crash = (computer: string | null): string =>
  `Event[0]\n  Log Name: Application\n  Source: Application Error\n  Date: 2025-11-03T08:01:00.0000000Z\n  Event ID: 1000\n  Task: Application Crashing Events\n  Level: Error\n  Opcode: Info\n  Keyword: Classic\n  User: N/A\n  User Name: N/A\n${computer === null ? '' : `  Computer: ${computer}\n`}  Description: \nFaulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa\nFaulting module name: vcam.dll, version: 1.2.0.0, time stamp: 0x5c5c5c5c\nException code: 0xc0000005\nFault offset: 0x00012345\n`;

/** Commands below a prompt, and what each printed. */
const typed = (prompt: string, ...outputs: readonly (readonly [command: string, printed: string])[]): string =>
  outputs.map(([command, printed]) => `${prompt}${command}\n${printed}\n`).join('');

describe('prompts', () => {
  test.each([
    'alice@desk-7:~$ ',
    'root@desk-7:/var/log# ',
    'alice@desk-7:~/Documents/zoom case$ ',
    '[alice@desk-7 ~]$ ',
    '[root@desk-7 log]# ',
    'alice@desk-7:~> ',
    'alice@desk-7 ~ % ',
    'desk-7:~ alice$ ',
    '(base) alice@desk-7:~$ ',
    '$ ',
    '# ',
    '% ',
    '+ ',
    '└─$ ',
  ])('%s', (prompt) => {
    const text = typed(prompt, ['curl -v https://zoom.us', refused], ['sudo journalctl -k -n 1', segfault()]);
    expect(foundIn(text)).toEqual(['connect-refused:4', 'client-crashed-kernel:7 @desk-7']);
    expect(toldOf({ 'session.txt': text })).toEqual([
      expect.stringMatching(
        /^desk-7 .*(?:client-crashed-kernel connect-refused|connect-refused client-crashed-kernel)$/,
      ),
    ]);
  });

  test.each([
    'PS C:\\Users\\alice> ',
    'PS C:\\> ',
    'PS HKLM:\\> ',
    '(base) PS C:\\Users\\alice> ',
    'C:\\>',
    'c:\\temp>',
    'C:\\Users\\alice> ',
  ])('of Windows: %s', (prompt) => {
    const text = typed(prompt, ['netsh winhttp show proxy', proxy], [`reg query HKLM\\${consent}`, denied]);
    expect(foundIn(text)).toEqual(['winhttp-proxy-set:5', 'camera-consent-denied:11']);
    expect(read(text).machine.os).toBe('windows');
  });

  test('and what is printed before the first one, with a banner', () => {
    const banner =
      'Windows PowerShell\nCopyright (C) Microsoft Corporation. All rights reserved.\n\nInstall the latest PowerShell for new features and improvements! https://aka.ms/PSWindows\n\n';
    expect(foundIn(banner + typed('PS C:\\> ', ['netsh winhttp show proxy', proxy]))).toEqual(['winhttp-proxy-set:10']);
    const motd =
      'Welcome to Ubuntu 24.04.1 LTS (GNU/Linux 6.8.0-45-generic x86_64)\n\nExpanded Security Maintenance for Applications is not enabled.\n\n0 updates can be applied immediately.\n\nLast login: Mon Jun  2 11:00:00 2025 from 192.0.2.9\n';
    expect(foundIn(motd + typed('alice@desk-7:~$ ', ['journalctl -k', segfault()]))).toEqual([
      'client-crashed-kernel:9 @desk-7',
    ]);
  });

  test('that are none', () => {
    for (const text of [
      `# the log of today\n${segfault()}\n`,
      `#Fields: date\n${segfault()}\n`,
      `$HOME is /root\n${segfault()}\n`,
      `alice@example.com wrote: 5 % are lost\n${segfault()}\n`,
    ])
      expect(read(text).format).not.toBe('console-transcript');
  });
});

describe('headings', () => {
  test.each([
    ['=== ', ' ==='],
    ['--- ', ' ---'],
    ['##### ', ' #####'],
    ['******** ', ' ********'],
    ['===== ', ' =========================='],
  ])('%stitle%s', (before, after) => {
    const text = [
      `${before}netsh winhttp show proxy${after}\n${proxy}`,
      `${before}the camera${after}\n${denied}`,
      `${before}reg query Run${after}\nERROR: The system was unable to find the key.\n`,
      `${before}events${after}\n${crash('DESK-7')}`,
    ].join('\n');
    const found = ['winhttp-proxy-set:5', 'camera-consent-denied:11', 'client-crashed-windows:30 @DESK-7'];
    expect(foundIn(text)).toEqual(found);
    expect(foundIn(`Collected with collect.cmd, version 3\n\n${text}`)).toHaveLength(found.length);
    expect(toldOf({ 'collect.txt': text })).toEqual([expect.stringMatching(/^DESK-7 windows /)]);
  });

  test('between two rules', () => {
    const rule = '='.repeat(60);
    const text = `${rule}\nnetsh winhttp show proxy\n${rule}\n${proxy}\n${rule}\njournalctl -k\n${rule}\n${segfault()}\n`;
    expect(foundIn(text)).toEqual(['winhttp-proxy-set:7', 'client-crashed-kernel:13 @desk-7']);
  });

  test('that belong to what was printed', () => {
    const msi = knowledge.formatById.get('msi-log')!.samples[0]!.text;
    expect(read(`${msi}\n`).format).toBe('msi-log');
    const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
    expect(foundIn(`$ openssl s_client -connect zoom.us:443\n${certificate}${refused}\n`)).toEqual([
      'connect-refused:7',
    ]);
    const dxdiag = knowledge.formatById.get('dxdiag')!.samples[0]!.text;
    expect(read(`${dxdiag}\n`).format).toBe('dxdiag');
  });
});

describe('another machine', () => {
  const local = (...outputs: Parameters<typeof typed>[1][]) =>
    typed('PS C:\\Users\\alice> ', ['hostname', 'DESK-7'], ...outputs, ['exit', '']);

  test.each<[command: string, printed: string]>([
    ['Get-Content \\\\PC-99\\c$\\Windows\\System32\\LogFiles\\Firewall\\pfirewall.log -Tail 3', dropped],
    ['Get-Content -Path "\\\\192.0.2.9\\logs\\pfirewall.log"', dropped],
    ['type \\\\PC-99\\c$\\pfirewall.log', dropped],
    ['cat \\\\pc-99.example.com\\c$\\pfirewall.log', dropped],
    ['findstr DROP \\\\PC-99\\c$\\pfirewall.log', dropped],
    [`reg query "\\\\PC-99\\HKLM\\${consent}"`, denied],
    ['wevtutil qe Application /r:PC-99 /c:1 /f:text', crash(null)],
    ['wevtutil.exe qe Application /remote:PC-99 /f:text', crash(null)],
    ['netsh -r PC-99 winhttp show proxy', proxy],
    ['winrs -r:PC-99 netsh winhttp show proxy', proxy],
    ['psexec \\\\PC-99 netsh winhttp show proxy', proxy],
    ['& "C:\\Tools\\PsExec64.exe" \\\\PC-99 netsh winhttp show proxy', proxy],
    ['Invoke-Command -ComputerName PC-99 { netsh winhttp show proxy }', proxy],
    ['Invoke-Command -Session $s { netsh winhttp show proxy }', proxy],
    ['icm PC-99 -ComputerName PC-99 { netsh winhttp show proxy }', proxy],
    ['Get-WinEvent -ComputerName PC-99 -LogName Application', crash(null)],
    ['ssh admin@pc-99 netsh winhttp show proxy', proxy],
    ['ssh -p 2222 -i key admin@pc-99 netsh winhttp show proxy', proxy],
    ['wsl curl -v https://zoom.us', refused],
    ['wsl -d Ubuntu -- curl -v https://zoom.us', refused],
    ['adb shell curl -v https://zoom.us', refused],
    ['docker exec web curl -v https://zoom.us', refused],
    ['docker exec -it web curl -v https://zoom.us', refused],
    ['docker logs web', refused],
    ['kubectl exec pod/web -- curl -v https://zoom.us', refused],
    ['kubectl -n prod logs pod/web', refused],
  ])('asked by %s', (command, printed) => {
    expect(foundIn(local([command, printed]))).toEqual([]);
    expect(toldOf({ 'session.txt': local([command, printed]) })).toEqual(['DESK-7 windows']);
  });

  test.each<[command: string, printed: string, found: string]>([
    ['netsh winhttp show proxy', proxy, 'winhttp-proxy-set'],
    ['Get-Content \\\\localhost\\c$\\pfirewall.log', dropped, 'local-firewall-drop'],
    ['Get-Content \\\\DESK-7\\c$\\pfirewall.log', dropped, 'local-firewall-drop'],
    ['Get-Content "\\\\?\\C:\\pfirewall.log"', dropped, 'local-firewall-drop'],
    ['Get-Content C:\\\\Windows\\\\pfirewall.log', dropped, 'local-firewall-drop'],
    ['& \\\\files\\tools\\curl.exe -v https://zoom.us', refused, 'connect-refused'],
    ['Get-WinEvent -ComputerName $env:COMPUTERNAME -LogName Application', crash(null), 'client-crashed-windows'],
    ['wevtutil qe Application /c:1 /f:text', crash(null), 'client-crashed-windows'],
    ['Get-Content ssh.log', dropped, 'local-firewall-drop'],
    ['curl -v https://zoom.us | tee docker.txt', refused, 'connect-refused'],
  ])('is not asked by %s', (command, printed, found) => {
    expect(foundIn(local([command, printed])).map((one) => one.replace(/:.*/, ''))).toEqual([found]);
  });

  test('that is measured against is no machine of its own', () => {
    const stripchart =
      'Tracking time.example.com [192.0.2.123:123].\nThe current time is 5/6/2025 8:09:10 AM.\n08:09:10, -412.5000000s\n08:09:12, -412.2500000s\n08:09:14, -412.2000000s\n';
    const told = (command: string) => foundIn(local([command, stripchart])).length;
    expect(told('w32tm /stripchart /computer:time.example.com /dataonly /samples:3')).toBe(1);
    expect(told('w32tm /monitor /computers:dc-1')).toBe(0);
  });

  test('is told of where what it printed names it', () => {
    const journal = local(['ssh bob@box-9 journalctl -k -n 1', segfault('box-9')], ['netsh winhttp show proxy', proxy]);
    expect(toldOf({ 'session.txt': journal })).toEqual([
      'DESK-7 windows winhttp-proxy-set',
      expect.stringMatching(/^box-9 .*client-crashed-kernel$/),
    ]);
    const events = local(['wevtutil qe Application /r:PC-99 /f:text', crash('PC-99')]);
    expect(toldOf({ 'session.txt': events })).toEqual([
      'DESK-7 windows',
      expect.stringMatching(/^pc-99 .*client-crashed-windows$/),
    ]);
  });

  test('by the prompt of a console that was opened there', () => {
    const session = (back: string) =>
      `${typed('alice@desk-7:~$ ', ['curl -v https://zoom.us', refused], ['ssh box-9', 'Last login: Mon Jun  2 11:00:00 2025'])}${typed('bob@box-9:~$ ', ['curl -v https://zoom.us', refused], ['exit', 'logout'])}${back}`;
    expect(foundIn(session(''))).toEqual(['connect-refused:4', 'connect-refused:11 @box-9']);
    expect(foundIn(session(typed('alice@desk-7:~$ ', ['curl -v https://zoom.us', refused])))).toEqual([
      'connect-refused:4',
      'connect-refused:11 @box-9',
      'connect-refused:18',
    ]);
    expect(toldOf({ 'session.txt': session('') })).toEqual(['desk-7  connect-refused', 'box-9  connect-refused']);
  });

  test.each([
    ['a session of PowerShell', 'Enter-PSSession PC-99', '[PC-99]: PS C:\\Users\\bob\\Documents> ', ' @PC-99'],
    ['Linux inside of Windows', 'wsl', 'alice@DESK-7:~$ ', null],
    ['another Linux', 'ssh bob@box-9', 'bob@box-9:~$ ', ' @box-9'],
    ['a console without names', 'ssh bob@box-9', '$ ', null],
    ['a container', 'docker exec -it web sh', '# ', null],
    ['a phone', 'adb shell', '$ ', null],
    ['a folder on a share', 'cd \\\\PC-99\\logs', 'PS Microsoft.PowerShell.Core\\FileSystem::\\\\PC-99\\logs> ', null],
  ])('%s', (_, command, prompt, owner) => {
    const there = `${typed('PS C:\\Users\\alice> ', ['hostname', 'DESK-7'], [command, ''])}${typed(prompt, ['curl -v https://zoom.us', refused], ['exit', ''])}`;
    expect(foundIn(there)).toEqual(owner === null ? [] : [`connect-refused:8${owner}`]);
    const back = there + typed('PS C:\\Users\\alice> ', ['curl -v https://zoom.us', refused]);
    expect(foundIn(back).filter((one) => !one.includes('@'))).toEqual(['connect-refused:15']);
  });

  test('with prompts like those of this one, until its console is closed', () => {
    const text =
      typed('C:\\>', ['psexec \\\\PC-99 cmd', '']) +
      typed('C:\\Windows\\system32>', ['netsh winhttp show proxy', proxy], ['exit', '']) +
      typed('C:\\>', ['curl -v https://zoom.us', refused]);
    expect(foundIn(text)).toEqual(['connect-refused:15']);
    const bare =
      typed('$ ', ['ssh box-9', '']) +
      typed('$ ', ['curl -v https://zoom.us', refused], ['exit', '']) +
      typed('$ ', ['curl -v https://zoom.us', refused]);
    expect(foundIn(bare)).toEqual(['connect-refused:13']);
  });
});

describe('a log that names hosts', () => {
  const camera = (host: string) =>
    `Jun 02 11:00:00 ${host} kernel: usb 3-2: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00\nJun 02 11:00:00 ${host} kernel: uvcvideo 3-2:1.0: Found UVC 1.10 device Desk Cam (1234:abcd)\n`;

  test('is that of the only one', () => {
    expect(toldOf({ syslog: `${segfault('box-9')}\n` })).toEqual(['box-9  client-crashed-kernel']);
    expect(toldOf({ syslog: `${segfault('localhost')}\n` })).toEqual(['  client-crashed-kernel']);
  });

  test('of several is one for each', () => {
    expect(toldOf({ syslog: `${segfault('box-9')}\n${segfault('box-8.example.com')}\n` })).toEqual([
      'box-9  client-crashed-kernel',
      'box-8  client-crashed-kernel',
    ]);
  });

  test('belongs to files of its system that name none, not to those of Windows', () => {
    const stdout = 'ZoomLauncher started.\nZoom path is: /opt/zoom\nZoomLauncher exit.\n';
    expect(toldOf({ 'logs/syslog': `${segfault('box-9')}\n`, 'logs/zoom_stdout_stderr.log': stdout })).toEqual([
      'box-9 linux client-crashed-kernel',
    ]);
    expect(toldOf({ syslog: `${segfault('box-9')}\n`, 'pfirewall.log': `${dropped}\n` })).toEqual([
      ' windows local-firewall-drop',
      'box-9  client-crashed-kernel',
    ]);
  });

  test('and what is known of one of them is nothing of another', () => {
    const lost = 'Jun 02 11:09:00 box-8 kernel: usb usb3-port2: unable to enumerate USB device\n';
    const verdict = (text: string) =>
      reportOn({ syslog: text }).verdicts.some(
        ({ class: name, state }) => name === 'device-usb' && state === 'confirmed',
      );
    expect(verdict(camera('box-8') + lost)).toBe(true);
    expect(verdict(camera('box-9') + lost)).toBe(false);
  });
});

describe('any console', () => {
  const part = fc.constantFrom(
    ...['PS C:\\> ', 'C:\\>', 'alice@desk-7:~$ ', 'bob@box-9:~$ ', '$ ', '# '].flatMap((prompt) =>
      ['hostname', 'ssh box-9', 'exit', 'netsh winhttp show proxy', 'curl -v https://zoom.us', ''].map(
        (one) => prompt + one,
      ),
    ),
    '=== ipconfig ===',
    '='.repeat(20),
    refused,
    proxy,
    denied,
    dropped,
    segfault(),
    segfault('box-9'),
    'DESK-7',
    '',
    'é',
  );
  const text = fc.array(part, { maxLength: 12 }).map((parts) => `$ hostname\n${parts.join('\n')}\n`);

  test('is read the same, however its bytes are cut', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(10_000), { maxLength: 6 }), (one, cuts) => {
        expect(read(one, 'session.txt', cuts)).toEqual(read(one));
      }),
      runsOf(500),
    );
  });

  test('shows each finding on a line that it has', () => {
    fc.assert(
      fc.property(text, (one) => {
        const lines = one.split('\n');
        for (const { attempts } of read(one).findings)
          for (const { first, last } of attempts)
            for (const { line, text: shown } of [first, last]) expect(lines[line - 1]).toContain(shown);
      }),
      runsOf(500),
    );
  });
});
