/** A CycloneDX 1.6 document with vulnerabilities, as far as it is written. */
export interface CycloneDxVex {
  $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json";
  bomFormat: "CycloneDX";
  specVersion: "1.6";
  serialNumber?: string;
  version: number;
  metadata: {
    timestamp: string;
    authors?: { name: string }[];
    tools?: { components: { type: "application"; name: string }[] };
  };
  components?: CycloneDxComponent[];
  vulnerabilities: CycloneDxVulnerability[];
}

export interface CycloneDxComponent {
  type: "library";
  "bom-ref": string;
  name: string;
  version?: string;
  purl?: string;
  cpe?: string;
}

export interface CycloneDxVulnerability {
  id: string;
  references?: { id: string; source: { name: string } }[];
  ratings?: CycloneDxRating[];
  cwes?: number[];
  description?: string;
  detail?: string;
  recommendation?: string;
  advisories?: { url: string }[];
  published?: string;
  updated?: string;
  analysis: { state: string; justification?: string; detail?: string; lastUpdated?: string };
  affects: { ref: string; versions?: { version?: string; range?: string; status: string }[] }[];
}

export interface CycloneDxRating {
  source?: { name: string };
  score?: number;
  severity: string;
  method: "CVSSv2" | "CVSSv3" | "CVSSv31" | "CVSSv4" | "other";
  vector?: string;
}
