import { defineFailure } from '../../../define.ts';
import { dialogs } from '../../wordings/dialogs.ts';

/** Codes of the installer, and those that call for a new installation. */
const code = /^(?:4|100|3000|1000[23468]|10016|13003)$/;

export default defineFailure({
  id: 'install-code-shown',
  class: 'install',
  role: 'symptom',
  strength: 'weak',
  severity: 'error',
  title: 'Zoom showed a code of its installer',
  cause: 'A dialog shows a code with which Zoom reports that its files are missing, damaged or in use.',
  remedy: 'Quit Zoom, allow its folder in the antivirus, and run the current installer again.',
  match: [
    ...dialogs(
      { code },
      {
        rror: 'Zoom Installer\n\nInstallation failed. Error code: 10002',
        ehler: 'Zoom\n\nFehlercode: 10002',
        erreur: "Zoom\n\nCode d'erreur : 10002",
        'digo de erro': 'Zoom\n\nCódigo de erro: 10002',
        エラー: 'Zoom\n\nエラーコード: 10002',
        错误: 'Zoom\n\n错误代码: 10002',
      },
    ),
  ],
  explainedBy: ['install'],
  fixes: ['install-quit-windows', 'install-quit-macos', 'install-allow-in-antivirus', 'install-update-zoom'],
  misses: [{ text: 'Zoom Workplace\n\nError code: 5003', why: 'a code of the connection' }],
});
