import { defineFact } from '../../define.ts';

export default defineFact({
  id: 'installer-succeeded',
  class: 'install',
  title: 'A run of the installer ended well',
  because: 'The run itself says so: its complete message or its return code.',
  effect: 'ends',
  ends: ['installer-failed'],
  formats: ['zoom-installer'],
  match: [{ has: '[Main] ', fields: { outcome: ['well'] }, layout: 'captured' }],
  hits: [
    '[77:4410 ] [  INFO ] [09:05:31.71] C:\\build\\NoMSIInstaller\\Installer.cpp(309)::[Main] stop, current time: [2024/11/3-9:5:31:71], return code: [0]',
  ],
  misses: [
    {
      text: '[77:4410 ] [  INFO ] [09:05:31.71] C:\\build\\NoMSIInstaller\\Installer.cpp(309)::[Main] stop, current time: [2024/11/3-9:5:71]',
      why: 'an older installer that does not say how it went',
    },
  ],
});
