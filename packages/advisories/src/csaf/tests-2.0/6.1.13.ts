import type { CsafRule } from "../rule.ts";
import { isText } from "../tests-2.1/shared/json.ts";
import { purlFault } from "../tests-2.1/shared/purl-fault.ts";
import { select } from "../tests-2.1/shared/select.ts";
import { fullProductNamePaths } from "./products.ts";

/** CSAF 2.0, section 6.1.13. The library's reader of package URLs takes many that are not valid. */
export const rule: CsafRule = {
  id: "6.1.13",
  group: "mandatory",
  title: "PURL",
  check(document) {
    return fullProductNamePaths
      .flatMap((path) => select(document, `${path}.product_identification_helper.purl`))
      .flatMap(({ path, value }) => {
        const fault = isText(value) ? purlFault(value) : null;
        return fault === null ? [] : [{ path, message: fault }];
      });
  },
};
