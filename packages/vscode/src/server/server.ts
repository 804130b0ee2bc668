/** The language server: bundles on one side, the editor's requests on the other. One file for each feature. */

import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type SemanticTokens,
  type SemanticTokensRangeParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as protocol from '../protocol.ts';
import { focusScheme, shownText, uriOfSource } from '../source-uri.ts';
import { statEntry } from './archive.ts';
import { type OpenText, openBundles } from './bundles.ts';
import { warmParser } from './entries.ts';
import { codeActionsIn } from './features/code-actions.ts';
import { codeLensesIn } from './features/code-lenses.ts';
import { foldingRangesOf } from './features/folding.ts';
import { hoverAt } from './features/hover.ts';
import { inlayHintsIn } from './features/inlay-hints.ts';
import { linksIn } from './features/links.ts';
import { legend, semanticTokensIn } from './features/semantic-tokens.ts';
import { symbolsOf } from './features/symbols.ts';
import { actionsFor } from './fixes.ts';
import { focusWindow } from './focus.ts';
import { evidenceFrom } from './next-evidence.ts';
import { openNotifications } from './notifications.ts';
import { pageAt, topics } from './pages.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Context, findShown, type Shown } from './shown.ts';
import { resultOf, summarise } from './summary.ts';
import { openTexts } from './texts.ts';

/** A text that is being typed is read when it rests. */
const typedMs = 150;

