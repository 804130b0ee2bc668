import { type Sibling, unproved } from './sibling.ts';

const library = (name: string): string =>
  `zoom started.\n/opt/zoom/zoom: error while loading shared libraries: ${name}: cannot open shared object file: No such file or directory\nZoomLauncher exit.\n`;
const well = 'zoom exited normally, exit code is 0 .\nZoomLauncher exit.\n';

export default [
  {
    title: 'the current folder is that of another machine, as the prompt tells',
    evidence: {
      'paste.txt': `carol@bench:~$ cd attic-laptop\ncarol@bench:~/attic-laptop$ tail -n 3 zoom_stdout_stderr.log\n${library('libxcb-render-util.so.0')}carol@bench:~/attic-laptop$ cd\ncarol@bench:~$ \n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: "this machine's library is missing; the log of an old laptop ends well",
    evidence: {
      'paste.txt': `carol@bench:~$ tail -n 3 ~/.zoom/logs/zoom_stdout_stderr.log\n${library('libxcb-keysyms.so.1')}carol@bench:~$ cat /media/carol/backup/home/carol/.zoom/logs/zoom_stdout_stderr.log\n${well}carol@bench:~$ \n`,
    },
    top: { class: 'install' },
    verdicts: { install: 'confirmed' },
    exit: 1,
  },
  {
    title: 'PowerShell: hosts files of a template and of a customer block Zoom, that of this PC does not',
    evidence: {
      'console.txt':
        'PS C:\\Users\\carol> Get-Content .\\templates\\kiosk\\hosts\n# This is a sample HOSTS file used by Microsoft TCP/IP for Windows.\n0.0.0.0 zoom.us\nPS C:\\Users\\carol> type E:\\customers\\acme\\hosts\n127.0.0.1 localhost\n0.0.0.0 us06web.zoom.us\nPS C:\\Users\\carol> Get-Content C:\\Windows\\System32\\drivers\\etc\\hosts\n# This is a sample HOSTS file used by Microsoft TCP/IP for Windows.\n127.0.0.1 localhost\nPS C:\\Users\\carol> \n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS: the consents of a mounted disk are those of another Mac',
    evidence: {
      'Terminal Saved Output':
        'carol@studio ~ % sqlite3 "/Volumes/Old Mac/Library/Application Support/com.apple.TCC/TCC.db" "select service, client, auth_value from access"\nkTCCServiceCamera|us.zoom.xos|0|0|2|1\ncarol@studio ~ % sqlite3 "/Volumes/Old Mac/tcc.db" .dump\ncarol@studio ~ % \n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'a kernel log that was collected in a case folder names this machine itself',
    evidence: {
      'paste.txt':
        'carol@bench:~$ zgrep -h zoom ~/cases/4711/kern.log.1.gz\nMar  2 10:11:12 bench kernel: zoom[5120]: segfault at 10 ip 00007f0000002000 sp 00007ffd00002000 error 4 in libexample.so[7f0000000000+1000]\ncarol@bench:~$ \n',
    },
    top: { class: 'crash' },
    exit: 1,
  },
  {
    title: 'without a prompt: a command for another machine, and what it answered',
    evidence: {
      'zoom.log':
        "ssh -X dave@porch '/opt/zoom/ZoomLauncher'\nZoomLauncher started.\nQXcbConnection: Could not connect to display \nSomething went wrong while running zoom, exit code is 1.\nZoomLauncher exit.\n",
    },
    verdicts: { crash: unproved },
    top: null,
  },
  {
    title: 'a ping in a network namespace, and one in the network of the machine',
    evidence: {
      'paste.txt':
        'carol@bench:~$ sudo ip netns exec lab ping -c 1 zoom.us\nping: connect: Network is unreachable\ncarol@bench:~$ sudo nsenter -t 4242 -n curl -sS https://zoom.us/\ncurl: (6) Could not resolve host: zoom.us\ncarol@bench:~$ \n',
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
