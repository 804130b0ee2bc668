import { defineFailure, type Pattern } from '../../../define.ts';
import { copiedEvent, jsonEvent, windowsEvent } from '../../wordings/samples.ts';

/** The services by their names in some languages, or by the key that their events hold as UTF-16 in hexadecimal. */
const service =
  /Windows Camera Frame Server|Windows[- ]Kamera[- ]?Frame[- ]?server|FrameServer|(?:[>“"'„«]|The |Dienst |service |le |el |du )(?:Windows[- ]Audio(?:[- ](?:Endpoint Builder|Endpunkterstellung))?|Audio (?:de )?Windows|AudioEndpointBuilder|Audiosrv)(?=[<”"'“»]| service| wurde| s'| se | terminated)|4600720061006D00650053006500720076006500720|41007500640069006F0073007200760|41007500640069006F0045006E00640070006F0069006E00740/i;

const provider = 'Service Control Manager';

const ended = (name: string, id: number): string[] => {
  const message =
    id === 7000
      ? `The ${name} service failed to start due to the following error:\nThe service did not respond to the start or control request in a timely fashion.`
      : `The ${name} service terminated unexpectedly. It has done this 3 time(s).`;
  return [copiedEvent(provider, id, message), jsonEvent(provider, id, message)];
};

const patterns = (ids: readonly number[], strength: Pattern['strength'] & string): Pattern[] => {
  const common = { text: service, layout: 'constructed', strength } as const;
  return [
    // Most of what this provider writes is about changes of state.
    ...ids.map((id) => ({
      ...common,
      has: String(id),
      fields: { eventid: [id], provider: /Service Control Manager$/ },
      formats: ['windows-events'] as const,
      hits: [windowsEvent(provider, id, { param1: 'Windows Camera Frame Server', param2: '3' })],
    })),
    {
      ...common,
      has: provider,
      fields: { eventid: ids, provider: /Service Control Manager$/ },
      formats: ['windows-events-text', 'windows-events-json'],
      hits: ended('Windows Camera Frame Server', ids[0]!),
    },
  ];
};

export default defineFailure({
  id: 'media-service-stopped',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A Windows service for cameras or sound stopped',
  cause:
    'Windows recorded that the service through which programs use the camera or the sound devices failed to start or ended.',
  remedy: 'Restart the service or the computer; if it ends again, update the driver of the camera or sound device.',
  match: [
    ...patterns([7000, 7023, 7024], 'strong'),
    // Windows starts it again by itself.
    ...patterns([7031, 7034], 'weak'),
  ],
  fixes: ['device-list-windows', 'device-update-driver-windows', 'device-rescan-windows'],
  misses: [
    {
      text: windowsEvent('Service Control Manager', 7036, { param1: 'Windows Audio', param2: 'stopped' }),
      why: 'a change of state, which every shutdown makes',
    },
    {
      text: windowsEvent('Service Control Manager', 7031, { param1: 'Print Spooler', param2: '1' }),
      why: 'another service',
    },
    {
      text: windowsEvent('Service Control Manager', 7034, { param1: 'Example Windows Audio Tuner', param2: '1' }),
      why: 'the service of another maker',
    },
  ],
});
