/** What a collection asks of a machine, in the order in which its manifest lists it: the documented places, then the commands. */
import { probesOf } from '../../knowledge/commands/index.ts';
import type { Probe } from '../../knowledge/commands/probe.ts';
import type { Os } from '../../model.ts';
import { statFile } from '../file-info.ts';
import { type KnownPath, knownPaths, locateKnownPaths, type Machine } from '../known-paths.ts';
import { callerHome } from './caller-home.ts';

export interface PlannedPlace extends KnownPath {
  /** Where it is on this machine. */
  readonly paths: readonly string[];
  /** False: no such file or folder, and of a pattern not even the folder. */
  readonly isThere: boolean;
}

export interface PlannedCommand extends Probe {
  /** Why it is not to be run; null when it is. */
  readonly skipped: string | null;
}

export interface CollectionPlan {
  readonly places: readonly PlannedPlace[];
  readonly commands: readonly PlannedCommand[];
}

/** What stands in Zoom's own folders. */
export const privateInPlaces = 'names of people and meetings, account names, settings';

const needsUser = 'it answers for the account that asks: run it as the affected user';
const needsNetwork = 'it needs --network, to ask another machine';

export async function planCollection(os: Os, machine: Machine, network: boolean): Promise<CollectionPlan> {
  const located = await locateKnownPaths({ ...machine, home: (await callerHome(machine)) ?? machine.home });
  const places = knownPaths
    .filter((known) => known.os === os)
    .map(async (known): Promise<PlannedPlace> => {
      const own = located.filter(({ pattern }) => pattern === known.pattern);
      const paths = own.filter(({ exists }) => exists).map(({ path }) => path);
      const [, folder] = /^(.*?)[\\/][^\\/*]*\*/.exec(own[0]?.path ?? '') ?? [];
      return { ...known, paths, isThere: paths.length > 0 || (folder !== undefined && (await isFolder(folder))) };
    });
  const isUsers = !asksForAnother(machine);
  return {
    places: await Promise.all(places),
    // What is copied from the documented places is in the zip under its own path.
    commands: probesOf(os)
      .filter(({ copies }) => !copies)
      .map((probe) => ({
        ...probe,
        skipped: probe.network && !network ? needsNetwork : probe.account && !isUsers ? needsUser : null,
      })),
  };
}

/** By sudo, or as a service of Windows: what its account has set is not what the user has. */
const asksForAnother = ({ platform, env }: Machine): boolean =>
  platform === 'win32' ? /^SYSTEM$|\$$/i.test(env.USERNAME ?? '') : !['', 'root'].includes(env.SUDO_USER ?? '');

const isFolder = (path: string): Promise<boolean> =>
  statFile(path).then(
    ({ kind }) => kind === 'folder',
    () => false,
  );
