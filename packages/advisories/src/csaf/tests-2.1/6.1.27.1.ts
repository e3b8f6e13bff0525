import { member } from "./shared/json.ts";
import { profileRule } from "./shared/profile-rule.ts";
import { select } from "./shared/select.ts";

const informing = ["description", "details", "general", "summary"];

/** CSAF 2.1, section 6.1.27.1. */
export const rule = profileRule(
  "6.1.27.1",
  "Document Notes",
  ["csaf_informational_advisory", "csaf_security_incident_response"],
  (document) => {
    const notes = select(document, "$.document.notes[*]");
    if (notes.some(({ value }) => informing.some((category) => member(value, "category") === category))) return [];
    return [{ path: "/document/notes", message: `no note is of one of the categories ${informing.join(", ")}` }];
  },
);
