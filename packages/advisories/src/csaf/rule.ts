/** One finding of a CSAF test, at a JSON Pointer into the document. */
export interface RuleFinding {
  path: string;
  /** English; names the value at fault. */
  message: string;
}

export type RuleGroup = "mandatory" | "recommended" | "informative";

/** One test of the CSAF specification, section 6. A file per rule, named after its id (`6.1.27.3.ts`). */
export interface CsafRule {
  /** Section number: `6.1.1`, `6.1.27.3`, `6.2.15` … */
  id: string;
  group: RuleGroup;
  /** The specification's name of the test. */
  title: string;
  /** Finds every violation. `document` is schema-valid or not: a rule never throws, and skips what it cannot read. */
  check(document: unknown): RuleFinding[];
}
