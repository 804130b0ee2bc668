import type { Sibling } from './sibling.ts';

export default [
  {
    title: 'Windows in German: Zoom.exe crashed, listed by Get-WinEvent',
    evidence: {
      'ereignisse.txt':
        '\nTimeCreated  : 02.04.2026 09:14:40\nId           : 1000\nProviderName : Application Error\nMessage      : Name der fehlerhaften Anwendung: Zoom.exe, Version: 6.6.2.19111, Zeitstempel: 0x67f0a1b2\n               Name des fehlerhaften Moduls: igd10um64xe.DLL, Version: 31.0.101.5333, Zeitstempel: 0x66f0a1b2\n               Ausnahmecode: 0xc0000005\n               Fehleroffset: 0x00000000000412aa\n               ID des fehlerhaften Prozesses: 0x1D2C\n               Pfad der fehlerhaften Anwendung: C:\\Program Files\\Zoom\\bin\\Zoom.exe\n\n',
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Windows in Japanese: the message of a crash of Zoom.exe, copied alone',
    evidence: {
      'エラー.txt':
        '障害が発生しているアプリケーション名: Zoom.exe、バージョン: 6.6.2.19111、タイム スタンプ: 0x67f0a1b2\n障害が発生しているモジュール名: atidxx64.dll、バージョン: 31.0.14051.5006、タイム スタンプ: 0x66f0a1b2\n例外コード: 0xc0000005\n障害オフセット: 0x00000000000412aa\n障害が発生しているプロセス ID: 0x1D2C\n障害が発生しているアプリケーション パス: C:\\Program Files\\Zoom\\bin\\Zoom.exe\n',
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Windows in German: a magnifier crashed',
    evidence: {
      'ereignisse.txt':
        'Name der fehlerhaften Anwendung: ZoomText.exe, Version: 2026.4.12.400, Zeitstempel: 0x67f0a1b2\nName des fehlerhaften Moduls: ntdll.dll, Version: 10.0.26100.1742, Zeitstempel: 0x5a4a1b2d\nAusnahmecode: 0xc0000374\nFehleroffset: 0x000000000010c4fa\nID des fehlerhaften Prozesses: 0x2B1C\nPfad der fehlerhaften Anwendung: C:\\Program Files\\Freedom Scientific\\ZoomText\\ZoomText.exe\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'Windows: a crash of Zoom.exe, by ConvertTo-Json',
    evidence: {
      'events.json': `${JSON.stringify([
        {
          EventID: 1000,
          LastTimeWritten: '4/2/2026 9:44:40 AM',
          EntryType: 1,
          Source: 'Application Error',
          Message:
            'Faulting application name: Zoom.exe, version: 6.6.2.19111, time stamp: 0x67f0a1b2\r\nFaulting module name: examplecam.dll, version: 3.1.0.0, time stamp: 0x66f0a1b2\r\nException code: 0xc0000005\r\nFault offset: 0x00000000000412aa\r\nFaulting process id: 0x1D2C\r\nFaulting application path: C:\\Users\\user\\AppData\\Roaming\\Zoom\\bin\\Zoom.exe',
        },
      ])}\n`,
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Windows in French: the installer reports that Zoom was installed (status 0)',
    evidence: {
      'evenements.txt':
        "\nTimeCreated  : 02/04/2026 09:50:10\nId           : 1033\nProviderName : MsiInstaller\nMessage      : Windows Installer a installé le produit. Nom du produit : Zoom Workplace (64-bit). Version du produit : 6.6.19111. Langue du produit : 1036. Fabricant : Zoom. État de réussite ou d'erreur de l'installation : 0.\n\n",
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
