import type { ExtensionPackage } from "../../rule.ts";
import { extensionCategories } from "../../schema-2.1/extension.ts";
import { closed, definition, list, oneOfThese, type Schema, set, text } from "../../schema-2.1/parts.ts";

/** Where the TC keeps the extensions that its tests and documentation use. */
const id = (number: number): string =>
  "https://raw.githubusercontent.com/oasis-tcs/csaf/refs/heads/master/csaf_2.1/extension/data/valid/" +
  `documentation-${number}/documentation-${number}-content_1.0.0.json`;

const content = (properties: { [key: string]: Schema }, required: string[] = []): Schema => ({
  type: "object",
  minProperties: 1,
  required,
  properties,
  unevaluatedProperties: false,
});

const schema = (number: number, critical: boolean, body: Schema): Schema =>
  closed(["$schema", "category", "critical", "content"], {
    $schema: { const: id(number) },
    category: oneOfThese(...extensionCategories),
    content: body,
    critical: { const: critical },
  });

const configurations = closed(["configurations", "relationships"], {
  configurations: set(closed(["configuration_id", "details"], { configuration_id: text, details: text })),
  relationships: set(
    closed(["configuration_reference", "full_product_name", "product_reference"], {
      configuration_reference: text,
      full_product_name: definition("full_product_name_t"),
      product_reference: definition("product_id_t"),
    }),
  ),
});

const everywhere = (
  most: number,
  others: { [location: string]: number } = {},
): ExtensionPackage["mostOccurrences"] => ({
  document: most,
  branches: most,
  full_product_names: most,
  product_paths: most,
  metrics: most,
  vulnerabilities: most,
  root: most,
  ...others,
});

/** The extensions that the TC publishes for documentation and tests, by the value of their `$schema`. */
export const documentationExtensions: ReadonlyMap<string, ExtensionPackage> = new Map([
  [
    id(11),
    {
      schema: schema(11, false, content({ documentation: text })),
      incompatible: [id(12)],
      mostOccurrences: everywhere(1),
    },
  ],
  [
    id(12),
    {
      schema: schema(12, false, content({ documentation: text, notes: list(text) }, ["documentation"])),
      incompatible: [id(11)],
      mostOccurrences: everywhere(4096, { full_product_names: 10, product_paths: 2, metrics: 0 }),
    },
  ],
  [
    id(13),
    {
      schema: schema(13, true, content({ configuration_tree: configurations })),
      incompatible: [],
      mostOccurrences: everywhere(0, { root: 1 }),
    },
  ],
]);
