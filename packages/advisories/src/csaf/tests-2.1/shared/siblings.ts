import { ecosystemOfScheme, rangeOrder } from "@bongsu/versions";
import { branches } from "./branches.ts";
import { isObject, isText, member } from "./json.ts";
import { type Found, select, selectFrom } from "./select.ts";
import { type Stretch, stretchesOf, versionLine } from "./version-line.ts";
import { type Constraint, readRange } from "./version-range.ts";

/** The names that section 6.2.50 gives to what stands on one level of the branches, by what a branch is the name of. */
export type SiblingKind = "vers" | "vls" | "version";

/** A version or version range, and the products in or under it. */
export interface Sibling {
  path: string;
  name: string;
  kind: SiblingKind;
  /** The VERS type of a range that has one. */
  type: string | null;
  constraints: Constraint[];
  /** `product` (the specification's `+l`) or `branches` (`+b`). */
  holds: "product" | "branches";
  products: string[];
}

/** A sibling on the line of one order. `native`: the order is that of its own type. */
export interface PlacedSibling {
  sibling: Sibling;
  stretches: Stretch[];
  native: boolean;
}

/** The order that is tried for ranges and versions of which no type is said. */
const orderOfVls = "generic";

/**
 * The versions and ranges of each level of the branches, on lines on which they can be compared: one line for each VERS
 * type, with what says no type; and one for what says none. What a line's order cannot read is not on it.
 */
export function siblingLines(document: unknown): PlacedSibling[][] {
  const levels = [...select(document, "$.product_tree"), ...branches(document)].map((parent) =>
    selectFrom(parent, "$.branches[*]").flatMap(siblingOf),
  );
  return levels.flatMap((level) => {
    const types = new Set(level.flatMap(({ kind, type }) => (kind === "version" ? [] : [type])));
    return [...types].flatMap((type) => {
      const order = type === null ? orderOfVls : ecosystemOfScheme(type);
      if (rangeOrder(order) === null) return [];
      return [
        placed(
          order,
          type,
          level.filter((sibling) => sibling.type === null || sibling.type === type),
        ),
      ];
    });
  });
}

function siblingOf(branch: Found): Sibling[] {
  const [category, name] = [member(branch.value, "category"), member(branch.value, "name")];
  const holdsProduct = isObject(member(branch.value, "product"));
  const holdsBranches = Array.isArray(member(branch.value, "branches"));
  if (!isText(name) || holdsProduct === holdsBranches) return [];
  const range = category === "product_version_range" ? readRange(name) : null;
  if (range === null && category !== "product_version") return [];
  const products = selectFrom(branch, "$..product.product_id").flatMap(({ value }) => (isText(value) ? [value] : []));
  return [
    {
      path: `${branch.path}/name`,
      name,
      kind: range === null ? "version" : range.type === null ? "vls" : "vers",
      type: range?.type ?? null,
      constraints: range?.constraints ?? [{ comparator: "=", version: name }],
      holds: holdsProduct ? "product" : "branches",
      products,
    },
  ];
}

function placed(order: string, type: string | null, siblings: Sibling[]): PlacedSibling[] {
  const line = versionLine(
    order,
    siblings.flatMap(({ constraints }) => constraints.map(({ version }) => version)),
  );
  return siblings.flatMap((sibling) => {
    const stretches = stretchesOf(sibling.constraints, line);
    return stretches === null
      ? []
      : [{ sibling, stretches, native: sibling.kind !== "version" && sibling.type === type }];
  });
}
