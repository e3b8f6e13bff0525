import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import type { AdvisoryDocument } from "./advisory.ts";
import { joinAliases } from "./aliases.ts";
import { toOsv } from "./osv/write.ts";
import { readAdvisories } from "./read.ts";
import { bestSeverity } from "./severity.ts";

const vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

/** One document of each format that has every member which a reader looks at. */
const documents: unknown[] = [
  {
    schema_version: "1.7.0",
    id: "TEST-1",
    modified: "2024-01-01T00:00:00Z",
    published: "2024-01-01T00:00:00Z",
    aliases: ["CVE-2024-1000"],
    severity: [{ type: "CVSS_V3", score: vector }],
    affected: [
      {
        package: { ecosystem: "Debian:12", name: "x", purl: "pkg:deb/debian/x" },
        ranges: [
          {
            type: "ECOSYSTEM",
            events: [{ introduced: "0" }, { fixed: "1.0" }, { introduced: "2" }, { last_affected: "3" }],
          },
          { type: "GIT", repo: "https://example.com", events: [{ introduced: "0" }] },
        ],
        versions: ["1.0"],
      },
    ],
    references: [{ type: "FIX", url: "https://example.com" }],
    credits: [{ name: "Kim" }],
    database_specific: { cwe_ids: ["CWE-79"], severity: "HIGH" },
  },
  {
    dataType: "CVE_RECORD",
    cveMetadata: { cveId: "CVE-2024-1000", state: "REJECTED", dateRejected: "2024-01-01T00:00:00Z" },
    containers: {
      cna: {
        providerMetadata: { shortName: "acme" },
        descriptions: [{ lang: "en", value: "x" }],
        affected: [
          {
            vendor: "a",
            product: "b",
            collectionURL: "https://access.redhat.com/downloads/content/package-browser",
            packageName: "kernel",
            packageURL: "pkg:npm/x",
            cpes: ["cpe:/o:redhat:enterprise_linux:8"],
            repo: "https://example.com",
            versions: [
              {
                version: "1",
                lessThan: "2",
                versionType: "semver",
                status: "affected",
                changes: [{ at: "1.5", status: "unaffected" }],
              },
              { version: "aaaaaaa", lessThan: "bbbbbbb", versionType: "git", status: "affected" },
            ],
          },
        ],
        cpeApplicability: [
          {
            nodes: [
              { cpeMatch: [{ vulnerable: true, criteria: "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*", versionEndIncluding: "2" }] },
            ],
          },
        ],
        metrics: [{ cvssV3_1: { vectorString: vector, baseScore: 9.8, baseSeverity: "HIGH" } }],
        problemTypes: [{ descriptions: [{ cweId: "CWE-79" }] }],
        source: { advisory: "GHSA-a-b-c" },
      },
      adp: [
        {
          metrics: [
            {
              other: {
                type: "ssvc",
                content: { options: [{ Exploitation: "poc" }], timestamp: "2024-01-01T00:00:00Z" },
              },
            },
          ],
        },
      ],
    },
  },
  {
    document: {
      csaf_version: "2.1",
      category: "csaf_vex",
      title: "x",
      publisher: { name: "a" },
      tracking: {
        id: "X-1",
        initial_release_date: "2024-01-01T00:00:00Z",
        current_release_date: "2024-01-01T00:00:00Z",
      },
      distribution: { tlp: { label: "RED" } },
      aggregate_severity: { text: "high" },
      notes: [{ category: "summary", text: "x" }],
    },
    product_tree: {
      branches: [
        {
          category: "vendor",
          name: "v",
          branches: [
            {
              category: "product_version_range",
              name: "vers:npm/<2.0.0",
              product: {
                name: "p",
                product_id: "A",
                product_identification_helper: { purls: ["pkg:npm/x"], cpe: "cpe:/a:b:c" },
              },
            },
          ],
        },
      ],
      full_product_names: [{ name: "q", product_id: "B" }],
      relationships: [
        {
          product_reference: "A",
          relates_to_product_reference: "B",
          full_product_name: { name: "r", product_id: "C" },
        },
      ],
      product_paths: [
        {
          beginning_product_reference: "A",
          subpaths: [{ next_product_reference: "B" }],
          full_product_name: { name: "s", product_id: "D" },
        },
      ],
      product_groups: [{ group_id: "G", product_ids: ["A"] }],
    },
    vulnerabilities: [
      {
        cve: "CVE-2024-1000",
        ids: [{ system_name: "x", text: "y" }],
        cwes: [{ id: "CWE-79" }],
        product_status: { known_affected: ["A"], known_not_affected: ["C"], fixed: ["D"] },
        flags: [{ label: "component_not_present", group_ids: ["G"] }],
        threats: [{ category: "impact", details: "x", product_ids: ["C"] }],
        remediations: [{ category: "vendor_fix", details: "x", product_ids: ["A"] }],
        first_known_exploitation_dates: [{ exploitation_date: "2024-01-01T00:00:00Z" }],
        metrics: [
          {
            products: ["A"],
            content: {
              cvss_v3: { version: "3.1", vectorString: vector, baseScore: 9.8 },
              epss: { probability: "0.1", percentile: "0.1", timestamp: "2024-01-01T00:00:00Z" },
              ssvc_v2: { selections: [{ namespace: "ssvc", key: "E", values: [{ key: "P" }] }] },
              qualitative_severity_rating: "high",
            },
          },
        ],
      },
    ],
  },
  {
    bomFormat: "CycloneDX",
    metadata: { timestamp: "2024-01-01T00:00:00Z", component: { "bom-ref": "a", name: "a", purl: "pkg:npm/x@1.0.0" } },
    vulnerabilities: [
      {
        id: "CVE-2024-1000",
        ratings: [{ method: "CVSSv31", vector, score: 9.8 }],
        cwes: [79],
        analysis: { state: "not_affected", justification: "code_not_present", response: ["update"] },
        affects: [{ ref: "a", versions: [{ range: "vers:npm/<2.0.0", status: "affected" }, { version: "3.0.0" }] }],
        references: [{ id: "x", source: { url: "https://example.com" } }],
      },
    ],
  },
  {
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": "urn:x",
    timestamp: "2024-01-01T00:00:00Z",
    statements: [
      {
        vulnerability: { name: "CVE-2024-1000", aliases: ["x"] },
        products: [
          {
            "@id": "pkg:npm/x@1",
            identifiers: { cpe23: "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*" },
            subcomponents: ["pkg:npm/y@1"],
          },
        ],
        status: "not_affected",
        justification: "component_not_present",
      },
    ],
  },
  {
    catalogVersion: "1",
    vulnerabilities: [{ cveID: "CVE-2024-1000", dateAdded: "2024-01-01", dueDate: "2024-01-01" }],
  },
];

