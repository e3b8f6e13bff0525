import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { extensionItems, extensionSchema } from "./shared/extensions.ts";
import { member } from "./shared/json.ts";

/** Section 6.2.54.3. Where `critical` is not said, it is false (section 2.4.4.4). */
export const rule: CsafRule = {
  id: "6.2.54.3",
  group: "recommended",
  title: "Critical Extension",
  check: (document) =>
    extensionItems(document)
      .filter(({ value }) => (member(value, "critical") ?? false) !== false)
      .map(({ path, value }) => ({
        path: `${path}/critical`,
        message: `extension ${quote(extensionSchema(value))} is critical`,
      })),
};
