import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { isKnownLanguage } from "./shared/known-language.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.12. */
export const rule: CsafRule = {
  id: "6.1.12",
  group: "mandatory",
  title: "Language",
  check(document) {
    return ["$.document.lang", "$.document.source_lang"]
      .flatMap((path) => select(document, path))
      .filter(({ value }) => isText(value) && !isKnownLanguage(value))
      .map(({ path, value }) => ({ path, message: `${quote(value)} is not a language tag of registered subtags` }));
  },
};
