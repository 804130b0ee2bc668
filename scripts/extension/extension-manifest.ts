/**
 * packages/vscode/package.json: what people write there stays as it is, and what VS Code shows of the extension
 * (`contributes`) and when it starts it (`activationEvents`) is made from the declarations and the tables below.
 */
import { archiveEndings, textEndings } from '../../packages/vscode/src/evidence-names.ts';
import { archiveScheme, focusScheme } from '../../packages/vscode/src/source-uri.ts';
import type { Knowledge } from '../docs/knowledge.ts';
import { zoomFileNames } from './extension-file-names.ts';
import { extensionSettings } from './extension-settings.ts';

const language = 'zoomlog';
const view = 'zoomlog.failures';

/** The manifest's text, from the current text of the file. Fields keep their order. */
export function extensionManifest(knowledge: Knowledge, handWritten: string): string {
  const manifest = {
    ...JSON.parse(handWritten),
    // VS Code adds those of commands, views, walkthroughs and the language by itself, but not that of a restored tab, nor
    // that of a log without a telling name: its content may be Zoom's.
    activationEvents: ['onLanguage:log', `onFileSystem:${archiveScheme}`],
    contributes: {
      languages: languages(knowledge),
      grammars: [{ language, scopeName: 'text.log.zoomlog', path: './syntaxes/zoomlog.tmLanguage.json' }],
      semanticTokenScopes: [{ language, scopes: { macro: ['markup.bold.evidence.zoomlog'] } }],
      configuration: { title: 'Zoomlog', properties: extensionSettings(knowledge) },
      commands: Object.entries(commands).map(([name, { title, icon }]) => ({
        command: `zoomlog.${name}`,
        title,
        category: 'Zoomlog',
        ...(icon && { icon: `$(${icon})` }),
      })),
      keybindings,
      menus,
      views: {
        explorer: [{ id: view, name: 'Zoom failures', icon: './icons/zoomlog.svg', contextualTitle: 'Zoomlog' }],
      },
      viewsWelcome,
      walkthroughs,
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

// ---- language --------------------------------------------------------------------------------

function languages(knowledge: Knowledge): readonly object[] {
  const icon = './icons/zoomlog.png'; // shown as it is: its colors suit light and dark themes
  const { names, patterns } = zoomFileNames(knowledge);
  return [
    {
      id: language,
      aliases: ['Zoom log'],
      filenames: names,
      filenamePatterns: patterns,
      configuration: './language-configuration.json',
      icon: { light: icon, dark: icon },
    },
  ];
}

// ---- commands --------------------------------------------------------------------------------

/** Names follow `zoomlog.`; those that appear as a button have an icon. */
const commands: Readonly<Record<string, { readonly title: string; readonly icon?: string }>> = {
  scanBundle: { title: 'Scan Bundle…', icon: 'folder-opened' },
  scanFile: { title: 'Scan This File or Folder' },
  scanWorkspace: { title: 'Scan Workspace' },
  scanMachine: { title: 'Scan This Machine' },
  watchStart: { title: 'Watch Live…', icon: 'eye' },
  watchStop: { title: 'Stop Watching', icon: 'stop-circle' },
  showReport: { title: 'Show Report', icon: 'output' },
  explainCode: { title: 'Explain Code…', icon: 'question' },
  nextEvidence: { title: 'Next Evidence' },
  previousEvidence: { title: 'Previous Evidence' },
  openFocus: { title: 'Open Focus View', icon: 'zoom-in' },
  openWholeFile: { title: 'Open Whole File', icon: 'go-to-file' },
  removeBundle: { title: 'Remove from View', icon: 'close' },
  copyMissingCommand: { title: 'Copy Command That Collects It', icon: 'copy' },
};

// ---- where commands appear -------------------------------------------------------------------

const inFocusView = `resourceScheme == ${focusScheme}`;
const inLog = `editorLangId == ${language} || ${inFocusView}`;
/** On a disk of the machine that the extension runs on; a remote machine's files have a scheme of their own here. */
const onDisk = 'resourceScheme =~ /^(file|vscode-remote)$/';
const inView = `view == ${view}`;
const hasFolder = 'workspaceFolderCount != 0';
const hasNoFolder = 'workspaceFolderCount == 0';
const isWatching = 'zoomlog.watching';

/** Files that can be evidence, by the ends of their names. */
const evidence = new RegExp(`^\\.(${[...textEndings, ...archiveEndings].join('|')})$`, 'i');
const rotated = /\.log\.\d+$/i;

const at = (command: string, when: string, group?: string) => ({
  command: `zoomlog.${command}`,
  when,
  ...(group && { group }),
});

/** In the palette only when it makes sense there, or never: without the item of the view it has nothing to work on. */
const commandPalette = [
  at('scanFile', onDisk),
  at('scanWorkspace', hasFolder),
  at('watchStart', `!${isWatching}`),
  at('watchStop', isWatching),
  at('nextEvidence', inLog),
  at('previousEvidence', inLog),
  at('openFocus', `editorLangId == ${language} && resourceScheme != ${focusScheme}`),
  at('openWholeFile', inFocusView),
  at('removeBundle', 'false'),
  at('copyMissingCommand', 'false'),
];

/** What can be done with each kind of item of the view, by the item's `contextValue`. */
const ofItems: Readonly<Record<string, readonly string[]>> = {
  bundle: ['showReport', 'removeBundle'],
  diagnosis: ['openFocus'],
  evidence: ['openFocus'],
  missing: ['copyMissingCommand'],
};

/** As a button in its row, and in its context menu, which the keyboard reaches. */
const itemMenu = Object.entries(ofItems).flatMap(([item, names]) =>
  names.flatMap((name, order) => {
    const when = `${inView} && viewItem == ${item}`;
    return [at(name, when, `inline@${order + 1}`), at(name, when, `1_zoomlog@${order + 1}`)];
  }),
);

const menus = {
  commandPalette,
  'explorer/context': [
    at(
      'scanFile',
      `${onDisk} && (explorerResourceIsFolder || resourceExtname =~ ${evidence} || resourceFilename =~ ${rotated})`,
      '4_search@9',
    ),
  ],
  'editor/context': [at('nextEvidence', inLog, '1_zoomlog@1'), at('previousEvidence', inLog, '1_zoomlog@2')],
  'editor/title': [at('openWholeFile', inFocusView, 'navigation')],
  'view/title': [
    at('scanBundle', inView, 'navigation@1'),
    at('watchStart', `${inView} && !${isWatching}`, 'navigation@2'),
    at('watchStop', `${inView} && ${isWatching}`, 'navigation@2'),
    at('showReport', inView, 'navigation@3'),
    at('scanWorkspace', `${inView} && ${hasFolder}`, '1_scan@1'),
    at('scanMachine', inView, '1_scan@2'),
    at('explainCode', inView, '2_explain@1'),
  ],
  'view/item/context': itemMenu,
};

/** The same on every system: Cmd+Alt with brackets folds on macOS. */
const keybindings = [
  { command: 'zoomlog.nextEvidence', key: 'ctrl+alt+]', when: inLog },
  { command: 'zoomlog.previousEvidence', key: 'ctrl+alt+[', when: inLog },
];

// ---- first steps -----------------------------------------------------------------------------

const viewsWelcome = [
  {
    view,
    when: hasFolder,
    contents: [
      'Find out from the logs what broke Zoom. Nothing is changed, and nothing leaves this machine.',
      '[Scan This Workspace](command:zoomlog.scanWorkspace)',
      '[Scan a Bundle…](command:zoomlog.scanBundle)',
      'Or scan [the Zoom logs on this machine](command:zoomlog.scanMachine), or [watch them live](command:zoomlog.watchStart).',
    ].join('\n'),
  },
  {
    view,
    when: hasNoFolder,
    contents: [
      'Find out from the logs what broke Zoom. Nothing is changed, and nothing leaves this machine.',
      '[Scan a Bundle…](command:zoomlog.scanBundle)',
      '[Scan This Machine](command:zoomlog.scanMachine)',
      'Or [watch the logs live](command:zoomlog.watchStart) while you try again.',
    ].join('\n'),
  },
];

/** A step is done when one of its commands has run. */
const step = (id: string, title: string, description: readonly string[], done: readonly string[]) => ({
  id: `zoomlog.${id}`,
  title,
  description: description.join('\n'),
  media: { markdown: `walkthrough/${id}.md` },
  completionEvents: done.map((name) => `onCommand:zoomlog.${name}`),
});

const walkthroughs = [
  {
    id: 'zoomlog.findWhatBroke',
    title: 'Find what broke Zoom',
    description: 'From a log to the cause, and what to do about it.',
    icon: 'icons/zoomlog.png',
    steps: [
      step(
        'open',
        'Open a log or scan a bundle',
        [
          'Open a Zoom log, or scan a folder or an archive of logs as one bundle.',
          '[Scan a Bundle…](command:zoomlog.scanBundle)',
          'On the affected machine, scan its own logs.',
          '[Scan This Machine](command:zoomlog.scanMachine)',
        ],
        ['scanBundle', 'scanFile', 'scanWorkspace', 'scanMachine'],
      ),
      step(
        'read',
        'Read the diagnosis',
        [
          'The Zoom failures view shows the cause, the confidence, and the log lines behind it.',
          '[Show Report](command:zoomlog.showReport)',
        ],
        ['showReport', 'nextEvidence', 'previousEvidence', 'openFocus'],
      ),
      step(
        'fix',
        'Fix it',
        [
          'Checks come first, then reversible changes. zoomlog runs none of them.',
          '[Explain Code…](command:zoomlog.explainCode)',
        ],
        ['explainCode', 'copyMissingCommand'],
      ),
      step(
        'watch',
        'Watch live while you try again',
        ['Follow the logs while someone starts Zoom or joins a meeting.', '[Watch Live…](command:zoomlog.watchStart)'],
        ['watchStart'],
      ),
    ],
  },
];
