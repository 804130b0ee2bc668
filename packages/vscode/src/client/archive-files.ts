/** Archives as a read-only file system, so that evidence in one opens at its line. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { readArchive, statArchive } from '../protocol.ts';
import { archiveScheme, pathOf } from '../source-uri.ts';

export function registerArchiveFiles(client: LanguageClient, onBundles: vscode.Event<unknown>): vscode.Disposable {
  const stat = async (uri: vscode.Uri) => {
    const entry = await client.sendRequest(statArchive, { path: pathOf(uri.toString()) });
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  };
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const files: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    async stat(uri) {
      const { isFolder, size, modified } = await stat(uri);
      const type = isFolder ? vscode.FileType.Directory : vscode.FileType.File;
      return { type, size, ctime: modified, mtime: modified, permissions: vscode.FilePermission.Readonly };
    },
    async readDirectory(uri) {
      const { names } = await stat(uri);
      return names.map((name) =>
        name.endsWith('/') ? [name.slice(0, -1), vscode.FileType.Directory] : [name, vscode.FileType.File],
      );
    },
    async readFile(uri) {
      const content = await client.sendRequest(readArchive, { path: pathOf(uri.toString()) });
      if (!content)
        throw vscode.FileSystemError.Unavailable('Missing, or too large to open whole: use the focus view.');
      return new Uint8Array(Buffer.from(content.base64, 'base64'));
    },
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return vscode.Disposable.from(
    changed,
    // A scan may have found a different archive in its place: the editor compares times and reads what is newer.
    onBundles(() => {
      const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === archiveScheme);
      changed.fire(open.map(({ uri }) => ({ type: vscode.FileChangeType.Changed, uri })));
    }),
    vscode.workspace.registerFileSystemProvider(archiveScheme, files, { isReadonly: true, isCaseSensitive: true }),
  );
}
