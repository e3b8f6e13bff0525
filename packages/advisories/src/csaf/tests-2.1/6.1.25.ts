import type { CsafRule } from "../rule.ts";
import { isText, member } from "./shared/json.ts";
import { fullProductNames } from "./shared/products.ts";
import { repeated } from "./shared/repeated.ts";
import { selectFrom } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.25. */
export const rule: CsafRule = {
  id: "6.1.25",
  group: "mandatory",
  title: "Multiple Use of Same Hash Algorithm",
  check(document) {
    const files = fullProductNames(document).flatMap((product) =>
      selectFrom(product, "$.product_identification_helper.hashes[*]"),
    );
    return files.flatMap((file) =>
      repeated(selectFrom(file, "$.file_hashes[*].algorithm"), ({ value }) => (isText(value) ? value : null)).map(
        ({ path, value }) => ({
          path,
          message: `${value} is used more than once for ${member(file.value, "filename")}`,
        }),
      ),
    );
  },
};
