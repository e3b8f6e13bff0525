import type { CsafRule } from "../rule.ts";
import { isEnglishOrUnspecified } from "./shared/document.ts";
import { untranslated } from "./shared/fixed-terms.ts";
import { licenseTerms } from "./shared/licenses.ts";
import { titledNote } from "./shared/titled-note.ts";

/** Whether a text of the licence is asked for: some identifier is in neither inventory. */
const applies = (document: unknown): boolean =>
  !isEnglishOrUnspecified(document) &&
  licenseTerms(document).some(({ state }) => state === "own" || state === "absent");

/** Section 6.2.46. */
export const rule: CsafRule = {
  id: "6.2.46",
  group: "recommended",
  title: "Language Specific License Text",
  skipped: (document) => (applies(document) ? untranslated(document, "license") : null),
  check: (document) => (applies(document) ? titledNote(document, "license", "legal_disclaimer") : []),
};
