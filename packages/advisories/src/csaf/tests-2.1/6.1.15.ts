import type { CsafRule } from "../rule.ts";
import { member } from "./shared/json.ts";

/** CSAF 2.1, section 6.1.15: a key without a value is told from a missing key. */
export const rule: CsafRule = {
  id: "6.1.15",
  group: "mandatory",
  title: "Translator",
  check(document) {
    const properties = member(document, "document");
    if (member(member(properties, "publisher"), "category") !== "translator") return [];
    const language = member(properties, "source_lang");
    if (language === undefined)
      return [{ path: "/document/source_lang", message: "source_lang is missing from a translator's document" }];
    if (language === null || language === "")
      return [{ path: "/document/source_lang", message: "source_lang is there, but has no value" }];
    return [];
  },
};
