import type { Comparator } from "../constraint.ts";
import { defineGrammar } from "./grammar.ts";
import { increment } from "./partial.ts";

/** What RubyGems calls a bump: `2.0.8` → `2.1`; what follows the first letter does not count. */
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
  if (numbers.length > 1) numbers.pop();
  return [...numbers.slice(0, -1), increment(numbers.at(-1) ?? "0")].join(".");
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
