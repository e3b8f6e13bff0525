import type { CsafRule } from "../rule.ts";
import { isEnglishOrUnspecified } from "./shared/document.ts";
import { licenseTerms } from "./shared/licenses.ts";
import { titledNote } from "./shared/titled-note.ts";

/**
 * CSAF 2.1, section 6.1.55. Identifiers that claim to be of SPDX or ScanCode are taken as listed there: the lists grow,
 * and 6.2.45 looks them up.
 */
export const rule: CsafRule = {
  id: "6.1.55",
  group: "mandatory",
  title: "License Text",
  check(document) {
    if (!isEnglishOrUnspecified(document) || !licenseTerms(document).some(({ state }) => state === "own")) return [];
    return titledNote(document, "license", "legal_disclaimer");
  },
};
