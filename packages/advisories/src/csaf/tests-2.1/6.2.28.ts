import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.28. */
export const rule: CsafRule = {
  id: "6.2.28",
  group: "recommended",
  title: "Usage of Max UUID",
  check: (document) =>
    select(document, "$.document.distribution.sharing_group.id")
      .filter(({ value }) => isText(value) && value.toLowerCase() === "ffffffff-ffff-ffff-ffff-ffffffffffff")
      .map(({ path }) => ({ path, message: "the sharing group's id is the Max UUID, which names no closed group" })),
};
