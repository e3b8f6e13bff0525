import { quote } from "@bongsu/base";
import type { SlowCsafRule } from "../rule.ts";
import { extensionPackage, extensionValidator } from "./shared/extension-packages.ts";
import { extensionClass, extensionItems, extensionSchema } from "./shared/extensions.ts";
import { undefinedMembers } from "./shared/undefined-members.ts";

/** Section 6.2.20. An extension is supported if its package is known: its schema then is a mandatory test's matter. */
export const rule: SlowCsafRule = {
  id: "6.2.20",
  group: "recommended",
  title: "Additional Properties",
  async checkSlowly(document, ports) {
    const unsupported = extensionItems(document).filter(({ value }) => {
      const known = extensionPackage(value, ports);
      return known === null || extensionValidator(known) === null;
    });
    return [
      ...undefinedMembers(document).map(({ path }) => ({
        path,
        message: `${quote(path.slice(path.lastIndexOf("/") + 1))} is not defined by a schema`,
      })),
      ...unsupported.map(({ path, value }) => ({
        path,
        message: `${extensionClass(value)} extension ${quote(extensionSchema(value))} is not supported`,
      })),
    ];
  },
};
