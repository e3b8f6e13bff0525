import type { Part } from "../part.ts";

/** One product of a CSAF product tree, with what the branches above it say. */
export interface Product {
  id: string;
  /** Its full product name. */
  name: string;
  vendor: string | null;
  /** The branch `product_name`, else `product_family`. */
  product: string | null;
  version: string | null;
  /** The branch `product_version_range`, as written. */
  range: string | null;
  purls: string[];
  cpe: string | null;
  /** In a relationship: the id of the product that is a component of, or installed on, the others. */
  component: string | null;
  /** In a relationship: the ids of those that it is a component of, or installed on. */
  hosts: string[];
  /** Where it is described. */
  part: Part;
}

/** What a branch hands down to those below it. */
export type Inherited = Pick<Product, "vendor" | "product" | "version" | "range">;

export const nothingInherited: Inherited = { vendor: null, product: null, version: null, range: null };

/** Adds one branch's category and name (CSAF 2.0 §3.1.2.2, 2.1 §3.1.3.2) to what is handed down. */
export function inherit(above: Inherited, category: string | null, name: string | null): Inherited {
  if (name === null) return above;
  switch (category) {
    case "vendor":
      return { ...above, vendor: name };
    case "product_family":
    case "product_name":
      return { ...above, product: name };
    case "product_version":
      return { ...above, version: name };
    case "product_version_range":
      return { ...above, range: name };
    case "patch_level":
    case "service_pack":
      return above.version === null ? above : { ...above, version: `${above.version} ${name}` };
    default:
      return above;
  }
}

/** Reads a full product name (`product_id`, `name`, `product_identification_helper`). */
export function readProduct(part: Part, inherited: Inherited): Product | null {
  const id = part.required("product_id");
  if (id === null) return null;
  const helper = part.part("product_identification_helper");
  const single = helper?.text("purl") ?? null;
  return {
    ...inherited,
    id,
    name: part.required("name") ?? id,
    purls: [...(single === null ? [] : [single]), ...(helper?.texts("purls") ?? [])],
    cpe: helper?.text("cpe") ?? null,
    component: null,
    hosts: [],
    part,
  };
}
