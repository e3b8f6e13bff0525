import type { Part } from "../part.ts";
import type { ProductTree } from "./product-tree.ts";

/** Things said of products, some of single ones, some of all. */
export class SaidOfProducts<T> {
  /** Everything that is said, of whichever product. */
  readonly all: T[] = [];
  /** What is said without naming products. */
  readonly ofEvery: T[] = [];
  private readonly byProduct = new Map<string, T[]>();

  /** Notes what an entry with `product_ids` and `group_ids` says; an entry with neither says it of every product. */
  add(entry: Part, tree: ProductTree, said: T): void {
    this.all.push(said);
    const ids = tree.productsOf(entry);
    if (ids === null) this.ofEvery.push(said);
    else for (const id of ids) this.addTo(id, said);
  }

  private addTo(id: string, said: T): void {
    const list = this.byProduct.get(id);
    if (list === undefined) this.byProduct.set(id, [said]);
    else list.push(said);
  }

  /** What is said of one product by its name. */
  of(id: string): T[] {
    return this.byProduct.get(id) ?? [];
  }
}
