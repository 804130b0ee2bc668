/** How Windows Installer tells that Zoom could not be installed: in its own log, and in the events of MsiInstaller. */
import type { Pattern } from '../../define.ts';
import type { Layout } from '../../model.ts';
import { zoomProduct } from '../zoom-identity.ts';
import { windowsEventPositional } from './samples.ts';
import { windowsEventFormats } from './windows-event-message.ts';

const product = new RegExp(`^${zoomProduct}`);

export const msiPatterns = {
  formats: windowsEventFormats,
  /** `Product: Zoom -- …`, the label in any language. */
  productLine: new RegExp(`^[^\\n:：]{1,30}[:：] ?${zoomProduct}`),
  /** `reason`: as the format of the log names it; `status`: as event 1033 states it; `layout`: of that status, in XML and the log. */
  of: (reason: string, status: RegExp, layout: Layout = 'documented'): Pattern[] => [
    {
      has: 'returning',
      fields: { status: { min: 1 }, product: ['zoom'], task: ['install'], outcome: ['failed'], reason: [reason] },
      formats: ['msi-log'],
      layout,
    },
    {
      has: 'Zoom',
      fields: { data4: status, data1: product, eventid: [1033], provider: /MsiInstaller$/ },
      formats: ['windows-events'],
      layout,
    },
    {
      has: 'Zoom',
      fields: { data4: status, data1: product, eventid: [1033], provider: /MsiInstaller$/ },
      formats: ['windows-events-text', 'windows-events-json'],
      layout: 'documented',
    },
  ],
};

/** A hit for each of those patterns. */
export const msiHits = (status: string): string[] => [
  `MSI (s) (80:1C) [07:08:20:001]: Property(S): ProductName = Zoom Workplace (64-bit)\nMSI (s) (80:1C) [07:08:22:882]: MainEngineThread is returning ${status}`,
  `Windows Installer installed the product. Product Name: Zoom Workplace (64-bit). Product Version: 6.2.48876. Product Language: 1033. Manufacturer: Zoom. Installation success or error status: ${status}.`,
  windowsEventPositional('MsiInstaller', 1033, [
    'Zoom Workplace (64-bit)',
    '6.2.48876',
    '1033',
    status,
    'Zoom',
    '(NULL)',
  ]),
];
