import type { ValidateFunction } from "ajv/dist/2020.js";
import type { ExtensionPackage, RulePorts } from "../../rule.ts";
import { compileSchema } from "../../schema-2.1.ts";
import { documentationExtensions } from "./documentation-extensions.ts";
import { isText, member } from "./json.ts";

/** The package of an extension: one of the TC's own, or what the port knows. Null where nobody knows it. */
export function extensionPackage(extension: unknown, ports: RulePorts): ExtensionPackage | null {
  const schema = member(extension, "$schema");
  if (!isText(schema)) return null;
  return documentationExtensions.get(schema) ?? ports.extension?.(schema) ?? null;
}

const compiled = new WeakMap<ExtensionPackage, ValidateFunction | null>();

/** The compiled schema of a package; null where it does not compile. */
export function extensionValidator(known: ExtensionPackage): ValidateFunction | null {
  let validate = compiled.get(known);
  if (validate === undefined) {
    try {
      validate = compileSchema(known.schema);
    } catch {
      validate = null;
    }
    compiled.set(known, validate);
  }
  return validate;
}
