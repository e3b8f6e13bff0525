import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { tlpLabel } from "./shared/document.ts";
import { extensionClass, extensionItems, extensionSchema } from "./shared/extensions.ts";

/** Section 6.3.21.2. */
export const rule: CsafRule = {
  id: "6.3.21.2",
  group: "informative",
  title: "Usage of Experimental Extension in Non-TLP:CLEAR Document",
  check: (document) =>
    tlpLabel(document) === "CLEAR"
      ? []
      : extensionItems(document)
          .filter(({ value }) => extensionClass(value) === "experimental")
          .map(({ path, value }) => ({
            path,
            message: `extension ${quote(extensionSchema(value))} is experimental: readers may not know it`,
          })),
};
