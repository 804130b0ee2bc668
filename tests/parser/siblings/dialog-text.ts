import type { Sibling } from './sibling.ts';

export default [
  {
    title: 'Windows in German: what the dialog shows, copied with its code',
    evidence: {
      'Fehler.txt':
        'Zoom Workplace\r\n\r\nVerbindung kann nicht hergestellt werden\r\nPrüfen Sie Ihre Netzwerkverbindung und versuchen Sie es erneut.\r\nFehlercode: 104103\r\n',
    },
    top: { class: 'firewall', code: '104103', confidence: 'low' },
    exit: 1,
  },
  {
    title: 'an article lists the codes of Zoom and what they mean',
    evidence: {
      'codes.txt':
        'Zoom error codes and how to fix them\n\nError code: 5003\nZoom cannot connect. Check your firewall and your proxy.\n\nError code: 1132\nSign in failed. Reinstall Zoom or create another user.\n\nError code: 104101\nMake sure that you are connected to the internet.\n\nError code: 3113\nThe meeting has no passcode.\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'macOS: the camera does not start, no code',
    evidence: {
      'note.txt':
        'Cannot start video\nFailed to start the video camera. Please select another video camera in Settings.\n',
    },
    top: { class: ['device-usb', 'permissions'], confidence: 'low' },
    exit: 1,
  },
  {
    title: 'an order with the number 5003, and a lens',
    evidence: {
      'order.txt': 'Order 5003\nLens with optical zoom, 10x\nUnable to connect the charger: error code 104\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'a user types the dialog in Japanese into a note',
    evidence: {
      'zoom エラー.txt': 'ミーティングで予期しないエラーが発生しました。\nエラーコード:5003\n',
    },
    top: { class: 'firewall', code: '5003', confidence: 'low' },
    exit: 1,
  },
] satisfies readonly Sibling[];
