import type { AnyCsafRule } from "../rule.ts";

/** CSAF 2.1, section 6.3: the informative tests. */
export const informativeRules: AnyCsafRule[] = [];
