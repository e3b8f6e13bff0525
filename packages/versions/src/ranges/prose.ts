import { compareKeys } from "../key.ts";
import type { Interval } from "../range.ts";
import {
  type Comparator,
  type Constraint,
  constraintIntervals,
  findBadSequence,
  signpostIntervals,
} from "./constraint.ts";
import { allVersions, isEmptyInterval, normaliseIntervals, subtractIntervals, uniteIntervals } from "./interval.ts";
import type { VersionReader } from "./reader.ts";
import { seriesInterval } from "./series.ts";

const everything = /^(?:\*|any|all|(?:all|any) versions?)$/i;
/** “All versions < V2.0”: a heading before what follows. */
const heading = /^(?:all )?versions? (?=\S)/i;

/** One version between fixed words. Every group is a single word, so that the words decide, not their order. */
const sentences: readonly (readonly [RegExp, Comparator, Comparator?])[] = [
  [/^(?:prior to|before|earlier than|older than|lower than|less than|below) (\S+)$/i, "<"],
  [/^(?:up to and including|up to, and including,|through) (\S+)$/i, "<="],
  [/^(?:later than|newer than|greater than|above|after) (\S+)$/i, ">"],
  [/^(\S+) (?:and|or) (?:all )?(?:prior|earlier|below|older|lower|previous|before)(?: versions?)?$/i, "<="],
  [/^(\S+),? (?:and|or) (?:all )?(?:later|newer|above|higher|up|after|greater)(?: versions?)?$/i, ">="],
  [/^(?:from )?(\S+) (?:through|up to and including) (\S+)$/i, ">=", "<="],
  [/^(?:from )?(\S+) (?:prior to|before|up to but not including|up to \(excluding\)) (\S+)$/i, ">=", "<"],
];

const comparators: Record<string, Comparator> = {
  "<=": "<=",
  ">=": ">=",
  "=<": "<=",
  "=>": ">=",
  "==": "=",
  "!=": "!=",
  "<": "<",
  ">": ">",
  "=": "=",
  "≤": "<=",
  "≥": ">=",
};
const token = /\s*([|,]*)\s*(<=|>=|=<|=>|==|!=|[<>=≤≥])?\s*([^\s|,<>=!≤≥]+)/y;

/**
 * Reads the ways in which people write affected versions in CSAF and CVE records: `<= 3.2`, `>=1.0|<2.0`, `All versions <
 * V2.0`, `Versions prior to 3`, `1.2 and earlier`, `2.x`, `1.0 | 1.1`. Null where anything in it is not understood beyond
 * doubt: a word too many, a version that cannot be read, bounds that do not alternate.
 */
export function readProse(text: string, read: VersionReader): Interval[] | null {
  const plain = text.trim().replace(/\s+/g, " ");
  if (everything.test(plain)) return [...allVersions];
  const body = plain.replace(heading, "");
  const series = seriesInterval(body, read);
  if (series !== null) return [series];
  for (const [sentence, first, second] of sentences) {
    const match = sentence.exec(body);
    if (match === null) continue;
    const low = readConstraint(first, match[1] ?? "", read);
    const high = second === undefined ? null : readConstraint(second, match[2] ?? "", read);
    if (low === null || (second !== undefined && high === null)) return null;
    const [interval] = constraintIntervals(low);
    if (interval === undefined || high === null) return interval === undefined ? null : [interval];
    const between = { low: interval.low, high: constraintIntervals(high)[0]?.high ?? null };
    return isEmptyInterval(between) ? null : [between];
  }
  return readSignposts(body, read);
}

function readConstraint(comparator: Comparator, version: string, read: VersionReader): Constraint | null {
  const key = read(version);
  return key === null ? null : { comparator, version, key };
}

/** Comparisons in any order, with `|`, `,` or blanks between them, as VERS would order them. */
export function readSignposts(text: string, read: VersionReader): Interval[] | null {
  const constraints: Constraint[] = [];
  const rest = text.trim().replace(/\s+/g, " ");
  for (let at = 0; at < rest.length; ) {
    token.lastIndex = at;
    const match = token.exec(rest);
    if (match === null) return null;
    const [whole, separator = "", operator, version = ""] = match;
    // Two versions side by side may be one name: `2016 3.9`.
    const isApart = separator.length === 1 || separator === "||" || (separator === "" && operator !== undefined);
    if (at > 0 ? !isApart : separator !== "") return null;
    const constraint = readConstraint(comparators[operator ?? "="] ?? "=", version, read);
    if (constraint === null) return null;
    constraints.push(constraint);
    at += whole.length;
  }
  if (constraints.some((one, i) => isReversed(constraints[i - 1], one))) return null;
  constraints.sort((a, b) => compareKeys(a.key, b.key));
  const isTwice = constraints.some((one, i) => i > 0 && compareKeys(constraints[i - 1]?.key ?? one.key, one.key) === 0);
  if (constraints.length === 0 || isTwice || findBadSequence(constraints) >= 0) return null;
  const equal = constraints.filter(({ comparator }) => comparator === "=");
  const excluded = constraints.filter(({ comparator }) => comparator === "!=");
  if (equal.length === 0 && excluded.length === constraints.length) return null;
  const holes = normaliseIntervals(excluded.flatMap((one) => constraintIntervals({ ...one, comparator: "=" })));
  const marked = subtractIntervals(signpostIntervals(constraints), holes);
  return uniteIntervals(marked, equal.flatMap(constraintIntervals));
}

/** `>= 1.31 | <= 1.4`: written as an interval, but none in this order; its author counts differently. */
function isReversed(low: Constraint | undefined, high: Constraint): boolean {
  return low?.comparator[0] === ">" && high.comparator[0] === "<" && compareKeys(low.key, high.key) > 0;
}
