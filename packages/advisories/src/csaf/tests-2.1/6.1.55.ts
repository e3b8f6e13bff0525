import type { CsafRule } from "../rule.ts";
import { isEnglishOrUnspecified } from "./shared/document.ts";
import { type LicenseTerm, licenseTerms } from "./shared/licenses.ts";
import { titledNote } from "./shared/titled-note.ts";

/** ScanCode's inventory is not held here as a whole: an identifier that says to be of it is taken as listed. */
const isUnlisted = ({ id, state }: LicenseTerm): boolean =>
  state === "own" || (state === "absent" && !/^(licenseref|additionref)-scancode-/i.test(id));

/** CSAF 2.1, section 6.1.55. */
export const rule: CsafRule = {
  id: "6.1.55",
  group: "mandatory",
  title: "License Text",
  check(document) {
    if (!isEnglishOrUnspecified(document) || !licenseTerms(document).some(isUnlisted)) return [];
    return titledNote(document, "license", "legal_disclaimer");
  },
};
