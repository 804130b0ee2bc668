/** What the dynamic linker of Linux says of a program that it cannot start. Source: glibc's `_dl_signal_error`. */
export const unfound = 'error while loading shared libraries';
/** The system's library is older than the one that the program was built with, as the source of an expression. */
export const olderSystem = ": [^:\\s]{1,120}: version `[\\w.]{1,60}' not found";

export const unloaded = `/opt/zoom/zoom: ${unfound}: libxcb-icccm.so.4: cannot open shared object file: No such file or directory`;
export const unlinked =
  '/opt/zoom/zoom: symbol lookup error: /opt/zoom/libQt5Core.so.5: undefined symbol: example_symbol';
export const tooOld =
  "/opt/zoom/zoom: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.99' not found (required by /opt/zoom/zoom)";
