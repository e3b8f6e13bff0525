import { isText, member } from "./json.ts";
import { fullProductNames } from "./products.ts";
import { type Found, select, selectFrom } from "./select.ts";

/** Every extension, wherever the schema lets one stand. */
export function extensionItems(document: unknown): Found[] {
  return [
    ...select(document, "$.document.x_extensions[*]"),
    ...fullProductNames(document).flatMap((product) => selectFrom(product, "$.x_extensions[*]")),
    ...select(document, "$.vulnerabilities[*].metrics[*].content.x_extensions[*]"),
    ...select(document, "$.vulnerabilities[*].x_extensions[*]"),
    ...select(document, "$.x_extensions[*]"),
  ];
}

export type ExtensionClass = "official" | "registered" | "experimental";

/** The schemas of the extensions that the OASIS CSAF TC specifies or lists (section 2.4.2): none so far. */
const listed: ReadonlyMap<string, ExtensionClass> = new Map();

/** The class of an extension (section 2.4.1): what is on no list is experimental. */
export function extensionClass(extension: unknown): ExtensionClass {
  const schema = member(extension, "$schema");
  return (isText(schema) ? listed.get(schema) : undefined) ?? "experimental";
}

/** The `$schema` of an extension, for a message. */
export function extensionSchema(extension: unknown): string {
  const schema = member(extension, "$schema");
  return isText(schema) ? schema : "without $schema";
}
