import { allVersions } from "../interval.ts";
import { bracketRange } from "./brackets.ts";
import { comparatorRange } from "./comparators.ts";
import type { NativeSyntax } from "./source.ts";

/** Whether a text is a version alone, which Maven recommends but does not require. */
export function isSoftRequirement(text: string): boolean {
  return !/[<>=[\](),|\s]/.test(text.trim());
}

/**
 * Maven's version requirements (https://maven.apache.org/pom.html#dependency-version-requirement-specification). A version
 * alone is a recommendation: every version is accepted. Comparisons are read as advisories write them.
 */
export const mavenRange: NativeSyntax = (source) => {
  if (/^\s*[[(]/.test(source.text)) return bracketRange(source);
  if (!isSoftRequirement(source.text)) return comparatorRange(source);
  source.compared("=", source.text.trim(), 0);
  return [...allVersions];
};
