/** What the server sends unasked: rows of the Problems panel, the view, news from a watch. */
import { eventsBetween } from '@zoomlog/parser';
import type { Connection } from 'vscode-languageserver';
import * as protocol from '../protocol.ts';
import { shownText } from '../source-uri.ts';
import type { Bundle } from './bundle.ts';
import type { Bundles } from './bundles.ts';
import { publications } from './features/diagnostics.ts';
import type { Settings } from './settings.ts';
import { placeOf, summarise } from './summary.ts';

/** Time between updates of the view. */
const updateMs = 200;

export interface Notifications {
  judged(bundle: Bundle, isGone: boolean): void;
  publish(bundle: Bundle, isGone: boolean): void;
  close(): void;
}

export function openNotifications(
  connection: Connection,
  bundles: Bundles,
  windows: () => readonly string[],
  settings: () => Settings,
): Notifications {
  /** What was last published for each text, by URI, and the bundle it came from. */
  const published = new Map<string, { bundle: number; told: string }>();

  function publish(bundle: Bundle, isGone: boolean): void {
    const told = new Set<string>();
    if (!isGone)
      for (const { uri, diagnostics } of publications(bundle, windows(), settings())) {
        if (diagnostics.length === 0 && !published.has(uri)) continue;
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

  /** What was there when the watch began is not news, nor is what a setting reveals. */
  function announce(bundle: Bundle): void {
    if (bundle.told === null) return;
    const before = bundle.told;
    bundle.told = bundle.judged;
    const wasGrave = new Set(before.diagnoses.filter(({ severity }) => severity !== 'info').map(({ id }) => id));
    for (const event of eventsBetween(before, bundle.judged, new Date())) {
      const isNews = event.event === 'opened' || event.event === 'changed';
      if (!isNews || !bundle.report.diagnoses.includes(event.diagnosis)) continue;
      const { id, title, severity, evidence } = event.diagnosis;
      if (event.event === 'changed' && (wasGrave.has(id) || !before.diagnoses.some((one) => one.id === id))) continue;
      // Of two watches over one folder, one notifies.
      const place = evidence[0] && bundles.of(evidence[0].path) === bundle && placeOf(bundle, evidence[0]);
      if (place && severity !== 'info')
        void connection.sendNotification(protocol.diagnosisOpened, { title, severity, place });
    }
  }

  function judged(bundle: Bundle, isGone: boolean): void {
    publish(bundle, isGone);
    if (!isGone) announce(bundle);
    sendBundles();
  }

  let telling: NodeJS.Timeout | null = null;
  let lastSent = '';
  let sentAt = 0;
  /** The view and the hints beside the lines update a few times a second; rows of the Problems panel do not wait. */
  function sendBundles(): void {
    telling ??= setTimeout(
      () => {
        telling = null;
        sentAt = performance.now();
        const summaries = bundles.all().map(summarise);
        const now = JSON.stringify(summaries);
        if (now === lastSent) return;
        lastSent = now;
        void connection.sendNotification(protocol.bundlesChanged, { bundles: summaries });
        void connection.languages.inlayHint.refresh().catch(() => {});
        void connection.languages.semanticTokens.refresh().catch(() => {});
        void connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
      },
      Math.max(0, sentAt + updateMs - performance.now()),
    );
  }

  return { judged, publish, close: () => void (telling && clearTimeout(telling)) };
}
