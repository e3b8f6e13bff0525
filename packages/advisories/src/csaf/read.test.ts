import assert from "node:assert/strict";
import { test } from "node:test";
import { rangeContains } from "@bongsu/versions";
import type { Affected } from "../advisory.ts";
import { readAdvisories } from "../read.ts";

const tracking = {
  id: "ACME-2024-1",
  initial_release_date: "2024-01-01T00:00:00Z",
  current_release_date: "2024-02-01T00:00:00Z",
};

const document = (members: object = {}) => ({
  category: "csaf_security_advisory",
  csaf_version: "2.0",
  title: "Acme advisory",
  publisher: { category: "vendor", name: "Acme", namespace: "https://acme.example" },
  tracking,
  ...members,
});

function read(members: object, head: object = {}) {
  const found = readAdvisories({ document: document(head), ...members }, { file: "a.json" });
  return { ...found, codes: found.problems.map(({ code, place }) => `${code} ${place.path}`) };
}

/** A tree of one vendor's products: name → branches of versions. */
const tree = (products: Record<string, object[]>) => ({
  branches: [
    {
      category: "vendor",
      name: "Acme",
      branches: Object.entries(products).map(([name, branches]) => ({ category: "product_name", name, branches })),
    },
  ],
});

const version = (name: string, product_id: string, purl?: string) => ({
  category: /[<>]|vers:/.test(name) ? "product_version_range" : "product_version",
  name,
  product: {
    name: `Acme ${name}`,
    product_id,
    ...(purl !== undefined && { product_identification_helper: { purl } }),
  },
});

const holds = ({ range }: Affected, text: string) => range !== null && rangeContains(range, text);

test("reads a vulnerability with what its document says of all", () => {
  const { advisories, statements, codes } = read(
    {
      product_tree: tree({ Thing: [version("<2.0", "A"), version("2.0", "B")] }),
      vulnerabilities: [
        {
          cve: "CVE-2024-1000",
          cwe: { id: "CWE-79", name: "…" },
          title: "Overflow",
          ids: [
            { system_name: "GitHub", text: "GHSA-aaaa-bbbb-cccc" },
            { system_name: "Bugs", text: "1234" },
          ],
          notes: [
            { category: "summary", text: "Short" },
            { category: "description", text: "Long" },
            { category: "other", text: "Never mind" },
          ],
          product_status: { known_affected: ["A"], fixed: ["B"] },
          scores: [
            {
              cvss_v3: {
                version: "3.1",
                vectorString: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                baseScore: 9.8,
                baseSeverity: "CRITICAL",
              },
              products: ["A"],
            },
          ],
          remediations: [
            { category: "vendor_fix", details: "Update.", url: "https://acme.example/fix", product_ids: ["A"] },
          ],
          references: [{ category: "external", summary: "x", url: "https://example.com/x" }],
          acknowledgments: [{ names: ["Kim"], organization: "Org" }],
        },
      ],
    },
    {
      distribution: { tlp: { label: "WHITE" } },
      aggregate_severity: { text: "Important" },
      references: [{ category: "self", summary: "self", url: "https://acme.example/1" }],
    },
  );
  assert.deepEqual(codes, []);
  assert.deepEqual(statements, []);
  const [advisory, ...others] = advisories;
  assert.ok(advisory);
  assert.deepEqual(others, []);
  const { original, affected, severities, ...rest } = advisory;
  assert.deepEqual(rest, {
    format: "csaf-2.0",
    id: "ACME-2024-1",
    documentId: "ACME-2024-1",
    publisher: "Acme",
    aliases: ["CVE-2024-1000", "GHSA-aaaa-bbbb-cccc"],
    related: ["Bugs: 1234"],
    upstream: [],
    title: "Overflow",
    summary: "Short",
    details: "Long",
    published: "2024-01-01T00:00:00Z",
    modified: "2024-02-01T00:00:00Z",
    withdrawn: null,
    exploited: null,
    ssvc: null,
    weaknesses: ["CWE-79"],
    remediations: [{ kind: "vendor_fix", details: "Update.", url: "https://acme.example/fix" }],
    references: [
      { kind: "web", url: "https://example.com/x" },
      { kind: "advisory", url: "https://acme.example/1" },
    ],
    credits: ["Kim", "Org"],
    tlp: "TLP:CLEAR",
  });
  assert.deepEqual(
    severities.map(({ system, score, source }) => [system, score, source]),
    [
      ["CVSS:3.1", 9.8, "Acme"],
      ["text", null, "Acme"],
    ],
  );
  const [bad, good] = affected;
  assert.ok(bad && good);
  assert.deepEqual(bad.subject.product, { vendor: "Acme", name: "Thing", version: null });
  assert.ok(holds(bad, "1.9") && !holds(bad, "2.0"));
  assert.deepEqual([bad.status, bad.fixed, bad.remediations.length], ["affected", ["2.0"], 1]);
  assert.deepEqual([good.status, good.remediations.length], ["fixed", 0]);
  assert.equal(bad.path, "/vulnerabilities/0/product_status/known_affected/0");
});

