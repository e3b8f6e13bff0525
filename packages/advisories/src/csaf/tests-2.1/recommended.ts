import type { AnyCsafRule } from "../rule.ts";

/** CSAF 2.1, section 6.2: the recommended tests. */
export const recommendedRules: AnyCsafRule[] = [];
