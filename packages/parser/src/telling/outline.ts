/**
 * The page on a code, a failure or a fact as an outline: what it says, and in which order. The terminal, the editor and the
 * generated pages each draw it; what belongs on it is decided here.
 */
import type { Code, Fix } from '../define.ts';
import type { CollectCommand } from '../knowledge/commands/index.ts';
import type { Severity } from '../model.ts';
import type { CodeExplanation, Explanation, FactExplanation, FailureExplanation, PossibleCause } from './explain.ts';
import { codeSummary, confidenceName, effectNames, meaningOf } from './labels.ts';

/** What a block is about: a word for a margin, and a heading. */
export interface Label {
  readonly short: string;
  readonly long: string;
}

/** `term` names what the text is about: a code, a class, a format, a failure. Names follow the text. */
export interface Item {
  readonly term: string | null;
  readonly text: string;
  readonly names: readonly string[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'sentence'; readonly label: Label; readonly text: string }
  | { readonly kind: 'list'; readonly label: Label; readonly items: readonly Item[] }
  /** Only names: they fit in one line. */
  | { readonly kind: 'names'; readonly label: Label; readonly names: readonly string[] }
  | { readonly kind: 'commands'; readonly label: Label | null; readonly commands: readonly CollectCommand[] }
  /** `others`: how many steps more there are. */
  | { readonly kind: 'steps'; readonly label: Label | null; readonly steps: readonly Fix[]; readonly others: number }
  | { readonly kind: 'addresses'; readonly label: Label; readonly addresses: readonly string[] };

export interface Outline {
  readonly title: string;
  /** A failure's severity; null for a code. */
  readonly mark: Severity | 'fact' | null;
  /** What to see at a glance; the first is the id. */
  readonly tags: readonly string[];
  readonly blocks: readonly Block[];
}

const why: Label = { short: 'why', long: 'Why' };
const whatToDo: Label = { short: 'do', long: 'What to do' };
const whatElse: Label = { short: 'else', long: 'What else it could be' };
const codesSeen: Label = { short: 'code', long: 'Codes that the user may have seen' };
const counts: Label = { short: 'how', long: 'How it is evaluated' };
const foundIn: Label = { short: 'in', long: 'Found in' };
const see: Label = { short: 'see', long: 'See' };
const steps: Label = { short: '', long: 'Steps' };
const whatDecides: Label = { short: '', long: 'What decides (read-only commands)' };
/** Below a heading. */
const unlabelled: Label = { short: '', long: '' };

/** Of a cause. */
const commandsShown = 2;
/** Of every cause after the first. */
const stepsShown = 3;

export function outlineOf(explanation: Explanation): Outline {
  switch (explanation.kind) {
    case 'code':
      return outlineOfCode(explanation);
    case 'failure':
      return outlineOfFailure(explanation);
    case 'fact':
      return outlineOfFact(explanation);
  }
}

function outlineOfCode({ code, readings, ambiguous, causes, confidence, failures }: CodeExplanation): Outline {
  return {
    title: codeSummary(code, causes[0]?.class ?? null, confidence),
    mark: null,
    tags: [code],
    blocks: [
      heading(ambiguous ? 'Meaning (the number alone does not decide which)' : 'Meaning'),
      { kind: 'list', label: unlabelled, items: readings.map(readingOf) },
      ...causes.flatMap(blocksOfCause),
      ...(failures.length === 0
        ? []
        : [
            heading('Failures that show this code to the user'),
            list(
              unlabelled,
              failures.map(({ id, title }) => item(id, title)),
            ),
          ]),
    ],
  };
}

const readingOf = (code: Code): Item =>
  item(code.namespace, `${meaningOf(code)} (${confidenceName(code.confidence)}; ${code.source})`);

const blocksOfCause = ({ class: name, why: because, evidence, fixes }: PossibleCause, at: number): Block[] => {
  const shown = at === 0 ? fixes : fixes.slice(0, stepsShown);
  return [
    heading(`Cause ${at + 1}, ${name}: ${because}`),
    { kind: 'commands', label: null, commands: evidence.slice(0, commandsShown) },
    { kind: 'steps', label: null, steps: shown, others: fixes.length - shown.length },
  ];
};

function outlineOfFailure(failure: FailureExplanation): Outline {
  const { id, title, severity, role, codes, alternatives, relations, formats, evidence, fixes } = failure;
  return {
    title,
    mark: severity,
    tags: [id, failure.class, role],
    blocks: [
      { kind: 'sentence', label: why, text: failure.cause },
      { kind: 'sentence', label: whatToDo, text: failure.remedy },
      { kind: 'steps', label: steps, steps: fixes, others: 0 },
      list(
        whatElse,
        alternatives.map((other) => item(other.class, other.why)),
      ),
      list(
        codesSeen,
        codes.map((one) => item(one.code, one.meaning ?? '')),
      ),
      list(counts, relations.map(itemOf)),
      ...commonEnd(formats, failure.see, evidence),
    ],
  };
}

function outlineOfFact({
  id,
  title,
  effect,
  because,
  relations,
  formats,
  evidence,
  ...fact
}: FactExplanation): Outline {
  return {
    title,
    mark: 'fact',
    tags: [id, fact.class, effectNames[effect]],
    blocks: [
      { kind: 'sentence', label: why, text: because },
      list(counts, relations.map(itemOf)),
      ...commonEnd(formats, fact.see, evidence),
    ],
  };
}

const commonEnd = (
  formats: readonly string[],
  addresses: readonly string[],
  commands: readonly CollectCommand[],
): readonly Block[] => [
  { kind: 'names', label: foundIn, names: formats },
  { kind: 'addresses', label: see, addresses },
  { kind: 'commands', label: whatDecides, commands },
];

const heading = (text: string): Block => ({ kind: 'heading', text });
const list = (label: Label, items: readonly Item[]): Block => ({ kind: 'list', label, items });
const item = (term: string | null, text: string): Item => ({ term, text, names: [] });
const itemOf = ({ says, names }: FailureExplanation['relations'][number]): Item => ({ term: null, text: says, names });
