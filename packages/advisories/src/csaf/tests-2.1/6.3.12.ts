import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isObject, member, texts } from "./shared/json.ts";
import { statusEntries } from "./shared/product-status.ts";
import { select, selectFrom } from "./shared/select.ts";

/** Section 6.3.12. */
export const rule: CsafRule = {
  id: "6.3.12",
  group: "informative",
  title: "Missing CVSS v4.0",
  check: (document) =>
    select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const scored = selectFrom(vulnerability, "$.metrics[*]").filter(({ value }) =>
        ["cvss_v2", "cvss_v3", "cvss_v4"].some((version) => hasScore(value, version)),
      );
      const covered = new Set(scored.flatMap(({ value }) => texts(member(value, "products"))));
      return [
        ...scored
          .filter(({ value }) => !hasScore(value, "cvss_v4"))
          .map(({ path }) => ({ path: `${path}/content`, message: "the metric has an older CVSS and no CVSS 4.0" })),
        ...statusEntries(vulnerability, "Affected")
          .filter(({ product }) => !covered.has(product))
          .map(({ path, product }) => ({ path, message: `no CVSS covers the affected product ${quote(product)}` })),
      ];
    }),
};

function hasScore(metric: unknown, version: string): boolean {
  return isObject(member(member(metric, "content"), version));
}
