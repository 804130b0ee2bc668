import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { compareText, type Os } from '@zoomlog/parser';
import { type Collection, collect, evidenceAt, planCollection, realPath, statLink } from '@zoomlog/parser/node';
import type { CollectArguments } from '../args/collect-args.ts';
import { UsageError } from '../args/usage-error.ts';
import type { ExitStatus } from '../exit-status.ts';
import { drawCollection, drawPlan, privateIn } from '../faces/collection.ts';
import { drawJson } from '../faces/json.ts';
import { type Io, osOf, writeError } from '../io.ts';
import { saveFile } from '../output-file.ts';
import { startCount } from '../terminal/progress.ts';
import { type Style, styleOf } from '../terminal/style.ts';

/** Asks this machine what `list commands` lists, and packs the answers with the logs of Zoom. */
export async function runCollect(options: CollectArguments, io: Io): Promise<ExitStatus> {
  const { network, dryRun, format } = options;
  const os = osOf(io);
  if (os === null) throw new UsageError('collect: this system is not supported', 'it runs on Windows, macOS and Linux');
  const plan = await planCollection(os, io, network);
  const style = styleOf(io, options.color);
  // Without a terminal to wrap lines, one row is one line, for grep.
  const drawn: Style = io.stdout.isTTY ? style : { ...style, width: Number.POSITIVE_INFINITY };
  if (dryRun) {
    io.stdout.write(format === 'json' ? drawJson({ os, ...plan }, style) : drawPlan(plan, drawn));
    return 0;
  }
  const started = io.now();
  const output = options.output ?? (await freeName(started));
  await refuseFormer(output);
  await refusePlaces(
    output,
    plan.places.flatMap(({ paths }) => paths),
  );
  const collection = await writeZip(output, { os, network, places: plan.places.flatMap(({ paths }) => paths) }, io);
  if (collection === null) {
    writeError(io, 'interrupted; nothing was written');
    return 130;
  }
  io.stdout.write(
    format === 'json'
      ? drawJson({ file: output, private: privateIn(collection, plan), collection }, style)
      : drawCollection(output, collection, plan, drawn),
  );
  return isWhole(collection) ? 0 : 3;
}

/** Null when it was interrupted: then nothing is left of it. */
async function writeZip(
  output: string,
  { os, network, places }: { readonly os: Os; readonly network: boolean; readonly places: readonly string[] },
  io: Io,
): Promise<Collection | null> {
  const interruption = new AbortController();
  const forget = io.onInterrupt(() => interruption.abort());
  const progress = startCount(io);
  let collection: Collection | null = null;
  try {
    await saveFile(
      output,
      await evidenceAt(places, false),
      async (file) => {
        const { signal } = interruption;
        const tool = `zoomlog ${io.version}`;
        const collected = await collect({
          os,
          machine: io,
          network,
          tool,
          now: io.now,
          signal,
          progress: progress.show,
        }).catch(refuseTemporary);
        try {
          await collected.pack((bytes) => file.writeFile(bytes));
          collection = collected.collection;
        } finally {
          await collected.remove();
        }
      },
      forOwner,
    );
    return collection;
  } catch (error) {
    if (interruption.signal.aborted) return null;
    throw error;
  } finally {
    progress.erase();
    forget();
  }
}

/** What is asked is kept in the temporary folder until the zip is written. */
function refuseTemporary(error: NodeJS.ErrnoException): never {
  const why = {
    ENOSPC: 'full',
    EDQUOT: 'full',
    EROFS: 'read-only',
    EACCES: 'closed to this account',
    ENOENT: 'missing',
  }[error.code ?? ''];
  if (why === undefined || error.syscall === undefined) throw error;
  const hint = 'choose another one by the variable TMPDIR (on Windows TEMP)';
  throw new UsageError(`the temporary folder '${tmpdir()}' is ${why} (${error.code}); nothing was written`, hint);
}

/** The zip is not masked: nobody else on this machine may read it. */
const forOwner = 0o600;

/** What is not there could not be read, either, but nothing is missing for that. */
const isWhole = ({ items }: Collection): boolean =>
  items.every(({ state, error }) => state === 'absent' || state === 'skipped' || (state === 'ran' && error === null));

/** `zoomlog-HOST-20260306T081431Z.zip`, or the first such name that is free. */
async function freeName(started: Date): Promise<string> {
  const { hostname } = await import('node:os');
  const host =
    hostname()
      .replace(/[^\w-]/g, '_')
      .slice(0, 60) || 'machine';
  const time = started.toISOString().replace(/[-:]|\.\d+/g, '');
  for (let count = 1; ; count++) {
    const name = `zoomlog-${host}-${time}${count > 1 ? `-${count}` : ''}.zip`;
    if (!(await isThere(name))) return name;
  }
}

const isThere = (path: string): Promise<boolean> =>
  statLink(path).then(
    () => true,
    () => false,
  );

/** Evidence that was collected before is never overwritten. What is no file, such as a pipe, is written to. */
async function refuseFormer(output: string): Promise<void> {
  const target = await realPath(output).catch(() => null);
  const info = target === null ? null : await statLink(target).catch(() => null);
  const isLoose = target === null && (await isThere(output));
  if (isLoose || info?.kind === 'file')
    throw new UsageError(`--output: '${output}' exists; nothing was written`, 'choose a new name');
}

/** A zip in a folder that is copied would be copied as well. */
async function refusePlaces(output: string, places: readonly string[]): Promise<void> {
  const folder = await realPath(resolve(output, '..')).catch(() => null);
  if (folder === null) return;
  for (const place of [...places].sort(compareText)) {
    const real = await realPath(place).catch(() => null);
    if (real !== null && `${join(folder, sep)}`.startsWith(join(real, sep)))
      throw new UsageError(
        `'${output}' lies in a folder to be read`,
        'run it in another folder, or name one by --output',
      );
  }
}
