import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { productLine } from '../../wordings/msi.ts';
import { copiedEvent, jsonEvent, windowsEventPositional } from '../../wordings/samples.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';
import { zoomProduct } from '../../zoom-identity.ts';

const log = (product: string, status: number): string =>
  `MSI (s) (80:1C) [07:08:20:001]: Property(S): ProductName = ${product}\nMSI (s) (80:1C) [07:08:22:882]: MainEngineThread is returning ${status}`;
const event = (id: number, ...data: readonly string[]): string => windowsEventPositional('MsiInstaller', id, data);

const installed =
  'Windows Installer installed the product. Product Name: Zoom. Product Version: 6.2.48876. Product Language: 1033. Manufacturer: Zoom. Installation success or error status: 0.';
const completed = 'Product: Zoom -- Installation completed successfully.';

export default defineFact({
  id: 'msi-succeeded',
  class: 'install',
  title: 'Windows Installer installed Zoom',
  because: 'Windows Installer recorded a successful installation.',
  effect: 'ends',
  mending: true,
  ends: [
    'installer-failed',
    'msi-failed',
    'msi-needs-rights',
    'msi-blocked-by-policy',
    'msi-busy',
    'msi-wrong-package',
  ],
  subject: { kind: 'package', fields: ['part'] },
  match: [
    {
      has: 'returning',
      fields: { outcome: ['well'], product: ['zoom'], task: ['install'] },
      formats: ['msi-log'],
      layout: 'constructed',
      hits: [log('Zoom Workplace (64-bit)', 0)],
    },
    {
      has: 'Zoom',
      fields: { data4: [0, 1641, 3010], data1: new RegExp(`^${zoomProduct}`), eventid: [1033] },
      formats: windowsEventFormats,
      layout: 'documented',
      see: [references.msiEvents],
      hits: [
        event(1033, 'Zoom', '6.2.48876', '1033', '0', 'Zoom', '(NULL)'),
        copiedEvent('MsiInstaller', 1033, installed),
        jsonEvent('MsiInstaller', 1033, installed),
      ],
    },
    {
      has: 'Zoom',
      fields: { data1: productLine, eventid: [11707] },
      formats: windowsEventFormats,
      layout: 'documented',
      see: [references.msiEvents],
      hits: [
        event(11707, completed, '(NULL)'),
        copiedEvent('MsiInstaller', 11707, completed),
        jsonEvent('MsiInstaller', 11707, completed),
      ],
    },
  ],
  misses: [
    { text: log('Zoom Workplace (64-bit)', 1603), why: 'it failed' },
    { text: log('Example Reader', 0), why: 'another product' },
    { text: `Property(S): REMOVE = ALL\n${log('Zoom Workplace (64-bit)', 0)}`, why: 'a removal' },
    { text: event(1033, 'Zoom', '6.2.48876', '1033', '1603', 'Zoom', '(NULL)'), why: 'it failed' },
    { text: event(11707, 'Product: Example Reader -- Installation completed successfully.'), why: 'another product' },
  ],
});
