import { defineFormat } from '../../define.ts';
import { sections } from '../../reading/framings/sections.ts';

/** It filters what comes in; a meeting is a connection out. It is known so that no one wonders. */
export default defineFormat({
  id: 'socketfilterfw',
  title: 'socketfilterfw: the macOS application firewall, context only',
  framing: sections({ begins: () => false }),
  os: 'macos',
  names: ['*socketfilterfw*', '*listapps*'],
  recognise: {
    starts:
      /^[ \t]{0,8}(?:ALF: )?total number of apps = \d|^Firewall is (?:enabled|disabled)\. \(State = \d\)|^Firewall is (?:blocking all non-essential|set to block all non-essential)|^[ \t]{1,20}\( ?(?:Allow|Block) incoming connections ?\)|^(?:Incoming connection to the application is|The application [^\n]{0,300}(?:is (?:not|already) (?:a )?part of the firewall|(?:blocked|blocking|permitted)))|^Block all (?:INCOMING connections|DISABLED|ENABLED|is)|^(?:Firewall |Stealth )(?:stealth )?mode (?:is )?(?:on|off|enabled|disabled)/im,
  },
  samples: [
    {
      text: 'Total number of apps = 2 \n1 : /Applications/zoom.us.app \n             (Block incoming connections) \n\n2 : /usr/libexec/example \n             (Allow incoming connections) \n',
      entry: { time: null },
    },
    { text: 'Firewall is enabled. (State = 1) ', entry: { time: null } },
  ],
});
