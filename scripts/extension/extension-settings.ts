/** The settings of the extension, as its manifest declares them; packages/vscode/src/server/settings.ts reads them. */
import { compareText, confidences, failureClasses } from '../../packages/parser/src/model.ts';
import { osNames } from '../../packages/parser/src/telling/labels.ts';
import type { Knowledge } from '../docs/knowledge.ts';

/** All have window scope: the server judges one bundle from many files, so files have no settings. */
export function extensionSettings({ failures }: Knowledge): Readonly<Record<string, object>> {
  const severity = { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'] };
  const flag = (markdownDescription: string) => ({ type: 'boolean', default: true, markdownDescription });
  const properties: Readonly<Record<string, object>> = {
    severity: {
      type: 'object',
      default: {},
      additionalProperties: false,
      markdownDescription:
        'The severity of each failure, by id; a failure that is not listed keeps the severity of its diagnosis.',
      properties: Object.fromEntries(
        [...failures]
          .sort((a, b) => compareText(a.id, b.id))
          .map(({ id, title }) => [id, { ...severity, description: title }]),
      ),
    },
    classes: {
      type: 'array',
      default: [],
      uniqueItems: true,
      items: { type: 'string', enum: failureClasses },
      markdownDescription: 'Show only diagnoses of these classes; an empty list shows all.',
    },
    minConfidence: {
      type: 'string',
      default: 'low',
      enum: confidences,
      enumDescriptions: [
        'Every diagnosis, even with only weak evidence.',
        'Diagnoses with at least one strong piece of evidence.',
        'Only diagnoses that are proved or supported by two independent sources.',
      ],
      markdownDescription: 'Show only diagnoses with at least this confidence.',
    },
    os: {
      type: 'string',
      default: 'auto',
      enum: ['auto', ...Object.keys(osNames)],
      enumDescriptions: ['The system shown by the logs.', ...Object.values(osNames)],
      markdownDescription: 'The system for fixes and error numbers.',
    },
    timezone: {
      type: 'string',
      default: '',
      markdownDescription:
        'The time zone of local times in the logs, such as `Europe/Berlin` or `+01:00`; empty when unknown.',
    },
    maskSecrets: flag('Mask passcodes, tokens, names and other secrets in reports, tickets and copied text.'),
    inlayHints: flag('Show the meaning of codes and error numbers right after them in the log.'),
    codeLens: flag('Show each diagnosis above its line in the log, with links to fixes and explanations.'),
    follow: flag('Follow open logs as they grow on disk.'),
    'trace.server': {
      type: 'string',
      default: 'off',
      enum: ['off', 'messages', 'verbose'],
      markdownDescription: 'Log the messages between the editor and the language server to the Zoomlog output.',
    },
  };
  return Object.fromEntries(
    Object.entries(properties).map(([name, property], order) => [
      `zoomlog.${name}`,
      { order, scope: 'window', ...property },
    ]),
  );
}
