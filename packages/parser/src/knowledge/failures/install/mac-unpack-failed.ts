import { defineFailure } from '../../../define.ts';

const log = (line: string): string =>
  `[Wed Jul 14 06:05:04 PDT 2021]use this app path: /Applications/zoom.us.app\n[Wed Jul 14 06:05:05 PDT 2021]check unzip:/usr/bin/unzip\n[Wed Jul 14 06:05:06 PDT 2021]${line}`;

/** Only successful runs were captured; the line is theirs, with another number. */
export default defineFailure({
  id: 'mac-unpack-failed',
  class: 'install',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The macOS installer could not unpack Zoom',
  cause: 'The unpacking program returned an error: the package is damaged, the disk is full, or something blocked it.',
  remedy: 'Download the installer from Zoom again and run it.',
  match: [
    {
      formats: ['zoom-mac-install'],
      has: 'check un7z return:',
      text: /check un7z return:[1-9]\d*/,
      layout: 'constructed',
      hits: [log('check un7z return:2, ')],
    },
  ],
  fixes: ['install-verify-macos', 'install-save-logs-macos', 'install-quit-macos', 'install-reinstall-macos'],
  misses: [{ text: log('check un7z return:0, '), why: 'it worked' }],
});
