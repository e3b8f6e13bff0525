import assert from "node:assert/strict";
import { test } from "node:test";
import { parseVers } from "@bongsu/versions";
import type { VexStatement } from "../advisory.ts";
import { readAdvisories } from "../read.ts";
import { toCycloneDxVex } from "./write.ts";

const options = {
  timestamp: "2024-05-01T00:00:00Z",
  serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  author: "Hub",
};

const statement = (members: Partial<VexStatement> = {}): VexStatement => ({
  format: "cyclonedx",
  documentId: "x",
  author: null,
  vulnerabilities: ["CVE-2024-1000", "GHSA-aaaa-bbbb-cccc"],
  subjects: [
    {
      package: null,
      purl: "pkg:npm/a@1.0.0",
      cpe: null,
      product: { vendor: null, name: "a", version: "1.0.0" },
    },
  ],
  refs: [],
  components: [],
  range: null,
  status: "not_affected",
  justification: "vulnerable_code_not_in_execute_path",
  justificationText: "code_not_reachable",
  impact: "Never called.",
  action: null,
  at: "2024-04-01T00:00:00Z",
  path: "",
  ...members,
});

test("a written document says the same when it is read", () => {
  const before = [
    statement(),
    statement({ status: "affected", justification: null, justificationText: null, action: "Update." }),
    statement({ status: "fixed", justification: null, justificationText: null, refs: ["urn:cdx:1/1#a"] }),
    statement({
      status: "under_investigation",
      justification: null,
      justificationText: null,
      range: parseVers("vers:npm/>=1.0.0|<2.0.0"),
    }),
    statement({ justification: null, justificationText: "requires_environment" }),
    statement({ justification: null, justificationText: "false_positive" }),
  ];
  const { document, problems } = toCycloneDxVex(before, options);
  assert.deepEqual(problems, []);
  const { statements, problems: faults } = readAdvisories(JSON.stringify(document));
  assert.deepEqual(
    faults.map(({ code }) => code),
    ["advisories.unknown-component"],
  );
  const told = ({ vulnerabilities, status, justification, justificationText, impact, action, at }: VexStatement) => ({
    vulnerabilities,
    status,
    justification,
    justificationText,
    impact,
    action,
    at,
  });
  assert.deepEqual(statements.map(told), before.map(told));
  assert.deepEqual(
    statements.map(({ refs }) => refs[0]),
    ["pkg:npm/a@1.0.0", "pkg:npm/a@1.0.0", "urn:cdx:1/1#a", "pkg:npm/a@1.0.0", "pkg:npm/a@1.0.0", "pkg:npm/a@1.0.0"],
  );
  assert.deepEqual(statements[3]?.range?.intervals, before[3]?.range?.intervals);
});

test("verdicts that are alike share one vulnerability; a component is described once", () => {
  const other = { package: null, purl: "pkg:npm/b@1.0.0", cpe: null, product: null };
  const { document } = toCycloneDxVex([statement(), statement({ subjects: [other] }), statement()], options);
  assert.deepEqual(
    document.vulnerabilities.map(({ affects }) => affects),
    [[{ ref: "pkg:npm/a@1.0.0" }, { ref: "pkg:npm/b@1.0.0" }]],
  );
  assert.deepEqual(
    document.components?.map((component) => component["bom-ref"]),
    ["pkg:npm/a@1.0.0", "pkg:npm/b@1.0.0"],
  );
});

test("what advisories know of a vulnerability is told with it", () => {
  const { advisories } = readAdvisories({
    id: "GHSA-aaaa-bbbb-cccc",
    modified: "2024-01-01T00:00:00Z",
    summary: "Short",
    severity: [{ type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }],
    references: [{ type: "WEB", url: "https://example.com/x" }],
    database_specific: { cwe_ids: ["CWE-79"] },
  });
  const [vulnerability] = toCycloneDxVex([statement()], { ...options, advisories }).document.vulnerabilities;
  assert.deepEqual(vulnerability?.ratings, [
    { score: 9.8, severity: "critical", method: "CVSSv31", vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" },
  ]);
  assert.deepEqual([vulnerability?.cwes, vulnerability?.description], [[79], "Short"]);
  assert.deepEqual(vulnerability?.advisories, [{ url: "https://example.com/x" }]);
});
