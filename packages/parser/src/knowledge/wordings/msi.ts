/** How Windows Installer tells that Zoom could not be installed: in its own log, and in the events of MsiInstaller. */
import type { Pattern, Provenance } from '../../define.ts';
import { references } from '../references.ts';
import { zoomProduct } from '../zoom-identity.ts';
import { copiedEvent, jsonEvent, windowsEventPositional } from './samples.ts';

const product = new RegExp(`^${zoomProduct}`);

/** `Product: Zoom -- …`, the label in any language. */
export const productLine = new RegExp(`^[^\\n:：]{1,30}[:：] ?${zoomProduct}`);

/** Event 1033, whose fourth value is the status. */
const documented = { layout: 'documented', see: [references.msiEvents] } as const;

/**
 * An installation that failed with a status such as `sample`. `reason`: as the format of the log names it; `status`: as event
 * 1033 states it; `inLog`, `inEvent`: where that status was seen, in the log and in XML.
 */
export const msiFailure = (
  reason: string,
  status: RegExp,
  sample: string,
  { inLog, inEvent = documented }: { readonly inLog: Provenance; readonly inEvent?: Provenance },
): Pattern[] => {
  const event = { data4: status, data1: product, eventid: [1033], provider: /MsiInstaller$/ };
  return [
    {
      formats: ['msi-log'],
      has: 'returning',
      fields: { status: { min: 1 }, product: ['zoom'], task: ['install'], outcome: ['failed'], reason: [reason] },
      ...inLog,
      hits: [msiLog(sample)],
    },
    {
      // The last lines alone, as people copy them.
      formats: ['msi-log'],
      has: 'error status',
      fields: { status: { min: 1 }, product: ['zoom'], task: ['install'], outcome: ['failed'], reason: [reason] },
      layout: 'constructed',
      hits: [`MSI (s) (9C:44) [07:08:09:118]: ${installed(sample)}`],
    },
    {
      formats: ['windows-events'],
      has: 'Zoom',
      fields: event,
      ...inEvent,
      hits: [
        windowsEventPositional('MsiInstaller', 1033, [
          'Zoom Workplace (64-bit)',
          '6.2.48876',
          '1033',
          sample,
          'Zoom',
          '(NULL)',
        ]),
      ],
    },
    {
      formats: ['windows-events-text', 'windows-events-json'],
      has: 'Zoom',
      fields: event,
      ...documented,
      hits: [copiedEvent('MsiInstaller', 1033, installed(sample)), jsonEvent('MsiInstaller', 1033, installed(sample))],
    },
  ];
};

/** The end of a log of Windows Installer that returns `status`. */
export const msiLog = (status: string): string =>
  `MSI (s) (80:1C) [07:08:20:001]: Property(S): ProductName = Zoom Workplace (64-bit)\nMSI (s) (80:1C) [07:08:22:882]: MainEngineThread is returning ${status}`;

const installed = (status: string): string =>
  `Windows Installer installed the product. Product Name: Zoom Workplace (64-bit). Product Version: 6.2.48876. Product Language: 1033. Manufacturer: Zoom. Installation success or error status: ${status}.`;
