import type { Comparator } from "../constraint.ts";
import { allVersions, complementIntervals } from "../interval.ts";
import { defineGrammar } from "./grammar.ts";
import { increment, readPartial } from "./partial.ts";

const after = (numbers: readonly string[], count: number) =>
  [...numbers.slice(0, count - 1), increment(numbers[count - 1] ?? "0")].join(".");

/** Cabal's version ranges: https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html#pkg-field-build-depends */
export const hackageRange = defineGrammar({
  operators: ["^>=", "<=", ">=", "==", "/=", "!=", "<", ">", "="],
  or: ["||"],
  and: ["&&", ","],
  juxtaposed: true,
  emptyIsAll: true,
  read(source, { operator, version, offset }) {
    if (operator === "" && (version === "-any" || version === "*")) return [...allVersions];
    if (operator === "" && version === "-none") return [];
    const partial = readPartial(version);
    if (partial === null) throw source.fail("not-a-version", offset);
    const { numbers, wildcard } = partial;
    // The major version of Haskell's Package Versioning Policy is the first two numbers.
    if (operator === "^>=" && !wildcard)
      return source.between(version, after([...numbers, "0"].slice(0, Math.max(2, numbers.length)), 2), offset);
    const comparator = { "==": "=", "/=": "!=", "": "=" }[operator] ?? operator;
    if (!wildcard) return source.compared(comparator as Comparator, version, offset);
    if ((comparator !== "=" && comparator !== "!=") || numbers.length === 0) throw source.fail("bad-wildcard", offset);
    const held = source.between(numbers.join("."), after(numbers, numbers.length), offset);
    return comparator === "=" ? held : complementIntervals(held);
  },
});
