import { type Carry, defineFormat } from '../../define.ts';
import type { Entry, Field, Time } from '../../model.ts';
import { addField, withFields, withTime } from '../../reading/entry.ts';
import { json } from '../../reading/framings/json.ts';
import { epochTime } from '../../reading/time.ts';
import { nameStep } from '../wordings/clock-step.ts';
import { eventContext } from '../wordings/context.ts';
import { nameComputer } from '../wordings/event-computer.ts';
import { nameEventFlow } from '../wordings/flow.ts';
import { learnOrder, readShownTime } from '../wordings/windows-event-copy.ts';
import { readEventMessage } from '../wordings/windows-event-message.ts';
import { nameEventPart } from '../wordings/zoom-part.ts';

/** Get-WinEvent and Get-EventLog name the properties apart. */
const messageKeys = ['message'];
const numberKeys = ['eventid', 'id', 'instanceid'];
const providerKeys = ['providername', 'source'];
const timeKeys = ['timecreated', 'timegenerated', 'timewritten', 'lasttimewritten'];
const computerKey = 'machinename';

/** The first of the properties that is there. */
const first = (entry: Entry, ...keys: readonly string[]): Field | null =>
  keys.map((key) => entry.fields.get(key)?.[0]).find((field) => field !== undefined) ?? null;

/** `/Date(1736925021120)/` of Windows PowerShell, an ISO stamp of later ones, or a date as the user sees it. */
function readTime(text: string, carry: Carry): Time | null {
  const ticks = /^\/Date\((\d{1,15})[+\-\d]{0,6}\)\/$/.exec(text)?.[1];
  return ticks === undefined ? readShownTime(text, null, carry) : epochTime(Number(ticks));
}

export default defineFormat({
  id: 'windows-events-json',
  title: 'Windows events as JSON, by ConvertTo-Json of PowerShell',
  origin: 'windows-events',
  framing: json({
    elements: [''],
    sifted: [...messageKeys, ...numberKeys, ...providerKeys, ...timeKeys, computerKey],
  }),
  os: 'windows',
  names: ['*events*.json'],
  recognise: {
    marks: [
      'Message',
      'ProviderName',
      'TimeCreated',
      'LevelDisplayName',
      'EntryType',
      'InstanceId',
      'EventID',
      'LastTimeWritten',
    ].map((name) => `"${name}":`),
    atLeast: 3,
    // Records of other tools hold the values of an event by name.
    unless: /"System"\s{0,4}:\s{0,4}\{|"winlog"\s{0,4}:\s{0,4}\{/,
  },
  learn: learnOrder,
  prepare: (entry, carry) => {
    const message = first(entry, ...messageKeys);
    const number = first(entry, ...numberKeys);
    const provider = first(entry, ...providerKeys);
    if (!message || !number || !provider) return null;
    const id = Number(number.value) & 0xffff;
    const computer = first(entry, computerKey);
    if (computer) nameComputer(carry, String(computer.value));
    const stamp = first(entry, ...timeKeys);
    const shown = stamp === null ? '' : String(stamp.value);
    return withTime(
      withFields(entry, (fields) => {
        fields.set('provider', [{ ...provider, value: String(provider.value) }]);
        fields.set('eventid', [{ ...number, value: id }]);
        if (computer) fields.set('computer', [{ ...computer, value: String(computer.value) }]);
        for (const { key, value } of readEventMessage(String(provider.value), id, String(message.value)))
          addField(fields, key, { ...message, value });
      }),
      readTime(shown, carry),
    );
  },
  context: eventContext,
  derives: ['step', 'flow', 'part'],
  derive: (entry) => nameEventFlow(nameStep(nameEventPart(entry))),
  samples: [
    {
      text: '[{"EventID": 36881, "LastTimeWritten": "5/14/2025 7:08:09 AM", "EntryType": 1, "Source": "Schannel", "Message": "The certificate received from the remote server has expired."}]',
      entry: { fields: { provider: 'Schannel', eventid: 36881 } },
    },
    {
      text: '[\n    {\n        "EventID":  1000,\n        "MachineName":  "DESK-7",\n        "Index":  5001,\n        "EntryType":  1,\n        "Message":  "Faulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa\\r\\nFaulting module name: vcam.dll, version: 1.2.0.0, time stamp: 0x5c5c5c5c\\r\\nException code: 0xc0000005",\n        "Source":  "Application Error",\n        "InstanceId":  1000,\n        "TimeGenerated":  "\\/Date(1747206489000)\\/"\n    }\n]',
      entry: { time: '2025-05-14T07:08:09.000Z', fields: { eventid: 1000, appname: 'Zoom.exe' } },
    },
    {
      text: '{"TimeCreated":"2025-05-14T07:08:09.5+02:00","Id":36881,"ProviderName":"Schannel","LevelDisplayName":"Fehler","MachineName":"DESK-7","Message":"Das Zertifikat ist abgelaufen. Der SSPI-Clientprozess lautet Zoom (PID: 4021)."}',
      entry: {
        time: '2025-05-14T07:08:09.5+02:00',
        fields: { provider: 'Schannel', eventid: 36881, callerprocessimagename: 'Zoom' },
      },
    },
  ],
});
