import informative1 from "@secvisogram/csaf-validator-lib/lib/informativeTests/informativeTest_6_3_1.js";
import informative2 from "@secvisogram/csaf-validator-lib/lib/informativeTests/informativeTest_6_3_2.js";
import informative3 from "@secvisogram/csaf-validator-lib/lib/informativeTests/informativeTest_6_3_3.js";
import informative4 from "@secvisogram/csaf-validator-lib/lib/informativeTests/informativeTest_6_3_4.js";
import informative5 from "@secvisogram/csaf-validator-lib/lib/informativeTests/informativeTest_6_3_5.js";
import informative9 from "@secvisogram/csaf-validator-lib/lib/informativeTests/informativeTest_6_3_9.js";
import informative10 from "@secvisogram/csaf-validator-lib/lib/informativeTests/informativeTest_6_3_10.js";
import informative11 from "@secvisogram/csaf-validator-lib/lib/informativeTests/informativeTest_6_3_11.js";
import * as mandatory from "@secvisogram/csaf-validator-lib/mandatoryTests.js";
import * as optional from "@secvisogram/csaf-validator-lib/optionalTests.js";
import type { AnyCsafRule, RuleGroup } from "../rule.ts";
import { rule as rule6_1_13 } from "./6.1.13.ts";
import { rule as rule6_1_26 } from "./6.1.26.ts";
import { libraryRule } from "./library-rule.ts";
import { portRules } from "./port-rules.ts";
import { titles } from "./titles.ts";

/** Tests that are ours: the library misjudges them, or reaches out of the process. */
const own: AnyCsafRule[] = [rule6_1_13, rule6_1_26, ...portRules];

/** The library's tests by their number; its names are `mandatoryTest_6_1_27_3`. 6.3.6 to 6.3.8 are left out. */
const library = new Map<string, unknown>([
  ...[...Object.entries(mandatory), ...Object.entries(optional)].map(([name, test]): [string, unknown] => [
    name.slice(name.indexOf("_") + 1).replaceAll("_", "."),
    test,
  ]),
  ["6.3.1", informative1],
  ["6.3.2", informative2],
  ["6.3.3", informative3],
  ["6.3.4", informative4],
  ["6.3.5", informative5],
  ["6.3.9", informative9],
  ["6.3.10", informative10],
  ["6.3.11", informative11],
]);

const groupOf = (id: string): RuleGroup =>
  id.startsWith("6.1.") ? "mandatory" : id.startsWith("6.2.") ? "recommended" : "informative";

const numbers = (id: string): number[] => id.split(".").map(Number);

function byNumber({ id: a }: AnyCsafRule, { id: b }: AnyCsafRule): number {
  const [left, right] = [numbers(a), numbers(b)];
  const index = left.findIndex((number, at) => number !== right[at]);
  return index < 0 ? left.length - right.length : (left[index] ?? 0) - (right[index] ?? -1);
}

const fromLibrary = [...titles].flatMap(([id, title]) => {
  const test = library.get(id);
  if (typeof test !== "function" || own.some((rule) => rule.id === id)) return [];
  return [libraryRule(id, groupOf(id), title, (document) => test(document))];
});

/** Every test of CSAF 2.0, section 6, in its order. 2.0 calls its recommended tests optional. */
export const rules20: readonly AnyCsafRule[] = [...fromLibrary, ...own].sort(byNumber);
