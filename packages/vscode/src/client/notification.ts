/** A notification turns `[…](…)` into links, and such links run commands: file names are not trusted. */
export const inNotification = (text: string): string => text.replaceAll('](', '] (').replace(/\p{Cc}/gu, ' ');
