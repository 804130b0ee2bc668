/** Records of crashes that systemd-coredump keeps, as its tools list them. */
import type { Time } from '../../model.ts';
import { knownZones, readStamp } from '../../reading/grammar/stamps.ts';
import { ownerOfLinuxProgram } from '../zoom-identity.ts';
import type { Told } from './whole-output.ts';

const names: Readonly<Record<string, string>> = {
  4: 'SIGILL', 5: 'SIGTRAP', 6: 'SIGABRT', 7: 'SIGBUS', 8: 'SIGFPE', 11: 'SIGSEGV', 31: 'SIGSYS',
}; // biome-ignore format: a table

/** What ends a program that nobody asked to end. */
export const crashSignal = Object.values(names);

/** `SIGSEGV`, `SEGV`, `11`. */
const signalName = (told: string): string => names[told] ?? (told.startsWith('SIG') ? told : `SIG${told}`);

/** A zone may be an abbreviation that several zones share: the time is then the machine's. */
export const dumpTime = (date: string, clock: string, zone: string): Time =>
  readStamp(date, clock, knownZones[zone] ?? (/^[+-]\d/.test(zone) ? zone.padEnd(5, '0') : undefined));

/** Packages of Flathub keep the program under another name behind a wrapper: `ZoomWebviewHost.real`. */
export const ownerOfDump = (path: string, pid: string, signal: string, at: Told[2]): Told[] => [
  ['program', ownerOfLinuxProgram(path.replace(/^(.{0,300}\/(?:ZoomWebviewHost|aomhost))\.real\b/, '$1')), at],
  ['crashed', pid, at],
  ['ended_by', signalName(signal), at],
];

/** A crash of process 4021 as `coredumpctl list` and `info` print it. */
export const listedDump = (path: string): string[] => [
  `TIME                          PID  UID  GID SIG     COREFILE EXE            SIZE\nThu 2026-02-05 09:10:11 CET  4021 1000 1000 SIGSEGV present  ${path} 24.1M`,
  `           PID: 4021 (zoom)\n           UID: 1000 (user)\n        Signal: 11 (SEGV)\n     Timestamp: Thu 2026-02-05 09:10:11 CET\n    Executable: ${path}`,
];

/** The same as the log of apport and its report tell it. */
export const reportedCrash = (path: string): string[] => [
  `INFO: apport (pid 4098) 2026-02-05 09:10:11,120: called for global pid 4021, signal 11, core limit 0, dump mode 1\nINFO: apport (pid 4098) 2026-02-05 09:10:11,130: executable: ${path} (command line "${path}")`,
  `ProblemType: Crash\nDate: Thu Feb  5 09:10:11 2026\nExecutablePath: ${path}\nProcCmdline: ${path}\nSignal: 11`,
];