const odd: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  "",
  "\u0000",
  "__proto__",
  "constructor",
  "x".repeat(5000),
  "🙈\ud800",
  "pkg:npm/%",
  "vers:npm/|",
  "cpe:2.3:a:::",
  "9999-99-99T99:99:99Z",
  [],
  [[]],
  [null, 1, "x", {}],
  {},
  { toString: 1, valueOf: null },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
];

/** Puts an odd value in the place of some values, or an odd member beside some; `choices` decides where. */
function mutate(value: unknown, choices: () => number): unknown {
  const choice = choices() % 40;
  if (choice === 0) return odd[choices() % odd.length];
  if (Array.isArray(value)) {
    const items = value.map((item) => mutate(item, choices));
    return choice === 1 ? [...items, ...items, odd[choices() % odd.length]] : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, mutate(member, choices)] as const);
  if (choice === 2) entries.splice(choices() % (entries.length + 1), 1);
  return Object.fromEntries(choice === 3 ? [...entries, ["__proto__", odd[choices() % odd.length]]] : entries);
}

const mutations = fc
  .tuple(fc.constantFrom(...documents), fc.infiniteStream(fc.nat(1_000_000)))
  .map(([document, stream]) => mutate(document, () => stream.next().value ?? 0));

/** Uses what was read as its users do. */
function use({ advisories, statements, problems }: AdvisoryDocument): void {
  for (const advisory of advisories) {
    bestSeverity(advisory);
    for (const text of [advisory.id, ...advisory.aliases, ...advisory.related]) assert.equal(typeof text, "string");
    for (const date of [advisory.published, advisory.modified, advisory.withdrawn])
      assert.ok(date === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(date));
    for (const { subject } of advisory.affected)
      assert.ok(subject.package !== null || subject.purl !== null || subject.cpe !== null || subject.product !== null);
    toOsv(advisory, { modified: "2024-01-01T00:00:00Z" });
  }
  joinAliases(advisories);
  for (const statement of statements) assert.ok(statement.vulnerabilities.length > 0);
  for (const { code, place } of problems) {
    assert.match(code, /^advisories\./);
    assert.equal(place.file, "hostile.json");
  }
}

