import { branchProducts } from "./branch-paths.ts";
import { isText, member } from "./json.ts";
import { select, selectFrom } from "./select.ts";

/** Branches that tell versions of one product apart; those above them say which product it is. */
const versionCategories = new Set(["product_version", "product_version_range", "patch_level", "service_pack"]);

/** How a product path goes on from its beginning: `installed_on CSAFPID-1`. */
interface Step {
  category: string;
  product: string;
}

interface ProductPath {
  beginning: string;
  steps: Step[];
}

/**
 * What a product corresponds to as another version of it (6.1.27.13), as keys: two products that share a key correspond.
 * - A product of the branches: its branches without those of versions.
 * - A product that is only listed: nothing is known of it, so that it corresponds to every other of its kind.
 * - A product path: the path with one of its products replaced by that one's own key. One that has `installed_with`
 *   also corresponds to the path before it, whatever its version.
 */
export class Correspondence {
  readonly #keyOfProduct = new Map<string, string>();
  readonly #paths = new Map<string, ProductPath>();
  readonly #productByPath = new Map<string, string>();

  constructor(document: unknown) {
    for (const { value, ancestors } of branchProducts(document)) {
      const id = member(value, "product_id");
      const above = ancestors.filter(({ category }) => !versionCategories.has(category));
      if (isText(id)) this.#keyOfProduct.set(id, JSON.stringify(above.map(({ category, name }) => [category, name])));
    }
    for (const { value } of select(document, "$.product_tree.full_product_names[*].product_id"))
      if (isText(value) && !this.#keyOfProduct.has(value)) this.#keyOfProduct.set(value, "listed");
    for (const path of select(document, "$.product_tree.product_paths[*]")) {
      const id = member(member(path.value, "full_product_name"), "product_id");
      const beginning = member(path.value, "beginning_product_reference");
      if (!isText(id) || !isText(beginning)) continue;
      const steps = selectFrom(path, "$.subpaths[*]").map(({ value }) => ({
        category: textOf(value, "category"),
        product: textOf(value, "next_product_reference"),
      }));
      this.#paths.set(id, { beginning, steps });
      this.#productByPath.set(exactKey({ beginning, steps }), id);
    }
  }

  isDefined(product: string): boolean {
    return this.#keyOfProduct.has(product) || this.#paths.has(product);
  }

  /** The keys under which other versions of a product are found. */
  keys(product: string): string[] {
    const path = this.#paths.get(product);
    if (path === undefined) return [this.#keyOfProduct.get(product) ?? product];
    const keyOf = (id: string) => this.#keyOfProduct.get(id) ?? id;
    const { beginning, steps } = path;
    return [
      JSON.stringify([{ version: keyOf(beginning) }, steps]),
      ...steps.map((step, at) => {
        const replaced = steps.map((other, index) =>
          index === at ? { ...step, product: keyOf(step.product) } : other,
        );
        return JSON.stringify([beginning, at, replaced]);
      }),
    ];
  }

  /** The products that a product path is before something is installed with them. */
  before(product: string): string[] {
    const path = this.#paths.get(product);
    return (path?.steps ?? []).flatMap(({ category }, index) => {
      if (category !== "installed_with" || path === undefined) return [];
      if (index === 0) return [path.beginning];
      const part = { beginning: path.beginning, steps: path.steps.slice(0, index) };
      return this.#productByPath.get(exactKey(part)) ?? [];
    });
  }
}

function textOf(value: unknown, key: string): string {
  const text = member(value, key);
  return isText(text) ? text : "";
}

const exactKey = ({ beginning, steps }: ProductPath): string => JSON.stringify([beginning, steps]);