test("each of several vulnerabilities is an advisory of its own", () => {
  const { advisories } = read({ vulnerabilities: [{ cve: "CVE-2024-1000" }, {}, { cve: "CVE-2024-1000" }] });
  assert.deepEqual(
    advisories.map(({ id, aliases }) => [id, aliases]),
    [
      ["ACME-2024-1#CVE-2024-1000", ["CVE-2024-1000"]],
      ["ACME-2024-1#2", []],
      ["ACME-2024-1#CVE-2024-1000/3", ["CVE-2024-1000"]],
    ],
  );
});

test("a document without vulnerabilities is an advisory without products", () => {
  const { advisories } = read(
    {},
    { category: "csaf_informational_advisory", notes: [{ category: "details", text: "Beware" }] },
  );
  assert.deepEqual(
    advisories.map(({ id, details, affected }) => [id, details, affected]),
    [["ACME-2024-1", "Beware", []]],
  );
});

test("package URLs identify packages, also of a component of a distribution's release", () => {
  const product_tree = {
    ...tree({ Thing: [version("1.0", "A", "pkg:npm/Thing@1.0.0"), version("2.0", "B", "pkg:npm")] }),
    full_product_names: [
      {
        name: "kernel",
        product_id: "K",
        product_identification_helper: { purl: "pkg:rpm/redhat/kernel@4.18.0-553?arch=src" },
      },
      {
        name: "RHEL 8",
        product_id: "R",
        product_identification_helper: { cpe: "cpe:/o:redhat:enterprise_linux:8::baseos" },
      },
    ],
    relationships: [
      {
        category: "default_component_of",
        product_reference: "K",
        relates_to_product_reference: "R",
        full_product_name: { name: "kernel of RHEL 8", product_id: "R:K" },
      },
    ],
  };
  const { advisories, codes } = read({
    product_tree,
    vulnerabilities: [{ cve: "CVE-2024-1000", product_status: { known_affected: ["A", "R:K", "B"] } }],
  });
  const [thing, kernel, other] = advisories[0]?.affected ?? [];
  assert.deepEqual(thing?.subject.package, { ecosystem: "npm", release: "", name: "thing" });
  assert.ok(thing && holds(thing, "1.0.0") && !holds(thing, "1.0.1"));
  assert.deepEqual(kernel?.subject.package, { ecosystem: "Red Hat", release: "8", name: "kernel" });
  assert.equal(kernel?.subject.product?.name, "kernel of RHEL 8");
  assert.equal(other?.subject.package, null);
  assert.deepEqual(codes, [
    "advisories.invalid-purl /product_tree/branches/0/branches/0/branches/1/product/product_identification_helper",
  ]);
});

test("all versions are meant where the range says so, or where a product has no versions", () => {
  const product_tree = tree({ Thing: [version("vers:all/*", "A")] });
  const plain = { category: "product_name", name: "Other", product: { name: "Acme Other", product_id: "B" } };
  product_tree.branches[0]?.branches.push(plain as never);
  const { advisories } = read({ product_tree, vulnerabilities: [{ product_status: { known_affected: ["A", "B"] } }] });
  assert.deepEqual(
    advisories[0]?.affected.map(({ allVersions }) => allVersions),
    [true, true],
  );
});

test("a range in prose that is not beyond doubt is kept as text, reported, and holds nothing", () => {
  const text = "All versions only if <x is used";
  const { advisories, codes } = read({
    product_tree: tree({ Thing: [version(text, "A")] }),
    vulnerabilities: [{ product_status: { known_affected: ["A"] } }],
  });
  const [affected] = advisories[0]?.affected ?? [];
  assert.deepEqual(
    affected?.range?.unparsed.map((one) => one.text),
    [text],
  );
  assert.ok(affected && !holds(affected, "1.0"));
  assert.deepEqual(codes, ["advisories.invalid-range /product_tree/branches/0/branches/0/branches/0/product"]);
});

test("every product status has its VEX status, and groups stand for their members", () => {
  const ids = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
  const product_status = Object.fromEntries(
    [
      "known_affected",
      "first_affected",
      "last_affected",
      "known_not_affected",
      "fixed",
      "first_fixed",
      "recommended",
      "under_investigation",
      "unknown",
    ].map((list, i) => [list, [ids[i]]]),
  );
  const { advisories } = read({
    product_tree: {
      full_product_names: ids.map((product_id) => ({ name: product_id, product_id })),
      product_groups: [{ group_id: "G1", product_ids: ["A", "B"] }],
    },
    vulnerabilities: [{ product_status, remediations: [{ category: "workaround", details: "x", group_ids: ["G1"] }] }],
  });
  assert.deepEqual(
    advisories[0]?.affected.map(({ status, remediations }) => `${status} ${remediations.length}`),
    [
      "affected 1",
      "affected 1",
      "affected 0",
      "not_affected 0",
      "fixed 0",
      "fixed 0",
      "fixed 0",
      "under_investigation 0",
      "under_investigation 0",
    ],
  );
});

