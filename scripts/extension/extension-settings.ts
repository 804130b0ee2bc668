/** The settings of the extension, as its manifest declares them; packages/vscode/src/server/settings.ts reads them. */
import { failureClasses } from '../../packages/parser/src/model.ts';
import { type Knowledge, osNames } from '../docs/knowledge.ts';

/** All are of the window: the server judges one bundle from many files, so a file has no settings of its own. */
export function extensionSettings({ failures }: Knowledge): Readonly<Record<string, object>> {
  const severity = { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'] };
  const flag = (markdownDescription: string) => ({ type: 'boolean', default: true, markdownDescription });
  const properties: Readonly<Record<string, object>> = {
    severity: {
      type: 'object',
      default: {},
      additionalProperties: false,
      markdownDescription:
        'How failures are shown, by their ids; a failure that is not named keeps the severity that the log shows.',
      properties: Object.fromEntries(
        [...failures]
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ id, title }) => [id, { ...severity, description: title }]),
      ),
    },
    classes: {
      type: 'array',
      default: [],
      uniqueItems: true,
      items: { type: 'string', enum: failureClasses },
      markdownDescription: 'Shows only diagnoses of these classes; none named means all.',
    },
    minConfidence: {
      type: 'string',
      default: 'low',
      enum: ['low', 'medium', 'high'],
      enumDescriptions: [
        'Every diagnosis, also those that weak evidence suggests.',
        'Diagnoses with one strong piece of evidence, and better.',
        'Only what is proved, or what two independent sources say.',
      ],
      markdownDescription: 'Shows only diagnoses that are at least this sure.',
    },
    os: {
      type: 'string',
      default: 'auto',
      enum: ['auto', ...Object.keys(osNames)],
      enumDescriptions: ['The system that the logs come from, as far as they tell.', ...Object.values(osNames)],
      markdownDescription: 'The system that fixes are for and that error numbers are read by.',
    },
    timezone: {
      type: 'string',
      default: '',
      markdownDescription:
        'The zone of local times in the logs, such as `Europe/Berlin` or `+01:00`; empty when it is not known.',
    },
    maskSecrets: flag('Masks passcodes, tokens, names and other secrets in reports, tickets and copied text.'),
    inlayHints: flag('Shows in the log what codes and error numbers mean, right behind them.'),
    codeLens: flag('Shows above each diagnosis in the log what it is, and what can be done about it.'),
    follow: flag('Follows open logs as they grow on disk.'),
    'trace.server': {
      type: 'string',
      default: 'off',
      enum: ['off', 'messages', 'verbose'],
      markdownDescription:
        'Writes what the editor and the language server say to each other into the output of Zoomlog.',
    },
  };
  return Object.fromEntries(
    Object.entries(properties).map(([name, property], order) => [
      `zoomlog.${name}`,
      { order, scope: 'window', ...property },
    ]),
  );
}
