/** A scan with its progress, and its result in a notification. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../protocol.ts';
import { uriOfPage } from '../source-uri.ts';
import { inNotification } from './notification.ts';
import type { Pages } from './pages.ts';

const report = 'Show Report';

/** Scans the paths as one bundle that `title` names; no path: the Zoom folders on this machine. */
export type Scan = (paths: string[], title: string) => Promise<void>;

export function createScan(client: LanguageClient, pages: Pages, scanned: vscode.EventEmitter<string>): Scan {
  return async (paths, title) => {
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
}
