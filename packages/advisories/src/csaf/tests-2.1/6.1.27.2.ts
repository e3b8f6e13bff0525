import { member } from "./shared/json.ts";
import { profileRule } from "./shared/profile-rule.ts";
import { select } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.27.2. The category must be said, as in 6.1.27.19: its default does not count. */
export const rule = profileRule(
  "6.1.27.2",
  "Document References",
  ["csaf_informational_advisory", "csaf_security_incident_response"],
  (document) => {
    const references = select(document, "$.document.references[*]");
    if (references.some(({ value }) => member(value, "category") === "external")) return [];
    return [{ path: "/document/references", message: "no reference is of the category external" }];
  },
);
