import type { RuleFinding } from "../../rule.ts";
import { member } from "./json.ts";
import { fullProductNames } from "./products.ts";
import { type Found, selectFrom } from "./select.ts";

/** The lists of hashes, one list per file, of every product. */
export function fileHashLists(document: unknown): Found[] {
  return fullProductNames(document).flatMap((product) =>
    selectFrom(product, "$.product_identification_helper.hashes[*].file_hashes"),
  );
}

/** Every single hash of every product. */
export function fileHashes(document: unknown): Found[] {
  return fileHashLists(document).flatMap((list) => selectFrom(list, "$[*]"));
}

/** Files whose only hash algorithm is this one. */
export function filesHashedOnlyBy(algorithm: string, document: unknown): RuleFinding[] {
  return fileHashLists(document)
    .filter((list) => {
      const hashes = selectFrom(list, "$[*]");
      return hashes.length > 0 && hashes.every(({ value }) => member(value, "algorithm") === algorithm);
    })
    .map(({ path }) => ({ path, message: `${algorithm} is the file's only hash algorithm` }));
}
