import type { CsafRule } from "../rule.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.21.3. */
export const rule: CsafRule = {
  id: "6.3.21.3",
  group: "informative",
  title: "Usage of Extension at Document Level",
  check: (document) =>
    select(document, "$.document.x_extensions").map(({ path }) => ({
      path,
      message: "the document's metadata has extensions",
    })),
};
