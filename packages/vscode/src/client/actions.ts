/** What happens when the user picks a quick fix. Nothing runs on its own. */
import * as vscode from 'vscode';

/** Types a command into a new terminal; Enter is the user's. */
export async function toTerminal(command: string): Promise<void> {
  // A line break would run the text before it; an untrusted workspace gets no terminal.
  if (/[\r\n]/.test(command) || !vscode.workspace.isTrusted) {
    await copyText(command, 'The command');
    return;
  }
  const terminal = vscode.window.createTerminal({ name: 'Zoomlog' });
  terminal.show();
  terminal.sendText(command, false);
}

export async function copyText(text: string, what: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`${what} was copied to the clipboard`, 4000);
}

/** Web pages open in the browser; addresses that only a browser can open (chrome://) are copied. */
export async function openAddress(address: string): Promise<void> {
  if (/^https?:/.test(address)) await vscode.env.openExternal(vscode.Uri.parse(address));
  else await copyText(address, 'The address');
}

/** Mutes a failure in this workspace; without a workspace for the user. */
export async function mute(failure: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration('zoomlog');
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  const known = settings.inspect<Record<string, string>>('severity');
  const before = (target === vscode.ConfigurationTarget.Workspace ? known?.workspaceValue : known?.globalValue) ?? {};
  await settings.update('severity', { ...before, [failure]: 'off' }, target);
}

export async function draftFailure(text: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'yaml', content: text }));
}
