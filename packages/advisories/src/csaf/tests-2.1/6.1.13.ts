import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { fullProductNames } from "./shared/products.ts";
import { purlFault } from "./shared/purl-fault.ts";
import { selectFrom } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.13. The canonical scheme alone is taken: no `pkg://` (section 3.1.4.3.4). */
export const rule: CsafRule = {
  id: "6.1.13",
  group: "mandatory",
  title: "PURL",
  check(document) {
    return fullProductNames(document)
      .flatMap((product) => selectFrom(product, "$.product_identification_helper.purls[*]"))
      .flatMap(({ path, value }) => {
        if (!isText(value)) return [];
        const fault = value.startsWith("pkg:/") ? "no slash follows the scheme of a package URL" : purlFault(value);
        return fault === null ? [] : [{ path, message: fault }];
      });
  },
};
