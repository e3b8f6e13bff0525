import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.15. Language tags do not tell case apart (section 3.1.5). */
export const rule: CsafRule = {
  id: "6.2.15",
  group: "recommended",
  title: "Use of Default Language",
  check: (document) =>
    ["lang", "source_lang"]
      .flatMap((key) => select(document, `$.document.${key}`))
      .filter(({ value }) => isText(value) && value.toLowerCase() === "i-default")
      .map(({ path }) => ({ path, message: "i-default names no language" })),
};
