/** Small documents for tests. */

export const bom = (...purls: string[]) => ({
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  version: 1,
  components: purls.map((purl) => ({
    type: "library",
    "bom-ref": purl,
    name: /([^/]+)@/.exec(purl)?.[1] ?? purl,
    version: purl.split("@").at(-1),
    purl,
  })),
});

/** An OSV record of one npm package, affected below a version. */
export const osv = (id: string, name: string, fixed: string, given: object = {}) => ({
  schema_version: "1.6.0",
  id,
  modified: "2024-01-01T00:00:00Z",
  affected: [
    { package: { ecosystem: "npm", name }, ranges: [{ type: "SEMVER", events: [{ introduced: "0" }, { fixed }] }] },
  ],
  ...given,
});

export const critical = [{ type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }];

export const kev = (...ids: string[]) => ({
  title: "Known exploited",
  catalogVersion: "2024.01.01",
  dateReleased: "2024-01-01T00:00:00Z",
  count: ids.length,
  vulnerabilities: ids.map((cveID) => ({
    ...{ cveID, vendorProject: "v", product: "p", vulnerabilityName: "n", dateAdded: "2024-02-03" },
    ...{ shortDescription: "s", requiredAction: "r", dueDate: "2024-02-24", knownRansomwareCampaignUse: "Unknown" },
  })),
});

export const openVex = (vulnerability: string, product: string, status: object) => ({
  "@context": "https://openvex.dev/ns/v0.2.0",
  "@id": "https://example.org/vex/1",
  author: "team",
  timestamp: "2024-05-01T00:00:00Z",
  version: 1,
  statements: [{ vulnerability: { name: vulnerability }, products: [{ "@id": product }], ...status }],
});
