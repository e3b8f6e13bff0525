import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { repeated } from "./shared/repeated.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.22. */
export const rule: CsafRule = {
  id: "6.1.22",
  group: "mandatory",
  title: "Multiple Definition in Revision History",
  check(document) {
    const numbers = select(document, "$.document.tracking.revision_history[*].number");
    return repeated(numbers, ({ value }) => (isText(value) ? value : null)).map(({ path, value }) => ({
      path,
      message: `number ${quote(value)} is in the history more than once`,
    }));
  },
};
