import { isEnglishOrUnspecified } from "./shared/document.ts";
import { profileRule } from "./shared/profile-rule.ts";
import { titledNote } from "./shared/titled-note.ts";

/** CSAF 2.1, section 6.1.27.18. */
export const rule = profileRule("6.1.27.18", "Reasoning for Supersession", ["csaf_superseded"], (document) =>
  isEnglishOrUnspecified(document) ? titledNote(document, "reasoning_for_supersession", "description") : [],
);
