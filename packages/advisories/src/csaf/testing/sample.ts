/** A change to a sample: a member is set to a value, or taken away (undefined). Paths are JSON Pointers. */
export type Change = readonly [path: string, value: unknown];

/** A copy of a document with changes. The containers on the way to a member must be there. */
export function changed(document: unknown, ...changes: Change[]): unknown {
  const copy: unknown = structuredClone(document);
  for (const [path, value] of changes) {
    const keys = path.slice(1).split("/");
    const last = keys.pop() ?? "";
    let container = copy as Record<string, unknown>;
    for (const key of keys) container = container[key] as Record<string, unknown>;
    if (value === undefined) delete container[last];
    else container[last] = structuredClone(value);
  }
  return copy;
}

const tracking = {
  current_release_date: "2025-03-02T09:00:00Z",
  id: "BS-2025-7",
  initial_release_date: "2025-02-01T09:00:00Z",
  revision_history: [
    { date: "2025-02-01T09:00:00Z", number: "1", summary: "First version." },
    { date: "2025-03-02T09:00:00Z", number: "2", summary: "The fix is out." },
  ],
  status: "final",
  version: "2",
};

const publisher = { category: "vendor", name: "Beacon Works", namespace: "https://beacon.example" };

const branch = (category: string, name: string, more: object) => ({ category, name, ...more });

const branches = (helper: object) => [
  branch("vendor", "Beacon Works", {
    branches: [
      branch("product_name", "Lamp", {
        branches: [
          branch("product_version", "1.0", { product: { name: "Lamp 1.0", product_id: "P-1" } }),
          branch("product_version", "1.1", {
            product: { name: "Lamp 1.1", product_id: "P-2", product_identification_helper: helper },
          }),
        ],
      }),
      branch("product_name", "Hill", {
        branches: [branch("product_version", "7", { product: { name: "Hill 7", product_id: "P-3" } })],
      }),
    ],
  }),
];

const score = {
  baseScore: 9.8,
  baseSeverity: "CRITICAL",
  vectorString: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
  version: "3.1",
};

const vulnerability = {
  cve: "CVE-2025-12345",
  notes: [{ category: "summary", text: "A crafted signal stops the lamp." }],
  product_status: { fixed: ["P-2"], known_affected: ["P-1"], known_not_affected: ["P-3"] },
  remediations: [{ category: "vendor_fix", details: "Install 1.1.", product_ids: ["P-1"] }],
  threats: [{ category: "impact", details: "The hill has no lamp.", product_ids: ["P-3"] }],
};

const weakness = {
  id: "CWE-79",
  name: "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')",
};

const productGroups = [{ group_id: "G-1", product_ids: ["P-1", "P-2"] }];

/** A valid CSAF 2.1 advisory. */
export const advisory21: unknown = {
  $schema: "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json",
  document: {
    category: "csaf_security_advisory",
    csaf_version: "2.1",
    distribution: { tlp: { label: "CLEAR" } },
    lang: "en",
    publisher,
    references: [
      { category: "self", summary: "This document", url: "https://beacon.example/csaf/bs-2025-7.json" },
      { category: "external", summary: "More", url: "https://beacon.example/more" },
    ],
    title: "A lamp that goes out",
    tracking,
  },
  product_tree: {
    branches: branches({ purls: ["pkg:npm/lamp@1.1.0"] }),
    product_groups: productGroups,
    product_paths: [
      {
        beginning_product_reference: "P-1",
        full_product_name: { name: "Lamp 1.0 on Hill 7", product_id: "P-4" },
        subpaths: [{ category: "installed_on", next_product_reference: "P-3" }],
      },
    ],
  },
  vulnerabilities: [
    {
      ...vulnerability,
      cwes: [{ ...weakness, version: "4.13" }],
      metrics: [{ content: { cvss_v3: score }, products: ["P-1"] }],
    },
  ],
};

/** A valid CSAF 2.0 advisory. */
export const advisory20: unknown = {
  document: {
    category: "csaf_security_advisory",
    csaf_version: "2.0",
    distribution: { tlp: { label: "WHITE" } },
    lang: "en",
    publisher,
    title: "A lamp that goes out",
    tracking,
  },
  product_tree: {
    branches: branches({ purl: "pkg:npm/lamp@1.1.0" }),
    product_groups: productGroups,
    relationships: [
      {
        category: "installed_on",
        full_product_name: { name: "Lamp 1.0 on Hill 7", product_id: "P-4" },
        product_reference: "P-1",
        relates_to_product_reference: "P-3",
      },
    ],
  },
  vulnerabilities: [{ ...vulnerability, cwe: weakness, scores: [{ cvss_v3: score, products: ["P-1"] }] }],
};

/** A valid CSAF 2.1 VEX document. */
export const vex21: unknown = changed(advisory21, ["/document/category", "csaf_vex"]);

/** A valid CSAF 2.1 document that withdraws an advisory. */
export const withdrawn21: unknown = changed(
  advisory21,
  ["/document/category", "csaf_withdrawn"],
  ["/document/notes", [{ category: "description", text: "It was a mistake.", title: "Reasoning for Withdrawal" }]],
  ["/product_tree", undefined],
  ["/vulnerabilities", undefined],
);

/** A valid CSAF 2.1 document that says by what an advisory is superseded. */
export const superseded21: unknown = changed(
  withdrawn21,
  ["/document/category", "csaf_superseded"],
  ["/document/notes/0/title", "Reasoning for Supersession"],
  ["/document/references/1/summary", "Superseding Document"],
);
