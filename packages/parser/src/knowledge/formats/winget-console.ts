import { defineFormat } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { textOf } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { beginDeployment, deploymentFields, endOf, nameDeployment, wellOf } from '../wordings/deployment.ts';

/** `Found Zoom Workplace [Zoom.Zoom] Version 6.6.2`: the words are translated, their order is not. */
const found = /^(?:\(\d{1,3}\/\d{1,3}\) )?(?!\s)[^\n[\]]{2,120} \[([\w+-]{1,60}\.[\w.+-]{1,80})\][^\n\d]{1,40}\d/;
const zoomId = /^Zoom\.Zoom/i;

/** The last line but the path of the log: `Installer failed with exit code: 1603`. */
const failed =
  /^(?!.{0,200}(?:https?:|\\))[^\n:：]{8,120}[:：] ?(-?\d{1,10}|0x[\da-f]{8})(?: : [^\n]{0,300})?[ \t\r]{0,8}$/im;
const succeeded =
  /^(?:Successfully installed|Erfolgreich installiert|Installé avec succès|Instalado correctamente|Installazione riuscita|Instalado com êxito|インストールが完了しました|已成功安装|설치 성공)/m;
/** A removal is announced in other words. */
const removal = /uninstall|deinstall|désinstall|desinstal|disinstall|アンインストール|卸载|제거/i;

const isPackage = (line: string): boolean => found.test(line);

export default defineFormat({
  id: 'winget-console',
  title: 'WinGet: what it prints',
  framing: sections({ begins: isPackage }),
  os: 'windows',
  names: ['*winget*.txt'],
  recognise: { starts: new RegExp(`${found.source}[^\\n]{0,80}\\n`, 'm') },
  derives: deploymentFields,
  derive: (entry: Entry, carry) => {
    const text = textOf(entry);
    const id = found.exec(text)?.[1];
    if (id === undefined) return null;
    beginDeployment(carry, zoomId.test(id) ? `Zoom (${id})` : id, removal.test(text));
    return nameDeployment(entry, carry, endOf(failed.exec(text)) ?? wellOf(succeeded.exec(text)));
  },
  samples: [
    {
      text: 'Found Zoom Workplace [Zoom.Zoom] Version 6.6.2.19111\nThis application is licensed to you by its owner.\nSuccessfully verified installer hash\nStarting package install...\nInstaller failed with exit code: 1603\nInstaller log is available at: C:\\Users\\alice\\AppData\\Local\\Packages\\1\\WinGet-Zoom.Zoom.log',
      entry: { fields: { product: 'zoom', status: 1603, outcome: 'failed', reason: 'other' } },
    },
    {
      text: '(2/4) Gefunden Zoom Workplace [Zoom.Zoom] Version 6.6.2.19111\nInstaller-Hash erfolgreich überprüft\nPaketinstallation wird gestartet...\nFehler bei der Installation mit Exitcode: 1618',
      entry: { fields: { product: 'zoom', status: 1618, reason: 'busy' } },
    },
  ],
});
