import assert from "node:assert/strict";
import { test } from "node:test";
import { rangeContains } from "@bongsu/versions";
import { readAdvisories } from "../read.ts";
import { readCycloneDxVulnerabilities } from "./read.ts";

const bom = (vulnerabilities: unknown[], members: object = {}) => ({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: "urn:uuid:1",
  metadata: {
    timestamp: "2024-01-01T00:00:00Z",
    supplier: { name: "Acme" },
    component: {
      type: "application",
      "bom-ref": "app",
      name: "App",
      version: "2.0",
      components: [
        { type: "library", "bom-ref": "lib", name: "lodash", version: "4.17.20", purl: "pkg:npm/lodash@4.17.20" },
      ],
    },
  },
  vulnerabilities,
  ...members,
});

test("reads a vulnerability with its ratings, references and analysis", () => {
  const { format, advisories, statements, problems } = readAdvisories(
    bom([
      {
        id: "CVE-2024-1000",
        source: { name: "NVD", url: "https://nvd.example/1" },
        references: [{ id: "GHSA-aaaa-bbbb-cccc", source: { name: "GitHub", url: "https://github.example/1" } }],
        ratings: [
          { source: { name: "NVD" }, method: "CVSSv31", vector: "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", score: 9.8 },
          { method: "CVSSv31", score: 5, vector: "nonsense" },
          { method: "other", severity: "info" },
        ],
        cwes: [79, "x"],
        description: "Short",
        detail: "Long",
        recommendation: "Update.",
        workaround: "Turn it off.",
        advisories: [{ url: "https://example.com/a" }],
        published: "2024-01-01T00:00:00Z",
        updated: "2024-01-02T00:00:00Z",
        credits: { individuals: [{ name: "Kim" }], organizations: [{ name: "Org" }] },
        analysis: { state: "not_affected", justification: "code_not_reachable", detail: "Never called." },
        affects: [{ ref: "lib" }],
      },
    ]),
  );
  assert.equal(format, "cyclonedx");
  assert.deepEqual(
    problems.map(({ code, place }) => `${code} ${place.path}`),
    ["advisories.cvss-form /vulnerabilities/0/ratings/1/vector", "advisories.wrong-type /vulnerabilities/0/cwes/1"],
  );
  const [advisory] = advisories;
  const [statement] = statements;
  assert.ok(advisory && statement);
  assert.deepEqual(advisory.aliases, ["GHSA-aaaa-bbbb-cccc"]);
  assert.deepEqual(
    advisory.severities.map(({ system, score, rating, source }) => [system, score, rating, source]),
    [
      ["CVSS:3.1", 9.8, "critical", "NVD"],
      ["CVSS:3.1", 5, "medium", null],
      ["text", null, "none", null],
    ],
  );
  assert.deepEqual(advisory.weaknesses, ["CWE-79"]);
  assert.deepEqual(advisory.credits, ["Kim", "Org"]);
  assert.equal(advisory.affected[0]?.status, "not_affected");
  assert.deepEqual(advisory.affected[0]?.subject.package, { ecosystem: "npm", release: "", name: "lodash" });
  assert.deepEqual(
    [statement.status, statement.justification, statement.justificationText, statement.impact, statement.refs],
    ["not_affected", "vulnerable_code_not_in_execute_path", "code_not_reachable", "Never called.", ["lib"]],
  );
  assert.deepEqual(statement.vulnerabilities, ["CVE-2024-1000", "GHSA-aaaa-bbbb-cccc"]);
  assert.deepEqual([statement.author, statement.at], ["Acme", "2024-01-02T00:00:00Z"]);
});

test("without an analysis, what is listed is affected, and nobody states anything", () => {
  const { advisories, statements } = readAdvisories(bom([{ id: "CVE-2024-1000", affects: [{ ref: "lib" }] }]));
  const [affected] = advisories[0]?.affected ?? [];
  assert.equal(affected?.status, "affected");
  assert.ok(affected?.range && rangeContains(affected.range, "4.17.20") && !rangeContains(affected.range, "4.17.21"));
  assert.deepEqual(statements, []);
});

test("versions keep their own status beside the analysis", () => {
  const affects = [
    {
      ref: "app",
      versions: [
        { version: "1.0", status: "affected" },
        { range: "vers:generic/>=1.1|<2.0" },
        { version: "2.0", status: "unaffected" },
        { version: "3.0", status: "unknown" },
      ],
    },
  ];
  const { statements } = readAdvisories(bom([{ id: "CVE-2024-1000", analysis: { state: "exploitable" }, affects }]));
  const holding = (version: string) =>
    statements.filter(({ range }) => range !== null && rangeContains(range, version)).map(({ status }) => status);
  assert.deepEqual(["1.0", "1.5", "2.0", "3.0"].map(holding), [
    ["affected"],
    ["affected"],
    ["not_affected"],
    ["under_investigation"],
  ]);
});

test("every state has its VEX status", () => {
  const status = (state: string) =>
    readAdvisories(bom([{ id: "CVE-1-1", analysis: { state }, affects: [{ ref: "app" }] }])).statements[0]?.status;
  assert.deepEqual(
    ["resolved", "resolved_with_pedigree", "exploitable", "in_triage", "false_positive", "not_affected", "odd"].map(
      status,
    ),
    ["fixed", "fixed", "affected", "under_investigation", "not_affected", "not_affected", undefined],
  );
});

test("a component of another document keeps its reference; a package URL as reference names the package", () => {
  const link = "urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#componentA";
  const { statements, problems } = readAdvisories(
    bom([
      { id: "CVE-1-1", analysis: { state: "exploitable" }, affects: [{ ref: link }, { ref: "pkg:pypi/Django@4.0" }] },
    ]),
  );
  assert.deepEqual(
    statements.map(({ refs, subjects }) => [refs[0], subjects[0]?.package?.name]),
    [
      [link, undefined],
      ["pkg:pypi/Django@4.0", "django"],
    ],
  );
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [["advisories.unknown-component", "info"]],
  );
});

test("reads the raw vulnerabilities of an SBOM with its components", () => {
  const components = new Map([["c1", { name: "django", version: "4.0", purl: "pkg:pypi/django@4.0", cpe: null }]]);
  const { advisories, statements, problems } = readCycloneDxVulnerabilities(
    [{ id: "CVE-1-1", analysis: { state: "in_triage" }, affects: [{ ref: "c1" }] }, "odd"],
    { components, documentId: "urn:uuid:2", author: null, timestamp: "2024-01-01T09:00:00+09:00", file: "bom.json" },
  );
  assert.equal(advisories[0]?.documentId, "urn:uuid:2");
  assert.deepEqual(
    [statements[0]?.subjects[0]?.package?.ecosystem, statements[0]?.at],
    ["PyPI", "2024-01-01T00:00:00Z"],
  );
  assert.deepEqual(
    problems.map(({ place }) => place),
    [{ file: "bom.json", path: "/vulnerabilities/1" }],
  );
});

test("a thousand components within each other are gone through", () => {
  let component: object = { "bom-ref": "deepest", name: "x", purl: "pkg:npm/x@1.0.0" };
  for (let i = 0; i < 1000; i++) component = { name: "c", components: [component] };
  const { advisories } = readAdvisories(
    bom([{ id: "CVE-1-1", affects: [{ ref: "deepest" }] }], { components: [component] }),
  );
  assert.equal(advisories[0]?.affected[0]?.subject.package?.name, "x");
});
