import { defineFailure, type Pattern } from '../../../define.ts';
import { windowsEvent } from '../../wordings/samples.ts';
import { schannel } from '../../wordings/schannel.ts';

const weak = (pattern: Pattern): Pattern => ({ ...pattern, strength: 'weak' });

export default defineFailure({
  id: 'tls-version-disabled',
  class: 'tls-clock',
  role: 'cause',
  strength: 'strong',
  severity: 'warning',
  title: 'Zoom and the other side share no version of TLS',
  cause:
    'Windows recorded that no version of TLS or no cipher was left to agree on: a policy turned versions off, or something between this machine and Zoom speaks only older ones.',
  remedy: 'Leave TLS 1.2 and 1.3 on in Windows, and exempt the Zoom hosts from TLS inspection.',
  subject: { kind: 'host', fields: ['targetname'] },
  match: [
    // Common on machines where nothing fails: a program asked for an old version, too.
    ...schannel(
      { eventid: [36871], errorstate: [10013] },
      {
        id: 36871,
        data: { ErrorState: 10013 },
        message: 'A fatal error occurred while creating a TLS client credential. The internal error state is 10013.',
      },
    ).map(weak),
    ...[36887, 36888].flatMap((id) =>
      schannel(
        { eventid: [id], alertdesc: [40, 70, 71] },
        {
          id,
          data: { AlertDesc: 70 },
          message: `A fatal alert was ${id === 36887 ? 'received from' : 'generated and sent to'} the remote endpoint. The TLS protocol defined fatal alert code is 70.`,
        },
      ).map(weak),
    ),
  ],
  fixes: ['tls-issuer-windows', 'tls-exempt-zoom'],
  misses: [
    {
      text: windowsEvent('Schannel', 36871, { CallerProcessImageName: 'mail.exe', ErrorState: 10013 }),
      why: 'another program',
    },
    { text: windowsEvent('Schannel', 36871, { ErrorState: 10013 }), why: 'an older event that names no program' },
    {
      text: windowsEvent('Schannel', 36887, { CallerProcessImageName: 'Zoom.exe', AlertDesc: 48 }),
      why: 'a certificate was refused',
    },
  ],
});
