/** UAC, the Unix-like Artifacts Collector: files below `[root]`, what commands printed below `live_response`. */
import { defineCollector } from '../../define.ts';
import { systemNamed } from '../wordings/collector-records.ts';

export const uac = defineCollector({
  id: 'uac',
  title: 'UAC',
  see: [
    'https://github.com/tclahr/uac/blob/018adb44d5fd88ece94da9661810621f5670f8fd/uac',
    'https://github.com/tclahr/uac/blob/ebbd3a9df92393d6c6b7774ff433c543ed97769b/lib/log_msg.sh',
    'https://github.com/tclahr/uac/blob/4fc6e169bdaa813c85f26dea6af2ed9031912c37/lib/create_acquisition_log.sh',
  ],
  // Its time has no zone: that stands in its log.
  name: /^uac-(?<host>[^\s/\\]{1,80})-(?<system>aix|esxi|freebsd|linux|macos|netbsd|netscaler|openbsd|solaris)-\d{14}$/,
  readName: ({ host, system = '' }) => ({ host: host!, ...systemNamed(system) }),
  below: /\[root\]\/|live_response\/(?:containers|hardware|network|packages|process|storage|system|vms)\//y,
  belowName: /(?:bodyfile|chkrootkit|hash_executables|system)\//y,
  records: /^uac\.log$/,
  origin: (stored) => (stored.startsWith('[root]/') ? stored.slice('[root]'.length) : null),
});
