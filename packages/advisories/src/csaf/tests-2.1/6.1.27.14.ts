import { member } from "./shared/json.ts";
import { profileRule } from "./shared/profile-rule.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.27.14. */
export const rule = profileRule("6.1.27.14", "Document Notes", ["csaf_withdrawn", "csaf_superseded"], (document) => {
  const notes = select(document, "$.document.notes[*]");
  if (notes.some(({ value }) => member(value, "category") === "description")) return [];
  return [{ path: "/document/notes", message: "no note is of the category description" }];
});
