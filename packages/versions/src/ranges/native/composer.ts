import type { Interval } from "../../range.ts";
import type { Comparator } from "../constraint.ts";
import { allVersions, complementIntervals } from "../interval.ts";
import { defineGrammar, type Term } from "./grammar.ts";
import { isZero, next, type Partial, readPartial } from "./partial.ts";
import type { RangeSource } from "./source.ts";

/** `@beta`, `@dev`: how stable a version must be at least; no part of the range. */
const stability = /@(?:stable|rc|beta|alpha|dev)$/i;

const named: Record<string, Comparator> = { "": "=", "==": "=", "<>": "!=" };

/** `1.x-dev#abc123`: the commit that a branch must be at; no part of the range either. */
const reference = /^(dev-[^#]*|[^#]*-dev)#.*$/i;

/** The least version of a partial one, as it is written: Composer calls 1.2 and 1.2.0 equal, the order puts 1.2 first. */
const lowest = ({ numbers, suffix }: Partial) => numbers.join(".") + suffix;

function read(source: RangeSource, { operator, version: written, offset }: Term): Interval[] {
  const version = written.replace(reference, "$1").replace(stability, "");
  if (version.includes("#")) throw source.fail("not-a-version", offset);
  if (version === "" && written !== "") return [...allVersions];
  const partial = readPartial(version);
  const comparator = named[operator] ?? (operator as Comparator);
  // Names of branches (`dev-main`, `1.x-dev`) are versions of their own.
  if (partial === null || (partial.wildcard && partial.suffix !== "")) {
    if (operator === "~" || operator === "^") throw source.fail("not-a-version", offset);
    return source.compared(comparator, version, offset);
  }
  const { numbers, wildcard } = partial;
  const last = numbers.length - 1;
  if (numbers.length === 0) return comparator === "=" || comparator === ">=" ? [...allVersions] : [];
  if (operator === "~") return source.between(lowest(partial), next(numbers, Math.max(0, last - 1), 3), offset);
  if (operator === "^") {
    const firstNonZero = numbers.findIndex((number) => !isZero(number));
    return source.between(lowest(partial), next(numbers, firstNonZero < 0 ? last : firstNonZero, 3), offset);
  }
  if (!wildcard) return source.compared(comparator, version, offset);
  if (comparator !== "=" && comparator !== "!=") throw source.fail("bad-wildcard", offset);
  const held = source.between(numbers.join("."), next(numbers, last, 3), offset);
  return comparator === "=" ? held : complementIntervals(held);
}

/**
 * Composer's version constraints: https://getcomposer.org/doc/articles/versions.md#writing-version-constraints
 *
 * Ends are as VERS writes them: `^1.2` is `>=1.2|<2.0.0`, where Composer has `<2.0.0.0-dev`.
 */
export const composerRange = defineGrammar({
  operators: ["<=", ">=", "==", "!=", "<>", "<", ">", "=", "~", "^"],
  or: ["||", "|"],
  and: [","],
  juxtaposed: true,
  emptyIsAll: false,
  read,
  hyphen(source, low, high) {
    const from = readPartial(low.version);
    const to = readPartial(high.version);
    if (from === null || to === null || from.wildcard || to.wildcard) throw source.fail("not-a-version", low.offset);
    const [lower] = source.compared(">=", lowest(from), low.offset);
    const isFull = to.numbers.length >= 3 || to.suffix !== "";
    const [upper] = isFull
      ? source.compared("<=", to.text, high.offset)
      : source.compared("<", next(to.numbers, to.numbers.length - 1, to.numbers.length), high.offset);
    return [{ low: lower?.low ?? null, high: upper?.high ?? null }];
  },
});
