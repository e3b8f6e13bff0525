import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { documentCategory, isEnglishOrUnspecified } from "./shared/document.ts";
import { fixedTerm, untranslated } from "./shared/fixed-terms.ts";
import { isText, member } from "./shared/json.ts";
import { select } from "./shared/select.ts";

const applies = (document: unknown): boolean =>
  documentCategory(document) === "csaf_superseded" && !isEnglishOrUnspecified(document);

/** Section 6.2.39.4. The English summary is a mandatory test's matter (6.1.27.19). */
export const rule: CsafRule = {
  id: "6.2.39.4",
  group: "recommended",
  title: "Language Specific Superseding Document",
  skipped: (document) => (applies(document) ? untranslated(document, "superseding_document") : null),
  check(document) {
    const term = applies(document) ? fixedTerm(document, "superseding_document") : null;
    if (term === null) return [];
    const references = select(document, "$.document.references[*]").filter(({ value }) => {
      const summary = member(value, "summary");
      return isText(summary) && summary.startsWith(term);
    });
    if (references.length === 0) {
      return [{ path: "/document/references", message: `no reference's summary starts with ${quote(term)}` }];
    }
    return references
      .filter(({ value }) => member(value, "category") !== "external")
      .map(({ path }) => ({ path, message: `the reference ${quote(term)} must be of category external` }));
  },
};
