import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isObject, isText, member } from "./shared/json.ts";
import { type Found, select, selectFrom } from "./shared/select.ts";

/** Section 6.3.1. Another source's score of the same product counts; a metric that scores no severity does not. */
export const rule: CsafRule = {
  id: "6.3.1",
  group: "informative",
  title: "Use of CVSS v2 as the Only Scoring System",
  check: (document) =>
    select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const metrics = selectFrom(vulnerability, "$.metrics[*]");
      const scoredOtherwise = new Set(
        metrics.filter((metric) => has(metric, "cvss_v3") || has(metric, "cvss_v4")).flatMap(productsOfMetric),
      );
      return metrics
        .filter((metric) => has(metric, "cvss_v2"))
        .flatMap((metric) => {
          const product = productsOfMetric(metric).find((candidate) => !scoredOtherwise.has(candidate));
          if (product === undefined) return [];
          return [{ path: metric.path, message: `CVSS 2.0 is the only score of product ${quote(product)}` }];
        });
    }),
};

function has(metric: Found, score: string): boolean {
  return isObject(member(member(metric.value, "content"), score));
}

function productsOfMetric(metric: Found): string[] {
  return selectFrom(metric, "$.products[*]").flatMap(({ value }) => (isText(value) ? [value] : []));
}
