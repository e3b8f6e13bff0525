import { allVersions } from "../interval.ts";
import { defineBrackets } from "./brackets.ts";
import { comparatorRange } from "./comparators.ts";
import { isSoftRequirement } from "./maven.ts";
import { next, pad } from "./partial.ts";
import type { NativeSyntax } from "./source.ts";

const floating = /^(\d+(?:\.\d+)*\.)?(\*)?(?:-(.*)\*)?$/s;

/**
 * NuGet's version ranges (https://learn.microsoft.com/nuget/concepts/package-versioning#version-ranges): intervals, a
 * version alone as the least one, and floating versions (`1.*`, `1.0.0-*`) as all versions that they may float to.
 * Comparisons are read as advisories write them.
 */
export const nugetRange: NativeSyntax = (source) => {
  const text = withoutBlanks(source.text);
  if (!/[<>=!|]/.test(text) && /[\s,]/.test(text)) throw source.fail("syntax", source.text.search(/\S[\s,]/) + 1);
  if (!isSoftRequirement(text)) return comparatorRange(source);
  if (!text.includes("*")) return source.compared(">=", text, 0);
  const match = floating.exec(text);
  if (match?.[2] === undefined) return floatPrerelease(source, text);
  const numbers = (match[1] ?? "").split(".").filter((number) => number !== "");
  if (numbers.length === 0) return [...allVersions];
  const low = pad(numbers, 3) + (match[3] === undefined ? "" : "-0");
  return source.between(low, next(numbers, numbers.length - 1, 3), 0);
};

/** NuGet takes blanks around the dots. */
const withoutBlanks = (text: string) => text.trim().replace(/\s*\.\s*/g, ".");

/** The least version that the lower end of an interval may float to: `[1.*,2.0)`, `[1.0.0-beta*,2.0)`. */
function floor(version: string): string {
  if (!version.endsWith("*")) return version;
  if (version === "*" || version === "*-*") return "";
  const [numbers = "", label] = version.split(/-(.*)/s);
  const least = numbers.endsWith(".*") ? pad(numbers.slice(0, -2).split("."), 3) : numbers;
  return label === undefined ? least : `${least}-${label.slice(0, -1).replace(/[.-]$/, "") || "0"}`;
}

/** NuGet's intervals, whose lower end may float. */
export const nugetBrackets = defineBrackets((version, isLow) => {
  const text = withoutBlanks(version);
  return isLow ? floor(text) : text;
});

/** `1.0.0-*` and `1.0.0-beta.*`: that version's prereleases from there on, and the version itself. */
function floatPrerelease(source: Parameters<NativeSyntax>[0], text: string) {
  const hyphen = text.indexOf("-");
  const label = text.slice(hyphen + 1, -1).replace(/[.-]$/, "");
  if (hyphen < 0 || !text.endsWith("*") || label.includes("*")) throw source.fail("bad-wildcard", text.indexOf("*"));
  const version = text.slice(0, hyphen);
  const [low] = source.compared(">=", `${version}-${label === "" ? "0" : label}`, 0);
  const [high] = source.compared("<=", version, 0);
  return [{ low: low?.low ?? null, high: high?.high ?? null }];
}
