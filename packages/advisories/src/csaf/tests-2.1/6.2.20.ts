import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { strictCsaf21Findings } from "../schema-2.1.ts";
import { extensionClass, extensionItems, extensionSchema } from "./shared/extensions.ts";

/** Section 6.2.20. No extension is supported here, whatever its class: each is reported with its schema. */
export const rule: CsafRule = {
  id: "6.2.20",
  group: "recommended",
  title: "Additional Properties",
  check: (document) => [
    ...strictCsaf21Findings(document).filter(({ message }) =>
      /additional properties|unevaluated properties/.test(message),
    ),
    ...extensionItems(document).map(({ path, value }) => ({
      path,
      message: `${extensionClass(value)} extension ${quote(extensionSchema(value))} is not supported`,
    })),
  ],
};
