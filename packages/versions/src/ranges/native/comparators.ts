import type { Comparator } from "../constraint.ts";
import { allVersions } from "../interval.ts";
import { defineGrammar } from "./grammar.ts";
import type { NativeSyntax } from "./source.ts";

const named: Record<string, Comparator> = { "": "=", "==": "=", "<>": "!=", "<<": "<", ">>": ">" };

const grammar = defineGrammar({
  operators: ["<<", ">>", "<=", ">=", "==", "!=", "<>", "<", ">", "="],
  or: ["||"],
  and: [",", "&&"],
  juxtaposed: true,
  emptyIsAll: false,
  read(source, { operator, version, offset }) {
    if (version === "*" && operator === "") return [...allVersions];
    return source.compared(named[operator] ?? (operator as Comparator), version, offset);
  },
});

/**
 * Comparisons joined by commas or blanks, alternatives by `||`: GitHub's `>= 1.0, < 2.0`, GitLab's `>=v1.0 <v1.2||=v2.0`,
 * the relations of Debian (`<<`, `>>`: policy §7.1) and RPM.
 */
export const comparatorRange: NativeSyntax = grammar;
