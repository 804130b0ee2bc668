/** The page on a code, a failure or a fact. */
import {
  type Code,
  type CodeExplanation,
  cautionsOf,
  codeSummary,
  confidenceName,
  type Explanation,
  effectNames,
  type FactExplanation,
  type FailureExplanation,
  type Fix,
  markdownBlock,
  markdownCode,
  markdownText,
  type Os,
  osNames,
  type PossibleCause,
} from '@zoomlog/parser';

type CollectCommand = PossibleCause['evidence'][number];

/** Of every cause after the first. */
const stepsShown = 3;
const commandsShown = 2;

export const explanationPage = (explanation: Explanation, os: Os | null): string =>
  `${partsOf(explanation).join('\n\n')}\n\n${systemNote(os)}\n`;

function partsOf(explanation: Explanation): string[] {
  switch (explanation.kind) {
    case 'code':
      return codePage(explanation);
    case 'failure':
      return failurePage(explanation);
    case 'fact':
      return factPage(explanation);
  }
}

const systemNote = (os: Os | null): string =>
  os === null ? '' : `*Commands are for ${osNames[os]}; change ${markdownCode('zoomlog.os')} for another system.*`;

function codePage({ code: number, readings, ambiguous, causes, confidence, failures }: CodeExplanation): string[] {
  const [first] = causes;
  return [
    `# ${markdownText(number)}`,
    markdownText(codeSummary(number, first?.class ?? null, confidence)),
    `## Meaning${ambiguous ? ' (the number alone does not decide which)' : ''}`,
    readings.map(readingLine).join('\n'),
    ...causes.flatMap((cause, at) => causeBlocks(cause, at)),
    ...(failures.length === 0
      ? []
      : [
          '## Failures that show this code to the user',
          failures.map(({ id, title }) => `- ${markdownText(title)} (${markdownCode(id)})`).join('\n'),
        ]),
  ];
}

const readingLine = ({ namespace, symbol, meaning, confidence }: Code): string =>
  `- ${markdownCode(namespace)} ${symbol === null ? '' : `${markdownCode(symbol)}: `}${markdownText(meaning)} (${confidenceName(confidence)})`;

const causeBlocks = ({ class: name, why, evidence, fixes }: PossibleCause, at: number): string[] => [
  `## Cause ${at + 1}, ${name}: ${markdownText(why)}`,
  ...evidenceBlocks(evidence.slice(0, commandsShown)),
  ...stepBlocks(at === 0 ? fixes : fixes.slice(0, stepsShown)),
];

function failurePage(failure: FailureExplanation): string[] {
  const { id, title, severity, role, cause, remedy, codes, evidence, fixes, alternatives, formats, see } = failure;
  return [
    `# ${markdownText(title)}`,
    `${severity}, ${failure.class}, ${role}: ${markdownCode(id)}`,
    `**Why:** ${markdownText(cause)}`,
    `**What to do:** ${markdownText(remedy)}`,
    ...stepBlocks(fixes),
    ...(alternatives.length === 0
      ? []
      : ['## What else it could be', alternatives.map((one) => `- ${one.class}: ${markdownText(one.why)}`).join('\n')]),
    ...(codes.length === 0
      ? []
      : [
          '## Codes that the user most likely saw',
          codes
            .map((one) => `- ${markdownText(one.code)}${one.meaning ? `: ${markdownText(one.meaning)}` : ''}`)
            .join('\n'),
        ]),
    ...(evidence.length === 0 ? [] : ['## To check it (read-only commands)', ...evidenceBlocks(evidence)]),
    `Found in: ${formats.map(markdownCode).join(', ')}`,
    ...seeBlocks(see),
  ];
}

function factPage(fact: FactExplanation): string[] {
  const { id, title, effect, because, clears, needs, unless, ends, eases, formats, see, evidence } = fact;
  const relations: readonly (readonly [string, readonly string[]])[] = [
    ['Rules out', clears],
    ['Only together with', needs],
    ['Without effect beside', unless],
    ['Ends', ends],
    ['Eases', eases],
  ];
  return [
    `# ${markdownText(title)}`,
    `Fact, ${fact.class}, ${effectNames[effect]}: ${markdownCode(id)}`,
    `**Why:** ${markdownText(because)}`,
    ...relations
      .filter(([, names]) => names.length > 0)
      .map(([relation, names]) => `**${relation}:** ${names.map(markdownCode).join(', ')}`),
    ...(evidence.length === 0 ? [] : ['## What decides, read only', ...evidenceBlocks(evidence)]),
    `Found in: ${formats.map(markdownCode).join(', ')}`,
    ...seeBlocks(see),
  ];
}

const seeBlocks = (see: readonly string[]): string[] =>
  see.length === 0 ? [] : ['## See', see.map((address) => `- <${address}>`).join('\n')];

const evidenceBlocks = (evidence: readonly CollectCommand[]): string[] =>
  evidence.flatMap(({ what, collect, os }) => [
    `To check (${osNames[os]}): ${markdownText(what)}`,
    markdownBlock(collect, 'sh'),
  ]);

export const stepBlocks = (fixes: readonly Omit<Fix, 'class' | 'kind' | 'harm'>[]): string[] =>
  fixes.flatMap((fix, at) => [
    `${at + 1}\\. ${markdownText(fix.title)} *(${cautionsOf(fix).join(', ')})*`,
    ...(fix.command === null ? [] : [markdownBlock(fix.command, 'sh')]),
    ...(fix.undo === null ? [] : [`Undo: ${markdownCode(fix.undo)}`]),
  ]);
