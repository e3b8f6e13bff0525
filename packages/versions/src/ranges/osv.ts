import { compareKeys } from "../key.ts";
import type { Bound, Interval, UnparsedVersion, VersionRange } from "../range.ts";
import { allVersions, intersectIntervals, normaliseIntervals } from "./interval.ts";
import { rangeKey } from "./order.ts";
import { canonicalEcosystem } from "./schemes.ts";
import { rangeOfIntervals } from "./set.ts";

/** One event of an OSV range: one of the four, with a version. */
export interface OsvEvent {
  introduced?: string;
  fixed?: string;
  last_affected?: string;
  limit?: string;
}

export interface OsvRangeOptions {
  /** The range's type. The events of a `GIT` range are commits: the range then holds the listed versions only. */
  type?: string;
  /** The `versions` of the affected package, listed beside the range. */
  versions?: readonly string[];
}

type Role = "introduced" | "fixed" | "last_affected" | "limit";
const roles: readonly Role[] = ["introduced", "fixed", "last_affected", "limit"];

interface Step {
  role: Role;
  version: string;
  /** Null: below everything (`introduced: "0"`), or not readable. */
  key: Uint8Array | null;
  readable: boolean;
}

/**
 * The versions that an OSV range and its listed `versions` call affected, by the OSV schema's evaluation
 * (https://ossf.github.io/osv-schema/#evaluation): events are sorted, then `introduced` opens an interval, `fixed` closes
 * it before its version and `last_affected` after it; versions at or above every `limit` are not affected.
 *
 * Where an event's version cannot be read, the range is as wide as the event allows, and the event is in `unparsed`: an
 * unreadable `fixed`, `last_affected` or `limit` closes nothing; an unreadable `introduced` opens at the event before
 * it, or, where the events are not in order, everything. Events without any `introduced` affect nothing, as the
 * evaluation says, and are flagged. Never throws.
 */
export function osvRange(ecosystem: string, events: readonly OsvEvent[], options: OsvRangeOptions = {}): VersionRange {
  const base = canonicalEcosystem(ecosystem);
  const versions = (options.versions ?? []).filter((version) => typeof version === "string");
  const unparsed: UnparsedVersion[] = versions
    .filter((version) => rangeKey(base, version) === null)
    .map((text) => ({ text, role: "listed" }));
  if (options.type === "GIT") return rangeOfIntervals(base, [], { versions, unparsed });

  const steps = events.flatMap((event) => readEvent(base, event));
  for (const { readable, version, role } of steps) if (!readable) unparsed.push({ text: version, role });
  if (steps.length > 0 && !steps.some(({ role }) => role === "introduced"))
    unparsed.push({ text: "", role: "introduced" });
  const affected = intersectIntervals(affectedIntervals(steps), belowLimits(steps));
  return rangeOfIntervals(base, affected, { versions, unparsed });
}

function readEvent(ecosystem: string, event: OsvEvent): Step[] {
  if (typeof event !== "object" || event === null) return [];
  return roles.flatMap((role): Step[] => {
    const version = Object.hasOwn(event, role) ? event[role] : undefined;
    if (typeof version !== "string") return [];
    const isLowest = role === "introduced" && version === "0";
    const isInfinite = role === "limit" && version.includes("*");
    const key = isLowest || isInfinite ? null : rangeKey(ecosystem, version);
    return [{ role, version, key, readable: key !== null || isLowest || isInfinite }];
  });
}

/** Below everything first. */
function compareSteps(a: Step, b: Step): number {
  if (a.key === null || b.key === null) return Number(b.key === null) - Number(a.key === null);
  return compareKeys(a.key, b.key);
}

const isInOrder = (steps: readonly Step[]) =>
  steps.every((step, index) => index === 0 || compareSteps(steps[index - 1] as Step, step) <= 0);

/** Sorts, then pairs. */
function affectedIntervals(steps: readonly Step[]): Interval[] {
  const timeline = steps.filter(({ role }) => role !== "limit");
  const placed = placeUnreadable(timeline);
  if (placed === null) return [...allVersions];
  // Events at one version keep their order; where the list has none, whatever opens again comes last and hides nothing.
  const openingLast = isInOrder(placed) ? 0 : 1;
  const isOpening = ({ role }: Step) => Number(role === "introduced") * openingLast;
  const sorted = placed.toSorted((a, b) => compareSteps(a, b) || isOpening(a) - isOpening(b));

  const intervals: Interval[] = [];
  let low: Bound | null | undefined;
  for (let at = 0; at < sorted.length; ) {
    const step = sorted[at] as Step;
    const wasAffected = low !== undefined;
    let affected = wasAffected;
    let affectedAbove = wasAffected;
    for (let next: Step | undefined = step; next !== undefined && compareSteps(step, next) === 0; next = sorted[++at]) {
      affectedAbove = next.role === "introduced";
      if (next.role !== "last_affected") affected = affectedAbove;
    }
    if (!wasAffected && affected) low = boundOf(step, true);
    if (low !== undefined && !affectedAbove) {
      intervals.push({ low, high: boundOf(step, affected) });
      low = undefined;
    }
  }
  if (low !== undefined) intervals.push({ low, high: null });
  return normaliseIntervals(intervals);
}

const boundOf = ({ key, version }: Step, inclusive: boolean): Bound | null =>
  key === null ? null : { version, key, inclusive };

/**
 * Gives every unreadable `introduced` the place of the event before it, and leaves other unreadable events out. Null where
 * that place is unknown, because the readable events are not in order.
 */
function placeUnreadable(timeline: readonly Step[]): Step[] | null {
  const readable = timeline.filter((step) => step.readable);
  if (!timeline.some((step) => !step.readable && step.role === "introduced")) return readable;
  if (!isInOrder(readable)) return null;
  const placed: Step[] = [];
  for (const step of timeline) {
    if (step.readable) placed.push(step);
    else if (step.role === "introduced") {
      // What was closed by the events before this one stays open: the gap between may be affected.
      while (placed.length > 0 && placed.at(-1)?.role !== "introduced") placed.pop();
      if (placed.length === 0) placed.push({ ...step, key: null });
    }
  }
  return placed;
}

function belowLimits(steps: readonly Step[]): Interval[] {
  const limits = steps.filter(({ role }) => role === "limit").map((step) => boundOf(step, false));
  if (limits.length === 0 || limits.includes(null)) return [...allVersions];
  return normaliseIntervals(limits.map((high) => ({ low: null, high })));
}
