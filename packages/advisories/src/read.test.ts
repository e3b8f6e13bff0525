import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { BongsuError } from "@bongsu/base";
import type { AdvisoryFormat } from "./advisory.ts";
import { readAdvisories } from "./read.ts";
import { recogniseAdvisory } from "./recognise.ts";

const osv = { id: "TEST-1", modified: "2024-01-01T00:00:00Z", affected: [] };
const cve = { dataType: "CVE_RECORD", cveMetadata: { cveId: "CVE-2024-1000" }, containers: { cna: {} } };
const csaf = (version: string) => ({ document: { csaf_version: version, tracking: { id: "X" } } });

const samples: [AdvisoryFormat, object | string][] = [
  ["osv", osv],
  ["cve", cve],
  ["csaf-2.0", csaf("2.0")],
  ["csaf-2.1", csaf("2.1")],
  ["cyclonedx", { bomFormat: "CycloneDX", specVersion: "1.6", vulnerabilities: [] }],
  ["openvex", { "@context": "https://openvex.dev/ns/v0.2.0", "@id": "urn:x", statements: [] }],
  ["kev", { title: "CISA Catalog", catalogVersion: "1", vulnerabilities: [] }],
  ["epss", "#model_version:v2025.03.14,score_date:2025-08-25T12:55:00Z\ncve,epss,percentile\n"],
];

function codeOf(input: unknown): string {
  try {
    readAdvisories(input, { file: "x.json" });
  } catch (error) {
    assert.ok(error instanceof BongsuError, String(error));
    assert.equal(error.problem.place.file, "x.json");
    return error.code;
  }
  return assert.fail("read");
}

test("each format is recognised by value, text and bytes, and read alike", () => {
  for (const [format, sample] of samples) {
    const text = typeof sample === "string" ? sample : JSON.stringify(sample, null, 1);
    const bytes = new TextEncoder().encode(text);
    for (const input of typeof sample === "string" ? [text, bytes] : [sample, text, bytes]) {
      assert.equal(recogniseAdvisory(input), format, `${format} as ${typeof input}`);
      assert.equal(readAdvisories(input).format, format);
    }
  }
});

test("a text with a byte order mark is read", () => {
  assert.equal(readAdvisories(`\ufeff${JSON.stringify(osv)}`).advisories.length, 1);
  assert.equal(
    readAdvisories(new TextEncoder().encode("\ufeffcve,epss,percentile\nCVE-1999-0001,0,0\n")).epss.length,
    1,
  );
});

test("records may stand in a list; what is none is reported", () => {
  const { format, advisories, problems } = readAdvisories([osv, cve, { a: 1 }, 7]);
  assert.equal(format, "osv");
  assert.deepEqual(
    advisories.map(({ id }) => id),
    ["TEST-1", "CVE-2024-1000"],
  );
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place.path]),
    [
      ["advisories.unknown-format", "/2"],
      ["advisories.unknown-format", "/3"],
    ],
  );
  const answer = readAdvisories({ vulns: [{ ...osv, severity: 1 }] });
  assert.deepEqual(
    answer.problems.map(({ place }) => place.path),
    ["/vulns/0/severity"],
  );
});

test("what is no advisory is refused with its file", () => {
  for (const input of [
    "{}",
    "[]",
    "null",
    '"x"',
    "7",
    '{"bomFormat": "Other", "id": 1}',
    '{"spdxVersion":"SPDX-2.3"}',
    null,
    undefined,
    7,
  ])
    assert.equal(codeOf(input), "advisories.unknown-format", String(input));
  assert.equal(codeOf(new TextEncoder().encode("\ufeff <?xml version='1.0'?><bom/>")), "advisories.unknown-format");
  assert.equal(codeOf({ document: { csaf_version: "3.0" } }), "advisories.unsupported-version");
  assert.equal(codeOf({ data_type: "CVE", data_version: { toString: 1 } }), "advisories.unsupported-version");
  assert.match(codeOf('{"id": '), /^json\./);
  assert.match(codeOf(""), /^json\./);
  assert.match(codeOf(gzipSync("cve,epss,percentile\n")), /^json\./);
  assert.equal(codeOf('{"id": "A", "id": "B", "modified": ""}'), "json.duplicate-key");
});

test("an SBOM without vulnerabilities is a CycloneDX document without any", () => {
  const { advisories, statements, problems } = readAdvisories({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    components: [],
  });
  assert.deepEqual([advisories, statements, problems], [[], [], []]);
});
