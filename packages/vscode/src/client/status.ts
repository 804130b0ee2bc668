/** The status bar: how many failures there are, and whether a watch is running. */
import * as vscode from 'vscode';
import { type BundleSummary, nothingFound } from '../protocol.ts';

export function registerStatus(onBundles: vscode.Event<readonly BundleSummary[]>): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('zoomlog.status', vscode.StatusBarAlignment.Left);
  item.name = 'Zoomlog';
  item.command = 'zoomlog.failures.focus';
  const show = (bundles: readonly BundleSummary[]): void => {
    const watched = bundles.filter(({ kind }) => kind === 'watched');
    void vscode.commands.executeCommand('setContext', 'zoomlog.watching', watched.length > 0);
    if (bundles.length === 0) {
      item.hide();
      return;
    }
    const all = bundles.flatMap(({ verdicts }) => verdicts.flatMap((verdict) => verdict.diagnoses));
    // A log may be in two bundles.
    const diagnoses = [...new Map(all.map((diagnosis) => [diagnosis.id, diagnosis])).values()];
    const count = (wanted: string): number => diagnoses.filter(({ severity }) => severity === wanted).length;
    const files = watched.reduce((sum, { sources }) => sum + sources.length, 0);
    const eye = watched.length > 0 ? ` $(eye) ${files}` : '';
    // Nothing found does not prove health: two zeros would look like it.
    const found = diagnoses.length === 0 ? '$(question)' : `$(error) ${count('error')} $(warning) ${count('warning')}`;
    item.text = `Zoom ${found}${eye}`;
    item.tooltip = [
      ...bundles.map(({ name, detail }) => `${name}: ${detail}`),
      ...(diagnoses.length === 0 ? [nothingFound] : []),
      ...(watched.length > 0 ? ['watching for new entries'] : []),
    ].join('\n');
    item.show();
  };
  return vscode.Disposable.from(item, onBundles(show));
}
