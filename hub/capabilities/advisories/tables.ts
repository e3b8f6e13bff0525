import type { Problem } from "@bongsu/base";

export interface DocumentRow {
  id: string;
  format: string;
  name: string;
  sha256: Uint8Array;
  modified: Date | null;
  provenance: string;
  imported_at: Date;
  problems: Problem[];
}

export interface AdvisoryRow {
  id: string;
  document: string;
  name: string;
  format: string;
  publisher: string | null;
  vulnerability: string;
  title: string | null;
  rating: string;
  score: number | null;
  vector: string | null;
  published: Date | null;
  modified: Date | null;
  withdrawn: Date | null;
  exploitation: string | null;
  automatable: boolean | null;
}

export interface VulnerabilityRow {
  name: string;
  aliases: string[];
  /** CVEs that a distribution's update fixes: other vulnerabilities, whose risk it carries. */
  follows: string[];
  title: string | null;
  rating: string;
  score: number | null;
  vector: string | null;
  published: Date | null;
  exploitation: string;
  automatable: boolean;
  exploited_since: string | null;
  exploited_due: string | null;
  ransomware: boolean;
  epss: number | null;
  epss_percentile: number | null;
}

export interface IntervalRow {
  advisory: string;
  ordinal: number;
  package: string;
  low: Uint8Array;
  high: Uint8Array | null;
  unparsable: boolean;
  range: string;
  fixed_version: string | null;
  fixed_key: Uint8Array | null;
}

export interface ListedVersionRow {
  advisory: string;
  ordinal: number;
  package: string;
  version: string;
  key: Uint8Array | null;
  fixed_version: string | null;
  fixed_key: Uint8Array | null;
}
