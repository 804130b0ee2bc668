import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { consentKey, registryExport, registryQuery } from '../../wordings/samples.ts';

const recorder = ['NonPackaged', 'C:#Program Files#Example#recorder.exe'];
const began = '"LastUsedTimeStart"=hex(b):80,9c,21,d5,cf,87,db,01';
const notStopped = '"LastUsedTimeStop"=hex(b):00,00,00,00,00,00,00,00';

export default defineFailure({
  id: 'camera-held',
  class: 'device-usb',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'Another program may be using the camera',
  cause:
    'When the registry was read, another program had started using a camera and had not stopped; a crash of that program can leave the same record behind.',
  remedy: 'Quit the other program, or select another camera in Zoom.',
  match: [
    {
      formats: ['windows-registry'],
      has: 'LastUsedTimeStop',
      // The key's line comes first: it names the program.
      fields: { scope: ['app'], capability: ['camera'], held: ['yes'] },
      layout: 'documented',
      see: [references.consentStore, references.consentTimes],
      hits: [
        registryExport('HKEY_CURRENT_USER', consentKey('webcam', ...recorder), began, notStopped),
        registryQuery(
          'HKEY_CURRENT_USER',
          consentKey('webcam', 'Example.Viewer_1a2b3c4d5e6f7'),
          'Value    REG_SZ    Allow',
          'LastUsedTimeStart    REG_QWORD    0x1db87cfd5219c80',
          'LastUsedTimeStop    REG_QWORD    0x0',
        ),
      ],
    },
  ],
  subject: { kind: 'program', fields: ['app'] },
  standing: true,
  when: { nothing: { with: ['remote-session'] }, explains: 'proof' },
  fixes: ['device-holder-windows', 'device-close-other-apps', 'device-select-in-zoom'],
  misses: [
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        consentKey('webcam', 'NonPackaged', 'C:#Program Files#Zoom#bin#Zoom.exe'),
        began,
        notStopped,
      ),
      why: 'Zoom itself',
    },
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        consentKey('webcam', ...recorder),
        began,
        began.replace('Start', 'Stop'),
      ),
      why: 'the program stopped using it',
    },
    {
      text: registryExport(
        'HKEY_CURRENT_USER',
        consentKey('webcam', 'Example.Viewer_1a2b3c4d5e6f7'),
        notStopped.replace('Stop', 'Start'),
        notStopped,
      ),
      why: 'the program never used it',
    },
    {
      text: registryExport('HKEY_CURRENT_USER', consentKey('microphone', ...recorder), began, notStopped),
      why: 'a microphone can be shared',
    },
  ],
});
