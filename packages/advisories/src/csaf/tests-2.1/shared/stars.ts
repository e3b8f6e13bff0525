import { quote } from "@bongsu/base";
import type { CsafRule } from "../../rule.ts";
import { isText } from "./json.ts";
import { fullProductNames } from "./products.ts";
import { selectFrom } from "./select.ts";

/** How many `*` are wildcards: a backslash takes the meaning from the character after it. */
const unescapedStars = (text: string): number => (text.replace(/\\./gsu, "").match(/\*/g) ?? []).length;

/** A test that a kind of identifier has at most one `*` that is a wildcard (sections 3.1.4.3.3, .6 and .7). */
export const starRule = (id: string, title: string, helper: string, name: string): CsafRule => ({
  id,
  group: "mandatory",
  title,
  check(document) {
    return fullProductNames(document)
      .flatMap((product) => selectFrom(product, `$.product_identification_helper.${helper}[*]`))
      .filter(({ value }) => isText(value) && unescapedStars(value) > 1)
      .map(({ path, value }) => ({ path, message: `${name} ${quote(value)} has more than one unescaped star` }));
  },
});
