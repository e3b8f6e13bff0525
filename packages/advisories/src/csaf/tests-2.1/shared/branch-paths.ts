import { elements, isObject, isText, member } from "./json.ts";
import { branchDepthFollowed, type Found } from "./select.ts";

/** A branch on the way to a product: what it is and how it is called. Empty where the document does not say. */
export interface Ancestor {
  category: string;
  name: string;
}

/** A product of the branches, with the branches from the product tree down to it. */
export interface BranchProduct extends Found {
  ancestors: Ancestor[];
}

/** Every product that stands in a branch, and its way there. */
export function branchProducts(document: unknown): BranchProduct[] {
  const products: BranchProduct[] = [];
  const follow = (list: unknown, path: string, above: Ancestor[]): void => {
    if (above.length >= branchDepthFollowed) return;
    elements(list).forEach((branch, index) => {
      const ancestors = [...above, { category: textOf(branch, "category"), name: textOf(branch, "name") }];
      const here = `${path}/branches/${index}`;
      const product = member(branch, "product");
      if (isObject(product)) products.push({ path: `${here}/product`, value: product, ancestors });
      follow(member(branch, "branches"), here, ancestors);
    });
  };
  follow(member(member(document, "product_tree"), "branches"), "/product_tree", []);
  return products;
}

function textOf(branch: unknown, key: string): string {
  const value = member(branch, key);
  return isText(value) ? value : "";
}
