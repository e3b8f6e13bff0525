import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText, member } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.22. */
export const rule: CsafRule = {
  id: "6.2.22",
  group: "recommended",
  title: "Document Tracking ID in Title",
  check(document) {
    const id = member(member(member(document, "document"), "tracking"), "id");
    if (!isText(id) || id === "") return [];
    return select(document, "$.document.title")
      .filter(({ value }) => isText(value) && value.includes(id))
      .map(({ path }) => ({ path, message: `the title contains the tracking id ${quote(id)}` }));
  },
};
