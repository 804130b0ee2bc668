/** The extension: starts the language server when there is a log, and carries out the user's commands. */
import { join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import { registerArchiveFiles } from './client/archive-files.ts';
import { registerCommands } from './client/commands.ts';
import { registerFailuresView } from './client/failures-view.ts';
import { registerFocusTexts } from './client/focus-texts.ts';
import { createPages } from './client/pages.ts';
import { evidencePattern, isOnDisk, reportShownTexts } from './client/shown-texts.ts';
import { registerStatus } from './client/status.ts';
import { type BundleSummary, bundlesChanged, commands } from './protocol.ts';
import { archiveScheme, focusScheme } from './source-uri.ts';

let client: LanguageClient | null = null;

/** What a hover may run. */
const linkedCommands = [
  commands.copyText,
  commands.toTerminal,
  commands.openAddress,
  commands.openPage,
  commands.showFixes,
  commands.openEvidence,
];

export function activate(context: vscode.ExtensionContext): void {
  const module = join(context.extensionPath, 'dist', 'server.cjs');
  const started = new LanguageClient(
    'zoomlog',
    'Zoomlog',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [
        { language: 'zoomlog' },
        { scheme: archiveScheme },
        { scheme: focusScheme },
        // Texts that are not logs get empty answers.
        { language: 'log', scheme: 'untitled' },
        { scheme: 'file', pattern: evidencePattern },
      ],
      markdown: { isTrusted: { enabledCommands: linkedCommands } },
      middleware: {
        // The server reads files from disk, whatever their size.
        didOpen: (document, next) => (isOnDisk(document.uri) ? Promise.resolve() : next(document)),
        didChange: (event, next) => (isOnDisk(event.document.uri) ? Promise.resolve() : next(event)),
        didClose: (document, next) => (isOnDisk(document.uri) ? Promise.resolve() : next(document)),
      },
    },
  );
  client = started;
  // A notification has one listener; its content has several.
  const bundles = new vscode.EventEmitter<readonly BundleSummary[]>();
  started.onNotification(bundlesChanged, (change) => bundles.fire(change.bundles));
  started.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) bundles.fire([]);
  });
  const pages = createPages(started, bundles.event);
  context.subscriptions.push(
    bundles,
    pages,
    registerArchiveFiles(started, bundles.event),
    registerFocusTexts(started, bundles.event),
    registerStatus(bundles.event),
    registerFailuresView(bundles.event),
    registerCommands(started, pages),
    reportShownTexts(started),
  );
  // Errors are in the output channel, and in the library's own notification.
  void started.start().catch(() => {});
}

export async function deactivate(): Promise<void> {
  // It may still be starting.
  await client?.stop().catch(() => {});
  client = null;
}