test("a mutated document is read or refused, and never anything else", () => {
  fc.assert(
    fc.property(mutations, (document) => {
      try {
        use(readAdvisories(document, { file: "hostile.json" }));
      } catch (error) {
        assert.ok(error instanceof BongsuError, `${error instanceof Error ? error.stack : error}`);
      }
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    }),
    { numRuns: 4000 },
  );
});

test("any JSON value is read or refused", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        readAdvisories(value);
      } catch (error) {
        assert.ok(error instanceof BongsuError);
      }
    }),
  );
});

test("the documents themselves are read without a problem", () => {
  for (const document of documents) assert.deepEqual(readAdvisories(document).problems, []);
});

const many = <T>(length: number, of: (i: number) => T): T[] => Array.from({ length }, (_, i) => of(i));

/** Small documents in which everything is tied to everything: read in about the time of their size, or cut off. */
const tangles: [name: string, document: unknown][] = [
  [
    "OSV: one package with a hundred thousand ranges",
    {
      id: "X-1",
      modified: "2024-01-01T00:00:00Z",
      affected: [
        {
          package: { ecosystem: "npm", name: "x" },
          ranges: many(100_000, (i) => ({
            type: "SEMVER",
            events: [{ introduced: `${2 * i}.0.0` }, { fixed: `${2 * i + 1}.0.0` }],
          })),
        },
      ],
    },
  ],
  [
    "CycloneDX: one product with fifty thousand versions, a hundred thousand components side by side",
    {
      bomFormat: "CycloneDX",
      components: [{ name: "c", components: many(150_000, (i) => ({ name: `c${i}`, "bom-ref": `c${i}` })) }],
      vulnerabilities: [
        { id: "CVE-1-1", affects: [{ ref: "c1", versions: many(50_000, (i) => ({ version: `${i}.0` })) }] },
      ],
    },
  ],
  [
    "CSAF: every product host of every other, every reference of every vulnerability",
    {
      document: {
        csaf_version: "2.1",
        category: "csaf_vex",
        tracking: { id: "X-1" },
        references: many(20_000, (i) => ({ url: `https://example.com/${i}` })),
        acknowledgments: [{ names: many(20_000, (i) => `n${i}`) }],
      },
      product_tree: {
        full_product_names: [
          {
            name: "p",
            product_id: "P",
            product_identification_helper: { purls: many(5_000, (i) => `pkg:npm/p${i}@1.0.0`) },
          },
        ],
        product_paths: many(2_000, (i) => ({
          beginning_product_reference: "P",
          subpaths: many(100, () => ({ next_product_reference: "P" })),
          full_product_name: { name: `q${i}`, product_id: `Q${i}` },
        })),
      },
      vulnerabilities: many(5_000, (i) => ({
        cve: `CVE-2024-${1000 + i}`,
        product_status: { known_affected: ["P", "Q1"], fixed: many(10, (k) => `Q${k}`) },
        remediations: [{ category: "workaround", details: "x", product_ids: ["P"] }],
      })),
    },
  ],
  [
    "CSAF: a hundred thousand scores and fixed versions of one product",
    {
      document: { csaf_version: "2.0", tracking: { id: "X-1" } },
      product_tree: {
        branches: [
          {
            category: "product_name",
            name: "p",
            branches: many(50_000, (i) => ({
              category: "product_version",
              name: `${i}.0`,
              product: { name: "p", product_id: `P${i}` },
            })),
          },
        ],
      },
      vulnerabilities: [
        {
          product_status: { fixed: many(50_000, (i) => `P${i}`), known_affected: ["P1"] },
          scores: many(50_000, (i) => ({
            cvss_v2: { vectorString: `x${i}`, baseScore: (i % 100) / 10 },
            products: ["P1", "P2"],
          })),
        },
      ],
    },
  ],
  [
    "OpenVEX: every product with every subcomponent",
    {
      "@context": "https://openvex.dev/ns",
      "@id": "urn:x",
      statements: [
        {
          vulnerability: "CVE-1-1",
          status: "fixed",
          products: many(10_000, (i) => ({ "@id": `urn:p${i}`, subcomponents: ["urn:s"] })),
          subcomponents: many(10_000, (i) => `urn:s${i}`),
        },
      ],
    },
  ],
  [
    "CVE: one product by fifty thousand names, with fifty thousand versions",
    {
      dataType: "CVE_RECORD",
      cveMetadata: { cveId: "CVE-2024-1000" },
      containers: {
        cna: {
          affected: [
            {
              vendor: "v",
              product: "p",
              cpes: many(50_000, (i) => `cpe:2.3:a:v:p${i}:*:*:*:*:*:*:*:*`),
              versions: many(50_000, (i) => ({ version: `${i}.0`, status: "affected" })),
            },
            {
              collectionURL: "https://access.redhat.com/downloads/content/package-browser",
              packageName: ":".repeat(200_000),
              cpes: ["x"],
            },
          ],
          metrics: many(150_000, () => ({ other: { type: "x", content: { value: "low" } } })),
        },
      },
    },
  ],
];

