import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { lastToken, token } from '../../reading/grammar/tokens.ts';

/** With `-f` a process id, with `-t`, `-tt`, `-ttt` or `-r` a time, or both. */
const columns = String.raw`(?:\[pid {1,6}\d{1,10}\] {1,4}|\d{1,10} {1,6})?(?:\d\d:\d\d:\d\d(?:\.\d{1,9})? |(?:\+ )? {0,8}\d{1,12}\.\d{1,9} )?`;
/** A call, the rest of one, a signal, or the end of a process. */
const what = String.raw`(?:[a-z_]\w{0,40}\(|<\.\.\. \w{1,40} resumed>|--- SIG[A-Z]{2,10} |\+\+\+ (?:exited with|killed by) )`;
/** A call tells what it returned, or that it goes on below. */
const ending = String.raw`(?:--- SIG|\+\+\+ | = (?:-?\d|0x|\?)|<unfinished \.\.\.>$)`;

const before = token(/(?:\[pid {1,6}\d{1,10}\]|[\d.:]{1,30})[ \t]{1,8}/);
const sign = lastToken(/[a-z_<+-]/);

const head = defineHead({
  begins: new RegExp(`^${columns}(?=${what})(?=[^\\n]{0,2000}${ending})`),
  tokens: [before, sign],
  rule: ({ consume, option }) => {
    option(() => consume(before));
    option(() => consume(before, 1), 1);
    consume(sign);
    return {};
  },
});

export default defineFormat({
  id: 'strace',
  title: 'System calls of a program (strace)',
  isForeign: true,
  framing: lines,
  os: 'linux',
  head,
  names: ['*strace*'],
  recognise: { heads: true },
  samples: [
    {
      text: 'execve("/usr/bin/viewer", ["viewer"], 0x7ffd00000000 /* 42 vars */) = 0\nopenat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3\naccess("/etc/ld.so.preload", R_OK)      = -1 ENOENT (No such file or directory)',
      entry: { time: null },
    },
    {
      text: '[pid  4021] 07:08:09.100200 <... futex resumed>) = 0\n[pid  4021] 07:08:09.100300 openat(AT_FDCWD, "/dev/video0", O_RDWR) = -1 EACCES (Permission denied)',
      entry: { time: null },
    },
    {
      text: '4021  1700000000.100200 connect(9, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.9")}, 16) = -1 EINPROGRESS (Operation now in progress)\n4022  1700000000.100300 poll([{fd=9, events=POLLOUT}], 1, 1000 <unfinished ...>\n4021  1700000000.100400 +++ exited with 0 +++',
      entry: { time: null },
    },
  ],
});
