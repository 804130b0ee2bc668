/** The commands: what the user asks for, and what quick fixes, lenses and pages ask for on the user's behalf. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../protocol.ts';
import { uriOfPage } from '../source-uri.ts';
import { copyText, draftFailure, mute, openAddress, toTerminal } from './actions.ts';
import type { FailuresNode } from './failures-view.ts';
import { openFocus, wholePlace } from './focus-texts.ts';
import type { Pages } from './pages.ts';
import { claim } from './shown-texts.ts';

const { commands: own } = protocol;
const report = 'Show Report';

/** A notification turns `[…](…)` into links, and such links run commands: file names are not trusted. */
const inNotification = (text: string): string => text.replaceAll('](', '] (').replace(/\p{Cc}/gu, ' ');

export function registerCommands(client: LanguageClient, pages: Pages): vscode.Disposable {
  /** Where the user was taken last: in the largest files the editor does not report the cursor. */
  let led: { uri: string; line: number } | null = null;

  const scanned = new vscode.EventEmitter<string>();
  const scan = async (paths: string[], title: string): Promise<void> => {
    const result = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: inNotification(`Zoomlog: scanning ${title}`),
        cancellable: true,
      },
      async (progress, token) => {
        const shown = scanned.event((message) => progress.report({ message: inNotification(message) }));
        try {
          return await client.sendRequest(protocol.scanPaths, { paths }, token);
        } catch (error) {
          if (!token.isCancellationRequested) throw error;
          return null;
        } finally {
          shown.dispose();
        }
      },
    );
    if (!result) {
      void vscode.window.showInformationMessage(
        inNotification(`Zoomlog: the scan of ${title} was stopped and its results were discarded.`),
      );
      return;
    }
    void vscode.commands.executeCommand('zoomlog.failures.focus');
    const chosen = await vscode.window.showInformationMessage(
      inNotification(`Zoomlog: ${title}: ${result.message}`),
      report,
    );
    if (chosen === report) await pages.open(uriOfPage(`report ${result.bundle}`));
  };

  const openEvidence = async ({ uri, range, isLarge }: protocol.PlaceSummary): Promise<void> => {
    const { start, end } = range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const target = vscode.Uri.parse(uri);
    led = { uri, line: start.line };
    if (isLarge) {
      await openFocus(target, selection);
      return;
    }
    const document = await vscode.workspace.openTextDocument(target);
    await vscode.window.showTextDocument(document, { selection });
    await claim(document);
  };

  const here = (): { uri: string; line: number } | null => {
    const editor = vscode.window.activeTextEditor;
    if (editor) return { uri: editor.document.uri.toString(), line: editor.selection.active.line };
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (!(input instanceof vscode.TabInputText)) return null;
    const uri = input.uri.toString();
    return led?.uri === uri ? led : { uri, line: 0 };
  };

  const goToEvidence = async (step: 1 | -1, from = here()): Promise<void> => {
    const next = from && (await client.sendRequest(protocol.nextEvidence, { ...from, step }));
    if (!next) {
      void vscode.window.showInformationMessage('Zoomlog: there is no evidence in this text or its bundle.');
      return;
    }
    led = { uri: next.uri, line: next.range.start.line };
    const { start, end } = next.range;
    // The largest files are not documents but are shown.
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(next.uri), {
      selection: new vscode.Range(start.line, start.character, end.line, end.character),
    });
  };

  const pickBundle = async (): Promise<protocol.BundleSummary | undefined> => {
    const bundles = await client.sendRequest(protocol.listBundles);
    if (bundles.length < 2) return bundles[0];
    const picked = await vscode.window.showQuickPick(
      bundles.map((bundle) => ({ label: bundle.name, description: bundle.detail, bundle })),
      { title: 'Show the report of which bundle?' },
    );
    return picked?.bundle;
  };

  const watch = async (paths: string[]): Promise<void> => {
    await client.sendRequest(protocol.watchPaths, { paths });
    void vscode.commands.executeCommand('zoomlog.failures.focus');
  };

  const all: Record<string, (...args: never[]) => unknown> = {
    'zoomlog.scanBundle': async () => {
      const paths = await pickPaths('Scan');
      if (paths) await scan(paths, namesOf(paths));
    },
    'zoomlog.scanFile': async (uri?: vscode.Uri, several?: vscode.Uri[]) => {
      const chosen = several ?? (uri ? [uri] : activeUri());
      const paths = chosen.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
      if (paths.length > 0) await scan(paths, namesOf(paths));
    },
    'zoomlog.scanWorkspace': async () => {
      const paths = workspacePaths();
      if (paths.length > 0) await scan(paths, namesOf(paths));
      else void vscode.window.showInformationMessage('Zoomlog: no folder is open. Scan a bundle instead.');
    },
    'zoomlog.scanMachine': () => scan([], 'this machine'),
    'zoomlog.watchStart': async () => {
      const places = [
        {
          label: 'This machine',
          description: 'the folders where Zoom keeps its logs',
          paths: async () => [] as string[],
        },
        ...workspacePaths().map((path) => ({ label: namesOf([path]), description: path, paths: async () => [path] })),
        { label: 'Another folder or file…', description: '', paths: () => pickPaths('Watch') },
      ];
      const picked = await vscode.window.showQuickPick(places, { title: 'What to watch?' });
      const paths = await picked?.paths();
      if (paths) await watch(paths);
    },
    'zoomlog.watchStop': () => client.sendRequest(protocol.stopWatching),
    'zoomlog.showReport': async (node?: FailuresNode) => {
      const bundle = node && 'bundle' in node ? node.bundle : await pickBundle();
      if (bundle) await pages.open(uriOfPage(`report ${bundle.id}`));
      else
        void vscode.window.showInformationMessage('Zoomlog: nothing has been read yet. Open a log or scan a bundle.');
    },
    'zoomlog.explainCode': async () => {
      const query = await pickTopic(await client.sendRequest(protocol.listTopics));
      if (query) await pages.open(uriOfPage(`explain ${query}`));
    },
    'zoomlog.nextEvidence': (from?: { uri: string; line: number }) => goToEvidence(1, from),
    'zoomlog.previousEvidence': () => goToEvidence(-1),
    'zoomlog.openFocus': async (node?: FailuresNode) => {
      const place =
        node?.kind === 'evidence'
          ? node.evidence.place
          : node?.kind === 'diagnosis'
            ? node.diagnosis.evidence[0]?.place
            : null;
      const at = place ? { uri: place.uri, line: place.range.start.line } : here();
      if (at) await openFocus(vscode.Uri.parse(at.uri), new vscode.Range(at.line, 0, at.line, 0));
    },
    'zoomlog.openWholeFile': async () => {
      const at = here();
      const whole = at && wholePlace(vscode.Uri.parse(at.uri), at.line);
      if (whole)
        await vscode.commands.executeCommand('vscode.open', whole.uri, {
          selection: new vscode.Range(whole.line, 0, whole.line, 0),
        });
    },
    'zoomlog.removeBundle': async (node?: FailuresNode) => {
      if (node?.kind === 'bundle') await client.sendRequest(protocol.removeBundle, { bundle: node.bundle.id });
    },
    'zoomlog.copyMissingCommand': async (node?: FailuresNode) => {
      if (node?.kind === 'missing') await copyText(node.collect, 'The command');
    },
    [own.showFixes]: async (diagnosis: string) => {
      const actions = await client.sendRequest(protocol.listActions, { diagnosis });
      const picked = await vscode.window.showQuickPick(
        actions.map((action) => ({ label: action.title, detail: action.detail, action })),
        { title: 'What to do', matchOnDetail: true },
      );
      if (picked) await vscode.commands.executeCommand(picked.action.command, ...picked.action.arguments);
    },
    [own.openEvidence]: openEvidence,
    [own.openPage]: (uri: string) => pages.open(uri),
    [own.toTerminal]: toTerminal,
    [own.openAddress]: openAddress,
    [own.copyText]: copyText,
    [own.mute]: mute,
    [own.draftFailure]: draftFailure,
  };

  return vscode.Disposable.from(
    ...Object.entries(all).map(([id, run]) => vscode.commands.registerCommand(id, run)),
    scanned,
    client.onNotification(protocol.scanProgress, ({ text }) => scanned.fire(text)),
    client.onNotification(protocol.diagnosisOpened, async ({ title, severity, place }) => {
      const tell = severity === 'error' ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
      if ((await tell(inNotification(`Zoomlog: ${title}`), 'Show')) === 'Show') await openEvidence(place);
    }),
  );
}

