import type { AnyCsafRule } from "../rule.ts";

/** CSAF 2.1, section 6.1: the mandatory tests. */
export const mandatoryRules: AnyCsafRule[] = [];
