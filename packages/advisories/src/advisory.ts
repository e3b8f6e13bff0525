import type { Problem, Text } from "@bongsu/base";
import type { VersionRange } from "@bongsu/versions";

export type AdvisoryFormat = "osv" | "cve" | "csaf-2.0" | "csaf-2.1" | "cyclonedx" | "openvex" | "kev" | "epss";

/** One rating of how bad it is. */
export interface SeverityRating {
  system: "CVSS:2.0" | "CVSS:3.0" | "CVSS:3.1" | "CVSS:4.0" | "text";
  /** The CVSS vector; null for a word without one. */
  vector: string | null;
  /** 0.0 – 10.0; null where there is only a word. */
  score: number | null;
  rating: Rating;
  /** Who said so. */
  source: string | null;
}

/** CVSS's qualitative scale (CVSS 3.1 §5, 4.0 §6); `unknown` where nobody rated it. */
export type Rating = "unknown" | "none" | "low" | "medium" | "high" | "critical";

/** Known to be exploited (KEV, or an advisory that says so). */
export interface Exploitation {
  source: string;
  /** ISO date on which it was listed; null if not said. */
  since: string | null;
  /** ISO date by which the source asks to act; null if not said. */
  due: string | null;
  ransomware: boolean;
  action: string | null;
}

/** SSVC decision points as CISA's ADP container (or a coordinator) gives them. */
export interface SsvcPoints {
  exploitation: "none" | "poc" | "active" | null;
  automatable: boolean | null;
  technicalImpact: "partial" | "total" | null;
  source: string | null;
  at: string | null;
}

/** FIRST's EPSS: probability (0–1) of exploitation in the next 30 days, and its percentile (0–1). */
export interface Epss {
  probability: number;
  percentile: number;
  date: string | null;
}

/** VEX status (CISA's minimum requirements for VEX). */
export type VexStatus = "affected" | "not_affected" | "fixed" | "under_investigation";

/** VEX justification for `not_affected`, in CISA's five words; the original's word is kept in the document. */
export type VexJustification =
  | "component_not_present"
  | "vulnerable_code_not_present"
  | "vulnerable_code_not_in_execute_path"
  | "vulnerable_code_cannot_be_controlled_by_adversary"
  | "inline_mitigations_already_exist";

/** What an advisory or a statement speaks of. At least one of package, cpe and product is given. */
export interface Subject {
  package: { ecosystem: string; release: string; name: string } | null;
  purl: string | null;
  cpe: string | null;
  /**
   * The product by its vendor's name for it, for people; never matched by itself. Of a package that OSV names: ecosystem
   * (with the release) and name as they were written.
   */
  product: { vendor: string | null; name: string; version: string | null } | null;
}

export interface Remediation {
  /** CSAF's words: `vendor_fix`, `workaround`, `mitigation`, `no_fix_planned`, `none_available`, `fix_planned`, `optional_patch`. */
  kind: string;
  details: string | null;
  url: string | null;
}

/** One affected package or product, with the versions concerned. */
export interface Affected {
  subject: Subject;
  status: VexStatus;
  /** The versions to which `status` applies. Null: the subject names a version itself, or all versions are meant (see `allVersions`). */
  range: VersionRange | null;
  allVersions: boolean;
  /** Versions that fix it, lowest first where the order can tell. */
  fixed: string[];
  remediations: Remediation[];
  severities: SeverityRating[];
  /** GIT ranges are kept here, not matched. */
  commits: { repository: string; introduced: string[]; fixed: string[]; lastAffected: string[] }[];
  /** Where in the document it stands (JSON Pointer). */
  path: string;
}

export interface Reference {
  /** OSV's reference types in lower case: `advisory`, `fix`, `evidence`, `web` … */
  kind: string;
  url: string;
}

/** One vulnerability as one publisher describes it. A CSAF document with three vulnerabilities gives three of these. */
export interface Advisory {
  format: AdvisoryFormat;
  /** The publisher's id of this advisory (`GHSA-…`, `CVE-…`, `RHSA-…`, `GO-…`). With several vulnerabilities in one document: `<tracking id>#<CVE or ordinal>`. */
  id: string;
  /** The document's own id where it carries several advisories; else equal to `id`. */
  documentId: string;
  publisher: string | null;
  /** Other names of the very same vulnerability, `id` not among them. */
  aliases: string[];
  /** Names of others that are connected, but not the same. */
  related: string[];
  /** Names of those that this one follows from (OSV `upstream`). */
  upstream: string[];
  title: string | null;
  summary: string | null;
  details: string | null;
  /** ISO 8601 UTC; null if not said. */
  published: string | null;
  modified: string | null;
  /** Set where the publisher took it back; `0001-01-01T00:00:00Z` where it does not say when. */
  withdrawn: string | null;
  severities: SeverityRating[];
  exploited: Exploitation | null;
  ssvc: SsvcPoints | null;
  weaknesses: string[];
  affected: Affected[];
  /** All of them; those of single products also stand with these. */
  remediations: Remediation[];
  references: Reference[];
  credits: string[];
  /** TLP 2.0 label of the document, where it bears one. */
  tlp: string | null;
  /** The record as it came, whole. */
  original: unknown;
}

/** VEX: what somebody says of one vulnerability in one product. */
export interface VexStatement {
  format: AdvisoryFormat;
  documentId: string;
  author: string | null;
  /** Every name of the vulnerability that the statement gives. */
  vulnerabilities: string[];
  subjects: Subject[];
  /** The product by its reference within a BOM (`bom-ref`, BOM-Link), where the statement names it so. */
  refs: string[];
  /** OpenVEX subcomponents, CSAF relationships: the part within the product that the statement is about. */
  components: Subject[];
  range: VersionRange | null;
  status: VexStatus;
  justification: VexJustification | null;
  /** The justification as the source wrote it. */
  justificationText: string | null;
  impact: string | null;
  action: string | null;
  /** ISO 8601; the newest statement about the same product and vulnerability counts. */
  at: string | null;
  path: string;
}

/** What reading one document gave. Nothing that could not be read is left out of `problems`. */
export interface AdvisoryDocument {
  format: AdvisoryFormat;
  advisories: Advisory[];
  statements: VexStatement[];
  exploited: { id: string; exploitation: Exploitation; title: string | null; product: string | null }[];
  epss: { id: string; epss: Epss }[];
  problems: Problem[];
}

/** Names for screens and reports. */
export const statusText: Record<VexStatus, Text> = {
  affected: { en: "affected", ko: "영향 있음" },
  not_affected: { en: "not affected", ko: "영향 없음" },
  fixed: { en: "fixed", ko: "조치됨" },
  under_investigation: { en: "under investigation", ko: "조사 중" },
};
