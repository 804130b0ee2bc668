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
  type Os,
  osNames,
  type PossibleCause,
} from '@zoomlog/parser';
import { code, codeBlock, plainText } from './markdown.ts';

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
  os === null ? '' : `*Commands are for ${osNames[os]}; change ${code('zoomlog.os')} for another system.*`;

function codePage({ code: number, readings, ambiguous, causes, confidence, failures }: CodeExplanation): string[] {
  const [first] = causes;
  return [
    `# ${plainText(number)}`,
    plainText(codeSummary(number, first?.class ?? null, confidence)),
    `## Meaning${ambiguous ? ' (the number alone does not decide which)' : ''}`,
    readings.map(readingLine).join('\n'),
    ...causes.flatMap((cause, at) => causeBlocks(cause, at)),
    ...(failures.length === 0
      ? []
      : [
          '## Failures that show this code to the user',
          failures.map(({ id, title }) => `- ${plainText(title)} (${code(id)})`).join('\n'),
        ]),
  ];
}

const readingLine = ({ namespace, symbol, meaning, confidence }: Code): string =>
  `- ${code(namespace)} ${symbol === null ? '' : `${code(symbol)}: `}${plainText(meaning)} (${confidenceName(confidence)})`;

const causeBlocks = ({ class: name, why, evidence, fixes }: PossibleCause, at: number): string[] => [
  `## Cause ${at + 1}, ${name}: ${plainText(why)}`,
  ...evidenceBlocks(evidence.slice(0, commandsShown)),
  ...stepBlocks(at === 0 ? fixes : fixes.slice(0, stepsShown)),
];

function failurePage(failure: FailureExplanation): string[] {
  const { id, title, severity, role, cause, remedy, codes, evidence, fixes, alternatives, formats, see } = failure;
  return [
    `# ${plainText(title)}`,
    `${severity}, ${failure.class}, ${role}: ${code(id)}`,
    `**Why:** ${plainText(cause)}`,
    `**What to do:** ${plainText(remedy)}`,
    ...stepBlocks(fixes),
    ...(alternatives.length === 0
      ? []
      : ['## What else it could be', alternatives.map((one) => `- ${one.class}: ${plainText(one.why)}`).join('\n')]),
    ...(codes.length === 0
      ? []
      : [
          '## Codes that the user most likely saw',
          codes.map((one) => `- ${plainText(one.code)}${one.meaning ? `: ${plainText(one.meaning)}` : ''}`).join('\n'),
        ]),
    ...(evidence.length === 0 ? [] : ['## To check it (read-only commands)', ...evidenceBlocks(evidence)]),
    `Found in: ${formats.map(code).join(', ')}`,
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
    `# ${plainText(title)}`,
    `Fact, ${fact.class}, ${effectNames[effect]}: ${code(id)}`,
    `**Why:** ${plainText(because)}`,
    ...relations
      .filter(([, names]) => names.length > 0)
      .map(([relation, names]) => `**${relation}:** ${names.map(code).join(', ')}`),
    ...(evidence.length === 0 ? [] : ['## What decides, read only', ...evidenceBlocks(evidence)]),
    `Found in: ${formats.map(code).join(', ')}`,
    ...seeBlocks(see),
  ];
}

const seeBlocks = (see: readonly string[]): string[] =>
  see.length === 0 ? [] : ['## See', see.map((address) => `- <${address}>`).join('\n')];

const evidenceBlocks = (evidence: readonly CollectCommand[]): string[] =>
  evidence.flatMap(({ what, collect, os }) => [
    `To check (${osNames[os]}): ${plainText(what)}`,
    codeBlock(collect, 'sh'),
  ]);

export const stepBlocks = (fixes: readonly Omit<Fix, 'class' | 'kind' | 'harm'>[]): string[] =>
  fixes.flatMap((fix, at) => [
    `${at + 1}\\. ${plainText(fix.title)} *(${cautionsOf(fix).join(', ')})*`,
    ...(fix.command === null ? [] : [codeBlock(fix.command, 'sh')]),
    ...(fix.undo === null ? [] : [`Undo: ${code(fix.undo)}`]),
  ]);
