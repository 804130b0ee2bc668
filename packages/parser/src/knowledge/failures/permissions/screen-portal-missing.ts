import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { inJournals } from '../../wordings/linux-samples.ts';

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
      text: /No such interface .{1,12}org\.freedesktop\.(?:impl\.)?portal\.ScreenCast/,
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
      text: inJournals('chat', refused('org.freedesktop.impl.portal.ScreenCast'))[0],
      why: 'a program quotes the line',
    },
  ],
});
