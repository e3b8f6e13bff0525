import type { CsafRule } from "../rule.ts";
import { filesHashedOnlyBy } from "./shared/hashes.ts";

/** Section 6.2.9. */
export const rule: CsafRule = {
  id: "6.2.9",
  group: "recommended",
  title: "Use of SHA-1 as the Only Hash Algorithm",
  check: (document) => filesHashedOnlyBy("sha1", document),
};
