import type { AnyCsafRule } from "../rule.ts";
import { rule as rule6_1_21 } from "../tests-2.1/6.1.21.ts";
import { rule as rule6_1_1 } from "./6.1.1.ts";
import { rule as rule6_1_13 } from "./6.1.13.ts";
import { rule as rule6_1_26 } from "./6.1.26.ts";
import { rule as rule6_2_1 } from "./6.2.1.ts";
import { rule as rule6_2_20 } from "./6.2.20.ts";
import { libraryRule } from "./library-rule.ts";
import { rule6_3_6, rule6_3_7, rule6_3_8 } from "./port-rules.ts";
import { titles } from "./titles.ts";

/** Tests that are ours: the library misjudges them, takes too long over large documents, or reaches out of the process. */
const own = new Map<string, AnyCsafRule>(
  [rule6_1_1, rule6_1_13, rule6_1_21, rule6_1_26, rule6_2_1, rule6_2_20, rule6_3_6, rule6_3_7, rule6_3_8].map(
    (rule) => [rule.id, rule],
  ),
);

/** Every test of CSAF 2.0, section 6, in its order: the library's, but for our own. */
export const rules20: readonly AnyCsafRule[] = [...titles].map(([id, title]) => own.get(id) ?? libraryRule(id, title));
