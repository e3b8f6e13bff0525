import type { Comparator } from "../constraint.ts";
import { invalidRange } from "../invalid.ts";
import { decodeVersion } from "./percent.ts";

/** One constraint of a VERS string before its version is read. */
export interface VersConstraint {
  comparator: Comparator;
  version: string;
  /** Where it begins in the string. */
  offset: number;
}

/** A VERS string taken apart: its type, and its constraints in the order in which they stand. */
export interface VersParts {
  type: string;
  /** `*`: every version. */
  star: boolean;
  constraints: VersConstraint[];
}

const comparators: readonly Comparator[] = [">=", "<=", "!=", "<", ">"];

/** Types that have no form but `*`. */
const starOnly = new Set(["all", "none"]);

/** Takes a VERS string apart, by “Parsing VERS” and the rules of Clause 5.3. Throws `versions.invalid-range`. */
export function splitVers(text: string): VersParts {
  const fail = (rule: Parameters<typeof invalidRange>[1], offset: number) => invalidRange(text, rule, offset);
  const odd = text.search(/[^!-~]/);
  if (odd >= 0) throw fail("bad-character", odd);
  if (!text.startsWith("vers:")) throw fail("not-vers", 0);
  const slash = text.indexOf("/");
  if (slash < 0) throw fail("no-slash", text.length);
  const type = text.slice(5, slash);
  if (!/^[a-z][a-z0-9.-]*$/.test(type)) throw fail("bad-type", 5);
  if (type === "invalid") throw fail("invalid-type", 5);
  const start = slash + 1;
  if (text.slice(start) === "*") return { type, star: true, constraints: [] };
  if (starOnly.has(type)) throw fail("only-star", start);
  const constraints: VersConstraint[] = [];
  for (let offset = start; offset <= text.length; ) {
    const pipe = text.indexOf("|", offset);
    const end = pipe < 0 ? text.length : pipe;
    constraints.push(readConstraint(text, offset, end));
    offset = end + 1;
  }
  return { type, star: false, constraints };
}

function readConstraint(text: string, offset: number, end: number): VersConstraint {
  if (end === offset) throw invalidRange(text, "no-constraint", offset);
  if (text[offset] === "=") throw invalidRange(text, "equals-sign", offset);
  if (text[offset] === "*") throw invalidRange(text, "star-alone", offset);
  const comparator = comparators.find((candidate) => text.startsWith(candidate, offset));
  const from = offset + (comparator?.length ?? 0);
  const encoded = text.slice(from, end);
  if (encoded === "") throw invalidRange(text, "no-version", from);
  const separator = encoded.search(/[<>=!*]/);
  if (separator >= 0) throw invalidRange(text, "must-encode", from + separator);
  const version = decodeVersion(encoded);
  if (version === null || version === "") throw invalidRange(text, "bad-percent", from + encoded.indexOf("%"));
  return { comparator: comparator ?? "=", version, offset };
}
