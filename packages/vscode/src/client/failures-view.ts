/** The view "Zoom failures": bundles, their classes with verdicts, diagnoses, evidence, what is missing, and the sources. */
import * as vscode from 'vscode';
import {
  type BundleSummary,
  commands,
  type DiagnosisSummary,
  type EvidenceSummary,
  type SourceSummary,
  type VerdictSummary,
} from '../protocol.ts';

export type FailuresNode =
  | { readonly kind: 'bundle'; readonly bundle: BundleSummary }
  | { readonly kind: 'class'; readonly bundle: BundleSummary; readonly verdict: VerdictSummary }
  | { readonly kind: 'open-classes'; readonly bundle: BundleSummary; readonly verdicts: readonly VerdictSummary[] }
  | { readonly kind: 'diagnosis'; readonly bundle: BundleSummary; readonly diagnosis: DiagnosisSummary }
  | { readonly kind: 'evidence'; readonly evidence: EvidenceSummary }
  | { readonly kind: 'missing'; readonly what: string; readonly collect: string }
  | { readonly kind: 'sources'; readonly bundle: BundleSummary }
  | { readonly kind: 'source'; readonly source: SourceSummary };

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

export function registerFailuresView(onBundles: vscode.Event<readonly BundleSummary[]>): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let bundles: readonly BundleSummary[] = [];
  const view = vscode.window.createTreeView<FailuresNode>('zoomlog.failures', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      getChildren: (node) => (node ? childrenOf(node) : bundles.map((bundle) => ({ kind: 'bundle', bundle }))),
    },
  });
  return vscode.Disposable.from(
    view,
    changed,
    onBundles((now) => {
      bundles = now;
      changed.fire(undefined);
    }),
  );
}

const order = ['confirmed', 'suspected', 'resolved', 'ruled-out'];

function childrenOf(node: FailuresNode): FailuresNode[] {
  switch (node.kind) {
    case 'bundle': {
      const { bundle } = node;
      const judged = bundle.verdicts
        .filter(({ state }) => state !== 'not-assessable')
        .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
      const open = bundle.verdicts.filter(({ state }) => state === 'not-assessable');
      return [
        ...judged.map((verdict): FailuresNode => ({ kind: 'class', bundle, verdict })),
        ...(open.length > 0 ? [{ kind: 'open-classes', bundle, verdicts: open } as const] : []),
        { kind: 'sources', bundle },
      ];
    }
    case 'open-classes':
      return node.verdicts.map((verdict) => ({ kind: 'class', bundle: node.bundle, verdict }));
    case 'class':
      return [
        ...node.verdict.diagnoses.map(
          (diagnosis): FailuresNode => ({ kind: 'diagnosis', bundle: node.bundle, diagnosis }),
        ),
        ...node.verdict.missing.map(({ what, collect }): FailuresNode => ({ kind: 'missing', what, collect })),
      ];
    case 'diagnosis':
      return node.diagnosis.evidence.map((evidence) => ({ kind: 'evidence', evidence }));
    case 'sources':
      return node.bundle.sources.map((source) => ({ kind: 'source', source }));
    default:
      return [];
  }
}

interface Look {
  readonly label: string;
  readonly open: vscode.TreeItemCollapsibleState;
  readonly icon: string;
  readonly color?: string;
  readonly detail?: string;
  readonly tooltip?: string;
  readonly command?: vscode.Command;
  readonly uri?: string;
}

function itemOf(node: FailuresNode): vscode.TreeItem {
  const { label, open, icon, color, detail, tooltip, command, uri } = lookOf(node);
  const item = new vscode.TreeItem(label, open);
  item.contextValue = node.kind;
  item.iconPath = new vscode.ThemeIcon(icon, color ? new vscode.ThemeColor(color) : undefined);
  if (detail !== undefined) item.description = detail;
  if (tooltip !== undefined) item.tooltip = tooltip;
  if (command) item.command = command;
  if (uri !== undefined) item.resourceUri = vscode.Uri.parse(uri);
  return item;
}

const goTo = ({ place }: EvidenceSummary): vscode.Command => ({
  title: 'Open',
  command: commands.openEvidence,
  arguments: [place],
});

function lookOf(node: FailuresNode): Look {
  switch (node.kind) {
    case 'bundle': {
      const { name, kind, detail } = node.bundle;
      const icons = { file: 'file', scanned: 'archive', watched: 'eye' } as const;
      const watching = kind === 'watched' ? 'watching, ' : '';
      return { label: name, open: Expanded, icon: icons[kind], detail: watching + detail };
    }
    case 'class': {
      const { class: name, state, label, because, diagnoses, missing } = node.verdict;
      const children = diagnoses.length + missing.length;
      const open = diagnoses.length > 0 ? Expanded : children > 0 ? Collapsed : None;
      return { label: name, open, ...verdictLooks[state], detail: label, tooltip: because };
    }
    case 'open-classes':
      return {
        label: node.verdicts[0]!.label.split(' · ')[0]!,
        open: Collapsed,
        icon: 'question',
        detail: [...new Set(node.verdicts.map((one) => one.class))].join(', '),
      };
    case 'diagnosis': {
      const { title, code, severity, confidence, evidence } = node.diagnosis;
      const [first] = evidence;
      const detail = [code ?? '', `${confidence} confidence`].filter((part) => part !== '').join(' · ');
      return {
        label: title,
        open: Collapsed,
        ...severityLooks[severity],
        detail,
        ...(first ? { command: goTo(first) } : {}),
      };
    }
    case 'evidence': {
      const { label, text } = node.evidence;
      return { label, open: None, icon: 'debug-stackframe', detail: text, tooltip: text, command: goTo(node.evidence) };
    }
    case 'missing': {
      const { what, collect } = node;
      const command = { title: 'Copy', command: commands.copyText, arguments: [collect, 'The command'] };
      return { label: `missing: ${what}`, open: None, icon: 'terminal', detail: collect, tooltip: collect, command };
    }
    case 'sources':
      return { label: 'sources', open: Collapsed, icon: 'files', detail: String(node.bundle.sources.length) };
    case 'source': {
      const { name, uri, state, detail, note } = node.source;
      const command = { title: 'Open', command: 'vscode.open', arguments: [vscode.Uri.parse(uri)] };
      return {
        label: name,
        open: None,
        icon: state === 'read' ? 'file' : 'circle-slash',
        detail,
        tooltip: note ?? uri,
        command,
      };
    }
  }
}

const severityLooks = {
  error: { icon: 'error', color: 'problemsErrorIcon.foreground' },
  warning: { icon: 'warning', color: 'problemsWarningIcon.foreground' },
  info: { icon: 'info', color: 'problemsInfoIcon.foreground' },
} as const;

const verdictLooks = {
  confirmed: { icon: 'flame', color: 'problemsErrorIcon.foreground' },
  suspected: { icon: 'search', color: 'problemsWarningIcon.foreground' },
  resolved: { icon: 'history', color: 'testing.iconPassed' },
  'ruled-out': { icon: 'pass', color: 'testing.iconPassed' },
  'not-assessable': { icon: 'question' },
} as const;
