import type { AnyCsafRule } from "../rule.ts";
import { rule as rule6_1_14 } from "../tests-2.1/6.1.14.ts";
import { rule as rule6_1_16 } from "../tests-2.1/6.1.16.ts";
import { rule as rule6_1_21 } from "../tests-2.1/6.1.21.ts";
import { rule as rule6_2_2 } from "../tests-2.1/6.2.2.ts";
import { rule as rule6_2_3 } from "../tests-2.1/6.2.3.ts";
import { rule as rule6_3_6 } from "../tests-2.1/6.3.6.ts";
import { rule as rule6_3_7 } from "../tests-2.1/6.3.7.ts";
import { rule as rule6_3_8 } from "../tests-2.1/6.3.8.ts";
import { rule as rule6_3_9 } from "../tests-2.1/6.3.9.ts";
import { rule as rule6_1_1 } from "./6.1.1.ts";
import { rule as rule6_1_13 } from "./6.1.13.ts";
import { rule as rule6_1_26 } from "./6.1.26.ts";
import { rule as rule6_2_1 } from "./6.2.1.ts";
import { rule as rule6_2_20 } from "./6.2.20.ts";
import { forVersion20 } from "./as-version-2.1.ts";
import { libraryRule } from "./library-rule.ts";
import { titles } from "./titles.ts";

/**
 * Tests that are ours. The library misjudges 6.1.13, 6.1.14, 6.1.16, 6.1.21, 6.1.26, 6.2.2, 6.2.3 and 6.3.9 (docs/csaf.md
 * says where), takes time with the square of the number of products for 6.1.1, 6.2.1 and 6.2.20, and reaches out of the
 * process by itself for 6.3.6 to 6.3.8.
 */
const own = new Map<string, AnyCsafRule>(
  [
    ...[rule6_1_1, rule6_1_13, rule6_1_26, rule6_2_1, rule6_2_20],
    ...[rule6_1_14, rule6_1_16, rule6_1_21, rule6_2_2, rule6_2_3].map(forVersion20),
    ...[rule6_3_6, rule6_3_7, rule6_3_8, rule6_3_9].map(forVersion20),
  ].map((rule) => [rule.id, rule]),
);

/** Every test of CSAF 2.0, section 6, in its order: the library's, but for our own. */
export const rules20: readonly AnyCsafRule[] = [...titles].map(([id, title]) => {
  const rule = own.get(id);
  return rule === undefined ? libraryRule(id, title) : { ...rule, title };
});
