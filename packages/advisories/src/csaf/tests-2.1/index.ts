import { informativeRules } from "./informative.ts";
import { mandatoryRules } from "./mandatory.ts";
import { recommendedRules } from "./recommended.ts";

/** Every test of CSAF 2.1, section 6, in its order. */
export const rules21 = [...mandatoryRules, ...recommendedRules, ...informativeRules];
