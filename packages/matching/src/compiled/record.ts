import type {
  AdvisoryFormat,
  Epss,
  Exploitation,
  Remediation,
  SeverityRating,
  SsvcPoints,
  Subject,
  VexJustification,
  VexStatus,
} from "@bongsu/advisories";
import type { PackedRange } from "./range.ts";

/** What an index keeps of one advisory: what a result shows of it. */
export interface AdvisoryRecord {
  id: string;
  documentId: string;
  format: AdvisoryFormat;
  publisher: string | null;
  /** `id` and its other names, as the advisory gives them. */
  names: string[];
  /** The CVEs that it follows from without being the same (a distribution's update for several). */
  upstream: string[];
  headline: string | null;
  published: string | null;
  modified: string | null;
  withdrawn: string | null;
  severities: SeverityRating[];
  exploited: Exploitation | null;
  ssvc: SsvcPoints | null;
  weaknesses: string[];
  url: string | null;
  tlp: string | null;
}

/** A VEX statement with its versions ready for comparing. */
export interface StatementRecord {
  format: AdvisoryFormat;
  documentId: string;
  author: string | null;
  vulnerabilities: string[];
  subjects: Subject[];
  refs: string[];
  components: Subject[];
  range: PackedRange | null;
  status: VexStatus;
  justification: VexJustification | null;
  justificationText: string | null;
  impact: string | null;
  action: string | null;
  at: string | null;
}

/** One vulnerability: everything that was given about it under any of its names. */
export interface VulnerabilityRecord {
  /** The name shown: a CVE where there is one. */
  id: string;
  /** Its other names. */
  aliases: string[];
  advisories: AdvisoryRecord[];
  exploited: Exploitation[];
  epss: Epss | null;
  statements: StatementRecord[];
}

/** What one advisory says of the versions of one package. */
export interface Posting {
  /** The vulnerability's name, as in its record. */
  vulnerability: string;
  /** Which of the record's advisories says so. */
  advisory: number;
  status: VexStatus;
  allVersions: boolean;
  /** A version that the subject itself names (`pkg:npm/a@1.2.3`) is a range of one. */
  range: PackedRange | null;
  fixed: string[];
  severities: SeverityRating[];
  remediations: Remediation[];
  /** The advisory names commits for this package, which are not matched. */
  commits: boolean;
  /** The CPE name whose further attributes a component has to fit; null where the package is named otherwise. */
  cpe: string | null;
}

/** What an index tells of itself. */
export interface IndexSummary {
  documents: number;
  advisories: number;
  withdrawn: number;
  vulnerabilities: number;
  packages: number;
  statements: number;
  exploited: number;
  epss: number;
  /** Advisories that name no package and no CPE: kept, and never matched. */
  unmatchable: number;
  /** Advisories per format. */
  formats: Record<string, number>;
  /** Packages per ecosystem and release, as `npm`, `AlmaLinux:9`, `cpe`. */
  ecosystems: Record<string, number>;
  /** The latest date on which any advisory was changed; null where none says. */
  newest: string | null;
}

/** Advisories, ready to be asked by package and by name. */
export interface AdvisoryIndex {
  readonly summary: IndexSummary;
  /** What is said of a package, by its key (`packageKey`). */
  postings(key: string): Posting[];
  /** The vulnerability that bears this name; null where none does. */
  vulnerability(name: string): VulnerabilityRecord | null;
}
