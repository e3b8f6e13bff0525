import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.29. */
export const rule: CsafRule = {
  id: "6.2.29",
  group: "recommended",
  title: "Usage of Nil UUID",
  check: (document) =>
    select(document, "$.document.distribution.sharing_group.id")
      .filter(({ value }) => isText(value) && value.toLowerCase() === "00000000-0000-0000-0000-000000000000")
      .map(({ path }) => ({ path, message: "the sharing group's id is the Nil UUID, which names no closed group" })),
};
