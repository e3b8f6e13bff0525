import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { tlpLabel } from "./shared/document.ts";
import { extensionClass, extensionItems, extensionSchema } from "./shared/extensions.ts";

/** Section 6.2.54.4. */
export const rule: CsafRule = {
  id: "6.2.54.4",
  group: "recommended",
  title: "Usage of Experimental Extension in TLP:CLEAR Document",
  check: (document) =>
    tlpLabel(document) !== "CLEAR"
      ? []
      : extensionItems(document)
          .filter(({ value }) => extensionClass(value) === "experimental")
          .map(({ path, value }) => ({
            path,
            message: `extension ${quote(extensionSchema(value))} is experimental: readers of a TLP:CLEAR document may not know it`,
          })),
};
