/** Whose an event log is, by the computers that its events name. */
import type { Carry } from '../../define.ts';

/** What Windows is called before its setup names it; and while nobody has. */
const ofImage = /^minwinpc$/i;
const ofSetup = /^win-[a-z\d]{11}$/i;

/** A log of events that other computers sent: the first of them is not its owner. */
const isForwarded = ({ path }: Carry): boolean => /(?:^|[^A-Za-z])ForwardedEvents(?![A-Za-z])/i.test(path);

/** The first name that is one: what setup logged under another name came before it. */
export function nameComputer(carry: Carry, computer: string | null): void {
  if (computer === null || ofImage.test(computer) || isForwarded(carry)) return;
  if (carry.computer === null || ofSetup.test(carry.computer)) carry.computer = computer;
}
