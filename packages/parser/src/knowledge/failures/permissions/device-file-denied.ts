import { defineFailure } from '../../../define.ts';

export default defineFailure({
  id: 'device-file-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The user may not open the camera',
  cause: 'The camera is there, but the permissions of its device file refuse this user.',
  remedy: 'Sign in at the machine itself, or add the user to the group video, then sign out and in again.',
  subject: { kind: 'file', text: /open (\/dev\/video\d{1,3}):/ },
  match: [
    {
      formats: ['v4l2-ctl'],
      has: 'Failed to open',
      fields: { why: ['denied'] },
      layout: 'documented',
      see: [
        'https://github.com/gjasny/v4l-utils/blob/00aca7328af5a4f412ab79688d3f3f0df5df947d/utils/v4l2-ctl/v4l2-ctl.cpp',
      ],
      hits: ['Failed to open /dev/video0: Permission denied'],
    },
  ],
  standing: true,
  fixes: ['permission-groups-linux', 'permission-join-groups-linux'],
  misses: [
    { text: 'Failed to open /dev/video0: No such file or directory', why: 'there is none' },
    { text: 'Cannot open device /dev/video0, exiting.', why: 'it does not show why' },
  ],
});
