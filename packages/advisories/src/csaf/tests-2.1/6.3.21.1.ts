import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { extensionItems, extensionSchema } from "./shared/extensions.ts";
import { member } from "./shared/json.ts";

/** Section 6.3.21.1. */
export const rule: CsafRule = {
  id: "6.3.21.1",
  group: "informative",
  title: "Extension Category Essential",
  check: (document) =>
    extensionItems(document)
      .filter(({ value }) => member(value, "category") === "essential")
      .map(({ path, value }) => ({
        path: `${path}/category`,
        message: `who does not know extension ${quote(extensionSchema(value))} misses what is essential`,
      })),
};
