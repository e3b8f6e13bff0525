import { defineGrammar } from "./grammar.ts";
import type { NativeSyntax } from "./source.ts";

/** The affected versions of OpenSSL's advisories: a list. */
export const opensslRange: NativeSyntax = defineGrammar({
  operators: [],
  or: [","],
  and: [],
  juxtaposed: false,
  emptyIsAll: false,
  read: (source, { version, offset }) => source.compared("=", version, offset),
});
