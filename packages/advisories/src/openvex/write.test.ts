import assert from "node:assert/strict";
import { test } from "node:test";
import type { VexStatement } from "../advisory.ts";
import { readAdvisories } from "../read.ts";
import { toOpenVex } from "./write.ts";

const options = { id: "https://hub.example/vex/1", author: "Hub", timestamp: "2024-05-01T00:00:00Z" };

const statement = (members: Partial<VexStatement> = {}): VexStatement => ({
  format: "openvex",
  documentId: "x",
  author: null,
  vulnerabilities: ["CVE-2024-1000", "GHSA-aaaa-bbbb-cccc"],
  subjects: [{ package: null, purl: "pkg:npm/a@1.0.0", cpe: null, product: null }],
  refs: [],
  components: [],
  range: null,
  status: "not_affected",
  justification: "component_not_present",
  justificationText: "component_not_present",
  impact: null,
  action: null,
  at: "2024-04-01T00:00:00Z",
  path: "",
  ...members,
});

test("a written document says the same when it is read", () => {
  const before = [
    statement(),
    statement({
      status: "affected",
      justification: null,
      justificationText: null,
      action: "Update.",
      impact: "Reachable.",
    }),
    statement({ status: "fixed", justification: null, justificationText: null, at: null }),
    statement({
      status: "under_investigation",
      justification: null,
      justificationText: null,
      subjects: [{ package: null, purl: null, cpe: "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*", product: null }],
      components: [{ package: null, purl: "pkg:npm/part@2.0.0", cpe: null, product: null }],
    }),
  ];
  const { document, problems } = toOpenVex(before, options);
  assert.deepEqual(problems, []);
  const { statements, problems: faults } = readAdvisories(JSON.stringify(document));
  assert.deepEqual(faults, []);
  assert.deepEqual(
    statements.map(({ vulnerabilities, status, justification, impact, action, at }) => ({
      vulnerabilities,
      status,
      justification,
      impact,
      action,
      at,
    })),
    before.map(({ vulnerabilities, status, justification, impact, action, at }) => ({
      vulnerabilities,
      status,
      justification,
      impact,
      action,
      at: at ?? options.timestamp,
    })),
  );
  assert.deepEqual(
    statements.map(({ subjects }) => subjects[0]?.purl ?? subjects[0]?.cpe),
    ["pkg:npm/a@1.0.0", "pkg:npm/a@1.0.0", "pkg:npm/a@1.0.0", "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*"],
  );
  assert.equal(statements[3]?.components[0]?.purl, "pkg:npm/part@2.0.0");
});

test("each status has what the format's schema wants beside it, and no more", () => {
  const { document } = toOpenVex(
    [
      statement({ impact: "Never built in." }),
      statement({ justification: null, justificationText: "requires_configuration" }),
      statement({ justification: null, justificationText: null }),
      statement({ status: "affected" }),
    ],
    options,
  );
  const extras = document.statements.map(({ vulnerability, products, status, timestamp, ...rest }) => rest);
  assert.deepEqual(extras, [
    { status_notes: "Never built in.", justification: "component_not_present" },
    { impact_statement: "requires_configuration" },
    { impact_statement: "No justification was stated." },
    { action_statement: "No action was stated." },
  ]);
});

test("listed versions become products; intervals and nameless products are told", () => {
  const bare = { package: null, purl: "pkg:npm/a", cpe: null, product: null };
  const named = { package: null, purl: null, cpe: null, product: { vendor: null, name: "Thing", version: null } };
  const range = {
    ecosystem: "npm",
    intervals: [{ low: null, high: null }],
    versions: ["1.0.0", "2.0.0"],
    excluded: [],
    unparsed: [],
  };
  const { document, problems } = toOpenVex([statement({ subjects: [bare, named], range })], options);
  assert.deepEqual(
    document.statements[0]?.products.map((product) => product["@id"]),
    ["pkg:npm/a@1.0.0", "pkg:npm/a@2.0.0"],
  );
  assert.deepEqual(
    [...new Set(problems.map(({ code, place }) => `${code} ${place.path}`))],
    ["advisories.cannot-express /0/range", "advisories.cannot-express /0/subjects/1"],
  );
  const referred = toOpenVex([statement({ subjects: [named], refs: ["urn:cdx:1/1#a"] })], options);
  assert.equal(referred.document.statements[0]?.products[0]?.["@id"], "urn:cdx:1/1#a");
});
