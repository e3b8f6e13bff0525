import { quote } from "@bongsu/base";
import type { RuleFinding } from "../../rule.ts";
import { documentCategory } from "./document.ts";

/** Dashes, hyphens, minus signs, underscores and white space, whatever they look like. */
const separators = new RegExp(
  [
    String.raw`[\p{Pd}\p{Pc}\p{Z}\s]`,
    // Hyphens, minus signs and low lines that Unicode files elsewhere, and what has no width.
    String.raw`\u00ad|\u02d7|\u0332|\u0333|\u2043|\u207b|\u208b|\u200b|\u2060|\u2212|\u2796`,
  ].join("|"),
  "gu",
);

const normal = (text: string): string => text.replace(separators, "").toLowerCase();

/**
 * A finding where the document's category is not a profile's value, and comes too close to one, or to its name
 * (6.1.26 of both versions). `profiles`: the names of the profiles but for "CSAF Base" by their values.
 */
export function prohibitedCategory(document: unknown, profiles: ReadonlyMap<string, string>): RuleFinding[] {
  const category = documentCategory(document);
  if (category === "csaf_base" || profiles.has(category)) return [];
  const path = "/document/category";
  if (category.toLowerCase().startsWith("csaf_"))
    return [{ path, message: `category ${quote(category)} has the reserved prefix csaf_, but is no profile` }];
  const close = [...profiles].find(([value, name]) => [value, name].some((word) => normal(word) === normal(category)));
  if (close === undefined) return [];
  return [{ path, message: `category ${quote(category)} is a name of the profile "${close[1]}"` }];
}
