import type {
  AdvisoryFormat,
  Epss,
  Exploitation,
  Rating,
  Remediation,
  SeverityRating,
  SsvcPoints,
  VexJustification,
  VexStatus,
} from "@bongsu/advisories";
import type { Problem } from "@bongsu/base";
import type { Component, UnmatchableReason } from "@bongsu/sbom";
import type { UnparsedVersion } from "@bongsu/versions";

/** Why an advisory does or does not speak of a version. */
export type Why =
  | { kind: "interval"; interval: string }
  | { kind: "listed"; version: string }
  | { kind: "all-versions" }
  /** The version stands in none of the advisory's intervals and lists. */
  | { kind: "outside"; affected: string[] };

/** What one advisory says of one version of a package. */
export interface Claim {
  id: string;
  format: AdvisoryFormat;
  publisher: string | null;
  url: string | null;
  says: "affected" | "not-affected" | "fixed" | "under-investigation" | "withdrawn";
  why: Why;
  /** Bounds of the advisory's ranges that could not be read: the range was taken as wide as they allow. */
  unread: UnparsedVersion[];
}

export interface Vulnerability {
  /** A CVE where there is one. */
  id: string;
  aliases: string[];
  /** The CVEs that a distribution's update fixes, where it has no CVE of its own. */
  fixes: string[];
  headline: string | null;
  published: string | null;
  modified: string | null;
  weaknesses: string[];
  url: string | null;
}

/** The VEX statement that counts for a component and a vulnerability. */
export interface VexVerdict {
  status: VexStatus;
  justification: VexJustification | null;
  /** The justification, impact statement or action in the source's words. */
  text: string | null;
  author: string | null;
  documentId: string;
  at: string | null;
}

/** A decision of the reader's own to leave a finding aside. */
export interface Ignored {
  reason: string;
  /** ISO date; null: without end. */
  until: string | null;
}

/** Known exploitation; `cve` names the CVE where it is one that the advisory follows from. */
export type KnownExploitation = Exploitation & { cve: string | null };

/** One component that has one vulnerability. */
export interface Finding {
  /** The SBOM's name as it was given. */
  sbom: string;
  component: Component;
  /** The version that was compared. */
  version: string;
  /** The version could not be read by its ecosystem's order: only lists of versions were looked at. */
  versionUnread: boolean;
  vulnerability: Vulnerability;
  claims: Claim[];
  /** Advisories of this vulnerability contradict each other about this version. */
  disagreement: boolean;
  severity: SeverityRating;
  exploited: KnownExploitation | null;
  epss: Epss | null;
  ssvc: SsvcPoints | null;
  /** Versions above this one that no advisory here calls affected; that of the version's own branch first. */
  fixedIn: string[];
  remediations: Remediation[];
  vex: VexVerdict | null;
  ignored: Ignored | null;
  /** Nothing has to be done: not affected or fixed by VEX, or ignored. */
  settled: boolean;
}

/** Why a component was not held against the advisories. */
export interface Unmatched {
  sbom: string;
  component: Component;
  reason: UnmatchableReason;
}

/** An advisory that speaks of a component's package in a way that cannot be read, and so gave no finding. */
export interface Unreadable {
  sbom: string;
  component: Component;
  vulnerability: string;
  advisory: string;
  /** What could not be read; empty where the advisory names only commits. */
  texts: UnparsedVersion[];
}

/** Components of one ecosystem (and release) of which no given advisory speaks. */
export interface Uncovered {
  ecosystem: string;
  components: number;
}

export interface MatchSummary {
  sboms: number;
  components: number;
  /** Components that were held against the advisories. */
  matched: number;
  affectedComponents: number;
  /** Findings that are not settled. */
  open: number;
  settled: number;
  bySeverity: Record<Rating, number>;
  exploited: number;
  unmatched: number;
}

export interface MatchResult {
  findings: Finding[];
  unmatched: Unmatched[];
  /** Components whose version the ecosystem's order does not read. */
  unreadVersions: { sbom: string; component: Component; version: string }[];
  unreadable: Unreadable[];
  uncovered: Uncovered[];
  summary: MatchSummary;
  /** What is to be said of the VEX given and of the ignore file. */
  problems: Problem[];
}
