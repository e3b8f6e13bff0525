import type { CsafRule } from "../rule.ts";
import { filesHashedOnlyBy } from "./shared/hashes.ts";

/** Section 6.2.8. */
export const rule: CsafRule = {
  id: "6.2.8",
  group: "recommended",
  title: "Use of MD5 as the Only Hash Algorithm",
  check: (document) => filesHashedOnlyBy("md5", document),
};
