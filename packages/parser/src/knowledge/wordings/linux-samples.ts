/** Frames for samples of what Linux records of programs. Used in the `hits` and `misses` of declarations. */
import { journalKernel, journalMessage } from './samples.ts';

/** A message of a program in the journal's text and as JSON. */
export const inJournals = (program: string, message: string): [text: string, json: string] => [
  `Nov  9 07:08:09 box ${program === 'kernel' ? program : `${program}[880]`}: ${message}`,
  program === 'kernel' ? journalKernel(message) : journalMessage(program, message),
];

/** What a policy denied, in the kernel's messages, in the journal as JSON, and in the audit log. */
export const denialIn = (record: string): [kernel: string, json: string, log: string] => {
  const message = `audit: type=1400 audit(1762672089.101:90): ${record}`;
  return [
    `Nov  9 07:08:09 box kernel: ${message}`,
    journalKernel(message),
    `type=AVC msg=audit(1762672089.101:90): ${record}`,
  ];
};
