/** A line of strace: what a program asked of the system, and what it got. */
export const systemCall =
  /^(?:\[pid {1,4}\d{1,10}\] |\d{1,10} {1,4})?(?:[\d:.]{8,20} )?(?:execve|openat|mmap|read|write|close|access|brk|newfstatat)\([^\n]{0,300}\) {0,40}= -?(?:0x)?[\da-f]/m;
