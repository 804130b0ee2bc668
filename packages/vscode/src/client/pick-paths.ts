/** Paths to scan or watch: the workspace's, the active tab's, or what the user picks. */
import * as vscode from 'vscode';

export const workspacePaths = (): string[] =>
  (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);

export function activeUri(): vscode.Uri[] {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

export const namesOf = (paths: readonly string[]): string => paths.map((path) => path.split(/[\\/]/).at(-1)).join(', ');

/** On systems whose dialog takes either folders or files, ask which first. */
export async function pickPaths(verb: string): Promise<string[] | undefined> {
  const kinds = [
    { label: 'A folder', description: 'including subfolders', folders: true },
    { label: 'Files or archives', description: 'zip, cab, 7z, tar, gz, xz', folders: false },
  ];
  const kind = await vscode.window.showQuickPick(kinds, { title: `${verb} what?` });
  if (!kind) return undefined;
  const uris = await vscode.window.showOpenDialog({
    canSelectFiles: !kind.folders,
    canSelectFolders: kind.folders,
    canSelectMany: true,
    openLabel: verb,
  });
  return uris?.map(({ fsPath }) => fsPath);
}
