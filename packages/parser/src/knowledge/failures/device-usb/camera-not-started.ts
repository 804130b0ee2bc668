import { defineFailure } from '../../../define.ts';
import { dialogs } from '../../wordings/dialogs.ts';

/** What the user saw. Which of its causes it was, other evidence shows. */
export default defineFailure({
  id: 'camera-not-started',
  class: 'device-usb',
  role: 'symptom',
  strength: 'weak',
  severity: 'error',
  title: 'Zoom could not start the camera',
  cause: 'A dialog reports that the camera did not start; by itself it does not show why.',
  remedy:
    'Close other programs that use the camera, check the camera permission, and select the camera in the settings.',
  match: [
    ...dialogs(
      { dialog: ['camera'] },
      {
        amera: 'Cannot start video\nFailed to start the video camera. Please select another video camera in Settings.',
        caméra: 'Échec du démarrage de la caméra vidéo.',
        cámara: 'No se pudo iniciar la cámara de video.',
        カメラ: 'ビデオカメラの起動に失敗しました。',
      },
    ),
  ],
  explainedBy: ['device-usb', 'permissions'],
  fixes: ['device-list-windows', 'device-select-in-zoom', 'device-plug-directly'],
  alternatives: [
    { class: 'permissions', why: 'a camera that the system does not allow Zoom to use does not start either' },
  ],
  misses: [{ text: 'Zoom Workplace\n\nError code: 5003', why: 'another dialog' }],
});
