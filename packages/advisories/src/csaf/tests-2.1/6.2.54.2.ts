import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { extensionClass, extensionItems, extensionSchema } from "./shared/extensions.ts";

/** Section 6.2.54.2. */
export const rule: CsafRule = {
  id: "6.2.54.2",
  group: "recommended",
  title: "Official Extension",
  check: (document) =>
    extensionItems(document)
      .filter(({ value }) => extensionClass(value) !== "official")
      .map(({ path, value }) => ({ path, message: `extension ${quote(extensionSchema(value))} is not official` })),
};
