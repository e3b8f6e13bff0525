/** A version range as the name of a branch of category `product_version_range` (section 3.1.2.3.2). */
export interface NamedRange {
  /** The VERS type; null for a VERS-like specifier (vls), which has none. */
  type: string | null;
  constraints: Constraint[];
}

/** A constraint of VERS. `*` stands alone, without a version: every version. */
export interface Constraint {
  comparator: "=" | "!=" | "<" | "<=" | ">" | ">=" | "*";
  version: string;
}

/** Reads a range's name; null where it is neither VERS nor vls (6.1.50 reports it). */
export function readRange(name: string): NamedRange | null {
  const [, type = null, body = name] = /^vers:([a-z][a-z0-9.+-]*)\/(.+)$/s.exec(name) ?? [];
  const constraints = body.split("|").map(readConstraint);
  if (constraints.some((constraint) => constraint === null)) return null;
  const known = constraints.filter((constraint) => constraint !== null);
  const isVls = known.length > 1 || known.some(({ comparator }) => comparator !== "=" && comparator !== "*");
  return type !== null || isVls ? { type, constraints: known } : null;
}

function readConstraint(text: string): Constraint | null {
  if (text === "*") return { comparator: "*", version: "" };
  const match = /^(>=|<=|!=|<|>|=|)([^\s<>=!*]+)$/.exec(text.replace(/^([<>=!]*)\s+/, "$1").trim());
  const version = decode(match?.[2] ?? "");
  if (match === null || version === null) return null;
  return { comparator: match[1] === "" ? "=" : (match[1] as Constraint["comparator"]), version };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The constraint that says where a range ends: the last one that does not only take a version out. */
export function lastConstraint({ constraints }: NamedRange): Constraint | undefined {
  return constraints.findLast(({ comparator }) => comparator !== "!=");
}
