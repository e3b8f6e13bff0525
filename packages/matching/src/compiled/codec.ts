import type { Claim } from "./pack.ts";
import type { KeyedVersion, PackedBound, PackedInterval, PackedRange } from "./range.ts";
import type { Posting } from "./record.ts";

type BoundTuple = [version: string, key: string, inclusive: 0 | 1] | null;
type KeyedTuple = [version: string, key: string | null];
type RangeTuple = [
  ecosystem: string,
  intervals: [BoundTuple, BoundTuple][],
  listed: KeyedTuple[],
  excluded: KeyedTuple[],
  unparsed: PackedRange["unparsed"],
];
type ClaimTuple = [
  status: Claim["status"],
  allVersions: 0 | 1,
  range: RangeTuple | null,
  fixed: string[],
  severities: Claim["severities"],
  remediations: Claim["remediations"],
  commits: 0 | 1,
  cpe: string | null,
];
type PostingTuple = [vulnerability: string, advisory: number, claim: ClaimTuple];

const bit = (value: boolean): 0 | 1 => (value ? 1 : 0);
const boundTuple = (bound: PackedBound | null): BoundTuple =>
  bound === null ? null : [bound.version, bound.key, bit(bound.inclusive)];
const keyedTuple = ({ version, key }: KeyedVersion): KeyedTuple => [version, key];

const toBound = (bound: BoundTuple): PackedBound | null =>
  bound === null ? null : { version: bound[0], key: bound[1], inclusive: bound[2] === 1 };
const toInterval = ([low, high]: [BoundTuple, BoundTuple]): PackedInterval => ({
  low: toBound(low),
  high: toBound(high),
});
const toKeyed = ([version, key]: KeyedTuple): KeyedVersion => ({ version, key });

function rangeTuple(range: PackedRange): RangeTuple {
  return [
    range.ecosystem,
    range.intervals.map(({ low, high }) => [boundTuple(low), boundTuple(high)]),
    range.listed.map(keyedTuple),
    range.excluded.map(keyedTuple),
    range.unparsed,
  ];
}

function toRange([ecosystem, intervals, listed, excluded, unparsed]: RangeTuple): PackedRange {
  return {
    ecosystem,
    intervals: intervals.map(toInterval),
    listed: listed.map(toKeyed),
    excluded: excluded.map(toKeyed),
    unparsed,
  };
}

/** A claim as JSON, without the names of its fields: an index holds many. */
export function encodeClaim(claim: Claim): string {
  const tuple: ClaimTuple = [
    claim.status,
    bit(claim.allVersions),
    claim.range === null ? null : rangeTuple(claim.range),
    claim.fixed,
    claim.severities,
    claim.remediations,
    bit(claim.commits),
    claim.cpe,
  ];
  return JSON.stringify(tuple);
}

export function encodePosting(vulnerability: string, advisory: number, claim: string): string {
  return `[${JSON.stringify(vulnerability)},${advisory},${claim}]`;
}

/** The claims of one package as they stand in an index. */
export function decodePostings(text: string): Posting[] {
  const tuples = JSON.parse(text) as PostingTuple[];
  return tuples.map(([vulnerability, advisory, claim]) => {
    const [status, allVersions, range, fixed, severities, remediations, commits, cpe] = claim;
    return {
      vulnerability,
      advisory,
      status,
      allVersions: allVersions === 1,
      range: range === null ? null : toRange(range),
      fixed,
      severities,
      remediations,
      commits: commits === 1,
      cpe,
    };
  });
}
