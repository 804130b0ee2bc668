/** The language server: bundles on one side, the editor's requests on the other. */

import { type Connection, DidChangeConfigurationNotification, TextDocumentSyncKind } from 'vscode-languageserver';
import * as protocol from '../protocol.ts';
import { focusScheme, shownText, uriOfSource } from '../source-uri.ts';
import { openBundles } from './bundles.ts';
import { warmParser } from './entries.ts';
import { answerFeatures, features } from './features.ts';
import { openNotifications } from './notifications.ts';
import { answerRequests } from './requests.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Context } from './shown.ts';
import type { OpenText } from './shown-logs.ts';
import { openTexts } from './texts.ts';
import { openTurns } from './turns.ts';
import { followUnsaved } from './unsaved-texts.ts';

export function startServer(connection: Connection): void {
  let settings: Settings = readSettings({}, () => {});
  let windows: readonly string[] = [];
  let canPullSettings = false;

  const texts = openTexts();
  const turns = openTurns();
  const bundles = openBundles({
    settings: () => settings,
    onJudged: (bundle, isGone) => notifications.judged(bundle, isGone),
    survey: texts.survey,
    turn: turns.next,
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

  const complain = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));

  connection.onInitialize(({ capabilities }) => {
    canPullSettings = capabilities.workspace?.configuration ?? false;
    return {
      capabilities: {
        // Files are read from disk; only what is not on disk is sent.
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...features,
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
    documents.close();
    await bundles.close();
    await texts.close();
  });

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
  answerFeatures(connection, context, turns, complain);
  answerRequests(connection, context);
  const documents = followUnsaved(connection, context);
  connection.listen();
}
