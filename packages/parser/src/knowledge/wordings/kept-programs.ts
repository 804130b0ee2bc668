/** How Windows tells that a policy kept a program from running, or from what it was about to do: AppLocker, App Control, Defender. */
import { groups, type Reader } from './event-values.ts';

/** `%OSDRIVE%\…\A.EXE was prevented from running.`: the path is all that no language changes. */
export const kept =
  (key: string): Reader =>
  (message) =>
    groups(
      /((?:%\w{1,40}%|[A-Z]:|\\Device\\\w{1,40})\\[^\n"<>|*?]{1,300}?\.(?:exe|dll|msi|msp|mst|ps1|bat|cmd|com|ocx))(?![\w.])/i.exec(
        message,
      ),
      key,
    );

/** `a process (\Device\…\a.exe) attempted to load \Device\…\b.dll that …` */
export const refused: Reader = (message) =>
  groups(
    /\((\\Device\\[^\n()]{1,300})\)[^\n\\]{1,80}(\\Device\\[^\n]{1,300}?\.\w{2,4})(?![\w.])/i.exec(message),
    'process name',
    'file name',
  );

/** Of Defender: a rule's id, then what was to be done and by which program; or a host in place of the rule. */
export const guarded: Reader = (message) => {
  const paths = [...message.matchAll(/[:：][ \t]{0,8}([A-Z]:\\[^\n]{1,300}\.\w{2,4})[ \t\r]{0,8}$/gim)];
  const at = (match: RegExpExecArray | undefined, key: string) => (match ? groups(match, key) : []);
  const hosts = /[:：][ \t]{0,8}((?:https?:\/\/)?(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:[:/]\S{0,200})?)[ \t\r]{0,8}$/im;
  const host = hosts.exec(message);
  return host
    ? [...groups(host, 'destination'), ...at(paths[0], 'process name')]
    : [
        ...groups(/[:：][ \t]{0,8}\{?([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})/i.exec(message), 'id'),
        ...at(paths[0], 'path'),
        ...at(paths[1], 'process name'),
      ];
};
