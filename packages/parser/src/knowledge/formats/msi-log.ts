import { defineFormat } from '../../define.ts';
import type { Time } from '../../model.ts';
import { textOf, withTime } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { onDay, shownTime, timeOfDay } from '../../reading/time.ts';
import { banner, msiInstallation, nameResult } from '../chains/msi-installation.ts';

/** `6/25/2014  11:22:21` between `===`. */
function readBanner(text: string): Time | null {
  const shown = banner.exec(text)?.[1];
  return shown === undefined ? null : shownTime(shown, null);
}

/** `[12:12:53:882]` */
function readClock(text: string): Time | null {
  const [, hour, minute, second, digits = ''] = /\[(\d\d):(\d\d):(\d\d)[:.](\d{3})\]/.exec(text) ?? [];
  return hour === undefined
    ? null
    : timeOfDay({ hour: Number(hour), minute: Number(minute), second: Number(second), digits });
}

export default defineFormat({
  id: 'msi-log',
  title: 'Windows Installer log (msiexec /l*v)',
  framing: lines,
  os: 'windows',
  names: ['msi*.log', '*msi*.log'],
  recognise: {
    starts: new RegExp(
      `${banner.source}|^MSI \\([sc]\\) \\([0-9A-F]{2}:[0-9A-F]{2}\\) \\[\\d\\d:\\d\\d:\\d\\d:\\d{3}\\]: `,
      'm',
    ),
  },
  prepare: (entry, carry) => {
    const clock = readClock(textOf(entry));
    const dated = clock && carry.day !== null ? onDay(clock, carry.day, carry.clock) : clock;
    const time = readBanner(textOf(entry)) ?? dated;
    return time ? withTime(entry, time) : entry;
  },
  chain: msiInstallation,
  carries: [
    {
      has: '=== ',
      read: (entry, carry) => {
        const time = readBanner(textOf(entry));
        if (!time) return;
        carry.day = time.text.slice(0, 10);
        carry.clock = time.ms % 86_400_000;
      },
    },
  ],
  derives: ['task', 'outcome', 'reason', 'product', 'part', 'status', 'action', 'error'],
  derive: nameResult,
  samples: [
    {
      text: [
        '=== Verbose logging started: 14.05.2025  07:08:09  Build type: SHIP UNICODE 5.00.10011.00  Calling process: C:\\Windows\\System32\\msiexec.exe ===',
        'MSI (c) (A4:3C) [07:08:09:118]: Resetting cached policy values',
        'Property(S): ProductName = Zoom Workplace (64-bit)',
        'Action ended 07:08:21: InstallFinalize. Return value 3.',
        'Action ended 07:08:22: INSTALL. Return value 3.',
        'MSI (s) (80:1C) [07:08:22:882]: MainEngineThread is returning 1603',
      ].join('\n'),
      entry: {
        time: '2025-05-14T07:08:22.882',
        fields: { product: 'zoom', status: 1603, action: 'InstallFinalize', outcome: 'failed', reason: 'other' },
      },
    },
    {
      text: [
        'MSI (s) (80:1C) [07:08:20:001]: Product: Zoom -- Fehler 1925. Sie verfügen nicht über ausreichende Rechte.',
        'Aktion beendet um 07:08:21: LaunchConditions. Rückgabewert 3.',
        'MSI (c) (80:1C) [07:08:22:882]: MainEngineThread is returning 1603',
      ].join('\n'),
      entry: {
        time: 'T07:08:22.882',
        fields: { product: 'zoom', error: 1925, action: 'LaunchConditions', reason: 'rights' },
      },
    },
  ],
});
