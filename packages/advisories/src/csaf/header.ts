import type { Advisory, AdvisoryFormat, Reference, SeverityRating } from "../advisory.ts";
import { ratingOfWord } from "../cvss/rating.ts";
import type { Part } from "../part.ts";
import { References } from "../references.ts";
import { wordRating } from "../severity.ts";
import { distinct, joinTexts } from "../texts.ts";
import { tlpLabel } from "../tlp.ts";

/** What a CSAF document says of itself, and so of each of its vulnerabilities. */
export interface CsafHeader
  extends Pick<Advisory, "documentId" | "publisher" | "title" | "published" | "modified" | "withdrawn" | "tlp"> {
  format: AdvisoryFormat;
  /** `csaf_vex`, `csaf_security_advisory` … */
  category: string;
  summary: string | null;
  details: string | null;
  severity: SeverityRating | null;
  credits: string[];
  references: Reference[];
  document: Part;
}

export function readHeader(root: Part, format: AdvisoryFormat): CsafHeader | null {
  const document = root.part("document");
  const tracking = document?.part("tracking") ?? null;
  const documentId = tracking?.text("id") ?? null;
  if (document === null || documentId === null || documentId === "") {
    root.report("advisories.no-id", { field: "document/tracking/id" });
    return null;
  }
  const publisher = document.part("publisher")?.text("name") ?? null;
  const category = document.text("category") ?? "";
  const references = new References();
  addReferences(references, document);
  const modified = tracking?.time("current_release_date") ?? null;
  return {
    format,
    documentId,
    publisher,
    category,
    title: document.text("title"),
    published: tracking?.time("initial_release_date") ?? null,
    modified,
    // CSAF 2.1 §4.6 and §4.7: documents that take an earlier one back.
    withdrawn: category === "csaf_withdrawn" || category === "csaf_superseded" ? modified : null,
    tlp: readTlp(document),
    summary: notes(document, ["summary"]),
    details: notes(document, ["description", "details"]),
    severity: aggregateSeverity(document, publisher),
    credits: acknowledged(document),
    references: references.list,
    document,
  };
}

function readTlp(document: Part): string | null {
  const tlp = document.part("distribution")?.part("tlp") ?? null;
  const word = tlp?.text("label") ?? null;
  if (tlp === null || word === null) return null;
  const label = tlpLabel(word);
  if (label === null)
    tlp.report(
      "advisories.unknown-word",
      { field: "label", value: word, allowed: "CLEAR, GREEN, AMBER, AMBER+STRICT, RED" },
      "label",
    );
  return label;
}

function aggregateSeverity(document: Part, publisher: string | null): SeverityRating | null {
  const rating = ratingOfWord(document.part("aggregate_severity")?.text("text") ?? "");
  return rating === null ? null : wordRating(rating, publisher);
}

/** The texts of a document's or a vulnerability's notes of some categories. */
export function notes(part: Part, categories: readonly string[]): string | null {
  const chosen = part.parts("notes").filter((note) => categories.includes(note.text("category") ?? ""));
  return joinTexts(chosen.map((note) => note.text("text")));
}

/** The people and organisations of `acknowledgments`. */
export function acknowledged(part: Part): string[] {
  return distinct(part.parts("acknowledgments").flatMap((one) => [...one.texts("names"), one.text("organization")]));
}

/** Adds the references of a document or a vulnerability. */
export function addReferences(references: References, part: Part): void {
  for (const reference of part.parts("references"))
    references.add(reference.text("category") === "self" ? "advisory" : "web", reference.required("url"));
}
