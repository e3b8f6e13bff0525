import type { Interval } from "../../range.ts";
import type { Comparator } from "../constraint.ts";
import { allVersions, complementIntervals } from "../interval.ts";
import { defineGrammar, type Term } from "./grammar.ts";
import { isZero, next, type Partial, pad, readPartial } from "./partial.ts";
import type { RangeSource } from "./source.ts";

const comparators: Record<string, Comparator> = {
  "": "=",
  "=": "=",
  "==": "=",
  "!=": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

/** `^`: up to the next change of the first number that is not zero. */
export function caret(source: RangeSource, { numbers, suffix }: Partial, offset: number): Interval[] {
  const firstNonZero = numbers.findIndex((number) => !isZero(number));
  const index = firstNonZero < 0 ? numbers.length - 1 : firstNonZero;
  return source.between(lowest(numbers, suffix), next(numbers, Math.min(index, 2), 3), offset);
}

/** `~`: up to the next minor version, or major where only that is given. */
export function tilde(source: RangeSource, { numbers, suffix }: Partial, offset: number): Interval[] {
  return source.between(lowest(numbers, suffix), next(numbers, Math.min(numbers.length - 1, 1), 3), offset);
}

const lowest = (numbers: readonly string[], suffix: string) =>
  numbers.length < 3 ? pad(numbers, 3) : numbers.join(".") + suffix.replace(/\+.*$/s, "");

/** A comparison with a version whose last numbers are left out: all versions that begin so are meant as one. */
export function comparePartial(source: RangeSource, operator: string, partial: Partial, offset: number): Interval[] {
  const { numbers } = partial;
  const comparator = comparators[operator] ?? "=";
  if (numbers.length >= 3 && !partial.wildcard) return source.compared(comparator, partial.text, offset);
  const low = pad(numbers, 3);
  const above = next(numbers, numbers.length - 1, 3);
  switch (comparator) {
    case "<":
    case ">=":
      return source.compared(comparator, low, offset);
    case ">":
      return source.compared(">=", above, offset);
    case "<=":
      return source.compared("<", above, offset);
    case "!=":
      return complementIntervals(source.between(low, above, offset));
    default:
      return source.between(low, above, offset);
  }
}

/** A term without any number: `*`, `x`, `>=*`. */
export function compareAny(operator: string): Interval[] {
  return operator === "<" || operator === ">" || operator === "!=" ? [] : [...allVersions];
}

function read(source: RangeSource, { operator, version, offset }: Term): Interval[] {
  const partial = readPartial(version);
  if (partial === null || (partial.suffix !== "" && partial.numbers.length < 3))
    throw source.fail("not-a-version", offset);
  if (partial.numbers.length === 0) return compareAny(operator);
  if (operator === "^") return caret(source, partial, offset);
  if (operator === "~" || operator === "~>") return tilde(source, partial, offset);
  return comparePartial(source, operator, partial, offset);
}

/**
 * node-semver's ranges (https://github.com/npm/node-semver#ranges), and commas between comparisons as GitHub writes them.
 *
 * Ends are as VERS writes them: `^1.2.3` is `>=1.2.3|<2.0.0`, where node-semver has `<2.0.0-0`; and an interval holds the
 * prereleases between its ends, which node-semver's `satisfies` leaves out unless asked (`includePrerelease`).
 */
export const npmRange = defineGrammar({
  operators: ["<=", ">=", "==", "!=", "~>", "<", ">", "=", "~", "^"],
  or: ["||"],
  and: [","],
  juxtaposed: true,
  emptyIsAll: true,
  emptyAlternatives: true,
  read,
  hyphen(source, low, high) {
    const [from] = read(source, { ...low, operator: ">=" });
    const [to] = read(source, { ...high, operator: "<=" });
    return [{ low: from?.low ?? null, high: to?.high ?? null }];
  },
});
