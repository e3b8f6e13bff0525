import { defineGrammar } from "./grammar.ts";
import { caret, compareAny, comparePartial, tilde } from "./npm.ts";
import { readPartial } from "./partial.ts";
import type { NativeSyntax } from "./source.ts";

const grammar = defineGrammar({
  operators: ["<=", ">=", "<", ">", "=", "~", "^"],
  or: [],
  and: [","],
  juxtaposed: false,
  emptyIsAll: false,
  read(source, { operator, version, offset }) {
    const partial = readPartial(version);
    if (partial === null || partial.numbers.length > 3) throw source.fail("not-a-version", offset);
    const { numbers, wildcard, suffix } = partial;
    if (suffix !== "" && (numbers.length < 3 || suffix === "-")) throw source.fail("not-a-version", offset);
    if (numbers.length === 0) {
      if (source.text.trim() !== version) throw source.fail("star-alone", offset);
      return compareAny(operator);
    }
    if (operator === "~") return tilde(source, partial, offset);
    if (operator === "^" || (operator === "" && !wildcard)) return caret(source, partial, offset);
    return comparePartial(source, operator, partial, offset);
  },
});

/** Cargo's version requirements: https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html */
export const cargoRange: NativeSyntax = grammar;
