import { closed, definition, list, type Schema, set, text } from "./parts.ts";

/** Section 3.2.3. */
export const productTreeSchema: Schema = closed(
  [],
  {
    branches: definition("branches_t"),
    full_product_names: list(definition("full_product_name_t")),
    product_groups: list(
      closed(["group_id", "product_ids"], {
        group_id: definition("product_group_id_t"),
        product_ids: set(definition("product_id_t"), { minItems: 2 }),
        summary: text,
      }),
    ),
    product_paths: list(
      closed(["beginning_product_reference", "full_product_name", "subpaths"], {
        beginning_product_reference: definition("product_id_t"),
        full_product_name: definition("full_product_name_t"),
        subpaths: list(definition("subpath_t")),
      }),
    ),
  },
  { minProperties: 1 },
);
