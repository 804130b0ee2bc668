import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { inJournals } from '../../wordings/linux-samples.ts';

const screenCast = String.raw`org\.freedesktop\.(?:impl\.)?portal\.ScreenCast`;
/**
 * GLib names the interface in the language of the desktop: `No such interface “…” on object at path …`. Some languages put the
 * path first. Where something else stands in quotation marks before it, a method or a property is missing.
 */
const lacking = String.raw`(?:[^“”„"«»‘「『]|[“"]/[^“”"]{1,80}[”"]){0,120}[“”„"«»‘「『'][ \u00a0\u202f]?${screenCast}[ \u00a0\u202f]?[“”"«»’」』']`;
const unknown = String.raw`GDBus\.Error:org\.freedesktop\.DBus\.Error\.Unknown(?:Method|Interface): `;

const refused = (name: string): string =>
  `A backend call failed: No such interface “${name}” on object at path /org/freedesktop/portal/desktop`;

export default defineFailure({
  id: 'screen-portal-missing',
  class: 'permissions',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The desktop has no service through which programs may share the screen',
  cause:
    'On Wayland a program asks the desktop portal for the screen; no backend for this desktop is installed or running, so the request fails.',
  remedy: 'Install the portal backend of this desktop, then sign out and in again.',
  by: ['xdg-desktop-portal'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'portal.ScreenCast',
      text: new RegExp(`A backend call failed: (?:GDBus\\.Error:[\\w.]{1,80}: )?${lacking}|${unknown}${lacking}`),
      layout: 'documented',
      see: [references.portalBackend],
      hits: [
        ...inJournals('xdg-desktop-por', refused('org.freedesktop.impl.portal.ScreenCast')),
        ...inJournals(
          'xdg-desktop-portal',
          refused('org.freedesktop.impl.portal.ScreenCast').replace(
            'No such',
            'GDBus.Error:org.freedesktop.DBus.Error.UnknownMethod: No such',
          ),
        ),
        ...inJournals(
          'xdg-desktop-por',
          'A backend call failed: L’interface « org.freedesktop.impl.portal.ScreenCast » n’existe pas pour l’objet à l’emplacement /org/freedesktop/portal/desktop',
        ),
        ...inJournals(
          'xdg-desktop-por',
          'A backend call failed: 경로 “/org/freedesktop/portal/desktop”의 객체에 “org.freedesktop.impl.portal.ScreenCast” 인터페이스가 없습니다',
        ),
      ],
    },
  ],
  fixes: ['permission-install-portal-linux'],
  misses: [
    {
      text: inJournals('xdg-desktop-por', refused('org.freedesktop.impl.portal.Lockdown'))[0],
      why: 'a part of the portal that sharing does not need',
    },
    {
      text: inJournals(
        'xdg-desktop-por',
        'A backend call failed: GDBus.Error:org.freedesktop.DBus.Error.UnknownMethod: No such method “Probe” in interface “org.freedesktop.impl.portal.ScreenCast” at object path “/org/freedesktop/portal/desktop”',
      )[0],
      why: 'the interface is there, in another version',
    },
    {
      text: inJournals('chat', refused('org.freedesktop.impl.portal.ScreenCast'))[0],
      why: 'a program quotes the line',
    },
  ],
});
