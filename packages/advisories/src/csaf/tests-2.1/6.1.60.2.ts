import { quote } from "@bongsu/base";
import type { SlowCsafRule } from "../rule.ts";
import { schemaFindings } from "../schema-validation.ts";
import { extensionPackage, extensionValidator } from "./shared/extension-packages.ts";
import { extensionClass, extensionItems, extensionSchema } from "./shared/extensions.ts";

/** CSAF 2.1, section 6.1.60.2. */
export const rule: SlowCsafRule = {
  id: "6.1.60.2",
  group: "mandatory",
  title: "Extension Schema",
  async checkSlowly(document, ports) {
    return extensionItems(document).flatMap(({ path, value }) => {
      const known = extensionPackage(value, ports);
      const validate = known === null ? null : extensionValidator(known);
      if (validate === null) return [];
      return schemaFindings(validate, value).map((finding) => ({ ...finding, path: `${path}${finding.path}` }));
    });
  },
  unjudged(document, ports) {
    return extensionItems(document).flatMap(({ path, value }) => {
      const known = extensionPackage(value, ports);
      if (known !== null && extensionValidator(known) !== null) return [];
      const message = `${extensionClass(value)} extension ${quote(extensionSchema(value))} is not supported`;
      return [{ path, message }];
    });
  },
};
