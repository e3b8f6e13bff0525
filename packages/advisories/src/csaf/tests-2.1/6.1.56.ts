import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { member, texts } from "./shared/json.ts";
import { type Found, select, selectFrom } from "./shared/select.ts";

const hasCvss = ({ value }: Found): boolean =>
  ["cvss_v2", "cvss_v3", "cvss_v4"].some((kind) => member(member(value, "content"), kind) !== undefined);

/** The tuples of Product ID and source that a metric is for. Without a source it is the author's. */
const tuples = (metric: unknown): string[] =>
  texts(member(metric, "products")).map((product) => JSON.stringify([product, member(metric, "source") ?? null]));

/** CSAF 2.1, section 6.1.56. */
export const rule: CsafRule = {
  id: "6.1.56",
  group: "mandatory",
  title: "Use of CVSS and Qualitative Severity Rating",
  check(document) {
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const metrics = selectFrom(vulnerability, "$.metrics[*]");
      const scored = new Set(metrics.filter(hasCvss).flatMap(({ value }) => tuples(value)));
      return metrics.flatMap((metric) =>
        selectFrom(metric, "$.content.qualitative_severity_rating").flatMap(({ path, value }) => {
          const both = tuples(metric.value).filter((tuple) => scored.has(tuple));
          if (both.length === 0) return [];
          return [{ path, message: `rated ${quote(value)}, but the same source has a CVSS score for the product` }];
        }),
      );
    });
  },
};
