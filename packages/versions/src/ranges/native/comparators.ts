import type { Comparator } from "../constraint.ts";
import { allVersions } from "../interval.ts";
import { defineGrammar } from "./grammar.ts";
import type { NativeSyntax } from "./source.ts";

const named: Record<string, Comparator> = { "": "=", "==": "=", "<>": "!=", "<<": "<", ">>": ">" };

/** `written`: how a version that stands in the text is to be written as an end. */
const comparators = (written: (version: string) => string) =>
  defineGrammar({
    operators: ["<<", ">>", "<=", ">=", "==", "!=", "<>", "<", ">", "="],
    or: ["||"],
    and: [",", "&&"],
    juxtaposed: true,
    emptyIsAll: false,
    read(source, { operator, version, offset }) {
      if (version === "*" && operator === "") return [...allVersions];
      return source.compared(named[operator] ?? (operator as Comparator), written(version), offset);
    },
  });

/**
 * Comparisons joined by commas or blanks, alternatives by `||`: GitHub's `>= 1.0, < 2.0`, GitLab's `>=v1.0 <v1.2||=v2.0`,
 * the relations of Debian (`<<`, `>>`: policy §7.1) and RPM.
 */
export const comparatorRange: NativeSyntax = comparators((version) => version);

/** The same for Go, whose versions are written without `v`, as OSV and VERS write them. */
export const goRange: NativeSyntax = comparators((version) => version.replace(/^v(?=\d)/, ""));