const workspacePaths = (): string[] =>
  (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);

function activeUri(): vscode.Uri[] {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

const namesOf = (paths: readonly string[]): string => paths.map((path) => path.split(/[\\/]/).at(-1)).join(', ');

/** On systems whose dialog takes either folders or files, ask which first. */
async function pickPaths(verb: string): Promise<string[] | undefined> {
  const kinds = [
    { label: 'A folder', description: 'including subfolders', folders: true },
    { label: 'Files or archives', description: 'zip, tar, gz', folders: false },
  ];
  const kind = await vscode.window.showQuickPick(kinds, { title: `${verb} what?` });
  if (!kind) return undefined;
  const uris = await vscode.window.showOpenDialog({
    canSelectFiles: !kind.folders,
    canSelectFolders: kind.folders,
    canSelectMany: true,
    openLabel: verb,
  });
  return uris?.map(({ fsPath }) => fsPath);
}

/** A topic from the list, or whatever was typed. */
function pickTopic(topics: readonly { label: string; description: string }[]): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title = 'Explain a code or a failure';
  pick.placeholder = '5003, 104103, 0x8889000A, net_error: -201, proxy-auth-required';
  pick.matchOnDescription = true;
  pick.items = topics;
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label ?? (pick.value.trim() || undefined));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
}
