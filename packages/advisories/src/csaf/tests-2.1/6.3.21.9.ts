import type { CsafRule } from "../rule.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.21.9. */
export const rule: CsafRule = {
  id: "6.3.21.9",
  group: "informative",
  title: "Usage of Extension at Root Level",
  check: (document) =>
    select(document, "$.x_extensions").map(({ path }) => ({ path, message: "the document has extensions" })),
};
