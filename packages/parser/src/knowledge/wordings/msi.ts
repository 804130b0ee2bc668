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
      // In the language of Windows.
      formats: ['msi-log'],
      has: 'Zoom',
      fields: { status: { min: 1 }, product: ['zoom'], task: ['install'], outcome: ['failed'], reason: [reason] },
      layout: 'constructed',
      hits: [
        `MSI (s) (9C:44) [07:08:09:118]: Das Produkt wurde durch Windows Installer installiert. Produktname: Zoom Workplace (64-bit). Produktversion: 6.2.48876. Produktsprache: 1031. Hersteller: Zoom. Erfolg- bzw. Fehlerstatus der Installation: ${sample}.`,
      ],
    },
    ...deployed([reason], sample),
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

const failed = (reasons: readonly string[]): NonNullable<Pattern['fields']> => ({
  status: { min: 1 },
  product: ['zoom'],
  task: ['install'],
  outcome: ['failed'],
  reason: reasons,
});

/** The same in the logs of what installs packages: WinGet, Intune, Configuration Manager. */
export const deployed = (reasons: readonly string[], sample: string): Pattern[] => [
  {
    formats: ['winget-log'],
    has: 'failed: ',
    fields: failed(reasons),
    layout: 'documented',
    see: [references.zoomMsiPlatform],
    hits: [wingetLog('Zoom.Zoom', `ShellExecute installer failed: ${sample}`)],
  },
  {
    formats: ['winget-console'],
    has: '[Zoom.Zoom',
    fields: failed(reasons),
    layout: 'documented',
    see: [references.wingetConsole],
    hits: [wingetConsole('Zoom.Zoom', `Installer failed with exit code: ${sample}`)],
  },
  {
    formats: ['cmtrace'],
    has: 'exit',
    fields: failed(reasons),
    layout: 'documented',
    see: [references.deploymentToolkit],
    hits: [
      intuneLog('Zoom Workplace (64-bit)', `[Win32App] lpExitCode ${sample}`),
      intuneLog('Zoom Workplace (64-bit)', `[Install] :: Execution failed with exit code [${sample}].`),
    ],
  },
];

/** What WinGet prints for a package. */
export const wingetConsole = (id: string, message: string): string =>
  `Found Zoom Workplace [${id}] Version 6.6.2.19111\nSuccessfully verified installer hash\nStarting package install...\n${message}`;

/** A log of WinGet that was asked for a package. */
export const wingetLog = (id: string, message: string): string =>
  `2025-05-14 07:08:09.101 [CORE] Command line Args: winget install --id ${id}\n2025-05-14 07:08:22.882 [CLI ] ${message}`;

const traced = (message: string): string =>
  `<![LOG[${message}]LOG]!><time="07:08:22.8821234" date="5-14-2025" component="AppWorkload" context="" type="1" thread="18" file="">`;

/** A log of Intune that works on an app. */
export const intuneLog = (name: string, message: string): string =>
  [
    traced(
      `[Win32App] ExecManager: processing targeted app (name='${name}', id='00000000-0000-4000-8000-000000000001') with intent=3`,
    ),
    traced(message),
  ].join('\n');

/** The end of a log of Windows Installer that returns `status`. */
export const msiLog = (status: string): string =>
  `MSI (s) (80:1C) [07:08:20:001]: Property(S): ProductName = Zoom Workplace (64-bit)\nMSI (s) (80:1C) [07:08:22:882]: MainEngineThread is returning ${status}`;

const installed = (status: string): string =>
  `Windows Installer installed the product. Product Name: Zoom Workplace (64-bit). Product Version: 6.2.48876. Product Language: 1033. Manufacturer: Zoom. Installation success or error status: ${status}.`;
