import { isEnglishOrUnspecified } from "./shared/document.ts";
import { isText, member } from "./shared/json.ts";
import { profileRule } from "./shared/profile-rule.ts";
import { select } from "./shared/select.ts";

const start = "Superseding Document";

/** CSAF 2.1, section 6.1.27.19. The category must be said: its default does not count (the standard's own test suite). */
export const rule = profileRule("6.1.27.19", "Reference to Superseding Document", ["csaf_superseded"], (document) => {
  if (!isEnglishOrUnspecified(document)) return [];
  const references = select(document, "$.document.references[*]").filter(({ value }) => {
    const summary = member(value, "summary");
    return isText(summary) && summary.startsWith(start);
  });
  if (references.some(({ value }) => member(value, "category") === "external")) return [];
  const wrong = references.map(({ path }) => ({ path, message: `"${start}" must be of the category external` }));
  const missing = { path: "/document/references", message: `no reference has a summary that starts with "${start}"` };
  return wrong.length > 0 ? wrong : [missing];
});
