import { defineFormat } from '../../define.ts';
import type { Entry, Field } from '../../model.ts';
import { addField, fieldNumber, fieldText, locate, textOf, withFields, withTime } from '../../reading/entry.ts';
import { json } from '../../reading/framings/json.ts';
import { parseObject } from '../../reading/framings/json-lines.ts';
import { epochTime } from '../../reading/time.ts';
import { type MediaDevice, mediaErrorOf } from '../wordings/browser-media.ts';
import { hostOf } from '../wordings/browser-outcome.ts';
import { zoomHost } from '../zoom-identity.ts';

/** What a request asked for: an empty text asks for any. */
function deviceOf(entry: Entry): MediaDevice {
  const isCamera = entry.fields.has('video');
  if (isCamera === entry.fields.has('audio')) return 'device';
  return isCamera ? 'camera' : 'microphone';
}

/** A request for a camera or a microphone, with how it ended. */
function requestOf(entry: Entry, add: (key: string, field: Field) => void): void {
  const origin = entry.fields.get('origin')?.[0];
  if (!origin || /display/i.test(fieldText(entry, 'request_type') ?? '')) return;
  const host = hostOf(String(origin.value));
  if (host) add('host', { ...origin, value: host });
  const error = entry.fields.get('error')?.[0];
  const got = (entry.fields.get('stream_id') ??
    entry.fields.get('video_track_info') ??
    entry.fields.get('audio_track_info'))?.[0];
  const told = error && mediaErrorOf(`getUserMedia ${error.value}: ${fieldText(entry, 'error_message') ?? ''}`);
  if (error && told) add('media_error', { ...error, value: told.error });
  const result = error ?? got;
  if (result) add('media', { ...result, value: deviceOf(entry) });
  if (got && !error) add('media_got', { ...got, value: 'yes' });
}

/** The last state of a connection's way to the other side. */
function lastState(connection: unknown): string | null {
  const { url, updateLog: log } = (connection ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof url !== 'string' || !zoomHost.test(hostOf(url) ?? '') || !Array.isArray(log)) return null;
  const states = log.flatMap((step: unknown) => {
    const { type, value } = (step ?? {}) as Readonly<Record<string, unknown>>;
    const isState = type === 'iceconnectionstatechange' && typeof value === 'string';
    return isState ? (/connected|completed|failed/i.exec(value)?.[0].toLowerCase() ?? []) : [];
  });
  return states.at(-1) ?? null;
}

export default defineFormat({
  id: 'webrtc-dump',
  title: 'Dump of chrome://webrtc-internals',
  origin: 'browser',
  framing: json({ elements: ['getUserMedia'] }),
  names: ['*webrtc_internals*', '*webrtc-internals*'],
  recognise: { marks: ['"getUserMedia"', '"PeerConnections"', '"UserAgent"', '"updateLog"'], atLeast: 2 },
  prepare: (entry) => {
    const at = fieldNumber(entry, 'timestamp');
    return at === null ? entry : withTime(entry, epochTime(Math.floor(at)));
  },
  chain: {
    has: ['"rid"'],
    by: (entry) => {
      const page = fieldText(entry, 'rid');
      return page && !entry.fields.has('updatelog') ? `${page} ${fieldText(entry, 'request_id') ?? ''}` : null;
    },
    ends: (entry) =>
      ['error', 'stream_id', 'video_track_info', 'audio_track_info'].some((key) => entry.fields.has(key)),
    begins: (entry) => entry.fields.has('origin'),
  },
  derives: ['host', 'media', 'media_error', 'media_got', 'connection'],
  /**
   * `media_error` or `media_got`: how a request for a `media` device ended. `connection`: connected, when a connection of a
   * page of Zoom's found its way to the other side at last; else failed.
   */
  derive: (entry) =>
    withFields(entry, (fields) => {
      requestOf(entry, (key, field) => addField(fields, key, field));
      const text = textOf(entry);
      if (entry.pieces.length > 1 || !text.includes('"updateLog"')) return;
      const states = Object.values(parseObject(text) ?? {}).flatMap((one) => lastState(one) ?? []);
      if (states.length === 0) return;
      const isUp = states.some((state) => state !== 'failed');
      const place = { piece: 0, ...locate(text, '"iceconnectionstatechange"') };
      addField(fields, 'connection', { value: isUp ? 'connected' : 'failed', ...place });
    }),
  samples: [
    {
      text: '{"getUserMedia":[{"origin":"https://app.zoom.us/","pid":4021,"rid":7,"request_id":1,"timestamp":1770091506789.5,"video":""},{"error":"NotAllowedError","error_message":"Permission denied","pid":4021,"rid":7,"request_id":1,"timestamp":1770091507000.5}],"PeerConnections":{},"UserAgent":"Mozilla/5.0"}',
      entry: { fields: {} },
    },
    {
      text: '{"getUserMedia":[{"origin":"https://app.zoom.us/","pid":4021,"rid":7,"request_id":1,"timestamp":1770091506789.5,"audio":""},{"stream_id":"ab","pid":4021,"rid":7,"request_id":1,"timestamp":1770091507000.5}]}',
      entry: {
        time: '2026-02-03T04:05:07.000Z',
        fields: { host: 'app.zoom.us', media: 'microphone', media_got: 'yes' },
      },
    },
    {
      text: '{"getUserMedia":[],"PeerConnections":{"7-1":{"url":"https://app.zoom.us/wc/0/join","updateLog":[{"time":"2/3/2026, 5:05:06 AM","type":"iceconnectionstatechange","value":"\\"failed\\""}]}}}',
      entry: { fields: { connection: 'failed' } },
    },
  ],
});
