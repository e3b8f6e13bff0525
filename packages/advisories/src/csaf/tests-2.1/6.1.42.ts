import { quote } from "@bongsu/base";
import { type Purl, parsePurl } from "@bongsu/versions";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { fullProductNames } from "./shared/products.ts";
import { selectFrom } from "./shared/select.ts";

function purl(value: unknown): Purl | null {
  try {
    return isText(value) ? parsePurl(value) : null;
  } catch {
    return null;
  }
}

const components = ["type", "namespace", "name", "version", "subpath"] as const;

/** CSAF 2.1, section 6.1.42. A package URL that cannot be read is left to 6.1.13. */
export const rule: CsafRule = {
  id: "6.1.42",
  group: "mandatory",
  title: "PURL Qualifiers",
  check(document) {
    return fullProductNames(document).flatMap((product) => {
      let first: Purl | null = null;
      return selectFrom(product, "$.product_identification_helper.purls[*]").flatMap(({ path, value }) => {
        const read = purl(value);
        if (read === null) return [];
        const compared = first ?? read;
        first = compared;
        const different = components.filter((component) => read[component] !== compared[component]);
        if (different.length === 0) return [];
        return [{ path, message: `${quote(value)} differs from the first PURL in its ${different.join(", ")}` }];
      });
    });
  },
};