test("the VEX profile gives statements with justification, impact and action", () => {
  const { statements, codes } = read(
    {
      product_tree: tree({ Thing: [version("1.0", "A"), version("2.0", "B"), version("3.0", "C")] }),
      vulnerabilities: [
        {
          cve: "CVE-2024-1000",
          product_status: { known_not_affected: ["A", "B"], known_affected: ["C"] },
          flags: [
            { label: "component_not_present", product_ids: ["A"] },
            { label: "odd", product_ids: ["B"] },
          ],
          threats: [{ category: "impact", details: "Not built in.", product_ids: ["B"] }],
          remediations: [{ category: "mitigation", details: "Turn it off.", product_ids: ["C"] }],
        },
      ],
    },
    { category: "csaf_vex" },
  );
  assert.deepEqual(
    statements.map(({ subjects, status, justification, impact, action }) => [
      subjects[0]?.product?.version,
      status,
      justification,
      impact,
      action,
    ]),
    [
      ["3.0", "affected", null, null, "Turn it off."],
      ["1.0", "not_affected", "component_not_present", null, null],
      ["2.0", "not_affected", null, "Not built in.", null],
    ],
  );
  assert.deepEqual([statements[0]?.author, statements[0]?.at], ["Acme", "2024-02-01T00:00:00Z"]);
  assert.deepEqual(codes, ["advisories.unknown-word /vulnerabilities/0/flags/1/label"]);
});

test("a statement about a part of a product names both", () => {
  const { statements } = read(
    {
      product_tree: {
        full_product_names: [
          { name: "lib", product_id: "L", product_identification_helper: { purl: "pkg:generic/lib@1.0" } },
          { name: "Appliance 3", product_id: "P", product_identification_helper: { cpe: "cpe:/a:acme:appliance:3" } },
        ],
        relationships: [
          {
            category: "default_component_of",
            product_reference: "L",
            relates_to_product_reference: "P",
            full_product_name: { name: "lib of Appliance 3", product_id: "PL" },
          },
        ],
      },
      vulnerabilities: [{ cve: "CVE-2024-1000", product_status: { known_not_affected: ["PL"] } }],
    },
    { category: "csaf_vex" },
  );
  assert.deepEqual(
    statements.map(({ subjects, components }) => [subjects[0]?.cpe, components[0]?.purl]),
    [["cpe:/a:acme:appliance:3", "pkg:generic/lib@1.0"]],
  );
});

test("reads what CSAF 2.1 added: metrics, CWEs, product paths, first exploitation, ids of some products", () => {
  const found = readAdvisories({
    document: document({ csaf_version: "2.1", distribution: { tlp: { label: "AMBER+STRICT" } } }),
    product_tree: {
      full_product_names: [
        {
          name: "Lib",
          product_id: "L",
          product_identification_helper: { purls: ["pkg:npm/a@1.0.0", "pkg:npm/b@1.0.0"] },
        },
        { name: "Host", product_id: "H" },
      ],
      product_paths: [
        {
          beginning_product_reference: "L",
          subpaths: [{ category: "installed_on", next_product_reference: "H" }],
          full_product_name: { name: "Lib on Host", product_id: "LH" },
        },
      ],
    },
    vulnerabilities: [
      {
        cve: "CVE-2024-1000",
        cwes: [{ id: "CWE-79", name: "…", version: "4.15" }],
        ids: [{ system_name: "GitHub", text: "GHSA-aaaa-bbbb-cccc", product_ids: ["L"] }],
        product_status: { known_affected: ["LH"] },
        first_known_exploitation_dates: [
          { date: "2024-03-01T00:00:00Z", exploitation_date: "2024-02-20T00:00:00Z", product_ids: ["LH"] },
        ],
        metrics: [
          {
            source: "https://example.com/metrics",
            products: ["LH"],
            content: {
              cvss_v4: {
                version: "4.0",
                vectorString: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H",
                baseScore: 10,
                baseSeverity: "CRITICAL",
              },
              qualitative_severity_rating: "high",
              epss: { probability: "0.5", percentile: "0.9", timestamp: "2024-03-01T00:00:00Z" },
              ssvc_v2: {
                timestamp: "2024-03-01T00:00:00Z",
                selections: [
                  { namespace: "ssvc", key: "E", version: "1.1.0", values: [{ key: "P" }] },
                  { namespace: "ssvc", key: "A", version: "2.0.0", values: [{ key: "Y" }, { key: "N" }] },
                  { namespace: "x_other", key: "TI", version: "1.0.0", values: [{ key: "T" }] },
                ],
              },
            },
          },
        ],
      },
    ],
  });
  assert.deepEqual(found.problems, []);
  const [advisory] = found.advisories;
  assert.ok(advisory);
  assert.equal(advisory.format, "csaf-2.1");
  assert.equal(advisory.tlp, "TLP:AMBER+STRICT");
  assert.deepEqual(advisory.weaknesses, ["CWE-79"]);
  assert.deepEqual([advisory.aliases, advisory.related], [["CVE-2024-1000"], ["GitHub: GHSA-aaaa-bbbb-cccc"]]);
  assert.deepEqual(
    advisory.severities.map(({ system, score, rating }) => [system, score, rating]),
    [
      ["CVSS:4.0", 10, "critical"],
      ["text", null, "high"],
    ],
  );
  assert.deepEqual(
    [advisory.ssvc?.exploitation, advisory.ssvc?.automatable, advisory.ssvc?.technicalImpact],
    ["poc", null, null],
  );
  assert.deepEqual([advisory.exploited?.since, advisory.exploited?.source], ["2024-02-20", "Acme"]);
  assert.deepEqual(
    advisory.affected.map(({ subject }) => [subject.package?.name, subject.product?.name]),
    [
      ["a", "Lib on Host"],
      ["b", "Lib on Host"],
    ],
  );
  assert.deepEqual(found.epss, [
    { id: "CVE-2024-1000", epss: { probability: 0.5, percentile: 0.9, date: "2024-03-01" } },
  ]);
});

