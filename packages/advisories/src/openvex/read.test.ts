import assert from "node:assert/strict";
import { test } from "node:test";
import { readAdvisories } from "../read.ts";

const document = (statements: object[], members: object = {}) => ({
  "@context": "https://openvex.dev/ns/v0.2.0",
  "@id": "https://example.com/vex/1",
  author: "Acme",
  timestamp: "2024-01-01T00:00:00Z",
  version: 1,
  statements,
  ...members,
});

const claim = { vulnerability: { name: "CVE-2024-1000" }, products: [{ "@id": "pkg:npm/a@1.0.0" }], status: "fixed" };

test("reads a statement of 0.2.0 with identifiers, subcomponents and aliases", () => {
  const { format, statements, problems } = readAdvisories(
    document([
      {
        vulnerability: { "@id": "https://example.com/v", name: "CVE-2024-1000", aliases: ["GHSA-aaaa-bbbb-cccc"] },
        products: [
          {
            "@id": "https://example.com/product",
            identifiers: { purl: "pkg:oci/app@sha256%3Aabc", cpe23: "cpe:2.3:a:acme:app:1:*:*:*:*:*:*:*" },
            subcomponents: [{ "@id": "pkg:npm/lodash@4.17.20" }],
          },
        ],
        status: "not_affected",
        justification: "vulnerable_code_not_in_execute_path",
        impact_statement: "Never called.",
      },
    ]),
  );
  assert.equal(format, "openvex");
  assert.deepEqual(problems, []);
  const [statement] = statements;
  assert.ok(statement);
  const { subjects, components, ...rest } = statement;
  assert.deepEqual(rest, {
    format: "openvex",
    documentId: "https://example.com/vex/1",
    author: "Acme",
    vulnerabilities: ["CVE-2024-1000", "GHSA-aaaa-bbbb-cccc"],
    refs: ["https://example.com/product"],
    range: null,
    status: "not_affected",
    justification: "vulnerable_code_not_in_execute_path",
    justificationText: "vulnerable_code_not_in_execute_path",
    impact: "Never called.",
    action: null,
    at: "2024-01-01T00:00:00Z",
    path: "/statements/0",
  });
  assert.equal(subjects[0]?.purl, "pkg:oci/app@sha256%3Aabc".replace("%3A", ":"));
  assert.equal(subjects[0]?.cpe, "cpe:2.3:a:acme:app:1:*:*:*:*:*:*:*");
  assert.deepEqual(
    components.map(({ package: identity, purl }) => [identity?.name, purl]),
    [["lodash", "pkg:npm/lodash@4.17.20"]],
  );
});

test("products named whole share a statement; one named in part has its own", () => {
  const products = [
    { "@id": "pkg:npm/a@1.0.0" },
    { "@id": "pkg:npm/b@1.0.0", subcomponents: [{ "@id": "pkg:npm/c@1.0.0" }] },
    { "@id": "pkg:npm/d@1.0.0" },
  ];
  const { statements } = readAdvisories(document([{ ...claim, products }]));
  assert.deepEqual(
    statements.map(({ subjects, components }) => [subjects.map(({ purl }) => purl), components.length]),
    [
      [["pkg:npm/a@1.0.0", "pkg:npm/d@1.0.0"], 0],
      [["pkg:npm/b@1.0.0"], 1],
    ],
  );
});

test("reads 0.0.1, where vulnerabilities, products and subcomponents are texts", () => {
  const { statements, problems } = readAdvisories(
    document(
      [
        {
          vulnerability: "CVE-2023-1",
          products: ["pkg:npm/a@1.0.0", "urn:x"],
          subcomponents: ["pkg:npm/b@1"],
          status: "fixed",
        },
      ],
      {
        "@context": "https://openvex.dev/ns",
        version: "1",
      },
    ),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    statements.map(({ vulnerabilities, refs, components }) => [vulnerabilities, refs, components[0]?.purl]),
    [[["CVE-2023-1"], ["urn:x"], "pkg:npm/b@1"]],
  );
});

test("a statement's own time counts before the document's, and its update before both", () => {
  const at = (members: object) => readAdvisories(document([{ ...claim, ...members }])).statements[0]?.at;
  assert.equal(at({}), "2024-01-01T00:00:00Z");
  assert.equal(at({ timestamp: "2024-02-01T00:00:00Z" }), "2024-02-01T00:00:00Z");
  assert.equal(
    at({ timestamp: "2024-02-01T00:00:00Z", last_updated: "2024-03-01T00:00:00+09:00" }),
    "2024-02-29T15:00:00Z",
  );
});

test("a vulnerability named by an address only goes by the name in it", () => {
  const vulnerability = { "@id": "https://nvd.nist.gov/vuln/detail/CVE-2019-17571" };
  const { statements } = readAdvisories(document([{ ...claim, vulnerability }]));
  assert.deepEqual(statements[0]?.vulnerabilities, ["CVE-2019-17571"]);
});

test("incomplete statements are reported and left out, or taken as far as they go", () => {
  const { statements, problems } = readAdvisories(
    document([
      { ...claim, status: "maybe" },
      { ...claim, vulnerability: {} },
      { ...claim, products: [] },
      { ...claim, products: [{ hashes: { "sha-256": "abc" } }, {}] },
      { ...claim, status: "not_affected" },
      { ...claim, status: "not_affected", justification: "because" },
    ]),
  );
  assert.deepEqual(
    problems.map(({ code, place }) => `${code} ${place.path}`),
    [
      "advisories.unknown-word /statements/0/status",
      "advisories.missing /statements/1",
      "advisories.no-subject /statements/2",
      "advisories.no-subject /statements/3/products/1",
      "advisories.missing /statements/4",
      "advisories.unknown-word /statements/5/justification",
    ],
  );
  assert.deepEqual(
    statements.map(({ path, justificationText }) => [path, justificationText]),
    [
      ["/statements/3", null],
      ["/statements/4", null],
      ["/statements/5", "because"],
    ],
  );
  assert.deepEqual(statements[0]?.refs, ["sha-256:abc"]);
});
