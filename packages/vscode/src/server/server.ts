/** The language server: bundles on one side, the editor's requests on the other. One file for each feature. */
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as protocol from '../protocol.ts';
import { focusScheme, shownText, uriOfPath } from '../source-uri.ts';
import { statEntry } from './archive.ts';
import type { Bundle } from './bundle.ts';
import { openBundles } from './bundles.ts';
import { warmParser } from './entries.ts';
import { codeActionsIn } from './features/code-actions.ts';
import { codeLensesIn } from './features/code-lenses.ts';
import { publications } from './features/diagnostics.ts';
import { foldingRangesOf } from './features/folding.ts';
import { hoverAt } from './features/hover.ts';
import { inlayHintsIn } from './features/inlay-hints.ts';
import { linksIn } from './features/links.ts';
import { legend, semanticTokensIn } from './features/semantic-tokens.ts';
import { symbolsOf } from './features/symbols.ts';
import { deedsFor } from './fixes.ts';
import { focusWindow } from './focus.ts';
import { evidenceFrom } from './next-evidence.ts';
import { pageAt, topics } from './pages.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Desk, findShown, type Shown } from './shown.ts';
import { placeOf, resultOf, summarise } from './summary.ts';
import { openTexts } from './texts.ts';

export function startServer(connection: Connection): void {
  let settings: Settings = readSettings({}, () => {});
  let windows: readonly string[] = [];
  let canPullSettings = false;
  /** What each text was last told, by URI; the bundle that told it. */
  const published = new Map<string, { bundle: number; told: string }>();
  /** Diagnoses of watched bundles that the user has been told of. */
  const announced = new Map<number, Set<string>>();

  const texts = openTexts();
  const bundles = openBundles({
    settings: () => settings,
    onJudged,
    onProblem: (path, message) => connection.console.warn(`${path}: ${message}`),
    onRecognised: (path, format) =>
      void connection.sendNotification(protocol.recognised, { uri: uriOfPath(path), format }),
  });
  const desk: Desk = { bundles, texts, settings: () => settings };

  function publish(bundle: Bundle, isGone: boolean): void {
    const told = new Set<string>();
    if (!isGone)
      for (const { uri, diagnostics } of publications(bundle, windows, settings)) {
        const path = shownText(uri)?.path;
        if (path === undefined || bundles.of(path) !== bundle) continue;
        told.add(uri);
        const text = JSON.stringify(diagnostics);
        const before = published.get(uri);
        if ((before?.told ?? '[]') !== text) void connection.sendDiagnostics({ uri, diagnostics });
        published.set(uri, { bundle: bundle.id, told: text });
      }
    for (const [uri, before] of published) {
      if (before.bundle !== bundle.id || told.has(uri)) continue;
      published.delete(uri);
      if (before.told !== '[]') void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  function announce(bundle: Bundle): void {
    const known = announced.get(bundle.id);
    const now = new Set(bundle.report.diagnoses.map(({ id }) => id));
    announced.set(bundle.id, now);
    if (!known) return; // what stood there when the watch began is no news
    for (const { id, title, severity, evidence } of bundle.report.diagnoses)
      if (!known.has(id) && evidence[0])
        void connection.sendNotification(protocol.diagnosisOpened, {
          title,
          severity,
          place: placeOf(bundle, evidence[0]),
        });
  }

  function onJudged(bundle: Bundle, isGone: boolean): void {
    publish(bundle, isGone);
    if (isGone) announced.delete(bundle.id);
    else if (bundle.kind === 'watched') announce(bundle);
    void connection.sendNotification(protocol.bundlesChanged, { bundles: bundles.all().map(summarise) });
    void connection.languages.inlayHint.refresh().catch(() => {});
    void connection.languages.semanticTokens.refresh().catch(() => {});
    void connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
  }

  const pullSettings = async (): Promise<void> => {
    const given: unknown = canPullSettings ? await connection.workspace.getConfiguration('zoomlog') : {};
    settings = readSettings(given, (text) => connection.console.warn(text));
    bundles.rejudge();
  };

  /** An empty answer for texts of no bundle; a feature that fails says so in the log and answers empty. */
  const answer =
    <Params extends { textDocument: { uri: string } }, Result>(
      empty: Result,
      give: (shown: Shown, params: Params) => Result | Promise<Result>,
    ) =>
    async (params: Params): Promise<Result> => {
      try {
        const shown = findShown(desk, params.textDocument.uri);
        return shown ? await give(shown, params) : empty;
      } catch (error) {
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return empty;
      }
    };

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
    await bundles.close();
    await texts.close();
  });

  connection.onHover(answer(null, (shown, { position }) => hoverAt(desk, shown, position)));
  connection.onCodeAction(
    answer([], (shown, { range, context }) => codeActionsIn(desk, shown, range, context.diagnostics)),
  );
  connection.onCodeLens(answer([], (shown) => codeLensesIn(desk, shown)));
  connection.languages.inlayHint.on(answer([], (shown, { range }) => inlayHintsIn(desk, shown, range)));
  connection.onDocumentSymbol(answer([], symbolsOf));
  connection.onFoldingRanges(answer([], foldingRangesOf));
  connection.onDocumentLinks(answer([], (shown) => linksIn(desk, shown)));
  connection.languages.semanticTokens.onRange(
    answer({ data: [] }, (shown, { range }) => semanticTokensIn(desk, shown, range)),
  );

  connection.onNotification(protocol.shownTexts, async ({ texts: list }) => {
    windows = list.map(({ uri }) => uri).filter((uri) => uri.startsWith(`${focusScheme}:`));
    const onDisk = list.flatMap(({ uri, claimed }) => {
      const shown = shownText(uri);
      // What lies on no disk is sent as a document.
      return shown && shown.path !== uri ? [{ path: shown.path, isClaimed: claimed }] : [];
    });
    await bundles.show(onDisk);
    for (const bundle of bundles.all()) publish(bundle, false);
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
    const text = pageAt(desk, uri);
    return text === null ? null : { text };
  });
  connection.onRequest(protocol.listTopics, topics);
  connection.onRequest(protocol.nextEvidence, ({ uri, line, step }) => evidenceFrom(desk, uri, line, step));
  connection.onRequest(protocol.listDeeds, ({ diagnosis }) => deedsOf(desk, diagnosis));
  connection.onRequest(protocol.statArchive, ({ path }) => statEntry(path));
  connection.onRequest(protocol.readArchive, async ({ path }) => {
    const bytes = await texts.entry(path);
    return bytes ? { base64: Buffer.from(bytes).toString('base64') } : null;
  });

  const documents = new TextDocuments(TextDocument);
  documents.onDidChangeContent(({ document }) => {
    const { uri } = document;
    if (shownText(uri)?.path !== uri) return;
    texts.set(uri, document.getText());
    bundles.setText(uri, document.getText());
  });
  documents.onDidClose(({ document: { uri } }) => {
    texts.set(uri, null);
    bundles.setText(uri, null);
  });
  documents.listen(connection);
  connection.listen();
}

/** What can be done about a diagnosis, of whatever bundle. */
function deedsOf({ bundles }: Desk, id: string) {
  for (const bundle of bundles.all()) {
    const diagnosis = bundle.report.diagnoses.find((one) => one.id === id);
    if (diagnosis) return deedsFor(bundle, diagnosis);
  }
  return [];
}