for (const [name, document] of tangles)
  test(name, () => {
    const { advisories, statements } = readAdvisories(document);
    assert.ok(advisories.length + statements.length > 0);
    for (const advisory of advisories.slice(0, 1)) bestSeverity(advisory);
  });

test("documents that tie very many names or versions to very many products are cut off, and say so", () => {
  const many = (make: (i: number) => unknown, count = 3000) => Array.from({ length: count }, (_, i) => make(i));
  const aliases = many((i) => `CVE-2024-${10_000 + i}`);
  const tied: unknown[] = [
    {
      "@context": "https://openvex.dev/ns/v0.2.0",
      "@id": "https://example.com/vex",
      timestamp: "2024-01-01T00:00:00Z",
      statements: [
        {
          vulnerability: { name: "CVE-2024-1", aliases },
          products: many((i) => ({ "@id": `pkg:npm/a${i}`, subcomponents: [{ "@id": "pkg:npm/b" }] })),
          status: "fixed",
        },
      ],
    },
    {
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      vulnerabilities: [
        {
          id: "CVE-2024-1",
          references: aliases.map((id) => ({ id })),
          analysis: { state: "in_triage" },
          affects: many((i) => ({ ref: `pkg:npm/a${i}` })),
        },
      ],
    },
    {
      dataType: "CVE_RECORD",
      cveMetadata: { cveId: "CVE-2024-1", state: "PUBLISHED" },
      containers: {
        cna: {
          affected: [
            {
              vendor: "v",
              product: "p",
              cpes: many((i) => `cpe:2.3:a:v:p${i}:*:*:*:*:*:*:*:*`),
              versions: many((i) => ({ version: `1.${i}`, status: "affected", versionType: "semver" })),
            },
          ],
        },
      },
    },
  ];
  for (const document of tied) {
    const { advisories, statements, problems } = readAdvisories(document);
    assert.ok(problems.some(({ code }) => code === "advisories.too-many-links"));
    const names = statements.reduce((sum, { vulnerabilities }) => sum + vulnerabilities.length, 0);
    const listed = advisories.flatMap(({ affected }) => affected.map(({ range }) => range?.versions.length ?? 0));
    assert.ok(names + listed.reduce((sum, count) => sum + count, 0) < 1_100_000);
    assert.ok(statements.length + listed.length > 0);
  }
});
