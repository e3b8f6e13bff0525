import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import { advisory, affected, document, range, statement, subject } from "../testing/samples.ts";
import { compileIndex } from "./compile.ts";
import { openIndex, verifyIndex } from "./open.ts";

const many = Array.from({ length: 400 }, (_, n) =>
  document({
    advisories: [
      advisory(`GHSA-${n}`, {
        aliases: [`CVE-2024-${10000 + n}`],
        title: `About package ${n} — 한글 `.repeat(10),
        affected: [affected(subject(`pkg:npm/package-${n}`), { range: range("vers:npm/<1.0.0") })],
      }),
    ],
  }),
);

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof BongsuError, String(error));
    return error.code;
  }
  return "no error";
};

test("what was compiled is found by package, by each name, in every letter case", () => {
  const index = openIndex(compileIndex(many));
  const [posting] = index.postings("npm\0\0package-7");
  assert.equal(posting?.vulnerability, "CVE-2024-10007");
  assert.equal(index.vulnerability("ghsa-7")?.id, "CVE-2024-10007");
  assert.equal(index.vulnerability("CVE-2024-10007")?.advisories[0]?.headline?.includes("한글"), true);
  assert.deepEqual(index.postings("npm\0\0package-700"), []);
  assert.equal(index.vulnerability("CVE-1999-0001"), null);
});

test("a file of another kind, of another version, cut off or damaged is told apart", () => {
  const bytes = compileIndex(many);
  assert.equal(
    codeOf(() => openIndex(new TextEncoder().encode('{"id":"CVE-2024-1"}'))),
    "matching.index-foreign",
  );
  assert.equal(
    codeOf(() => openIndex(new Uint8Array(0))),
    "matching.index-foreign",
  );
  const newer = bytes.slice();
  newer[11] = 99;
  assert.equal(
    codeOf(() => openIndex(newer)),
    "matching.index-version",
  );
  assert.equal(
    codeOf(() => openIndex(bytes.subarray(0, bytes.length - 1))),
    "matching.index-truncated",
  );
  assert.equal(
    codeOf(() => openIndex(bytes.subarray(0, 30))),
    "matching.index-truncated",
  );
  assert.equal(
    codeOf(() => openIndex(bytes.subarray(0, 12))),
    "matching.index-truncated",
  );
  const damaged = bytes.slice();
  damaged[40] = (damaged[40] ?? 0) ^ 1;
  assert.equal(
    codeOf(() => openIndex(damaged)),
    "matching.index-damaged",
  );
});

test("damage anywhere is noticed when the place is read, and by a whole check", () => {
  const bytes = compileIndex(many);
  const at = bytes.length - 50_000;
  const damaged = bytes.slice();
  damaged[at] = (damaged[at] ?? 0) ^ 0x20;
  assert.equal(
    codeOf(() => verifyIndex(damaged)),
    "matching.index-damaged",
  );
  const read = () => {
    const index = openIndex(damaged);
    for (let n = 0; n < 400; n++) index.vulnerability(`CVE-2024-${10000 + n}`);
    for (let n = 0; n < 400; n++) index.postings(`npm\0\0package-${n}`);
  };
  assert.equal(codeOf(read), "matching.index-damaged");
});

test("bytes that are changed at random give an answer or a clear error, never another", () => {
  const bytes = compileIndex(many.slice(0, 5));
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ change;
      const code = codeOf(() => {
        const index = openIndex(changed);
        for (let n = 0; n < 5; n++) index.postings(`npm\0\0package-${n}`);
        for (let n = 0; n < 5; n++) index.vulnerability(`GHSA-${n}`);
      });
      assert.match(code, /^(no error|matching\.index-(foreign|version|truncated|damaged))$/);
    }),
    { numRuns: 300 },
  );
});

test("of two texts of one advisory the newer counts, whichever comes first", () => {
  const text = (modified: string, vers: string) =>
    document({
      advisories: [
        advisory("GHSA-1", { modified, affected: [affected(subject("pkg:npm/a"), { range: range(vers) })] }),
      ],
    });
  const [older, newer] = [
    text("2024-01-01T00:00:00Z", "vers:npm/<1.0.0"),
    text("2024-02-01T00:00:00Z", "vers:npm/<2.0.0"),
  ];
  for (const documents of [
    [older, newer],
    [newer, older],
  ]) {
    const postings = openIndex(compileIndex(documents)).postings("npm\0\0a");
    assert.deepEqual(
      postings.map((posting) => posting.range?.intervals[0]?.high?.version),
      ["2.0.0"],
    );
  }
});

test("known exploitation, scores and statements are found by any name of the vulnerability", () => {
  const index = openIndex(
    compileIndex([
      document({
        exploited: [
          {
            id: "CVE-2024-10001",
            exploitation: { source: "CISA KEV", since: "2024-03-01", due: null, ransomware: true, action: null },
            title: null,
            product: null,
          },
        ],
      }),
      document({
        epss: [
          { id: "CVE-2024-10001", epss: { probability: 0.9, percentile: 0.99, date: "2024-04-01" } },
          { id: "CVE-2020-9999", epss: { probability: 0.1, percentile: 0.2, date: null } },
        ],
      }),
      document({
        statements: [statement({ vulnerabilities: ["CVE-2024-10001"], subjects: [subject("pkg:npm/package-1")] })],
      }),
      ...many,
    ]),
  );
  const record = index.vulnerability("GHSA-1");
  assert.equal(record?.id, "CVE-2024-10001");
  assert.equal(record?.exploited[0]?.ransomware, true);
  assert.equal(record?.epss?.probability, 0.9);
  assert.equal(record?.statements.length, 1);
  assert.equal(index.vulnerability("CVE-2020-9999")?.epss?.percentile, 0.2);
  assert.equal(index.summary.exploited, 1);
});

test("a statement's own aliases do not make one vulnerability of two", () => {
  const index = openIndex(
    compileIndex([
      document({ advisories: [advisory("CVE-2024-1111"), advisory("CVE-2024-2222")] }),
      document({ statements: [statement({ vulnerabilities: ["CVE-2024-1111", "CVE-2024-2222"] })] }),
    ]),
  );
  assert.deepEqual(index.vulnerability("CVE-2024-1111")?.aliases, []);
  assert.equal(index.vulnerability("CVE-2024-2222")?.statements.length, 1);
});

test("a distribution's record of one CVE and that CVE are one vulnerability", () => {
  const index = openIndex(
    compileIndex([
      document({
        advisories: [advisory("DEBIAN-CVE-2024-3333", { upstream: ["CVE-2024-3333"] }), advisory("CVE-2024-3333")],
      }),
    ]),
  );
  assert.deepEqual(index.vulnerability("CVE-2024-3333")?.aliases, ["DEBIAN-CVE-2024-3333"]);
});
