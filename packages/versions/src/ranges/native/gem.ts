import type { Comparator } from "../constraint.ts";
import { defineGrammar } from "./grammar.ts";
import { next } from "./partial.ts";

/** What RubyGems calls a bump: `2.0.8` → `2.1`, `2.0` → `3.0`; what follows the first letter does not count. */
function bump(version: string): string {
  const numbers: string[] = [];
  for (const segment of version.split(".")) {
    if (!/^\d+$/.test(segment)) {
      const [digits = ""] = /^\d*/.exec(segment) ?? [];
      if (digits !== "") numbers.push(digits);
      break;
    }
    numbers.push(segment);
  }
  const kept = Math.max(numbers.length - 1, 1);
  return next(numbers, kept - 1, Math.min(numbers.length, Math.max(kept, 2)));
}

/**
 * RubyGems' requirements (https://guides.rubygems.org/patterns/#declaring-dependencies), and alternatives as GitLab
 * writes them (`>=1.0 <1.2||=2.0`).
 */
export const gemRange = defineGrammar({
  operators: ["<=", ">=", "!=", "~>", "==", "<", ">", "="],
  or: ["||"],
  and: [","],
  juxtaposed: true,
  emptyIsAll: true,
  read(source, { operator, version, offset }) {
    if (operator === "~>") return source.between(version, bump(version), offset);
    return source.compared((operator.replace("==", "=") || "=") as Comparator, version, offset);
  },
});
