import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { type Subtag, subtags } from "./shared/language-tag.ts";
import { select } from "./shared/select.ts";

/** The ranges that the IANA registry keeps for private use, by what a subtag stands for (RFC 5646, section 2.2). */
const reserved: { [kind in Subtag["kind"]]?: RegExp } = {
  language: /^q[a-t][a-z]$/,
  script: /^qa(a[a-z]|b[a-x])$/,
  region: /^(aa|q[m-z]|x[a-z]|zz)$/,
  private: /^/,
};

/** Section 6.2.14. */
export const rule: CsafRule = {
  id: "6.2.14",
  group: "recommended",
  title: "Use of Private Language",
  check: (document) =>
    ["lang", "source_lang"]
      .flatMap((key) => select(document, `$.document.${key}`))
      .flatMap(({ path, value }) => {
        const found = isText(value) ? subtags(value).find(({ text, kind }) => reserved[kind]?.test(text)) : undefined;
        if (found === undefined) return [];
        return [{ path, message: `subtag ${quote(found.text)} of ${quote(value)} is for private use` }];
      }),
};
