import type { CsafRule } from "../rule.ts";
import { branchProducts } from "./shared/branch-paths.ts";
import { cpeInconsistencies } from "./shared/cpe-consistency.ts";
import { isText } from "./shared/json.ts";
import { purlInconsistencies } from "./shared/purl-consistency.ts";
import { selectFrom } from "./shared/select.ts";

/** The helpers that branches can be compared with. */
const comparisons = [
  { path: "$.product_identification_helper.cpe", inconsistencies: cpeInconsistencies },
  { path: "$.product_identification_helper.purls[*]", inconsistencies: purlInconsistencies },
];

/** Section 6.2.42. */
export const rule: CsafRule = {
  id: "6.2.42",
  group: "recommended",
  title: "Inconsistent Product Identification Helper",
  check: (document) =>
    branchProducts(document).flatMap((product) =>
      comparisons.flatMap((comparison) =>
        selectFrom(product, comparison.path).flatMap(({ path, value }) =>
          (isText(value) ? comparison.inconsistencies(value, product.ancestors) : []).map((message) => ({
            path,
            message,
          })),
        ),
      ),
    ),
};
