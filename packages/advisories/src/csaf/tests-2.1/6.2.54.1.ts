import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { extensionClass, extensionItems, extensionSchema } from "./shared/extensions.ts";

/** Section 6.2.54.1. */
export const rule: CsafRule = {
  id: "6.2.54.1",
  group: "recommended",
  title: "Registered Extension",
  check: (document) =>
    extensionItems(document)
      .filter(({ value }) => extensionClass(value) === "experimental")
      .map(({ path, value }) => ({
        path,
        message: `extension ${quote(extensionSchema(value))} is neither official nor registered`,
      })),
};
