import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText, member, texts } from "./shared/json.ts";
import { type Found, select, selectFrom } from "./shared/select.ts";

const scores = ["cvss_v2", "cvss_v3", "cvss_v4"];

/** The version that a CVSS object states; also one that CSAF does not know. */
function versionOf(score: Found): string | null {
  const version = member(score.value, "version");
  if (isText(version)) return version;
  const vector = member(score.value, "vectorString");
  return isText(vector) ? (/^CVSS:(\d+\.\d+)\//.exec(vector)?.[1] ?? "2.0") : null;
}

/** CSAF 2.1, section 6.1.7. Who gives no source is the document's author: one source like any other. */
export const rule: CsafRule = {
  id: "6.1.7",
  group: "mandatory",
  title: "Multiple Scores with Same Version per Product",
  check(document) {
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const seen = new Set<string>();
      return selectFrom(vulnerability, "$.metrics[*]").flatMap((metric) => {
        const source = member(metric.value, "source") ?? null;
        const found = scores.flatMap((kind) => selectFrom(metric, `$.content.${kind}`));
        return found.flatMap((score) => {
          const version = versionOf(score);
          if (version === null) return [];
          return [...new Set(texts(member(metric.value, "products")))].flatMap((product) => {
            const key = JSON.stringify([source, version, product]);
            if (!seen.has(key)) {
              seen.add(key);
              return [];
            }
            const message = `product ${quote(product)} has more than one CVSS ${quote(version)} score of the same source`;
            return [{ path: score.path, message }];
          });
        });
      });
    });
  },
};
