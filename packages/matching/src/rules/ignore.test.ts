import assert from "node:assert/strict";
import { test } from "node:test";
import { compileIndex, match, openIndex, readIgnore } from "../index.ts";
import { advisory, affected, bom, component, document, subject } from "../testing/samples.ts";

const index = openIndex(
  compileIndex([
    document({
      advisories: [
        advisory("GHSA-1", {
          aliases: ["CVE-2024-1111"],
          affected: [affected(subject("pkg:npm/@city/a"), { allVersions: true })],
        }),
      ],
    }),
  ]),
);
const components = [component("pkg:npm/%40city/a@1.0.0"), component("pkg:npm/%40city/a@2.0.0")];

function ignoredVersions(entry: Record<string, unknown>, today = "2026-01-31") {
  const { entries, problems } = readIgnore({ ignore: [entry] }, "ignore.json");
  const result = match([bom(components)], index, { ignore: entries, today });
  const codes = [...problems, ...result.problems].map(({ code }) => code);
  return { versions: result.findings.filter(({ settled }) => settled).map(({ version }) => version), codes };
}

test("an entry counts by any name, everywhere or for the package that it names", () => {
  const reason = "not reachable";
  assert.deepEqual(ignoredVersions({ id: "cve-2024-1111", reason }), { versions: ["1.0.0", "2.0.0"], codes: [] });
  assert.deepEqual(ignoredVersions({ id: "GHSA-1", package: "pkg:npm/%40city/a@1.0.0", reason }).versions, ["1.0.0"]);
  assert.deepEqual(ignoredVersions({ id: "GHSA-1", package: "@city/a", reason }).versions, ["1.0.0", "2.0.0"]);
  assert.deepEqual(ignoredVersions({ id: "GHSA-1", package: "pkg:npm/other", reason }), {
    versions: [],
    codes: ["matching.ignore-unused"],
  });
});

test("an entry counts up to its last day, and is reported from the next on", () => {
  const entry = { id: "GHSA-1", reason: "waiting for the vendor", until: "2026-01-31" };
  assert.deepEqual(ignoredVersions(entry, "2026-01-31"), { versions: ["1.0.0", "2.0.0"], codes: [] });
  assert.deepEqual(ignoredVersions(entry, "2026-02-01"), { versions: [], codes: ["matching.ignore-expired"] });
});

test("an entry without a reason, with a misspelt member or an impossible day is refused, and the others count", () => {
  const wrong = [
    { id: "GHSA-1" },
    { id: "GHSA-1", reason: " " },
    { id: "GHSA-1", reason: "x", untill: "2026-01-01" },
    { id: "GHSA-1", reason: "x", until: "2026-02-30" },
    { reason: "x" },
    "GHSA-1",
    null,
  ];
  const { entries, problems } = readIgnore({ ignore: [...wrong, { id: "GHSA-1", reason: "x" }] }, "ignore.json");
  assert.equal(entries.length, 1);
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place.path]),
    wrong.map((_, at) => ["matching.ignore-invalid", `/ignore/${at}`]),
  );
  assert.equal(readIgnore([], "ignore.json").problems[0]?.code, "matching.ignore-invalid");
});
