import type { SlowCsafRule } from "../rule.ts";
import { proofread, sentences } from "./shared/prose.ts";
import { select } from "./shared/select.ts";

/** Section 6.3.16. */
export const rule: SlowCsafRule = {
  id: "6.3.16",
  group: "informative",
  title: "Grammar Check",
  needs: "grammarcheck",
  async checkSlowly(document, { grammarcheck }) {
    if (grammarcheck === undefined) return [];
    return proofread(
      document,
      sentences.flatMap((path) => select(document, path)),
      grammarcheck,
    );
  },
};
