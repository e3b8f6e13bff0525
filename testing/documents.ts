/** Small documents for tests, in the formats that users bring. */

/** A CycloneDX document that lists these package URLs. */
export function cyclonedx(purls: readonly string[], extra: Record<string, unknown> = {}): Uint8Array {
  const components = purls.map((purl, index) => ({
    type: "library",
    "bom-ref": `ref-${index}`,
    name: purl.slice(purl.lastIndexOf("/") + 1, purl.lastIndexOf("@")),
    version: purl.slice(purl.lastIndexOf("@") + 1).split("?")[0],
    purl,
  }));
  return bytes({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, components, ...extra });
}

export interface OsvSketch {
  id: string;
  aliases?: string[];
  /** Ecosystem, then name: `["npm", "lodash"]`. */
  package: [string, string];
  events?: Record<string, string | undefined>[];
  versions?: string[];
  modified?: string;
  withdrawn?: string;
  vector?: string;
  summary?: string;
  related?: string[];
}

/** An OSV record of one affected package. */
export function osv(sketch: OsvSketch): Uint8Array {
  const [ecosystem, name] = sketch.package;
  return bytes({
    schema_version: "1.7.0",
    id: sketch.id,
    modified: sketch.modified ?? "2026-01-01T00:00:00Z",
    summary: sketch.summary ?? `${sketch.id} in ${name}`,
    ...(sketch.related === undefined ? {} : { related: sketch.related }),
    ...(sketch.aliases === undefined ? {} : { aliases: sketch.aliases }),
    ...(sketch.withdrawn === undefined ? {} : { withdrawn: sketch.withdrawn }),
    ...(sketch.vector === undefined ? {} : { severity: [{ type: "CVSS_V3", score: sketch.vector }] }),
    affected: [
      {
        package: { ecosystem, name },
        ...(sketch.events === undefined ? {} : { ranges: [{ type: "ECOSYSTEM", events: sketch.events }] }),
        ...(sketch.versions === undefined ? {} : { versions: sketch.versions }),
      },
    ],
  });
}

/** A KEV catalogue of these CVE ids. */
export function kev(ids: readonly string[], dateAdded = "2026-02-01"): Uint8Array {
  return bytes({
    title: "Known Exploited Vulnerabilities",
    catalogVersion: "2026.02.01",
    dateReleased: "2026-02-01T00:00:00Z",
    count: ids.length,
    vulnerabilities: ids.map((cveID) => ({
      cveID,
      vendorProject: "Vendor",
      product: "Product",
      vulnerabilityName: `${cveID} in Product`,
      dateAdded,
      shortDescription: "Exploited.",
      requiredAction: "Update.",
      dueDate: "2026-02-22",
      knownRansomwareCampaignUse: "Unknown",
    })),
  });
}

/** An OpenVEX document with one statement on each product. */
export function openvex(statement: {
  vulnerability: string;
  products: string[];
  status: string;
  justification?: string;
  timestamp?: string;
}): Uint8Array {
  const { vulnerability, products, status, justification, timestamp = "2026-03-01T00:00:00Z" } = statement;
  return bytes({
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": `https://example.org/vex/${vulnerability}-${status}-${timestamp}`,
    author: "Supplier",
    timestamp,
    version: 1,
    statements: [
      {
        vulnerability: { name: vulnerability },
        products: products.map((product) => ({ "@id": product })),
        status,
        ...(justification === undefined ? {} : { justification }),
      },
    ],
  });
}

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
