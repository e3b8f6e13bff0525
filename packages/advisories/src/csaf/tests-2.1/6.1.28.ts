import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { documentLanguage } from "./shared/document.ts";
import { isText, member } from "./shared/json.ts";

/** CSAF 2.1, section 6.1.28. Subtags have no case (section 3.1.5). */
export const rule: CsafRule = {
  id: "6.1.28",
  group: "mandatory",
  title: "Translation",
  check(document) {
    const language = documentLanguage(document);
    const source = member(member(document, "document"), "source_lang");
    if (language === null || !isText(source) || language.toLowerCase() !== source.toLowerCase()) return [];
    return [{ path: "/document/source_lang", message: `source_lang ${quote(source)} is the document's own language` }];
  },
};
