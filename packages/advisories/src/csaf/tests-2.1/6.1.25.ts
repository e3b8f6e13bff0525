import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { fileHashLists } from "./shared/hashes.ts";
import { isText } from "./shared/json.ts";
import { repeated } from "./shared/repeated.ts";
import { selectFrom } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.25. */
export const rule: CsafRule = {
  id: "6.1.25",
  group: "mandatory",
  title: "Multiple Use of Same Hash Algorithm",
  check(document) {
    return fileHashLists(document).flatMap((file) =>
      repeated(selectFrom(file, "$[*].algorithm"), ({ value }) => (isText(value) ? value : null)).map(
        ({ path, value }) => ({ path, message: `${quote(value)} is used more than once for one file` }),
      ),
    );
  },
};
