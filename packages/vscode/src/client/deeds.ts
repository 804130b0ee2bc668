/** What is done when the user picks a quick fix. Nothing runs by itself. */
import * as vscode from 'vscode';

/** Types a command into a new terminal; Enter is the user's. */
export async function toTerminal(command: string): Promise<void> {
  // A line break would run what stands before it; a workspace that is not trusted gets no terminal.
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
  vscode.window.setStatusBarMessage(`${what} is on the clipboard`, 4000);
}

/** Pages of the web open in the browser; what only a browser itself can open is copied. */
export async function openAddress(address: string): Promise<void> {
  if (/^https?:/.test(address)) await vscode.env.openExternal(vscode.Uri.parse(address));
  else await copyText(address, 'The address');
}

/** Switches a failure off for this workspace; without one for the user. */
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
