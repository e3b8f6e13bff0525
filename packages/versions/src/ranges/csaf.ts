import { BongsuError } from "@bongsu/base";
import type { VersionRange } from "../range.ts";
import { rangeKey } from "./order.ts";
import { readProse, readSignposts } from "./prose.ts";
import { versionReader } from "./reader.ts";
import { canonicalEcosystem, ecosystemOfScheme } from "./schemes.ts";
import { rangeOfIntervals, unreadRange } from "./set.ts";
import { parseVers } from "./vers/parse.ts";

/** The two categories of a CSAF branch that name versions (CSAF 2.0 and 2.1, §3.1.2.2). */
export type CsafVersionCategory = "product_version" | "product_version_range";

/**
 * The versions that the name of a CSAF branch means: a VERS string, the ways of writing ranges that occur in its place
 * (`<V3.1`, `All versions < V2.0`, `>=1.0|<2.0`, `vers:all/<V3.3.4`), or one version. What is not understood beyond doubt is
 * kept in `unparsed` and means no version at all; a `product_version` is besides matched by its exact string. Never throws.
 *
 * @param ecosystem whose order the versions follow; null: the product belongs to none, and only numbers between dots
 *   are compared.
 */
export function csafRange(category: CsafVersionCategory, text: string, ecosystem: string | null): VersionRange {
  const own = ecosystem === null ? "generic" : canonicalEcosystem(ecosystem);
  const trimmed = text.trim();
  const vers = /^vers:([^/]*)\//i.exec(trimmed);
  if (vers !== null) return readVers(category, trimmed, vers[1] ?? "", vers[0].length, own);
  const intervals = readProse(trimmed, versionReader(own));
  if (intervals !== null && (category === "product_version_range" || !isPlainVersion(trimmed)))
    return rangeOfIntervals(own, intervals);
  if (category === "product_version_range") return unreadRange(own, text, category);
  const unparsed = rangeKey(own, trimmed) === null ? [{ text: trimmed, role: "listed" }] : [];
  return { ecosystem: own, intervals: [], versions: [trimmed], excluded: [], unparsed };
}

/** One version that any order may read, so that its text is kept as it is. */
const isPlainVersion = (text: string) => !/[\s|,<>=≤≥*]/.test(text) && !/\.[xX]$/.test(text);

function readVers(category: string, text: string, type: string, start: number, own: string): VersionRange {
  try {
    return parseVers(text);
  } catch (error) {
    if (!(error instanceof BongsuError)) throw error;
    // Often the type is written as `all`, or the order is not VERS's, but the comparisons are clear.
    const ecosystem = type.toLowerCase() === "all" ? own : ecosystemOfScheme(type.toLowerCase());
    const intervals = readSignposts(text.slice(start), versionReader(ecosystem));
    return intervals === null ? unreadRange(ecosystem, text, category) : rangeOfIntervals(ecosystem, intervals);
  }
}
