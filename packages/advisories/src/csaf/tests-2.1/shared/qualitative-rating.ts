import type { RuleFinding } from "../../rule.ts";
import { member } from "./json.ts";
import { select } from "./select.ts";

/** The metrics that rate severity by a word, among those of `chosen`. */
export function qualitativeRatings(document: unknown, chosen: (metric: unknown) => boolean): RuleFinding[] {
  return select(document, "$.vulnerabilities[*].metrics[*]")
    .filter(
      ({ value }) => member(member(value, "content"), "qualitative_severity_rating") !== undefined && chosen(value),
    )
    .map(({ path }) => ({
      path: `${path}/content/qualitative_severity_rating`,
      message: "a qualitative severity rating says nothing of what led to it",
    }));
}
