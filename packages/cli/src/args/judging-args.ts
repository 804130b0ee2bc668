/** The options of everything that judges: which diagnoses are wanted, how logs are read, how the answer looks. */
import type { Command } from 'commander';
import { colors, confidences, failOn, oneOf, parseClasses, parseTimezone, systems } from './values.ts';

export const addJudging = (command: Command): Command =>
  command
    .option('--class <classes>', 'only diagnoses of these classes: proxy,firewall', parseClasses)
    .option('--timezone <zone>', "zone of the log's local times: Europe/Berlin, +01:00", parseTimezone)
    .option('--os <system>', 'the system the logs come from: windows, macos or linux', oneOf('--os', systems))
    .option('--min-confidence <level>', 'low, medium or high', oneOf('--min-confidence', confidences), 'low')
    .option('--fail-on <severity>', 'error, warning, info or never', oneOf('--fail-on', failOn), 'error')
    .option('--no-redact', 'leave secrets and names in the log lines unmasked')
    .option('--color <when>', 'auto, always or never', oneOf('--color', colors), 'auto');
