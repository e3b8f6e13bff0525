import type { SlowCsafRule } from "../rule.ts";
import { member } from "./shared/json.ts";
import { unresolved } from "./shared/resolving.ts";
import { select, selectFrom } from "./shared/select.ts";

/** Section 6.3.7. A document that is not yet released will most likely fail it. */
export const rule: SlowCsafRule = {
  id: "6.3.7",
  group: "informative",
  title: "Use of Self Referencing URLs Failing to Resolve",
  needs: "resolveUrl",
  checkSlowly: (document, { resolveUrl }) =>
    unresolved(
      ["$.document.references[*]", "$.vulnerabilities[*].references[*]"]
        .flatMap((path) => select(document, path))
        .filter(({ value }) => member(value, "category") === "self")
        .flatMap((reference) => selectFrom(reference, "$.url")),
      0,
      resolveUrl,
    ),
};
