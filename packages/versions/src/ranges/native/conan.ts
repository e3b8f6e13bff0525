import type { Interval } from "../../range.ts";
import type { Comparator } from "../constraint.ts";
import { defineGrammar } from "./grammar.ts";
import { increment, isZero, readPartial } from "./partial.ts";
import { type NativeSyntax, RangeSource } from "./source.ts";

/** Settings beside the range, not part of it. */
const option = /(?:include_prerelease|loose)(?:\s*=\s*\w*)?/gi;

/** `1.2.3.*`: versions that begin so. */
function beginningWith(source: RangeSource, pattern: string, offset: number): Interval[] {
  const version = pattern.slice(0, -2);
  const [, begin = "", last] = /^(.*[.+])?(\d+)$/s.exec(version) ?? [];
  if (last === undefined) throw source.fail("bad-wildcard", offset);
  return source.between(version, begin + increment(last), offset);
}

const grammar = defineGrammar({
  operators: ["<=", ">=", "!=", "==", "<", ">", "=", "~", "^"],
  or: ["||"],
  and: [","],
  juxtaposed: true,
  emptyIsAll: true,
  read(source, { operator, version: written, offset }): Interval[] {
    // A hyphen at the end asks for prereleases, which an interval holds anyway.
    const version = written.endsWith("-") ? written.slice(0, -1) : written;
    if (version === "*" && operator === "") return source.compared(">=", "0.0.0", offset);
    if (version.endsWith(".*") && (operator === "" || operator === "=")) return beginningWith(source, version, offset);
    if (operator !== "~" && operator !== "^")
      return source.compared((operator.replace("==", "=") || "=") as Comparator, version, offset);
    const partial = readPartial(version);
    if (partial === null || partial.wildcard) throw source.fail("not-a-version", offset);
    const { numbers } = partial;
    const firstNonZero = numbers.findIndex((number) => !isZero(number));
    const index = operator === "~" ? 1 : firstNonZero < 0 ? numbers.length - 1 : firstNonZero;
    const kept = numbers.slice(0, Math.min(index, numbers.length - 1) + 1);
    const above = [...kept.slice(0, -1), increment(kept.at(-1) ?? "0")].join(".");
    return source.between(version, above, offset);
  },
});

/** Conan's version ranges, with or without their brackets: https://docs.conan.io/2/tutorial/versioning/version_ranges.html */
export const conanRange: NativeSyntax = (source) => {
  const bare = source.text.replace(option, (found) => " ".repeat(found.length)).trimEnd();
  const isBracketed = bare.trimStart().startsWith("[") && bare.endsWith("]");
  const inner = isBracketed ? bare.replace("[", " ").slice(0, -1) : bare;
  // Any text is a version to Conan, but `v` in `v=1.0` was not meant as one.
  const glued = inner.search(/[^\s|,&<>=!~^][<>=!~^]/);
  if (glued >= 0) throw source.fail("syntax", glued + 1);
  return grammar(new RangeSource(inner.replace(/,\s*$/, ""), source.order));
};
