import { defineFact } from '../../../define.ts';
import { msiPatterns } from '../../wordings/msi.ts';
import { windowsEventPositional } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';
import { zoomProduct } from '../../zoom-identity.ts';

const log = (product: string, status: number): string =>
  `MSI (s) (80:1C) [07:08:20:001]: Property(S): ProductName = ${product}\nMSI (s) (80:1C) [07:08:22:882]: MainEngineThread is returning ${status}`;
const event = (id: number, ...data: readonly string[]): string => windowsEventPositional('MsiInstaller', id, data);

export default defineFact({
  id: 'msi-succeeded',
  class: 'install',
  title: 'Windows Installer installed Zoom',
  because: 'The Windows Installer recorded a good end.',
  effect: 'ends',
  ends: [
    'installer-failed',
    'msi-failed',
    'msi-needs-rights',
    'msi-blocked-by-policy',
    'msi-busy',
    'msi-wrong-package',
  ],
  formats: ['msi-log', ...windowsEventFormats],
  match: [
    {
      has: 'returning',
      fields: { outcome: ['well'], product: ['zoom'], task: ['install'] },
      formats: ['msi-log'],
      layout: 'documented',
    },
    {
      has: 'Zoom',
      fields: { data4: [0, 1641, 3010], data1: new RegExp(`^${zoomProduct}`), eventid: [1033] },
      formats: windowsEventFormats,
      layout: 'documented',
    },
    {
      has: 'Zoom',
      fields: { data1: msiPatterns.productLine, eventid: [11707] },
      formats: windowsEventFormats,
      layout: 'documented',
    },
  ],
  hits: [
    log('Zoom Workplace (64-bit)', 0),
    event(1033, 'Zoom', '6.2.48876', '1033', '0', 'Zoom', '(NULL)'),
    event(11707, 'Product: Zoom -- Installation completed successfully.', '(NULL)'),
  ],
  misses: [
    { text: log('Zoom Workplace (64-bit)', 1603), why: 'it failed' },
    { text: log('Example Reader', 0), why: 'another product' },
    { text: `Property(S): REMOVE = ALL\n${log('Zoom Workplace (64-bit)', 0)}`, why: 'a removal' },
    { text: event(1033, 'Zoom', '6.2.48876', '1033', '1603', 'Zoom', '(NULL)'), why: 'it failed' },
    { text: event(11707, 'Product: Example Reader -- Installation completed successfully.'), why: 'another product' },
  ],
});
