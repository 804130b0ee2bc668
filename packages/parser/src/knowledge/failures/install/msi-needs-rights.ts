import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { productLine } from '../../wordings/msi.ts';
import { copiedEvent, jsonEvent, windowsEventPositional } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';

/** Errors that ask for the rights of an administrator. */
const errors = [1925, 1730];
/** `Product: Zoom -- Error 1925. …`: the words are translated, the number is not. */
const refusal = new RegExp(`${productLine.source}[^\\n]{0,60}-- \\D{1,20}(?:${errors.join('|')})\\b`);
const refused = (product: string, error: number): string =>
  windowsEventPositional('MsiInstaller', 10005, [
    `Product: ${product} -- Error ${error}. A sentence in some language.`,
    '(NULL)',
  ]);
const log = (product: string, error = 1925): string =>
  `MSI (s) (80:1C) [07:08:20:001]: Product: ${product} -- Error ${error}. A sentence.\nMSI (s) (80:1C) [07:08:22:882]: MainEngineThread is returning 1603`;

export default defineFailure({
  id: 'msi-needs-rights',
  class: 'install',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Zoom could not be installed without administrator rights',
  cause: 'Windows Installer stopped because the account may not install programs for all users.',
  remedy: 'Run the package as administrator, or use the installer that does not need these rights.',
  subject: { kind: 'package', fields: ['part'] },
  match: [
    ...errors.map(
      (error): Pattern => ({
        has: ` ${error}`,
        fields: {
          error: [error],
          product: ['zoom'],
          reason: ['rights'],
          task: ['install'],
          outcome: ['failed', 'unfinished'],
        },
        formats: ['msi-log'],
        layout: 'documented',
        see: [references.zoomMsi],
        hits: [log('Zoom Workplace (64-bit)', error)],
      }),
    ),
    {
      has: 'Zoom',
      fields: { data1: refusal, eventid: [10005], provider: /MsiInstaller$/ },
      formats: windowsEventFormats,
      layout: 'documented',
      see: [references.msiEvents, references.zoomMsi],
      hits: [
        refused('Zoom', 1925),
        copiedEvent('MsiInstaller', 10005, 'Product: Zoom -- Error 1925. A sentence in some language.'),
        jsonEvent('MsiInstaller', 10005, 'Product: Zoom -- Error 1925. A sentence in some language.'),
      ],
    },
  ],
  // The same run's status is only a consequence.
  explains: ['msi-failed'],
  fixes: ['install-verify-windows', 'install-msi-elevated', 'install-right-package'],
  misses: [
    { text: log('Example Reader'), why: 'another product' },
    { text: refused('Example Reader', 1925), why: 'another product' },
    { text: refused('Zoom', 1603), why: 'another error' },
  ],
});
