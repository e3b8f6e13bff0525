import type { CsafRule, RuleFinding } from "../../rule.ts";
import { documentCategory } from "./document.ts";
import { member } from "./json.ts";
import { type Found, select } from "./select.ts";

/** A mandatory test that applies to the documents of some profiles only (section 6.1.27). */
export function profileRule(
  id: string,
  title: string,
  categories: readonly string[],
  check: (document: unknown) => RuleFinding[],
): CsafRule {
  return {
    id,
    group: "mandatory",
    title,
    check: (document) => (categories.includes(documentCategory(document)) ? check(document) : []),
  };
}

/** A finding where a member of the document's root must be there and is not. */
export const mustExist = (document: unknown, key: string): RuleFinding[] =>
  member(document, key) === undefined ? [{ path: `/${key}`, message: `the document has no ${key}` }] : [];

/** A finding where a member of the document's root must not be there and is. */
export const mustNotExist = (document: unknown, key: string): RuleFinding[] =>
  member(document, key) === undefined
    ? []
    : [{ path: `/${key}`, message: `a document of this profile must not have ${key}` }];

/** A finding for each vulnerability that does not have what it must have. */
export const everyVulnerability = (
  document: unknown,
  has: (vulnerability: unknown) => boolean,
  missing: string,
): RuleFinding[] =>
  select(document, "$.vulnerabilities[*]")
    .filter(({ value }: Found) => !has(value))
    .map(({ path }) => ({ path, message: `the vulnerability has no ${missing}` }));
