/** A CSAF 2.0 document, as far as it is written. Names are the specification's. */
export interface CsafDocument {
  document: {
    category: string;
    csaf_version: "2.0";
    title: string;
    lang?: string;
    publisher: {
      category: CsafPublisherCategory;
      name: string;
      namespace: string;
      contact_details?: string;
      issuing_authority?: string;
    };
    tracking: {
      id: string;
      status: CsafTrackingStatus;
      version: string;
      initial_release_date: string;
      current_release_date: string;
      revision_history: CsafRevision[];
      generator: { engine: { name: string } };
    };
    distribution?: { tlp: { label: "WHITE" | "GREEN" | "AMBER" | "RED" } };
    aggregate_severity?: { text: string };
    notes?: CsafNote[];
    references?: CsafReference[];
    acknowledgments?: { names: string[] }[];
  };
  product_tree?: { branches: CsafBranch[] };
  vulnerabilities?: CsafVulnerabilityRecord[];
}

export type CsafPublisherCategory = "coordinator" | "discoverer" | "other" | "translator" | "user" | "vendor";
export type CsafTrackingStatus = "draft" | "interim" | "final";

export interface CsafRevision {
  number: string;
  date: string;
  summary: string;
}

export interface CsafNote {
  category: "description" | "details" | "general" | "other" | "summary";
  text: string;
  title?: string;
}

export interface CsafReference {
  category: "external" | "self";
  summary: string;
  url: string;
}

export interface CsafBranch {
  category: "vendor" | "product_name" | "product_version" | "product_version_range";
  name: string;
  branches?: CsafBranch[];
  product?: CsafProduct;
}

export interface CsafProduct {
  name: string;
  product_id: string;
  product_identification_helper?: { cpe?: string; purl?: string };
}

export type CsafStatusList = "known_affected" | "known_not_affected" | "fixed" | "under_investigation";

export interface CsafScore {
  products: string[];
  cvss_v3?: { version: string; vectorString: string; baseScore: number; baseSeverity: string };
  cvss_v2?: { version: "2.0"; vectorString: string; baseScore: number };
}

export interface CsafVulnerabilityRecord {
  cve?: string;
  ids?: { system_name: string; text: string }[];
  title?: string;
  cwe?: { id: string; name: string };
  notes: CsafNote[];
  references?: CsafReference[];
  acknowledgments?: { names: string[] }[];
  product_status?: Partial<Record<CsafStatusList, string[]>>;
  scores?: CsafScore[];
  threats?: { category: "exploit_status"; details: string; date?: string; product_ids?: string[] }[];
  remediations?: { category: string; details: string; url?: string; product_ids: string[] }[];
}
