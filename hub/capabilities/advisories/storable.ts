import type { AdvisoryDocument } from "@bongsu/advisories";
import { DocumentTexts, storableProblems } from "../../platform/database/document-texts.ts";

/** Sentences, and what is written but not looked up: never shortened. */
const prose = new Set([
  "title",
  "summary",
  "vector",
  "impact",
  "action",
  "justificationText",
  "cpe",
  "text",
  "source",
  "path",
]);

/** What stays in the document as it came, and is read from there. */
const keep = new Set(["original", "details", "references", "credits", "remediations", "commits", "weaknesses"]);

/**
 * The document with its texts as the database keeps them: names and versions fit into its indexes, and nothing holds a
 * character that it refuses. What had to be changed is among the problems.
 */
export function storableAdvisories(document: AdvisoryDocument): AdvisoryDocument {
  const texts = new DocumentTexts();
  const { problems, ...parts } = document;
  const kept = texts.value(parts, { prose, keep });
  const changed = texts.problems();
  const all = changed.length === 0 ? problems : [...problems, ...changed];
  return { ...kept, problems: storableProblems(all) };
}
