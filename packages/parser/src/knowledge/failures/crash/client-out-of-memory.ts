import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { inJournals } from '../../wordings/linux-samples.ts';
import { zoomKernelName, zoomUnit } from '../../zoom-identity.ts';

const killed =
  'Out of memory: Killed process 4021 (zoom) total-vm:9123456kB, anon-rss:3123456kB, UID:1000 oom_score_adj:0';
const scope = 'app-flatpak-us.zoom.Zoom-4021.scope';
const slice = '/user.slice/user-1000.slice/user@1000.service/app.slice';
const starved = (unit: string): string =>
  `Killed ${slice}/${unit} due to memory pressure for ${slice} being 62.11% > 50.00% for > 20s with reclaim activity`;

/** What a service of the system ended; of the desktop's entry it knows the name alone. */
const ended = (by: string, has: string, text: RegExp, message: string): Pattern => ({
  formats: ['syslog', 'journal-json'],
  has,
  text,
  layout: 'constructed',
  strength: 'strong',
  hits: inJournals(by, message),
});

export default defineFailure({
  id: 'client-out-of-memory',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The system ran out of memory and ended Zoom',
  cause:
    'No memory was left, for the whole machine or for the group that Zoom runs in, and the system chose Zoom to be ended.',
  remedy: 'Close other programs, or add memory or swap space; a container or a policy may limit it.',
  by: ['kernel', 'systemd', 'systemd-oomd', 'earlyoom'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'Killed process',
      text: new RegExp(`(?:^|[\\s"])Killed process \\d{1,10} \\(${zoomKernelName}\\)[, ]`),
      layout: 'constructed',
      hits: [
        ...inJournals('kernel', killed),
        ...inJournals('kernel', killed.replace('Out of memory', 'Memory cgroup out of memory')),
        ...inJournals('kernel', 'Killed process 4021 (zoom) total-vm:9123456kB, anon-rss:3123456kB, file-rss:0kB'),
      ],
    },
    {
      ...ended(
        'systemd-oomd',
        'due to memory',
        new RegExp(`Killed /\\S{0,300}/${zoomUnit} due to memory`),
        starved(scope),
      ),
      layout: 'documented',
      see: [references.oomd],
    },
    ended(
      'systemd',
      'OOM killer',
      new RegExp(`${zoomUnit}: A process of this unit has been killed by the OOM killer`),
      `${scope}: A process of this unit has been killed by the OOM killer.`,
    ),
    ended(
      'systemd',
      'systemd-oomd killed',
      new RegExp(`${zoomUnit}: systemd-oomd killed \\d`),
      `${scope}: systemd-oomd killed 12 process(es) in this unit.`,
    ),
    ended(
      'earlyoom',
      'sending SIG',
      new RegExp(`sending SIG(?:TERM|KILL) to process \\d{1,10} (?:uid \\d{1,10} )?\\\\?"${zoomKernelName}\\\\?"`),
      'sending SIGTERM to process 4021 uid 1000 "zoom": badness 812, VmRSS 3123 MiB',
    ),
  ],
  explains: ['client-exited'],
  fixes: ['crash-reports-linux'],
  misses: [
    {
      text: `Nov  9 07:08:09 box kernel: ${killed.replace('(zoom)', '(zoomer)')}`,
      why: 'another program whose name begins like Zoom',
    },
    { text: `Nov  9 07:08:09 box kernel: ${killed.replace('(zoom)', '(java)')}`, why: 'another program' },
    { text: inJournals('systemd-oomd', starved('app-gnome-zoomcorp-4021.scope'))[0], why: "another program's group" },
    { text: inJournals('chat', killed)[0], why: 'a program quotes the line' },
  ],
});
