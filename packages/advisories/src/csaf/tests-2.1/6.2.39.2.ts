import type { CsafRule } from "../rule.ts";
import { documentCategory, isEnglishOrUnspecified } from "./shared/document.ts";
import { untranslated } from "./shared/fixed-terms.ts";
import { titledNote } from "./shared/titled-note.ts";

const applies = (document: unknown): boolean =>
  documentCategory(document) === "csaf_withdrawn" && !isEnglishOrUnspecified(document);

/** Section 6.2.39.2. The English title is a mandatory test's matter (6.1.27.17). */
export const rule: CsafRule = {
  id: "6.2.39.2",
  group: "recommended",
  title: "Language Specific Reasoning for Withdrawal",
  skipped: (document) => (applies(document) ? untranslated(document, "reasoning_for_withdrawal") : null),
  check: (document) => (applies(document) ? titledNote(document, "reasoning_for_withdrawal", "description") : []),
};
