import type { CsafRule } from "../rule.ts";
import { documentCategory, isEnglishOrUnspecified } from "./shared/document.ts";
import { untranslated } from "./shared/fixed-terms.ts";
import { titledNote } from "./shared/titled-note.ts";

const applies = (document: unknown): boolean =>
  documentCategory(document) === "csaf_superseded" && !isEnglishOrUnspecified(document);

/** Section 6.2.39.3. The English title is a mandatory test's matter (6.1.27.18). */
export const rule: CsafRule = {
  id: "6.2.39.3",
  group: "recommended",
  title: "Language Specific Reasoning for Supersession",
  skipped: (document) => (applies(document) ? untranslated(document, "reasoning_for_supersession") : null),
  check: (document) => (applies(document) ? titledNote(document, "reasoning_for_supersession", "description") : []),
};
