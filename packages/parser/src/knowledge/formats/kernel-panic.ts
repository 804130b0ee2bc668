import { defineFormat } from '../../define.ts';
import { logLine, wholeOutput } from '../wordings/whole-output.ts';

/** What only a crash of the kernel prints: of Linux, then of macOS. */
const sign =
  /^(?:Kernel panic - not syncing: |---\[ end (?:Kernel panic|trace [\da-f]{1,16}) |BUG: unable to handle |BUG: kernel NULL pointer dereference|Unable to handle kernel |Internal error: Oops|Oops: [\dA-Za-z]|general protection fault[,:]|panic\(cpu \d{1,3} caller 0x[\da-f]{4,16}\): )/m;

export default defineFormat({
  id: 'kernel-panic',
  title: 'Crash of the kernel (panic, oops), from a console',
  isForeign: true,
  framing: wholeOutput,
  names: ['*panic*', '*oops*'],
  recognise: {
    // With the heads of a journal it is one.
    unless: logLine,
    starts: sign,
    marks: [
      'Call Trace:',
      'Call trace:',
      'RIP: 00',
      'Kernel Offset: ',
      '---[ end ',
      'Modules linked in:',
      'Backtrace (CPU ',
      'Kernel version:',
    ],
    atLeast: 2,
  },
  samples: [
    {
      text: 'BUG: unable to handle page fault for address: ffffb00000000010\n#PF: supervisor read access in kernel mode\nOops: 0000 [#1] PREEMPT SMP NOPTI\nCPU: 3 PID: 4021 Comm: worker Tainted: G           OE      6.1.0-example\nRIP: 0010:example_ioctl+0x1a/0x80 [example]\nCall Trace:\n <TASK>\n do_syscall_64+0x5b/0xc0\nModules linked in: example(OE)\n---[ end trace 0000000000000000 ]---',
      entry: {},
    },
    {
      text: 'Call trace:\n panic+0x120/0x2c0\nCPU features: 0x0240002,2188200c\nKernel panic - not syncing: Fatal exception\nKernel Offset: disabled\n---[ end Kernel panic - not syncing: Fatal exception ]---',
      entry: {},
    },
    {
      text: 'panic(cpu 2 caller 0xffffff8000000000): Kernel trap at 0xffffff7f80000000, type 14=page fault\nBacktrace (CPU 2), Frame : Return Address\nBSD process name corresponding to current thread: kernel_task\nKernel version:\nDarwin Kernel Version 20.6.0',
      entry: {},
    },
  ],
});
