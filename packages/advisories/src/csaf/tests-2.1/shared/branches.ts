import { isText, member } from "./json.ts";
import { type Found, select } from "./select.ts";

/** A branch of the product tree with the name it has. */
export interface NamedBranch extends Found {
  name: string;
}

/** Every branch, at whatever depth. */
export function branches(document: unknown): Found[] {
  return select(document, "$.product_tree.branches[*]..");
}

/** The branches of one category that have a name; `path` is the name's. */
export function namesUnder(document: unknown, category: string): NamedBranch[] {
  return branches(document).flatMap(({ path, value }) => {
    const name = member(value, "name");
    if (member(value, "category") !== category || !isText(name)) return [];
    return [{ path: `${path}/name`, value, name }];
  });
}
