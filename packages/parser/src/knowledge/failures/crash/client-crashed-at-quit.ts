import { defineFailure } from '../../../define.ts';
import { crashText, ipsReport } from '../../wordings/apple-samples.ts';
import { crashSignals } from '../../wordings/crash-signals.ts';
import { linuxLaunch, quittingLaunch } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'client-crashed-at-quit',
  class: 'crash',
  role: 'cause',
  strength: 'strong',
  severity: 'info',
  title: 'The Zoom client crashed as it quit',
  cause:
    'A signal ended the client after it had begun to close its windows, so it probably cut nothing short; real logs show many launches in a row that end like this.',
  remedy: 'Nothing needs to be repaired. If Zoom does not start again, end what is left of it first.',
  process: 'crashed',
  match: [
    {
      formats: ['zoom-stdout'],
      has: 'handled signal',
      fields: { signal: crashSignals, phase: ['quit'] },
      layout: 'captured',
      hits: [quittingLaunch(11)],
    },
    {
      formats: ['zoom-stdout'],
      has: 'exit code is',
      fields: { signal: crashSignals, phase: ['quit'], exit: { min: 129 } },
      layout: 'constructed',
      hits: [
        quittingLaunch(11).replace(
          /zoom was exited[^\n]*/,
          'Something went wrong while running zoom,exit code is 139.',
        ),
      ],
    },
    {
      formats: ['apple-crash'],
      has: 'Exception Type',
      fields: { ending: ['quit'], program: ['zoom'] },
      layout: 'constructed',
      hits: [crashText({ symbol: '__cxa_finalize_ranges + 351' })],
    },
    {
      formats: ['apple-ips'],
      has: '"exception"',
      fields: { ending: ['quit'], program: ['zoom'] },
      layout: 'constructed',
      hits: [ipsReport({ symbol: 'exit' })],
    },
  ],
  fixes: ['install-update-zoom'],
  misses: [
    {
      text: `${linuxLaunch('zoom was exited due to a handled signal: 11 ')}\nZoomLauncher exit.`,
      why: 'in use',
    },
  ],
});
