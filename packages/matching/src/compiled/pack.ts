import {
  type Advisory,
  type Affected,
  isCveId,
  type SeverityRating,
  type Subject,
  type VexStatement,
} from "@bongsu/advisories";
import { readPurl } from "@bongsu/versions";
import { parseCpe } from "../cpe/parse.ts";
import { bestUrl, headline } from "./headline.ts";
import { cveWithin, sortNames } from "./names.ts";
import { subjectKeys } from "./package-key.ts";
import { type PackedRange, packRange } from "./range.ts";
import type { AdvisoryRecord, Posting, StatementRecord } from "./record.ts";
import { synopsisSeverity } from "./synopsis.ts";

/** What an advisory says of one package, before it is known which vulnerability it belongs to. */
export type Claim = Omit<Posting, "vulnerability" | "advisory">;

export interface PackedAdvisory {
  record: AdvisoryRecord;
  claims: { key: string; claim: Claim }[];
}

/** A distribution's update names the CVEs that it fixes as `upstream`, or, in older records, as `related`. */
function upstreamCves(advisory: Advisory, names: string[]): string[] {
  const ofDistribution = advisory.affected.some(({ subject }) => (subject.package?.release ?? "") !== "");
  const followed = ofDistribution ? [...advisory.upstream, ...advisory.related] : advisory.upstream;
  return sortNames(followed.filter((name) => isCveId(name) && !names.includes(name)));
}

function severitiesOf(advisory: Advisory): SeverityRating[] {
  const rated = advisory.severities.length > 0 || advisory.affected.some(({ severities }) => severities.length > 0);
  const synopsis = rated ? null : synopsisSeverity(advisory);
  return synopsis === null ? advisory.severities : [synopsis];
}

/** What is kept of an advisory beside its claims: its names, what it follows from, its own rating. */
export function packRecord(advisory: Advisory): AdvisoryRecord {
  const own = cveWithin(advisory.id);
  const names = sortNames([advisory.id, ...advisory.aliases, ...(own === null ? [] : [own])]);
  return {
    id: advisory.id,
    documentId: advisory.documentId,
    format: advisory.format,
    publisher: advisory.publisher,
    names,
    upstream: upstreamCves(advisory, names),
    headline: headline(advisory),
    published: advisory.published,
    modified: advisory.modified,
    withdrawn: advisory.withdrawn,
    severities: severitiesOf(advisory),
    exploited: advisory.exploited,
    ssvc: advisory.ssvc,
    weaknesses: advisory.weaknesses,
    url: bestUrl(advisory),
    tlp: advisory.tlp,
  };
}

/** The version that the subject itself names (`pkg:npm/a@1.2.3`, a CPE's), as a range of one. */
function namedVersion({ package: named, purl, cpe, product }: Subject): PackedRange | null {
  const cpeName = cpe === null ? null : parseCpe(cpe);
  const cpeVersion = cpeName?.version.kind === "text" ? cpeName.version.text : null;
  const version = readPurl(purl ?? "").purl?.version ?? (named === null ? cpeVersion : (product?.version ?? null));
  if (version === null) return null;
  const ecosystem = named?.ecosystem ?? "generic";
  return packRange({ ecosystem, intervals: [], versions: [version], excluded: [], unparsed: [] });
}

/** A CPE whose version is a pattern (`8.*`) is held against the component's own when the names are compared. */
function isVersionPattern({ cpe }: Subject): boolean {
  return cpe !== null && parseCpe(cpe)?.version.kind === "pattern";
}

function packClaim({ subject, ...affected }: Affected): Claim {
  const open = affected.range === null && !affected.allVersions;
  return {
    status: affected.status,
    allVersions: affected.allVersions || (open && isVersionPattern(subject)),
    range: affected.range === null ? (open ? namedVersion(subject) : null) : packRange(affected.range),
    fixed: affected.fixed,
    severities: affected.severities,
    remediations: affected.remediations,
    commits: affected.commits.length > 0,
    cpe: subject.cpe,
  };
}

/** Reduces an advisory to what matching needs. */
export function packAdvisory(advisory: Advisory): PackedAdvisory {
  const claims = advisory.affected.flatMap((affected) => {
    const claim = packClaim(affected);
    return subjectKeys(affected.subject).map((key) => ({ key, claim }));
  });
  return { record: packRecord(advisory), claims };
}

/** Reduces a VEX statement to what matching needs. */
export function packStatement({ path: _path, range, ...statement }: VexStatement): StatementRecord {
  return { ...statement, range: range === null ? null : packRange(range) };
}
