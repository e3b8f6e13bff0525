import type { Comparator } from "../constraint.ts";
import { defineGrammar } from "./grammar.ts";
import { next, pad, readPartial } from "./partial.ts";

/** Elixir's requirements: https://hexdocs.pm/elixir/Version.html#module-requirements */
export const hexRange = defineGrammar({
  operators: ["<=", ">=", "==", "!=", "~>", "<", ">", "=", "!"],
  or: ["or", "||"],
  and: ["and", "&&", ","],
  juxtaposed: true,
  emptyIsAll: false,
  read(source, { operator, version, offset }) {
    const partial = readPartial(version);
    if (partial === null || partial.wildcard) throw source.fail("not-a-version", offset);
    const { numbers, text } = partial;
    if (operator !== "~>") {
      const comparator = operator === "!" ? "!=" : operator === "==" || operator === "" ? "=" : operator;
      return source.compared(comparator as Comparator, text, offset);
    }
    if (numbers.length < 2) throw source.fail("not-a-version", offset);
    const low = numbers.length < 3 ? pad(numbers, 3) + partial.suffix : text;
    return source.between(low, next(numbers, numbers.length > 2 ? 1 : 0, 3), offset);
  },
});
