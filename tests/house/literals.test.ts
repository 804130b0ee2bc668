/**
 * How often the literals of a format stand in ordinary lines: a line with one is parsed, and so a literal that many lines have
 * makes a log slow. The logs are those of the bench, of machines on which nothing is wrong.
 */
import { knowledge } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { bytesOf, ordinaryLogs } from '../../bench/inputs/logs.ts';
import { writtenLiterals } from '../../packages/parser/src/reading/skimmer.ts';

const size = 1_000_000;
/** The largest share of the lines. */
const most = 0.02;
const shortest = 4;

/** Literals that are let be, by format, and why. */
const reasons: Readonly<Record<string, string>> = {
  'msi-log  3.':
    'the version of a message that Windows Installer words in the language of the machine; no other line has it',
  'chromium error':
    'the level of each line of an error, which is all that some failures show, whose wording follows no rule',
  'chromium net_error': 'each failed connection: what it failed with decides, and all of them are read',
  'zoom-installer [main] ': 'each step of the installer, whose result may stand in any of them',
  'zoom-installer _complete, ': 'each step that ended, whose result is a number',
  'audit-log avc: ': 'each decision of SELinux and AppArmor is a link of the chain of its process',
  'audit-log denied': 'each denial: whose it was is told by other fields',
  'pfirewall  send': 'each packet that goes out: whether it was allowed is a column before it',
};

const found = ordinaryLogs.flatMap((log) => {
  const format = knowledge.formatById.get(log.format)!;
  const text = new TextDecoder(log.isWide ? 'utf-16le' : 'utf-8').decode(bytesOf(log, size)).toLowerCase();
  const lines = text.split('\n');
  return writtenLiterals(knowledge, format).flatMap((literal) => {
    const share = lines.filter((line) => line.includes(literal)).length / lines.length;
    return share > most || literal.length < shortest ? [`${log.format} ${literal}`] : [];
  });
});

describe('a literal', () => {
  test('that is short, or stands in many ordinary lines, has a reason', () => {
    expect(found.filter((one) => !(one in reasons))).toEqual([]);
  });

  test('has no reason that it does not need', () => {
    expect(Object.keys(reasons).filter((one) => !found.includes(one))).toEqual([]);
  });
});
