import { tlpLabel } from "./shared/document.ts";
import { notAfterNewestRevision } from "./shared/newest-revision.ts";

/** CSAF 2.1, section 6.1.45. */
export const rule = notAfterNewestRevision(
  "6.1.45",
  "Inconsistent Disclosure Date",
  ["$.vulnerabilities[*].disclosure_date"],
  (document) => tlpLabel(document) === "CLEAR",
);
