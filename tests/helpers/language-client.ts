/** An editor's side of the talk with a language server: here over two in-memory streams, or over any other two. */
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type CodeAction,
  type CodeLens,
  createProtocolConnection,
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type ProtocolConnection,
  type Range,
  type SemanticTokens,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { BundleSummary } from '../../packages/vscode/src/protocol.ts';
import * as protocol from '../../packages/vscode/src/protocol.ts';
import { startServer } from '../../packages/vscode/src/server/server.ts';

export interface Editor {
  readonly connection: ProtocolConnection;
  /** What the Problems panel lists now, hints left out. */
  problems(uri: string): Diagnostic[];
  /** All that was published for a text. */
  published(uri: string): Diagnostic[];
  /** Waits until `wanted` holds; fails with what the editor shows instead. */
  until(what: string, wanted: () => boolean): Promise<void>;
  bundles(): readonly BundleSummary[];
  /** Scans the paths; what the view then shows of them. */
  scan(...paths: readonly string[]): Promise<BundleSummary>;
  /** Lines that the server wrote to its log. */
  readonly log: readonly string[];
  readonly told: readonly string[];
  show(...texts: readonly (string | { uri: string; claimed: boolean })[]): Promise<void>;
  configure(settings: unknown): Promise<void>;
  hover(uri: string, line: number, character: number): Promise<string>;
  actions(uri: string, line: number): Promise<CodeAction[]>;
  lenses(uri: string): Promise<CodeLens[]>;
  hints(uri: string, range: Range): Promise<InlayHint[]>;
  symbols(uri: string): Promise<DocumentSymbol[]>;
  folds(uri: string): Promise<FoldingRange[]>;
  links(uri: string): Promise<DocumentLink[]>;
  tokens(uri: string, range: Range): Promise<SemanticTokens>;
  close(): Promise<void>;
}

/** An editor with a server in this process. */
export function openEditor(settings: unknown = {}): Promise<Editor> {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)));
  return openEditorOn(toEditor, toServer, settings);
}

/** An editor with the server at the other end of the streams. */
export async function openEditorOn(
  fromServer: NodeJS.ReadableStream,
  toServer: NodeJS.WritableStream,
  settings: unknown = {},
): Promise<Editor> {
  const connection = createProtocolConnection(new StreamMessageReader(fromServer), new StreamMessageWriter(toServer));
  const published = new Map<string, Diagnostic[]>();
  const log: string[] = [];
  const told: string[] = [];
  let bundles: readonly BundleSummary[] = [];
  let configured = settings;
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    published.set(uri, diagnostics);
  });
  connection.onNotification('window/logMessage', ({ message }) => {
    log.push(message);
  });
  connection.onNotification(protocol.bundlesChanged, (change) => {
    bundles = change.bundles;
  });
  connection.onNotification(protocol.recognised, ({ format }) => void told.push(`recognised ${format}`));
  connection.onNotification(protocol.diagnosisOpened, ({ title }) => void told.push(`opened ${title}`));
  connection.onNotification(protocol.scanProgress, () => void told.push('progress'));
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => configured));
  connection.onRequest('client/registerCapability', () => null);
  for (const kind of ['inlayHint', 'semanticTokens', 'codeLens'])
    connection.onRequest(`workspace/${kind}/refresh`, () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { workspace: { configuration: true } },
  });
  await connection.sendNotification('initialized', {});
  const at = (uri: string) => ({ textDocument: { uri } });
  const hintSeverity = 4;
  const editor: Editor = {
    connection,
    published: (uri) => published.get(uri) ?? [],
    problems: (uri) => (published.get(uri) ?? []).filter(({ severity }) => severity !== hintSeverity),
    async until(what, wanted) {
      const end = Date.now() + 15_000;
      while (!wanted()) {
        if (Date.now() > end)
          throw new Error(`${what}: ${JSON.stringify({ told, log, shown: [...published] }).slice(0, 4000)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    bundles: () => bundles,
    async scan(...paths) {
      const result = await connection.sendRequest(protocol.scanPaths, { paths: [...paths] });
      await editor.until('the bundle is in the view', () => bundles.some(({ id }) => id === result?.bundle));
      return (await connection.sendRequest(protocol.listBundles)).find(({ id }) => id === result?.bundle)!;
    },
    log,
    told,
    show: (...texts) =>
      connection.sendNotification(protocol.shownTexts, {
        texts: texts.map((text) => (typeof text === 'string' ? { uri: text, claimed: false } : text)),
      }),
    async configure(given) {
      configured = given;
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    },
    async hover(uri, line, character) {
      const hover: Hover | null = await connection.sendRequest('textDocument/hover', {
        ...at(uri),
        position: { line, character },
      });
      const contents = hover?.contents;
      return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
    },
    actions(uri, line) {
      const range = { start: { line, character: 0 }, end: { line, character: 0 } };
      const diagnostics = (published.get(uri) ?? []).filter((one) => one.range.start.line === line);
      return connection.sendRequest('textDocument/codeAction', { ...at(uri), range, context: { diagnostics } });
    },
    lenses: (uri) => connection.sendRequest('textDocument/codeLens', at(uri)),
    hints: (uri, range) => connection.sendRequest('textDocument/inlayHint', { ...at(uri), range }),
    symbols: (uri) => connection.sendRequest('textDocument/documentSymbol', at(uri)),
    folds: (uri) => connection.sendRequest('textDocument/foldingRange', at(uri)),
    links: (uri) => connection.sendRequest('textDocument/documentLink', at(uri)),
    tokens: (uri, range) => connection.sendRequest('textDocument/semanticTokens/range', { ...at(uri), range }),
    async close() {
      await connection.sendRequest('shutdown');
      connection.dispose();
    },
  };
  return editor;
}
