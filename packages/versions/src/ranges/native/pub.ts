import type { Comparator } from "../constraint.ts";
import { allVersions } from "../interval.ts";
import { defineGrammar } from "./grammar.ts";
import { isZero, next, readPartial } from "./partial.ts";

/** Dart's version constraints: https://dart.dev/tools/pub/dependencies#version-constraints */
export const pubRange = defineGrammar({
  operators: ["<=", ">=", "==", "!=", "<", ">", "=", "^"],
  or: ["||"],
  and: [","],
  juxtaposed: true,
  emptyIsAll: false,
  read(source, { operator, version, offset }) {
    if (version === "any" && operator === "") return [...allVersions];
    if (operator !== "^") return source.compared((operator.replace("==", "=") || "=") as Comparator, version, offset);
    const partial = readPartial(version);
    if (partial === null || partial.wildcard || partial.numbers.length !== 3)
      throw source.fail("not-a-version", offset);
    // Unlike npm's, Dart's caret allows every patch of 0.0.
    return source.between(partial.text, next(partial.numbers, isZero(partial.numbers[0]) ? 1 : 0, 3), offset);
  },
});
