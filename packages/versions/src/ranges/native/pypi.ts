import type { Interval } from "../../range.ts";
import type { Comparator } from "../constraint.ts";
import { complementIntervals } from "../interval.ts";
import { defineGrammar, type Term } from "./grammar.ts";
import { increment } from "./partial.ts";
import type { RangeSource } from "./source.ts";

const release = /^[vV]?((?:\d+!)?)(\d+(?:\.\d+)*)(.*)$/s;

/** Everything that begins with the given numbers (PEP 440, “prefix matching”): from the first development release on. */
function prefixed(source: RangeSource, epoch: string, numbers: readonly string[], offset: number): Interval[] {
  const after = [...numbers.slice(0, -1), increment(numbers.at(-1) ?? "0")];
  return source.between(`${epoch}${numbers.join(".")}.dev0`, `${epoch}${after.join(".")}.dev0`, offset);
}

function read(source: RangeSource, { operator, version, offset }: Term): Interval[] {
  // “Arbitrary equality” takes any text; here as any equality, by key.
  if (operator === "===") return source.compared("=", version, offset);
  const match = release.exec(version);
  if (match === null) throw source.fail("not-a-version", offset);
  const [, epoch = "", digits = "", suffix = ""] = match;
  const numbers = digits.split(".");
  const isEquality = operator === "==" || operator === "=" || operator === "!=";
  if (suffix === ".*") {
    if (!isEquality) throw source.fail("bad-wildcard", offset);
    const held = prefixed(source, epoch, numbers, offset);
    return operator === "!=" ? complementIntervals(held) : held;
  }
  // PEP 440: local versions may be asked for by equality only.
  if (suffix.includes("+") && !isEquality) throw source.fail("not-a-version", offset);
  if (operator === "~=") {
    if (numbers.length < 2) throw source.fail("not-a-version", offset);
    const [low] = source.compared(">=", version, offset);
    const [compatible] = prefixed(source, epoch, numbers.slice(0, -1), offset);
    return [{ low: low?.low ?? null, high: compatible?.high ?? null }];
  }
  if (operator === "") throw source.fail("syntax", offset);
  return source.compared((isEquality && operator !== "!=" ? "=" : operator) as Comparator, version, offset);
}

/**
 * PEP 440's version specifiers (https://packaging.python.org/en/latest/specifications/version-specifiers/), and
 * alternatives as GitLab writes them (`>=1.0,<1.2||==2.0`).
 *
 * `<V` and `>V` are ends of an interval, as in VERS: they hold the prereleases of V, its post-releases and local versions,
 * which PEP 440 leaves out when it chooses what to install.
 */
export const pypiRange = defineGrammar({
  operators: ["===", "~=", "==", "!=", "<=", ">=", "<", ">", "="],
  or: ["||"],
  and: [","],
  juxtaposed: false,
  emptyIsAll: true,
  read,
});
