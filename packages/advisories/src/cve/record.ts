/** A published record of the CVE record format 5.2, as far as it is written. Names are the format's. */
export interface CveRecord {
  dataType: "CVE_RECORD";
  dataVersion: "5.2";
  cveMetadata: {
    cveId: string;
    assignerOrgId: string;
    assignerShortName?: string;
    state: "PUBLISHED";
    datePublished?: string;
    dateUpdated?: string;
  };
  containers: { cna: CveCna };
}

export interface CveCna {
  providerMetadata: { orgId: string; shortName?: string; dateUpdated?: string };
  title?: string;
  descriptions: CveText[];
  affected: CveAffectedRecord[];
  problemTypes?: { descriptions: { lang: string; description: string; cweId: string; type: "CWE" }[] }[];
  references: { url: string; tags?: string[] }[];
  metrics?: CveMetric[];
  solutions?: CveText[];
  workarounds?: CveText[];
  credits?: { lang: string; value: string }[];
  source?: { advisory: string };
}

export interface CveText {
  lang: string;
  value: string;
}

interface CvssRecord<Version extends string> {
  version: Version;
  vectorString: string;
  baseScore: number;
  baseSeverity: string;
}

export interface CveMetric {
  format?: "CVSS";
  cvssV4_0?: CvssRecord<"4.0">;
  cvssV3_1?: CvssRecord<"3.1">;
  cvssV3_0?: CvssRecord<"3.0">;
  cvssV2_0?: Omit<CvssRecord<"2.0">, "baseSeverity">;
  other?: { type: string; content: { value: string } };
}

export interface CveAffectedRecord {
  vendor?: string;
  product?: string;
  collectionURL?: string;
  packageName?: string;
  packageURL?: string;
  cpes?: string[];
  repo?: string;
  defaultStatus: "affected" | "unaffected" | "unknown";
  versions?: CveVersionRecord[];
}

export type CveVersionRecord =
  | { version: string; status: "affected" | "unaffected" | "unknown" }
  | { version: string; status: "affected" | "unaffected" | "unknown"; versionType: string; lessThan: string }
  | { version: string; status: "affected" | "unaffected" | "unknown"; versionType: string; lessThanOrEqual: string };
