import { quote } from "@bongsu/base";
import type { RuleFinding } from "../../rule.ts";
import { type FixedTerm, fixedTerm } from "./fixed-terms.ts";
import { member } from "./json.ts";
import { select } from "./select.ts";

/**
 * What is wrong where exactly one note of the document should have this term, in the document's language, as its title,
 * and be of this category. Nothing where no translation is recorded.
 */
export function titledNote(document: unknown, term: FixedTerm, category: string): RuleFinding[] {
  const title = fixedTerm(document, term);
  if (title === null) return [];
  const notes = select(document, "$.document.notes[*]").filter(({ value }) => member(value, "title") === title);
  if (notes.length === 0) return [{ path: "/document/notes", message: `no note has the title ${quote(title)}` }];
  return [
    ...notes.slice(1).map(({ path }) => ({ path, message: `another note has the title ${quote(title)} already` })),
    ...notes
      .filter(({ value }) => member(value, "category") !== category)
      .map(({ path }) => ({ path, message: `the note ${quote(title)} must be of category ${category}` })),
  ];
}
