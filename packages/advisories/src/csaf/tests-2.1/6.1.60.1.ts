import type { CsafRule } from "../rule.ts";
import { extensionContentFindings } from "../schema-2.1.ts";
import { extensionItems } from "./shared/extensions.ts";

/** CSAF 2.1, section 6.1.60.1. */
export const rule: CsafRule = {
  id: "6.1.60.1",
  group: "mandatory",
  title: "Content Schema",
  check(document) {
    return extensionItems(document).flatMap(({ path, value }) =>
      extensionContentFindings(value).map((finding) => ({ ...finding, path: `${path}${finding.path}` })),
    );
  },
};
