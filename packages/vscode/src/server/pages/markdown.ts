import { markdownText } from '@zoomlog/parser';

/** A link that runs one of the editor's commands. */
export const commandLink = (label: string, command: string, ...args: readonly unknown[]): string =>
  `[${markdownText(label)}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
