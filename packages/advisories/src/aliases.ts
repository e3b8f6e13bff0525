import { compareNames } from "./names.ts";

/** What the union looks at. */
interface Named {
  id: string;
  aliases: readonly string[];
}

/** One vulnerability with everything that is said of it. */
export interface AliasGroup<T> {
  /** The name to show: a CVE id where there is one, else GHSA, else another database's. */
  name: string;
  /** Every name, the shown one first. */
  names: string[];
  advisories: T[];
}

/** A name in the forest of a union-find; a root is its own parent. */
interface Node {
  name: string;
  parent: Node | null;
  size: number;
}

/**
 * Joins the advisories of one vulnerability: those that share an id or an alias, directly or through others. Names are
 * compared without regard to case. `related` and `upstream` join nothing: they name other vulnerabilities.
 *
 * @returns the groups in the order of their first advisory, each with its advisories in the order given.
 */
export function joinAliases<T extends Named>(advisories: readonly T[]): AliasGroup<T>[] {
  const nodes = new Map<string, Node>();
  const nodeOf = (name: string): Node => {
    const key = name.toUpperCase();
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const node = { name, parent: null, size: 1 };
    nodes.set(key, node);
    return node;
  };
  for (const { id, aliases } of advisories) {
    const own = nodeOf(id);
    for (const alias of aliases) unite(own, nodeOf(alias));
  }
  const groups = new Map<Node, AliasGroup<T>>();
  for (const advisory of advisories) {
    const root = rootOf(nodeOf(advisory.id));
    const group = groups.get(root);
    if (group === undefined) groups.set(root, { name: "", names: [], advisories: [advisory] });
    else group.advisories.push(advisory);
  }
  for (const node of nodes.values()) groups.get(rootOf(node))?.names.push(node.name);
  for (const group of groups.values()) {
    group.names.sort(compareNames);
    group.name = group.names[0] ?? "";
  }
  return [...groups.values()];
}

/** Finds a tree's root, halving the path on the way. */
function rootOf(node: Node): Node {
  let at = node;
  while (at.parent !== null) {
    if (at.parent.parent !== null) at.parent = at.parent.parent;
    at = at.parent;
  }
  return at;
}

/** Hangs the smaller tree under the larger one's root. */
function unite(a: Node, b: Node): void {
  const [x, y] = [rootOf(a), rootOf(b)];
  if (x === y) return;
  const [small, large] = x.size < y.size ? [x, y] : [y, x];
  small.parent = large;
  large.size += small.size;
}
