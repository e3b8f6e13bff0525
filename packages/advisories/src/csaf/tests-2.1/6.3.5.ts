import type { CsafRule } from "../rule.ts";
import { fileHashes } from "./shared/hashes.ts";
import { isText, member } from "./shared/json.ts";

const shortest = 64;

/** Section 6.3.5. */
export const rule: CsafRule = {
  id: "6.3.5",
  group: "informative",
  title: "Use of Short Hash",
  check: (document) =>
    fileHashes(document).flatMap(({ path, value }) => {
      const hash = member(value, "value");
      if (!isText(hash) || hash.length >= shortest) return [];
      return [{ path: `${path}/value`, message: `the hash has ${hash.length} characters, less than ${shortest}` }];
    }),
};
