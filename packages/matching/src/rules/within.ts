import { intervalOf, type KeyedVersion, type PackedInterval, type PackedRange } from "../compiled/range.ts";
import type { Posting } from "../compiled/record.ts";
import type { Why } from "../result.ts";
import type { Installed } from "./installed.ts";

/** Nobody reads more of a version; a hostile one may have a million characters, and stand in every finding. */
const longestVersion = 200;

const shown = (version: string): string =>
  version.length <= longestVersion ? version : `${version.slice(0, longestVersion)}…`;

/** `>= 1.0.0, < 1.2.3`; `any version` where neither end is given. */
export function intervalWords({ low, high }: PackedInterval): string {
  if (low !== null && high !== null && low.key === high.key) return `= ${shown(low.version)}`;
  const words = [
    low === null || low.key === "" ? null : `${low.inclusive ? ">=" : ">"} ${shown(low.version)}`,
    high === null ? null : `${high.inclusive ? "<=" : "<"} ${shown(high.version)}`,
  ].filter((word) => word !== null);
  return words.length === 0 ? "any version" : words.join(", ");
}

/** The same version: by the ecosystem's order where it reads both, else by the very text. */
function isSame(one: KeyedVersion, version: string, key: string | null): boolean {
  return one.version === version || (key !== null && one.key === key);
}

function withinRange(range: PackedRange, { version, keyIn }: Installed): Why | null {
  const key = keyIn(range.ecosystem);
  const listed = range.listed.find((one) => isSame(one, version, key));
  if (listed !== undefined) return { kind: "listed", version: listed.version };
  if (key === null || range.excluded.some((one) => isSame(one, version, key))) return null;
  const interval = intervalOf(range.intervals, key);
  if (interval === null) return null;
  const words = intervalWords(interval);
  return words === "any version" ? { kind: "all-versions" } : { kind: "interval", interval: words };
}

/** Whether a range contains the installed version. */
export const inRange = (range: PackedRange, installed: Installed): boolean => withinRange(range, installed) !== null;

/** Why a posting speaks of the installed version; null where it does not. */
export function within(posting: Posting, installed: Installed): Why | null {
  if (posting.allVersions) return { kind: "all-versions" };
  return posting.range === null ? null : withinRange(posting.range, installed);
}
