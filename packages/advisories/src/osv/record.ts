import type { OsvEvent } from "@bongsu/versions";

/** A record of the OSV schema (https://ossf.github.io/osv-schema/), as far as it is written. */
export interface OsvRecord {
  schema_version: string;
  id: string;
  modified: string;
  published?: string;
  withdrawn?: string;
  aliases?: string[];
  upstream?: string[];
  related?: string[];
  summary?: string;
  details?: string;
  severity?: OsvSeverity[];
  affected?: OsvAffected[];
  references?: { type: string; url: string }[];
  credits?: { name: string }[];
  database_specific?: { cwe_ids?: string[]; severity?: string };
}

export interface OsvSeverity {
  type: "CVSS_V2" | "CVSS_V3" | "CVSS_V4";
  score: string;
}

export interface OsvAffected {
  package?: { ecosystem: string; name: string; purl?: string };
  severity?: OsvSeverity[];
  ranges?: OsvRangeRecord[];
  versions?: string[];
  database_specific?: { severity?: string };
}

export interface OsvRangeRecord {
  type: "SEMVER" | "ECOSYSTEM" | "GIT";
  repo?: string;
  events: OsvEvent[];
}
