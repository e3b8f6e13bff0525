import type { VexStatus } from "@bongsu/advisories";
import type { UnparsedVersion } from "@bongsu/versions";
import type { AdvisoryRecord, Posting } from "../compiled/record.ts";
import type { Claim, Why } from "../result.ts";
import type { Installed } from "./installed.ts";
import { intervalWords, within } from "./within.ts";

const says: Record<VexStatus, Claim["says"]> = {
  affected: "affected",
  not_affected: "not-affected",
  fixed: "fixed",
  under_investigation: "under-investigation",
};

/** Which word counts where an advisory lists a version twice: the graver. */
const gravest: VexStatus[] = ["affected", "under_investigation", "not_affected", "fixed"];

/** What one advisory says of one version, and the postings by which it says that it is affected. */
export interface AdvisoryVerdict {
  claim: Claim;
  affecting: Posting[];
}

/** Bounds that could not be read. Listed versions are not among them: these are compared by their text as well. */
export const unreadBounds = ({ range }: Posting): UnparsedVersion[] =>
  (range?.unparsed ?? []).filter(({ role }) => role !== "listed");

/** A range that could not be read whole may contain the version or not; so may one that is given as commits only. */
export function isUnreadable(posting: Posting): boolean {
  if (posting.status !== "affected" || posting.allVersions) return false;
  const { range, commits } = posting;
  const isEmpty = range === null || (range.intervals.length === 0 && range.listed.length === 0);
  return (isEmpty && commits) || unreadBounds(posting).length > 0;
}

/** False where a range cannot be held against the version, because its order does not read it. */
function canCompare({ range }: Posting, { keyIn }: Installed): boolean {
  return range === null || range.intervals.length === 0 || keyIn(range.ecosystem) !== null;
}

function affectedWords(postings: Posting[]): string[] {
  const ranges = postings.filter(({ status }) => status === "affected").flatMap(({ range }) => range ?? []);
  const intervals = ranges.flatMap((range) => range.intervals.map(intervalWords));
  return [...new Set([...intervals, ...ranges.flatMap(({ listed }) => listed.map(({ version }) => `= ${version}`))])];
}

/** Judges one version by everything that one advisory says of its package; null where it says nothing that can be read. */
export function verdictOf(advisory: AdvisoryRecord, postings: Posting[], version: Installed): AdvisoryVerdict | null {
  const { id, format, publisher, url } = advisory;
  const unread = postings.flatMap(unreadBounds);
  const claim = (word: Claim["says"], why: Why): Claim => ({ id, format, publisher, url, says: word, why, unread });
  const holding = postings.flatMap((posting) => {
    const why = within(posting, version);
    return why === null ? [] : [{ posting, why }];
  });
  const status = gravest.find((one) => holding.some(({ posting }) => posting.status === one));
  const first = holding.find(({ posting }) => posting.status === status);
  if (status !== undefined && first !== undefined) {
    if (advisory.withdrawn !== null) return { claim: claim("withdrawn", first.why), affecting: [] };
    const affecting = holding.filter(({ posting }) => posting.status === "affected").map(({ posting }) => posting);
    return { claim: claim(says[status], first.why), affecting };
  }
  const isOpen = (posting: Posting) => isUnreadable(posting) || !canCompare(posting, version);
  if (advisory.withdrawn !== null || postings.some(isOpen)) return null;
  const affected = affectedWords(postings);
  return affected.length === 0 ? null : { claim: claim("not-affected", { kind: "outside", affected }), affecting: [] };
}
