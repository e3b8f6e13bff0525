import type { Part } from "../part.ts";
import { type Inherited, inherit, nothingInherited, type Product, readProduct } from "./product.ts";

/** Deeper trees than this are no real ones (CSAF 2.1 recommends fewer than 30 levels). */
const deepestBranch = 100;

/** The products and groups of one document. */
export class ProductTree {
  private readonly products = new Map<string, Product>();
  private readonly groups = new Map<string, string[]>();

  constructor(tree: Part | null) {
    if (tree === null) return;
    for (const branch of tree.parts("branches")) this.readBranch(branch, nothingInherited, 1);
    for (const product of tree.parts("full_product_names")) this.add(product, readProduct(product, nothingInherited));
    for (const relationship of tree.parts("relationships")) this.readRelationship(relationship);
    for (const path of tree.parts("product_paths")) this.readProductPath(path);
    for (const group of tree.parts("product_groups")) {
      const id = group.required("group_id");
      if (id !== null) this.groups.set(id, group.texts("product_ids"));
    }
  }

  get(id: string): Product | null {
    return this.products.get(id) ?? null;
  }

  /**
   * The products that an entry is about: its `product_ids` and those of its `group_ids`, each once. Null where the
   * entry names neither.
   */
  productsOf(entry: Part): Set<string> | null {
    const groups = entry.texts("group_ids");
    const ids = entry.texts("product_ids");
    if (groups.length === 0 && ids.length === 0) return null;
    const all = new Set(entry.afford(ids, "products"));
    groups.forEach((group, i) => {
      const members = this.groups.get(group);
      if (members === undefined) entry.report("advisories.unknown-group", { id: group }, `group_ids/${i}`);
      else for (const id of entry.afford(members, "products")) all.add(id);
    });
    return all;
  }

  private add(part: Part, product: Product | null): void {
    if (product === null) return;
    if (this.products.has(product.id)) part.report("advisories.repeated-product", { id: product.id });
    else this.products.set(product.id, product);
  }

  private readBranch(branch: Part, above: Inherited, depth: number): void {
    if (depth > deepestBranch) {
      branch.report("advisories.too-deep", { limit: deepestBranch });
      return;
    }
    const inherited = inherit(above, branch.text("category"), branch.text("name"));
    const product = branch.part("product");
    if (product !== null) this.add(product, readProduct(product, inherited));
    for (const below of branch.parts("branches")) this.readBranch(below, inherited, depth + 1);
  }

  /** CSAF 2.0: one product in its relation to another. */
  private readRelationship(part: Part): void {
    const name = part.part("full_product_name");
    const product = name === null ? null : readProduct(name, nothingInherited);
    if (name === null || product === null) return;
    const host = part.required("relates_to_product_reference");
    const component = part.required("product_reference");
    this.add(name, { ...product, component, hosts: host === null ? [] : [host] });
  }

  /** CSAF 2.1: a product and, step by step, those that it is a component of or installed on. */
  private readProductPath(part: Part): void {
    const name = part.part("full_product_name");
    const product = name === null ? null : readProduct(name, nothingInherited);
    if (name === null || product === null) return;
    const component = part.required("beginning_product_reference");
    const hosts = part.parts("subpaths").flatMap((step) => step.required("next_product_reference") ?? []);
    this.add(name, { ...product, component, hosts });
  }
}
