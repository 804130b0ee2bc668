/** What is told of a source, beside its findings. */
import type { Carry } from '../define.ts';
import type { Os, SourceFindings } from '../model.ts';
import type { Knowledge } from './classify.ts';
import type { ReadResult } from './reader.ts';
import { type Sniffed, writerOf } from './sniff.ts';

/** What was read of a source and about it; how much of it, and what was lost, is the pipe's to add. */
export function describeSource(
  place: { readonly path: string; readonly origin: string | null },
  { state, format }: Sniffed,
  carry: Carry,
  hints: { readonly os?: Os | null; readonly modified?: string | null },
  read: ReadResult | null,
  { formatById }: Knowledge,
): Omit<SourceFindings, 'quoted' | 'bytes' | 'passedOver' | 'complete' | 'note'> {
  return {
    ...place,
    format: format?.id ?? null,
    writer: writerOf(format ?? formatById.get(read?.formats[0] ?? '')),
    formats: [...new Set([...(format ? [format.id] : []), ...(read?.formats ?? [])])],
    gaps: [...carry.gaps].map(([what, count]) => `${count} ${what}`),
    state,
    lines: read?.lines ?? 0,
    first: read?.first ?? null,
    last: read?.last ?? null,
    timeBasis: (read?.last ?? read?.first)?.basis ?? 'none',
    modified: hints.modified ?? null,
    packed: false,
    sha256: null,
    machine: {
      os: hints.os ?? carry.os ?? format?.os ?? null,
      osVersion: carry.osVersion,
      computer: carry.computer,
      keys: [...carry.keys],
      addresses: [...carry.addresses],
      zoomVersions: [...carry.zoomVersions],
      timezone: carry.timezone,
      managed: carry.managed,
      collected: carry.collected,
    },
    findings: read?.findings ?? [],
    launches: read?.launches ?? [],
    zoomAddresses: [...carry.zoomAddresses],
    questions: [...carry.questions],
    listed: [...carry.listed],
    isHearsay: false,
  };
}
