import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { extensionClass, extensionItems, extensionSchema } from "./shared/extensions.ts";
import { undefinedMembers } from "./shared/undefined-members.ts";

/** Section 6.2.20. No extension is supported here, whatever its class: each is reported with its schema. */
export const rule: CsafRule = {
  id: "6.2.20",
  group: "recommended",
  title: "Additional Properties",
  check: (document) => [
    ...undefinedMembers(document).map(({ path }) => ({
      path,
      message: `${quote(path.slice(path.lastIndexOf("/") + 1))} is not defined by a schema`,
    })),
    ...extensionItems(document).map(({ path, value }) => ({
      path,
      message: `${extensionClass(value)} extension ${quote(extensionSchema(value))} is not supported`,
    })),
  ],
};
