/** Smaller inputs with the same fault: fewer inputs, then fewer lines, then fewer bytes, for a limited time. */
import type { FaultKind } from './checks/fault.ts';
import type { Input } from './inputs.ts';
import type { Trial } from './trial.ts';

/** Whether a trial still has the fault. */
export type HasFault = (trial: Trial) => Promise<boolean>;

/** Parts of a list are left out, halves first, as long as the rest will do (delta debugging, Zeller 1999). */
async function withoutParts<Part>(
  parts: readonly Part[],
  isEnough: (parts: readonly Part[]) => Promise<boolean>,
  isOver: () => boolean,
): Promise<readonly Part[]> {
  let kept = parts;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      if (isOver()) return kept;
      const rest = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (rest.length < kept.length && (await isEnough(rest))) kept = rest;
      else at += size;
    }
  }
  return kept;
}

const linesOf = (bytes: Uint8Array): Uint8Array[] => {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
};

/** Blocks of bytes, and then single ones where few are left. */
function blocksOf(bytes: Uint8Array): Uint8Array[] {
  const length = Math.max(1, bytes.length >> 11);
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) =>
    bytes.subarray(at * length, (at + 1) * length),
  );
}

export async function minimize(trial: Trial, hasFault: HasFault, limitMs: number): Promise<Trial> {
  const end = performance.now() + limitMs;
  const isOver = (): boolean => performance.now() > end;
  if (trial.archive) {
    const isEnough = (parts: readonly Uint8Array[]) => hasFault({ ...trial, archive: Buffer.concat(parts) });
    const archive = Buffer.concat(await withoutParts(blocksOf(trial.archive), isEnough, isOver));
    return { ...trial, archive };
  }
  let inputs = await withoutParts(trial.inputs, (some) => hasFault({ ...trial, inputs: some }), isOver);
  for (const split of [linesOf, blocksOf, blocksOf]) {
    for (const at of inputs.keys()) {
      const having = (parts: readonly Uint8Array[]): Input[] =>
        inputs.with(at, { ...inputs[at]!, bytes: Buffer.concat(parts) });
      const parts = await withoutParts(
        split(inputs[at]!.bytes),
        (some) => hasFault({ ...trial, inputs: having(some) }),
        isOver,
      );
      inputs = having(parts);
    }
  }
  return { ...trial, inputs };
}

/** Faults that are found again only by looking from outside, or by a clock. */
export const isOfTime = (kind: FaultKind): boolean => kind === 'hang' || kind === 'slow' || kind === 'memory';
