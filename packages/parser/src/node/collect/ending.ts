/** How a question ended, told from how its command ended and from what it said. Pure. */
import type { Probe } from '../../knowledge/commands/probe.ts';
import type { CollectedState } from '../../model.ts';

export interface Ending {
  /** Null where it did not end by itself. */
  readonly exit: number | null;
  readonly isOverLimit: boolean;
  /** Why it could not be started: a code of errno(3); null when it was. */
  readonly unstarted: string | null;
  /** What it wrote to standard error and output. */
  readonly said: string;
  /** What its new files hold, where that is short; else empty. */
  readonly printed: string;
  /** Bytes of its new files. */
  readonly bytes: number;
}

export interface Outcome {
  readonly state: CollectedState;
  readonly error: string | null;
}

/** Of an error as the manifest tells it. */
export const longestError = 500;

/** A shell's exit status for a program that is not there, and for one that it may not run (POSIX.1-2017 §2.8.2). */
const noProgram = 127;
export const noLeave = 126;

/** PowerShell names its errors in English in every language. */
const programWords = /CommandNotFoundException|command not found|\bnot found$/im;
const absentWords =
  /No such file or directory|ItemNotFoundException|PathNotFound|unable to find the specified registry key|not installed|channel could not be found/i;
const refusedWords =
  /PermissionDenied|UnauthorizedAccess|permission denied|operation not permitted|access (?:to .{1,260} )?is denied|access denied|0x80070005|insufficient permissions|not seeing messages from other users|must be (?:an? )?(?:admin|root|superuser)|requires (?:elevation|root|an? administrator)|Zugriff verweigert|Accès refusé|Acceso denegado|Accesso negato|Acesso negado|Odmowa dostępu|Отказано в доступе|拒绝访问|存取被拒|アクセスが拒否/i;

/** What wevtutil exits with: ERROR_ACCESS_DENIED, ERROR_EVT_CHANNEL_NOT_FOUND. */
const windowsRefused = 5;
const windowsAbsent = 15_007;

export function outcomeOf(ending: Ending, { answers = [] }: Pick<Probe, 'answers'>, isWindows: boolean): Outcome {
  const { exit, isOverLimit, unstarted, said, printed, bytes } = ending;
  const all = `${said}\n${printed}`.trim();
  if (unstarted !== null)
    return {
      state:
        unstarted === 'ENOENT' ? 'absent' : unstarted === 'EACCES' || unstarted === 'EPERM' ? 'not-allowed' : 'failed',
      error: `the shell could not be started (${unstarted})`,
    };
  if (isOverLimit) return { state: 'timed-out', error: 'it was ended after its time limit' };
  const error = (otherwise: string): string => (all === '' ? otherwise : all.slice(0, longestError));
  if (exit === noProgram || (exit !== 0 && programWords.test(all)))
    return { state: 'absent', error: programIn(all) ?? error('no such program') };
  if (exit === noLeave) return { state: 'not-allowed', error: error('it may not be run') };
  if (exit === 0 || (exit !== null && (answers === 'any' || answers.includes(exit)))) {
    const isRefused = refusedWords.test(said);
    // An empty answer beside an error shows nothing.
    const isAnswer = bytes > 0 || said.trim() === '';
    const state = isAnswer ? 'ran' : isRefused ? 'not-allowed' : 'failed';
    return { state, error: isRefused || !isAnswer ? said.trim().slice(0, longestError) : null };
  }
  if (refusedWords.test(all) || (isWindows && exit === windowsRefused))
    return { state: 'not-allowed', error: error('access is denied') };
  if (absentWords.test(all) || (isWindows && exit === windowsAbsent))
    return { state: 'absent', error: error('there is no such thing') };
  return { state: 'failed', error: error(exit === null ? 'it was ended by a signal' : `exit status ${exit}`) };
}

/** `sh: 1: chronyc: not found`, `zsh:1: command not found: sntp`, `(wevtutil:String)`. */
function programIn(said: string): string | null {
  const name =
    /(?:^|[ :])([\w.+-]{1,60}): (?:command )?not found$/im.exec(said)?.[1] ??
    /command not found: ([\w.+-]{1,60})/i.exec(said)?.[1] ??
    (said.includes('CommandNotFoundException') ? /\(([\w.+-]{1,60}):String\)/.exec(said)?.[1] : undefined);
  return name === undefined ? null : `${name} is not installed`;
}
