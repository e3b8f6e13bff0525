import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.4. A plus sign starts the build metadata of a semantic version. */
export const rule: CsafRule = {
  id: "6.2.4",
  group: "recommended",
  title: "Build Metadata in Revision History",
  check: (document) =>
    select(document, "$.document.tracking.revision_history[*].number")
      .filter(({ value }) => isText(value) && value.includes("+"))
      .map(({ path, value }) => ({ path, message: `revision number ${quote(value)} has build metadata` })),
};
