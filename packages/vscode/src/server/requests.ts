/** Answers the editor's own requests: bundles, pages, archives, and what to do about a diagnosis. */
import type { Connection } from 'vscode-languageserver';
import * as protocol from '../protocol.ts';
import { statEntry } from './archive.ts';
import { actionsFor } from './fixes.ts';
import { focusWindow } from './focus.ts';
import { evidenceFrom } from './next-evidence.ts';
import { pageAt, topics } from './pages.ts';
import type { Context } from './shown.ts';
import { resultOf, summarise } from './summary.ts';

export function answerRequests(connection: Connection, context: Context): void {
  const { bundles, texts } = context;
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
}

/** What can be done about a diagnosis, in any bundle. */
function actionsOf({ bundles }: Context, id: string) {
  for (const bundle of bundles.all()) {
    const diagnosis = bundle.report.diagnoses.find((one) => one.id === id);
    if (diagnosis) return actionsFor(bundle, diagnosis);
  }
  return [];
}
