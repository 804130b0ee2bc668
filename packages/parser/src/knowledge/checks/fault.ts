/** What is wrong with a declaration, and what to do about it. */
export interface Fault {
  /** `pattern 2, has 'DROP', windows-events-json`; empty when it is about the whole declaration. */
  readonly where: string;
  readonly what: string;
  readonly advice: string;
}