export function startServer(connection: Connection): void {
  let settings: Settings = readSettings({}, () => {});
  let windows: readonly string[] = [];
  let canPullSettings = false;

  const texts = openTexts();
  const bundles = openBundles({
    settings: () => settings,
    onJudged: (bundle, isGone) => notifications.judged(bundle, isGone),
    onProblem: (path, message) => connection.console.warn(`${path}: ${message}`),
    onRecognised: (path, format) =>
      void connection.sendNotification(protocol.recognised, { uri: uriOfSource(path, false), format }),
  });
  const notifications = openNotifications(
    connection,
    bundles,
    () => windows,
    () => settings,
  );
  const context: Context = { bundles, texts, settings: () => settings };

  const pullSettings = async (): Promise<void> => {
    const given: unknown = canPullSettings ? await connection.workspace.getConfiguration('zoomlog') : {};
    settings = readSettings(given, (text) => connection.console.warn(text));
    bundles.rejudge();
  };

  /** No answer for texts of no bundle, so that others may give one; a feature that fails says so in the log. */
  const answer =
    <Params extends { textDocument: { uri: string } }, Result>(
      give: (shown: Shown, params: Params) => Result | Promise<Result>,
    ) =>
    async (params: Params): Promise<Result | null> => {
      try {
        const shown = findShown(context, params.textDocument.uri);
        return shown ? await give(shown, params) : null;
      } catch (error) {
        complain(error);
        return null;
      }
    };
  const complain = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));

  connection.onInitialize(({ capabilities }) => {
    canPullSettings = capabilities.workspace?.configuration ?? false;
    return {
      capabilities: {
        // Files are read from disk; only what lies on none is sent.
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract] },
        codeLensProvider: {},
        inlayHintProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentLinkProvider: {},
        semanticTokensProvider: { legend, range: true, full: false },
      },
    };
  });
  connection.onInitialized(async () => {
    if (canPullSettings)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'zoomlog' });
    await pullSettings();
    warmParser();
  });
  connection.onDidChangeConfiguration(pullSettings);
  connection.onShutdown(async () => {
    notifications.close();
    for (const timer of typed.values()) clearTimeout(timer);
    await bundles.close();
    await texts.close();
  });

  connection.onHover(answer((shown, { position }) => hoverAt(context, shown, position)));
  connection.onCodeAction(
    answer((shown, { range, context: { diagnostics } }) => codeActionsIn(context, shown, range, diagnostics)),
  );
  connection.onCodeLens(answer((shown) => codeLensesIn(context, shown)));
  connection.languages.inlayHint.on(answer((shown, { range }) => inlayHintsIn(context, shown, range)));
  connection.onDocumentSymbol(answer(symbolsOf));
  connection.onFoldingRanges(answer(foldingRangesOf));
  connection.onDocumentLinks(answer((shown) => linksIn(context, shown)));
  const coloured = answer((shown, { range }: SemanticTokensRangeParams) => semanticTokensIn(context, shown, range));
  // The protocol allows no answer, the library's type does not.
  connection.languages.semanticTokens.onRange(async (params) => (await coloured(params)) as SemanticTokens);

  connection.onNotification(protocol.shownTexts, async ({ texts: list }) => {
    windows = list.map(({ uri }) => uri).filter((uri) => uri.startsWith(`${focusScheme}:`));
    const onDisk = new Map<string, OpenText>();
    for (const { uri, claimed } of list) {
      const shown = shownText(uri);
      // What lies on no disk is sent as a document. A window shows a source that may be open, too.
      if (!shown || shown.path === uri) continue;
      const { path, packed } = shown;
      onDisk.set(path, { path, packed, isClaimed: claimed || (onDisk.get(path)?.isClaimed ?? false) });
    }
    await bundles.show([...onDisk.values()]).catch(complain);
    for (const bundle of bundles.all()) notifications.publish(bundle, false);
  });
  connection.onRequest(protocol.scanPaths, async ({ paths }, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      const bundle = await bundles.scan(paths, abort.signal, (text) => {
        void connection.sendNotification(protocol.scanProgress, { text });
      });
      return { bundle: bundle.id, message: resultOf(bundle) };
    } catch (error) {
      if (abort.signal.aborted) return null;
      throw error;
    }
  });
  connection.onRequest(protocol.watchPaths, async ({ paths }) => ({ bundle: (await bundles.watch(paths)).id }));
  connection.onRequest(protocol.stopWatching, () => bundles.stopWatching());
  connection.onRequest(protocol.removeBundle, ({ bundle }) => bundles.remove(bundle));
  connection.onRequest(protocol.listBundles, () => bundles.all().map(summarise));
  connection.onRequest(protocol.focusText, async ({ uri }) => ({ text: await focusWindow(texts, uri) }));
  connection.onRequest(protocol.readPage, ({ uri }) => {
    const text = pageAt(context, uri);
    return text === null ? null : { text };
  });
  connection.onRequest(protocol.listTopics, topics);
  connection.onRequest(protocol.nextEvidence, ({ uri, line, step }) => evidenceFrom(context, uri, line, step));
  connection.onRequest(protocol.listActions, ({ diagnosis }) => actionsOf(context, diagnosis));
  connection.onRequest(protocol.statArchive, ({ path }) => statEntry(path));
  connection.onRequest(protocol.readArchive, async ({ path }) => {
    const bytes = await texts.entry(path);
    return bytes ? { base64: Buffer.from(bytes).toString('base64') } : null;
  });

  const documents = new TextDocuments(TextDocument);
  const typed = new Map<string, NodeJS.Timeout>();
  documents.onDidChangeContent(({ document }) => {
    const { uri, languageId } = document;
    if (shownText(uri)?.path !== uri) return;
    texts.set(uri, document.getText());
    clearTimeout(typed.get(uri));
    const read = (): void => bundles.setText(uri, document.getText(), languageId === 'zoomlog');
    typed.set(uri, setTimeout(read, typedMs));
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(typed.get(uri));
    typed.delete(uri);
    texts.set(uri, null);
    bundles.setText(uri, null, false);
  });
  documents.listen(connection);
  connection.listen();
}

/** What can be done about a diagnosis, of whatever bundle. */
function actionsOf({ bundles }: Context, id: string) {
  for (const bundle of bundles.all()) {
    const diagnosis = bundle.report.diagnoses.find((one) => one.id === id);
    if (diagnosis) return actionsFor(bundle, diagnosis);
  }
  return [];
}
