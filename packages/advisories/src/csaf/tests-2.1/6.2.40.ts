import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { fixedTerm, untranslated } from "./shared/fixed-terms.ts";
import { isObject, isText, member } from "./shared/json.ts";
import { select } from "./shared/select.ts";

/** Section 6.2.40. A description may say in its title which product it is of: the title starts with the term. */
export const rule: CsafRule = {
  id: "6.2.40",
  group: "recommended",
  title: "Product Description without Product Reference",
  skipped: (document) => untranslated(document, "product_description"),
  check(document) {
    const term = fixedTerm(document, "product_description");
    if (term === null) return [];
    return select(document, "$.document.notes[*]").flatMap(({ path, value }) => {
      const title = member(value, "title");
      if (!isObject(value) || value.category !== "description" || !isText(title) || !title.startsWith(term)) return [];
      if (Object.hasOwn(value, "product_ids") || Object.hasOwn(value, "group_ids")) return [];
      return [{ path, message: `the note ${quote(title)} does not say of which product` }];
    });
  },
};
