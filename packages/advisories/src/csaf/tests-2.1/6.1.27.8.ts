import { quote } from "@bongsu/base";
import type { RuleFinding } from "../rule.ts";
import { coverage, groupsOfProducts } from "./shared/group-index.ts";
import { isText, member } from "./shared/json.ts";
import { profileRule } from "./shared/profile-rule.ts";
import { type Found, select, selectFrom } from "./shared/select.ts";
import { statusLists } from "./shared/status-lists.ts";

const isGeneral = (id: unknown): boolean =>
  member(id, "group_ids") === undefined && member(id, "product_ids") === undefined;

/** The products of a vulnerability that has ids for some products only, and none for these. */
function withoutId(vulnerability: Found, ids: Found[], groups: Map<string, string[]>): RuleFinding[] {
  const isCovered = coverage(ids, groups);
  const reported = new Set<string>();
  return statusLists
    .flatMap((list) => selectFrom(vulnerability, `$.product_status.${list}[*]`))
    .flatMap(({ path, value }) => {
      if (!isText(value) || reported.has(value) || isCovered(value)) return [];
      reported.add(value);
      return [{ path, message: `no item of ids is about product ${quote(value)}, and there is no cve` }];
    });
}

/** CSAF 2.1, section 6.1.27.8. */
export const rule = profileRule("6.1.27.8", "Vulnerability ID", ["csaf_vex"], (document) => {
  const groups = groupsOfProducts(document);
  return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
    if (member(vulnerability.value, "cve") !== undefined) return [];
    if (member(vulnerability.value, "ids") === undefined)
      return [{ path: vulnerability.path, message: "the vulnerability has neither cve nor ids" }];
    const ids = selectFrom(vulnerability, "$.ids[*]");
    return ids.some(({ value }) => isGeneral(value)) ? [] : withoutId(vulnerability, ids, groups);
  });
});
