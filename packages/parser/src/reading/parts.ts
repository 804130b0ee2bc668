/**
 * The parts of a file that holds files of other formats, such as a console with several commands and what each printed:
 * which format each is of, and which machine it tells of. The first prompt shows whose file it is.
 */
import type { Carry, Format, Introduction } from '../define.ts';
import type { Finding, Os, Piece, Time } from '../model.ts';
import { newCarry } from './carry.ts';
import type { Knowledge } from './classify.ts';
import type { Edges } from './edges.ts';
import { remember } from './entry.ts';
import { moveFinding } from './sights.ts';
import { recogniseFormat } from './sniff.ts';
import { findingsAt, mostOfSource, sizeOfAttempts } from './thrift.ts';

/**
 * The machine of a part: the file's own, another one of that name, another one that only what is printed may name
 * (`elsewhere`), or any that it may name, the file's own as well (`open`).
 */
type Owner = 'own' | 'elsewhere' | 'open' | { readonly host: string };

/** What reads a part. */
interface PartReader {
  push(utf8: Uint8Array): void;
  end(): { readonly findings: readonly Finding[]; readonly first: Time | null; readonly last: Time | null };
}

export interface Parts {
  take(piece: Piece): void;
  findings(): readonly Finding[];
  /** Ids of the formats that were read. */
  formats(): readonly string[];
  /** True when more was found than is kept. */
  overflowed(): boolean;
  /** What was found and counts for no machine. */
  aside(): string | null;
}

/** `open` opens a reader for a part of the format, which begins so many lines down. */
export function openParts(
  knowledge: Knowledge,
  introduce: (piece: string) => Introduction,
  carry: Carry,
  edges: Edges,
  open: (format: Format, carry: Carry, down: number) => PartReader,
): Parts {
  const found: Finding[] = [];
  let size = 0;
  let isOver = false;
  const keep = (finding: Finding): void => {
    size += sizeOfAttempts(finding.attempts);
    if (size > mostOfSource || found.length >= findingsAt(0)) isOver = true;
    else found.push(finding);
  };
  const formats = new Set<string>();
  /** Parts of files that may be of any machine, in which something was found. */
  let strange = 0;
  const consoles = openConsoles(carry);

  const readAs = (format: Format, text: string, os: Os | null, down: number, owner: Owner, about = ''): void => {
    const own = newCarry(about, os);
    const reader = open(format, own, down);
    reader.push(new TextEncoder().encode(`${text}\n`));
    const { findings, first, last } = reader.end();
    formats.add(format.id);
    const moved = findings.map((one) => moveFinding(one, (sight) => ({ ...sight, line: sight.line + down })));
    if (owner !== 'own') {
      // What is printed elsewhere counts for the machine that it names.
      if (owner === 'open' && moved.some(({ computer }) => computer === null)) strange++;
      const host = typeof owner === 'string' ? null : owner.host;
      for (const finding of moved) {
        const computer = finding.computer ?? host;
        if (computer === null) continue;
        if (!isSameName(computer, carry.computer)) keep({ ...finding, computer });
        else if (owner === 'open') keep(finding);
      }
      return;
    }
    moved.forEach(keep);
    edges.saw(first);
    edges.saw(last);
    carry.os ??= own.os ?? format.os ?? null;
    carry.computer ??= own.computer;
    carry.timezone ??= own.timezone;
    carry.osVersion ??= own.osVersion;
    for (const address of own.zoomAddresses) remember(carry.zoomAddresses, address);
  };

  /** What shows by the command alone what it is: of some, the output says nothing of what was asked. */
  const formatOfCommand = (text: string): Format | null => {
    const typed = text.split('\n', 1)[0]!.slice(0, 1000);
    const isOf = ({ framing, recognise }: Format): boolean =>
      !framing.nests && recognise.starts?.test(typed) === true && recognise.unless?.test(text) !== true;
    return knowledge.formats.find(isOf) ?? null;
  };

  return {
    take({ line, text }) {
      const told = introduce(text);
      const owner = consoles.ownerOf(told);
      const body = text.split('\n').slice(told.lines).join('\n');
      if (told.isName && owner === 'own') carry.computer ??= nameIn(body);
      const system = owner === 'own' ? carry.os : (told.prompt?.os ?? null);
      if (body.trim() === '') return;
      const below = { part: body, down: line - 1 + told.lines };
      // A heading may be the first line of a log.
      const tried = told.prompt || told.lines === 0 ? [below] : [below, { part: text, down: line - 1 }];
      for (const { part, down } of tried) {
        const format = recogniseFormat(`${part}\n`, '', knowledge.formats);
        if (format && !format.framing.nests) return readAs(format, part, system, down, owner, told.about ?? '');
      }
      const command = told.prompt ? formatOfCommand(text) : null;
      if (command) readAs(command, text, system, line - 1, owner);
    },
    findings: () => found,
    formats: () => [...formats],
    overflowed: () => isOver,
    aside: () =>
      strange === 0
        ? null
        : 'prints files that may be of any machine: what they show is not counted; scan those files themselves',
  };
}

const nameIn = (printed: string): string | null => /^\s*([\w.-]{1,63})\s*$/.exec(printed)?.[1] ?? null;

const shortName = (host: string): string => host.toLowerCase().split('.')[0]!;
const isSameName = (a: string, b: string | null): boolean => b !== null && shortName(a) === shortName(b);

/** Follows who types where. */
function openConsoles(carry: Carry): { ownerOf(told: Introduction): Owner } {
  let first: Introduction['prompt'] = null;
  /** Consoles of other machines, opened one in another; whether their prompts can be told from those of the file. */
  let sessions: readonly ('alike' | 'other')[] = [];
  /** Whose prompt was the last one: what has none is printed there. */
  let current: Owner = 'own';

  const ownerOfPrompt = (prompt: NonNullable<Introduction['prompt']>): Owner => {
    if (first === null) {
      first = prompt;
      carry.os ??= prompt.os;
      carry.computer ??= prompt.host;
      return 'own';
    }
    const { host, os } = prompt;
    // A Linux inside of Windows has its name.
    if (first.os === 'windows' && os !== 'windows' && host !== null)
      return isSameName(host, carry.computer) ? 'elsewhere' : { host };
    if (host !== null && first.host !== null && isSameName(host, first.host)) {
      sessions = [];
      return 'own';
    }
    if (host !== null) return isSameName(host, carry.computer) ? 'own' : { host };
    // Back from a console whose prompts looked otherwise.
    if (first.os === 'windows' && os === 'windows' && !sessions.includes('alike')) sessions = [];
    return sessions.length === 0 ? 'own' : 'elsewhere';
  };

  return {
    ownerOf({ prompt, asks, session: change }) {
      if (prompt) current = ownerOfPrompt(prompt);
      const isOther = asks !== null && !(asks.host !== null && isSameName(asks.host, carry.computer));
      const owner = isOther ? (asks.isFile ? 'open' : 'elsewhere') : current;
      if (change === 'closes') {
        sessions = sessions.slice(0, -1);
        // Until the next prompt shows where.
        current = sessions.length === 0 ? 'own' : current;
      } else if (change !== null) sessions = [...sessions, change === 'opens' ? 'other' : 'alike'];
      return owner;
    },
  };
}
