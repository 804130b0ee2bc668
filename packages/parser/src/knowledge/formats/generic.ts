import { defineFormat } from '../../define.ts';
import { addField, withFields } from '../../reading/entry.ts';
import { isZoomFile } from '../zoom-identity.ts';

/** Zoom by name, the sentence with which its dialog begins, or names of its SDK. */
const zoomWords = /zoom|Unable to connect\b|MeetingStatus|MeetingResult|internalErrorCode/i;

/** Text with a date and a clock at the start of its lines, tried last. A line is about Zoom when it or the file's path says so. */
export default defineFormat({
  id: 'generic',
  title: 'Text with timestamps',
  framing: 'lines',
  head: 'generic',
  names: ['*.log', '*.txt'],
  recognise: { heads: true },
  derive: (entry, carry) => {
    const about = zoomWords.exec(entry.pieces[0]!.text);
    if (!about && !isZoomFile(carry.path)) return entry;
    return withFields(entry, (fields) =>
      addField(fields, 'about', {
        value: 'zoom',
        piece: 0,
        start: about?.index ?? 0,
        end: (about?.index ?? 0) + (about?.[0].length ?? 0),
      }),
    );
  },
  samples: [
    {
      text: '2024-05-06 07:08:09,010 WARN Zoom said: Error code: 5004',
      entry: { time: '2024-05-06T07:08:09.010', level: 'WARN', fields: { code: '5004', about: 'zoom' } },
    },
    { text: '[2024-05-06T07:08:09Z] [error] meeting ended', entry: { time: '2024-05-06T07:08:09Z', level: 'error' } },
    { text: '05/06/2024 07:08:09 joined', entry: { time: '2024-05-06T07:08:09', message: 'joined' } },
  ],
});
