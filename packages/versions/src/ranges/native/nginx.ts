import { allVersions } from "../interval.ts";
import { defineGrammar } from "./grammar.ts";
import { next, readPartial } from "./partial.ts";
import type { NativeSyntax } from "./source.ts";

/**
 * The ranges of nginx's security advisories (https://nginx.org/en/security_advisories.html): `0.6.18-1.20.0`, and `1.20.1+`
 * for this version and those after it: on a stable branch (even second number) those of the branch only.
 */
const grammar = defineGrammar({
  operators: [],
  or: [","],
  and: [],
  juxtaposed: false,
  emptyIsAll: false,
  read(source, { version, offset }) {
    const [low = "", high, ...more] = version.split("-");
    if (more.length > 0) throw source.fail("syntax", offset);
    if (high !== undefined) {
      const [from] = source.compared(">=", low, offset);
      const [to] = source.compared("<=", high, offset);
      return [{ low: from?.low ?? null, high: to?.high ?? null }];
    }
    if (!version.endsWith("+")) return source.compared("=", version, offset);
    const first = version.slice(0, -1);
    const numbers = readPartial(first)?.numbers ?? [];
    const isStable = "02468".includes((numbers[1] ?? "1").slice(-1));
    return isStable ? source.between(first, next(numbers, 1, 3), offset) : source.compared(">=", first, offset);
  },
});

export const nginxRange: NativeSyntax = (source) => {
  const word = source.text.trim().toLowerCase();
  return word === "all" ? [...allVersions] : word === "none" ? [] : grammar(source);
};
