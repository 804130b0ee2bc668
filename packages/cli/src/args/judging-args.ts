/** The options of every command that judges: which diagnoses to show, how to read the logs, how to print. */
import { confidences, systems } from '@zoomlog/parser/model';
import type { Command } from 'commander';
import { colors, failOn, oneOf, parseClasses, parseTimezone } from './values.ts';

export const addJudging = (command: Command): Command =>
  command
    .option('--class <classes>', 'show only these classes, such as proxy,firewall', parseClasses)
    .option('--timezone <zone>', 'time zone of local times in the logs: Europe/Berlin, +01:00', parseTimezone)
    .option('--os <system>', 'system that the logs come from: windows, macos or linux', oneOf('--os', systems))
    .option(
      '--min-confidence <level>',
      'show only diagnoses at or above this confidence: low, medium or high',
      oneOf('--min-confidence', confidences),
      'low',
    )
    .option(
      '--fail-on <severity>',
      'exit with status 1 at or above this severity: error, warning, info or never',
      oneOf('--fail-on', failOn),
      'error',
    )
    .option('--no-redact', 'do not mask secrets or names in log lines')
    .option('--redact-paths', 'also mask user names and e-mail addresses in paths, to hand the report on')
    .option('--color <when>', 'auto, always or never', oneOf('--color', colors), 'auto');
