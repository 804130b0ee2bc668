/** What one machine logs of another: a gateway's drop belongs to the machine whose address the packet came from. */
import type { Finding, SourceFindings } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import type { JudgedMachine } from './machines.ts';

/** The machines, each with what is logged of it anywhere in its bundle, and without what is of others or of nobody known. */
export function attributeToSenders(
  machines: readonly JudgedMachine[],
  { failureById }: Knowledge,
): readonly JudgedMachine[] {
  const isOthers = ({ id }: Finding): boolean => failureById.get(id)?.ofSender === true;
  const moved = machines.flatMap(({ machine, sources }) =>
    sources.flatMap((source) => {
      const findings = source.findings.filter(isOthers);
      return findings.length === 0 ? [] : [{ source, findings, bundles: machine.bundles }];
    }),
  );
  if (moved.length === 0) return machines;
  return machines.map((one) => {
    const own = new Set(
      one.sources.flatMap(({ machine }) => machine.addresses.map((address) => address.toLowerCase())),
    );
    const sent = moved
      .filter(({ bundles }) => bundles.some((id) => one.machine.bundles.includes(id)))
      .flatMap(({ source, findings }): SourceFindings[] => {
        const ours = findings.filter(({ context }) => own.has(/(?:^|; )from ([^;]+)/.exec(context ?? '')?.[1] ?? ''));
        return ours.length === 0 ? [] : [{ ...source, findings: ours, zoomAddresses: [] }];
      });
    const kept = one.sources.map((source) =>
      source.findings.some(isOthers)
        ? { ...source, findings: source.findings.filter((finding) => !isOthers(finding)) }
        : source,
    );
    return { ...one, sources: [...kept, ...sent] };
  });
}