test("exploitation counts where the publisher says that it happened, not where it says that it did not", () => {
  const exploited = (details: string) =>
    read({ vulnerabilities: [{ threats: [{ category: "exploit_status", details, date: "2024-01-05T00:00:00Z" }] }] })
      .advisories[0]?.exploited?.since;
  assert.equal(
    exploited("Publicly Disclosed:No;Exploited:Yes;Latest Software Release:Exploitation Detected"),
    "2024-01-05",
  );
  assert.equal(exploited("Publicly Disclosed:No;Exploited:No"), undefined);
  assert.equal(exploited("No known public exploits"), undefined);
});

test("a withdrawn document (2.1) withdraws", () => {
  const { advisories } = read({}, { csaf_version: "2.1", category: "csaf_withdrawn" });
  assert.equal(advisories[0]?.withdrawn, "2024-02-01T00:00:00Z");
});

test("trees that refer to nothing, to themselves, or to too much are cut off and reported", () => {
  const loop = (id: string, to: string) => ({
    category: "installed_on",
    product_reference: to,
    relates_to_product_reference: to,
    full_product_name: { name: id, product_id: id },
  });
  let branch: object = { category: "product_version", name: "1", product: { name: "deep", product_id: "DEEP" } };
  for (let i = 0; i < 150; i++) branch = { category: "product_family", name: "f", branches: [branch] };
  const many = Array.from({ length: 3000 }, (_, i) => `P${i}`);
  const { advisories, codes } = read({
    product_tree: {
      branches: [branch],
      full_product_names: [{ name: "a", product_id: "A" }, { name: "b", product_id: "A" }, { name: "c" }],
      relationships: [loop("X", "Y"), loop("Y", "X")],
      product_groups: [{ group_id: "ALL", product_ids: many }],
    },
    vulnerabilities: [
      {
        product_status: { known_affected: ["A", "X", "NONE"] },
        remediations: [
          { category: "workaround", details: "x", group_ids: ["NO"] },
          ...Array.from({ length: 1000 }, () => ({ category: "workaround", details: "x", group_ids: ["ALL"] })),
        ],
      },
    ],
  });
  assert.deepEqual(
    advisories[0]?.affected.map(({ subject }) => subject.product?.name),
    ["a", "X", "NONE"],
  );
  const reported = (code: string) => codes.filter((one) => one.startsWith(code)).length;
  assert.equal(reported("advisories.too-deep"), 1);
  assert.equal(reported("advisories.repeated-product"), 1);
  assert.equal(reported("advisories.missing /product_tree/full_product_names/2"), 1);
  assert.equal(reported("advisories.unknown-group"), 1);
  assert.equal(reported("advisories.too-many-links"), 1);
  assert.equal(reported("advisories.unknown-product"), 1);
});

test("a document without a tracking id is not taken", () => {
  const { advisories, codes } = read({ vulnerabilities: [{}] }, { tracking: {} });
  assert.deepEqual([advisories, codes], [[], ["advisories.no-id "]]);
});
