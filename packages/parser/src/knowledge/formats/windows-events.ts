import { defineFormat } from '../../define.ts';
import { fieldText, remember } from '../../reading/entry.ts';
import { xmlEvents } from '../../reading/framings/xml-events.ts';
import { cleared } from '../wordings/cleared-log.ts';
import { nameStep } from '../wordings/clock-step.ts';
import { eventContext } from '../wordings/context.ts';
import { nameComputer } from '../wordings/event-computer.ts';
import { nameEventFlow } from '../wordings/flow.ts';
import { nameEventPart } from '../wordings/zoom-part.ts';

export default defineFormat({
  id: 'windows-events',
  title: 'Windows events as XML, or as Windows keeps them (EVTX)',
  origin: 'windows-events',
  framing: xmlEvents('Event'),
  os: 'windows',
  names: ['*events*.xml', '*.evtx.xml', '*.evtx'],
  // A browser's view, copied, has marks for what can be folded between the elements.
  recognise: {
    encoding: 'evtx',
    // A comment ends with its first -->: one that could end later takes exponential time over many of them.
    starts:
      /<Event(?:\s[^>]{0,200})?>(?:[\s\-−–+▼▾]|<!--(?:[^-]|-(?!->)){0,400}-->){0,200}<System>|^\uFEFF?\s{0,20}<Events>\s{0,20}<\/Events>/,
  },
  prepare: (entry, carry) => {
    nameComputer(carry, fieldText(entry, 'computer'));
    // The computer's or the domain's part of an account's SID.
    const sid = /<Security\s[^>]{0,80}UserID=["'](S-1-5-21-\d+-\d+-\d+)-/.exec(entry.pieces[0]!.text)?.[1];
    if (sid !== undefined) remember(carry.keys, `sid ${sid}`, 50);
    return entry;
  },
  carries: cleared,
  context: eventContext,
  derives: ['step', 'flow', 'part'],
  derive: (entry) => nameEventFlow(nameStep(nameEventPart(entry))),
  samples: [
    {
      text: "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Schannel'/><EventID>36881</EventID><TimeCreated SystemTime='2025-10-11T12:13:14.1516Z'/><Computer>DESK-7</Computer></System><EventData><Data Name='CallerProcessImageName'>Zoom.exe</Data></EventData></Event>",
      entry: {
        time: '2025-10-11T12:13:14.1516Z',
        fields: { provider: 'Schannel', eventid: 36881, computer: 'DESK-7', callerprocessimagename: 'Zoom.exe' },
      },
    },
  ],
});
