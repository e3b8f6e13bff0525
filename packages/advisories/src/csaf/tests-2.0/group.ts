import type { RuleGroup } from "../rule.ts";

/** The group of a test by its number. What 2.1 calls recommended, 2.0 calls optional. */
export function groupOf(id: string): RuleGroup {
  if (id.startsWith("6.1.")) return "mandatory";
  return id.startsWith("6.2.") ? "recommended" : "informative";
}
