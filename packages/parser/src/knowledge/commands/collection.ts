/**
 * `collection.json`: what a collector asked a machine, and how each question ended. `zoomlog collect` and the scripts for
 * machines without zoomlog write the same. It is read as the format `zoomlog-collection`.
 */
import type { CollectedState, Os } from '../../model.ts';

/** The file's name, at the top of the zip. */
export const collectionName = 'collection.json';

/** The folder of the zip that holds copied files, below it their own paths: `files/C/Users/alice/AppData/…`. */
export const copiesFolder = 'files';

/** The folder of the zip that holds what commands printed: a file each, named as in the table of commands. */
export const outputsFolder = 'commands';

/**
 * How a question ended. `ran`: what it printed or copied is in `files`, also where that is an empty file: there is an
 * answer then, too. `absent`: the machine
 * has no such program, or no such file. `not-allowed`: the account lacks the rights. `timed-out`: it was ended after its
 * limit. `failed`: it ended with an error. `skipped`: it was not asked, as `error` says why.
 */
export type { CollectedState };

export interface CollectedFile {
  /** In the zip, with `/`. */
  readonly path: string;
  /** Where it was copied from, as the system writes it; null for what a command printed. */
  readonly from: string | null;
  readonly bytes: number;
  /** Lower-case hex, of the bytes in the zip. */
  readonly sha256: string;
  /** ISO 8601 UTC, of the original; null for what a command printed. */
  readonly modified: string | null;
}

/** A command, or one documented place of Zoom's. */
export interface CollectedItem {
  readonly what: string;
  /** As the table of commands has it, to the letter; null for a place. */
  readonly command: string | null;
  /** As the table of paths has it; null for a command. */
  readonly place: string | null;
  /** Whose profile was asked, where an administrator collects for several; null: the one who ran the collector. */
  readonly user: string | null;
  readonly state: CollectedState;
  /** Null where nothing ended: it was not started, or was ended. */
  readonly exit: number | null;
  /** The first 500 characters of what went wrong, or why it was skipped; null when all went well. */
  readonly error: string | null;
  /** ISO 8601 UTC; null when it was not started. */
  readonly started: string | null;
  readonly seconds: number | null;
  readonly files: readonly CollectedFile[];
}

export interface Collection {
  /** By which such a file is known. */
  readonly kind: 'zoomlog-collection';
  readonly schemaVersion: 1;
  /** `zoomlog 0.2.0`, `zoomlog-collect.sh 0.2.0`. */
  readonly tool: string;
  /** ISO 8601 UTC. */
  readonly started: string;
  readonly ended: string;
  readonly host: string;
  readonly os: Os;
  /** As the system words it; null when it does not say. */
  readonly osVersion: string | null;
  /** IANA name, or the offset at that time: `+01:00`; null when unknown. */
  readonly timezone: string | null;
  /** Who ran the collector: `alice`, `SYSTEM`, `root`. */
  readonly user: string;
  /** As an administrator, SYSTEM or root. */
  readonly elevated: boolean;
  /** Questions to other machines were allowed. */
  readonly network: boolean;
  /** How far this machine's clock is ahead of a web server's `Date`, in seconds, with what is uncertain of it; null when not measured. */
  readonly clock: { readonly offset: number; readonly error: number; readonly server: string } | null;
  readonly items: readonly CollectedItem[];
}
