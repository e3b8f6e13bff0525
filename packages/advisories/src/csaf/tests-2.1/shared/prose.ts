import { quote } from "@bongsu/base";
import type { RuleFinding } from "../../rule.ts";
import { documentLanguage } from "./document.ts";
import { isText } from "./json.ts";
import type { Found } from "./select.ts";

/** Where sentences stand: what both a spell check and a grammar check read. */
export const sentences = [
  "$.document.acknowledgments[*].summary",
  "$.document.aggregate_severity.text",
  "$.document.distribution.text",
  "$.document.notes[*].audience",
  "$.document.notes[*].text",
  "$.document.notes[*].title",
  "$.document.publisher.issuing_authority",
  "$.document.references[*].summary",
  "$.document.title",
  "$.document.tracking.revision_history[*].summary",
  "$.product_tree.product_groups[*].summary",
  "$.vulnerabilities[*].acknowledgments[*].summary",
  "$.vulnerabilities[*].involvements[*].summary",
  "$.vulnerabilities[*].notes[*].audience",
  "$.vulnerabilities[*].notes[*].text",
  "$.vulnerabilities[*].notes[*].title",
  "$.vulnerabilities[*].references[*].summary",
  "$.vulnerabilities[*].remediations[*].details",
  "$.vulnerabilities[*].remediations[*].entitlements[*]",
  "$.vulnerabilities[*].remediations[*].restart_required.details",
  "$.vulnerabilities[*].threats[*].details",
  "$.vulnerabilities[*].title",
];

/** Finds the mistakes in a text; null where its language is not supported. */
type Reader = (text: string, language: string) => Promise<string[] | null>;

/** Reads these texts in the document's language; nothing where it names none, one finding where it is not supported. */
export async function proofread(document: unknown, texts: Found[], read: Reader): Promise<RuleFinding[]> {
  const language = documentLanguage(document);
  if (language === null || language === "") return [];
  const findings: RuleFinding[] = [];
  for (const { path, value } of texts) {
    if (!isText(value)) continue;
    const mistakes = await read(value, language).catch(() => null);
    if (mistakes === null) {
      return [{ path: "/document/lang", message: `language ${quote(language)} is not supported by the check` }];
    }
    if (mistakes.length > 0) findings.push({ path, message: mistakes.map((mistake) => quote(mistake)).join(", ") });
  }
  return findings;
}
