import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { hasScoreZero } from "./shared/cvss-zero.ts";
import { isObject, isText, texts } from "./shared/json.ts";
import { statusEntries } from "./shared/product-status.ts";
import { select, selectFrom } from "./shared/select.ts";

/** Section 6.2.19. */
export const rule: CsafRule = {
  id: "6.2.19",
  group: "recommended",
  title: "CVSS for Fixed Products",
  check: (document) =>
    select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const scored = new Map<string, string>();
      for (const { value: metric } of selectFrom(vulnerability, "$.metrics[*]")) {
        const scores = scoresAboveZero(metric);
        if (scores === "") continue;
        for (const product of texts(isObject(metric) ? metric.products : null)) scored.set(product, scores);
      }
      return statusEntries(vulnerability, "Fixed").flatMap(({ path, product }) => {
        const scores = scored.get(product);
        if (!isText(scores)) return [];
        return [{ path, message: `product ${quote(product)} is fixed, and its ${scores} is not 0` }];
      });
    }),
};

/** The CVSS objects of a metric whose overall score is above 0, by name. */
function scoresAboveZero(metric: unknown): string {
  return (["cvss_v2", "cvss_v3", "cvss_v4"] as const)
    .filter((version) =>
      selectFrom({ path: "", value: metric }, `$.content.${version}`).some(
        ({ value }) => isObject(value) && !hasScoreZero(version, value),
      ),
    )
    .join(", ");
}
