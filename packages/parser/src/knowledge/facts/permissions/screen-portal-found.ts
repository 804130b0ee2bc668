import { defineFact } from '../../../define.ts';
import { inJournals } from '../../wordings/linux-samples.ts';

const chosen = (part: string): string =>
  `Choosing gnome.portal for org.freedesktop.impl.portal.${part} as a last-resort fallback`;

export default defineFact({
  id: 'screen-portal-found',
  class: 'permissions',
  title: 'The desktop portal found a backend for sharing the screen',
  because: 'The portal names the backend that it will ask when a program asks for the screen.',
  effect: 'ends',
  ends: ['screen-portal-missing'],
  mending: true,
  by: ['xdg-desktop-portal'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'portal.ScreenCast',
      text: /(?:Choosing|Using) [\w-]{1,40}\.portal for org\.freedesktop\.impl\.portal\.ScreenCast/,
      layout: 'constructed',
      hits: inJournals('xdg-desktop-por', chosen('ScreenCast')),
    },
  ],
  misses: [{ text: inJournals('xdg-desktop-por', chosen('FileChooser'))[0], why: 'another part of the portal' }],
});
