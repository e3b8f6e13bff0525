import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { productGroups } from "./shared/products.ts";
import { select } from "./shared/select.ts";

const references = [
  "$.document.notes[*].group_ids[*]",
  "$.vulnerabilities[*].first_known_exploitation_dates[*].group_ids[*]",
  "$.vulnerabilities[*].flags[*].group_ids[*]",
  "$.vulnerabilities[*].ids[*].group_ids[*]",
  "$.vulnerabilities[*].involvements[*].group_ids[*]",
  "$.vulnerabilities[*].notes[*].group_ids[*]",
  "$.vulnerabilities[*].remediations[*].group_ids[*]",
  "$.vulnerabilities[*].threats[*].group_ids[*]",
];

/** CSAF 2.1, section 6.1.4. */
export const rule: CsafRule = {
  id: "6.1.4",
  group: "mandatory",
  title: "Missing Definition of Product Group ID",
  check(document) {
    const groups = productGroups(document);
    return references
      .flatMap((path) => select(document, path))
      .filter(({ value }) => isText(value) && !groups.has(value))
      .map(({ path, value }) => ({
        path,
        message: `product group ${quote(value)} is not defined in the product tree`,
      }));
  },
};
