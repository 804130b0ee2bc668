import { defineFormat } from '../../define.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';

/** A date as ISO or in the language of the system, then the module; or what only Discord prints without a date. */
const dated =
  /(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|[\d/.]{8,10},? \d{1,2}:\d\d:\d\d[^[\n]{0,20}) (?=\[Modules\] )/;
const bare =
  /(?=blackbox: |splashScreen[.:]|legacyModuleUpdater: |discord_legacy\.|\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\] \[\d{1,10}\] \(\w{1,60}\.(?:cpp|cc|h|rs|mm):\d{1,6}\): )[bsld[]/;
const start = lastToken(new RegExp(`${dated.source}|${bare.source}`));

const head = defineHead({
  begins: new RegExp(`^(?:${dated.source}|${bare.source})`),
  tokens: [start],
  rule: ({ consume }) => {
    consume(start);
    return {};
  },
});

export default defineFormat({
  id: 'discord-log',
  title: 'Discord log',
  isForeign: true,
  framing: lines,
  head,
  names: ['discord*.log'],
  recognise: { heads: true },
  samples: [
    {
      text: '9/18/2025, 7:08:09 AM GMT+2 [Modules] Modules initializing\nsplashScreen.initSplash(false)\n9/18/2025, 7:08:09 AM GMT+2 [Modules] No updates to install',
      entry: { message: '[Modules] No updates to install' },
    },
    {
      text: '2024-05-07T07:08:09.861Z [Modules] Checking for host updates.\nblackbox: 2024-05-07T07:08:09.922Z 4 webContents.created web1',
      entry: {},
    },
    {
      text: "[2021-11-04 07:08:09.035] [4021] (audio_engine.cpp:123): Setting audio input device: 'default'",
      entry: {},
    },
  ],
});
