/** The commands: what the user asks for, and what quick fixes, lenses and pages ask for on the user's behalf. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../protocol.ts';
import { uriOfPage } from '../source-uri.ts';
import { copyText, draftFailure, mute, openAddress, toTerminal } from './actions.ts';
import { createEvidenceTour, type EvidenceTour, type LinePlace } from './evidence-tour.ts';
import type { FailuresNode } from './failures-view.ts';
import { openFocus, wholePlace } from './focus-texts.ts';
import { inNotification } from './notification.ts';
import type { Pages } from './pages.ts';
import { activeUri, namesOf, pickPaths, workspacePaths } from './pick-paths.ts';
import { createScan, type Scan } from './scan.ts';

const { commands: own } = protocol;
export function registerCommands(client: LanguageClient, pages: Pages): vscode.Disposable {
  const scanned = new vscode.EventEmitter<string>();
  const scan = createScan(client, pages, scanned);
  const tour = createEvidenceTour(client);
  const { openEvidence } = tour;
  const all: Commands = {
    ...scanCommands(scan),
    ...watchCommands(client),
    ...pageCommands(client, pages),
    ...evidenceCommands(tour),
    ...quickFixCommands(client),
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

type Commands = Readonly<Record<string, (...args: never[]) => unknown>>;

const scanCommands = (scan: Scan): Commands => ({
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
});

function watchCommands(client: LanguageClient): Commands {
  const watch = async (paths: string[]): Promise<void> => {
    await client.sendRequest(protocol.watchPaths, { paths });
    void vscode.commands.executeCommand('zoomlog.failures.focus');
  };

  return {
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
    'zoomlog.removeBundle': async (node?: FailuresNode) => {
      if (node?.kind === 'bundle') await client.sendRequest(protocol.removeBundle, { bundle: node.bundle.id });
    },
  };
}

function pageCommands(client: LanguageClient, pages: Pages): Commands {
  const pickBundle = async (): Promise<protocol.BundleSummary | undefined> => {
    const bundles = await client.sendRequest(protocol.listBundles);
    if (bundles.length < 2) return bundles[0];
    const picked = await vscode.window.showQuickPick(
      bundles.map((bundle) => ({ label: bundle.name, description: bundle.detail, bundle })),
      { title: 'Show the report of which bundle?' },
    );
    return picked?.bundle;
  };

  return {
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
    [own.openPage]: (uri: string) => pages.open(uri),
  };
}

const evidenceCommands = ({ openEvidence, here, goToEvidence }: EvidenceTour): Commands => ({
  'zoomlog.nextEvidence': (from?: LinePlace) => goToEvidence(1, from),
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
  [own.openEvidence]: openEvidence,
});

const quickFixCommands = (client: LanguageClient): Commands => ({
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
  [own.toTerminal]: toTerminal,
  [own.openAddress]: openAddress,
  [own.copyText]: copyText,
  [own.mute]: mute,
  [own.draftFailure]: draftFailure,
});

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
