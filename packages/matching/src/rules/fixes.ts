import { intervalOf } from "../compiled/range.ts";
import type { Posting } from "../compiled/record.ts";
import type { Installed } from "./installed.ts";
import { installed as versionOf } from "./installed.ts";
import { within } from "./within.ts";

interface Fix {
  version: Installed;
  key: string;
  /** Ends the interval in which the installed version lies: the fix of its own branch. */
  ownBranch: boolean;
}

/** The versions that fix, with their keys: the same for every version of the package that is judged. */
const fixedVersions = new WeakMap<Posting, Installed[]>();

function fixedIn(posting: Posting): Installed[] {
  const known = fixedVersions.get(posting);
  if (known !== undefined) return known;
  const versions = posting.fixed.map(versionOf);
  fixedVersions.set(posting, versions);
  return versions;
}

function fixesOf(posting: Posting, ecosystem: string, { keyIn }: Installed): Fix[] {
  const key = keyIn(ecosystem);
  if (key === null) return [];
  const high = (posting.range === null ? null : intervalOf(posting.range.intervals, key))?.high ?? null;
  const end = high === null || high.inclusive ? [] : [versionOf(high.version)];
  return (posting.fixed.length > 0 ? fixedIn(posting) : end).flatMap((version) => {
    const fixed = version.keyIn(ecosystem);
    return fixed === null || fixed <= key ? [] : [{ version, key: fixed, ownBranch: fixed === high?.key }];
  });
}

/**
 * The versions to go to, from what affects the installed one: those above it that none of the given postings affects
 * (where that leaves none, those that any of them calls fixed); the fix of the installed version's own branch first,
 * then the others from the lowest up. Where versions cannot be compared, the fixes as the advisories list them.
 */
export function fixesAbove(affecting: Posting[], ecosystem: string, installed: Installed): string[] {
  const orderOf = (posting: Posting) => posting.range?.ecosystem ?? ecosystem;
  if (affecting.every((posting) => installed.keyIn(orderOf(posting)) === null))
    return [...new Set(affecting.flatMap((posting) => posting.fixed))];
  const byKey = new Map<string, Fix>();
  for (const posting of affecting)
    for (const fix of fixesOf(posting, orderOf(posting), installed)) {
      const known = byKey.get(fix.key);
      byKey.set(fix.key, known === undefined ? fix : { ...known, ownBranch: known.ownBranch || fix.ownBranch });
    }
  const all = [...byKey.values()].sort(
    (a, b) => Number(b.ownBranch) - Number(a.ownBranch) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  const isAffected = ({ version }: Fix) => affecting.some((posting) => within(posting, version) !== null);
  const clean = all.filter((fix) => !isAffected(fix));
  return (clean.length > 0 ? clean : all).map(({ version }) => version.version);
}
