import assert from "node:assert/strict";
import { test } from "node:test";
import { readDataZip, skipWithout } from "../../../../tests/data.ts";
import { type CveProduct, type CveVersion, cveRange } from "./cve.ts";
import { intersectRanges, rangeContains } from "./set.ts";
import { formatVers } from "./vers/format.ts";

const decide = (product: CveProduct, ecosystem: string | null = "npm") => {
  const { affected, unaffected, unknown } = cveRange(product, ecosystem);
  return [affected, unaffected, unknown].map((range) => {
    const vers = formatVers(range);
    return vers === "vers:none/*" ? "none" : vers.slice(vers.indexOf("/") + 1);
  });
};

const affects = (item: Omit<CveVersion, "status">, ecosystem: string | null = "npm") => {
  const { affected } = cveRange(
    { versions: [{ ...item, status: "affected" }], defaultStatus: "unaffected" },
    ecosystem,
  );
  return [formatVers(affected), ...affected.unparsed.map(({ role, text }) => `${role} ${text}`)];
};

test("the default decides where no item matches", () => {
  const versions = [{ version: "2.0.0", lessThanOrEqual: "2.5.1", versionType: "semver", status: "affected" }];
  assert.deepEqual(decide({ versions }), [">=2.0.0|<=2.5.1", "none", "<2.0.0|>2.5.1"]);
  assert.deepEqual(decide({ versions, defaultStatus: "unaffected" }), [">=2.0.0|<=2.5.1", "<2.0.0|>2.5.1", "none"]);
  const cleared = [{ version: "2.5.2", lessThan: "*", versionType: "semver", status: "unaffected" }];
  assert.deepEqual(decide({ versions: cleared, defaultStatus: "affected" }), ["<2.5.2", ">=2.5.2", "none"]);
  assert.deepEqual(decide({ defaultStatus: "affected" }), ["*", "none", "none"]);
});

test("the first matching item decides", () => {
  const versions = [
    { version: "1.5.0", status: "unaffected" },
    { version: "0", lessThan: "2.0.0", versionType: "semver", status: "affected" },
    { version: "1.0.0", lessThan: "3.0.0", versionType: "semver", status: "unaffected" },
  ];
  assert.deepEqual(decide({ versions }), ["!=1.5.0|<2.0.0", "1.5.0|>=2.0.0|<3.0.0", ">=3.0.0"]);
});

test("changes break a range up", () => {
  const changes = [
    { at: "2.6.3", status: "unaffected" },
    { at: "2.5.2", status: "unaffected" },
    { at: "2.6.0", status: "affected" },
  ];
  const versions = [{ version: "2.0.0", lessThan: "2.*", versionType: "semver", status: "affected", changes }];
  const [affected, unaffected] = decide({ versions });
  assert.equal(affected, ">=2.0.0|<2.5.2|>=2.6.0|<2.6.3");
  assert.equal(unaffected, ">=2.5.2|<2.6.0|>=2.6.3|<3.0.0-0");
  const before = [{ version: "2.7.0", lessThan: "3.0.0", versionType: "semver", status: "affected", changes }];
  assert.deepEqual(decide({ versions: before, defaultStatus: "unaffected" })[0], "none");
});

test("an asterisk is infinity, not a pattern", () => {
  assert.deepEqual(affects({ version: "1.0", lessThan: "2.*" }), ["vers:npm/>=1.0|<3.0.0-0"]);
  assert.deepEqual(affects({ version: "1.0", lessThan: "2.*" }, "PyPI"), ["vers:pypi/>=1.0|<3.dev0"]);
  assert.deepEqual(affects({ version: "1.0", lessThan: "2.*" }, "Debian"), ["vers:deb/>=1.0|<3~"]);
  assert.deepEqual(affects({ version: "1.0", lessThanOrEqual: "*" }), ["vers:npm/>=1.0"]);
});

test("what stands for no lower bound", () => {
  for (const version of ["0", "*", "-", "n/a", "unspecified", ""])
    assert.deepEqual(affects({ version, lessThan: "1.0.0" }), ["vers:npm/<1.0.0"]);
  assert.deepEqual(affects({ version: "*" }), ["vers:npm/*"]);
  assert.deepEqual(affects({ version: "n/a" }), ["vers:none/*", "version n/a"]);
});

test("ranges in a single version's place", () => {
  assert.deepEqual(affects({ version: ">= 1.0.0, < 1.2.3" }), ["vers:npm/>=1.0.0|<1.2.3"]);
  assert.deepEqual(affects({ version: "< 1.2.3" }), ["vers:npm/<1.2.3"]);
  assert.deepEqual(affects({ version: "= 1.2.3" }), ["vers:npm/1.2.3"]);
  assert.deepEqual(affects({ version: "1.2.3 and earlier" }), ["vers:npm/<=1.2.3"]);
  assert.deepEqual(affects({ version: "15.x" }, "generic"), ["vers:generic/>=15|<16"]);
});

test("what cannot be read is not called unaffected, and is flagged", () => {
  assert.deepEqual(affects({ version: "8.0.0", lessThan: "patch 4871" }), ["vers:npm/>=8.0.0", "lessThan patch 4871"]);
  assert.deepEqual(affects({ version: "Big (LTS)", lessThan: "7.2.48" }), [
    "vers:npm/<7.2.48|Big%20(LTS)",
    "version Big (LTS)",
  ]);
  assert.deepEqual(affects({ version: "soon", lessThan: "later" }), [
    "vers:npm/soon",
    "version soon",
    "lessThan later",
  ]);
  assert.deepEqual(affects({ version: "124.0.1", lessThan: "124.0.1" }), ["vers:npm/<124.0.1", "version 124.0.1"]);
  const cleared = [{ version: "1.0.0", lessThan: "patch 1", status: "unaffected" }];
  assert.deepEqual(decide({ versions: cleared, defaultStatus: "affected" }), ["*", "none", "none"]);
  const change = [
    { version: "0", lessThan: "3.0.0", status: "affected", changes: [{ at: "hotfix", status: "unaffected" }] },
  ];
  assert.deepEqual(decide({ versions: change, defaultStatus: "unaffected" })[0], "<3.0.0");
});

test("an item with an unreadable end yields to those that can be read", () => {
  const versions = [
    { version: "1.0.0", lessThan: "hotfix 2", status: "affected" },
    { version: "2.0.0", lessThan: "3.0.0", status: "unaffected" },
  ];
  assert.deepEqual(decide({ versions, defaultStatus: "unaffected" }), [
    ">=1.0.0|<2.0.0|>=3.0.0",
    "<1.0.0|>=2.0.0|<3.0.0",
    "none",
  ]);
});

test("a single version that cannot be read counts by exact string, in every status", () => {
  const versions = [{ version: "first batch", status: "unaffected" }];
  const { affected, unaffected } = cveRange({ versions, defaultStatus: "affected" }, "npm");
  assert.equal(rangeContains(unaffected, "first batch"), true);
  assert.equal(rangeContains(affected, "first batch"), false);
  assert.equal(rangeContains(affected, "second batch"), true);
});

test("without an ecosystem, the type of the versions says their order", () => {
  const between = (versionType: string, lessThan: string) => affects({ version: "0", lessThan, versionType }, null)[0];
  assert.equal(between("semver", "1.0.0-rc.1"), "vers:semver/<1.0.0-rc.1");
  assert.equal(between("python", "1.0rc1"), "vers:pypi/<1.0rc1");
  assert.equal(between("rpm", "0:1.0-2.el9"), "vers:rpm/<0:1.0-2.el9");
  assert.equal(between("custom", "5.3.0-64"), "vers:generic/<5.3.0-64");
  assert.equal(between("custom", "J7CN48WW"), "vers:generic/*");
});

test("commits are left alone; what only stands beside them is flagged", () => {
  const commit = { version: "123abcdef0", lessThan: "234bcdef01", versionType: "git", status: "affected" };
  const { affected } = cveRange({ versions: [commit], defaultStatus: "unaffected" }, "npm");
  assert.deepEqual([formatVers(affected), affected.unparsed], ["vers:none/*", []]);
  const odd = { version: "0", lessThanOrEqual: "3.0.2", versionType: "git", status: "affected" };
  assert.deepEqual(cveRange({ versions: [odd] }, null).affected.unparsed, [{ text: "3.0.2", role: "git" }]);
});

test("real records: every version has one status", { skip: skipWithout("cve/vulnrichment-slice.zip") }, () => {
  let products = 0;
  let flagged = 0;
  for (const [path, bytes] of readDataZip("cve/vulnrichment-slice.zip")) {
    if (!path.endsWith(".json")) continue;
    const { containers } = JSON.parse(new TextDecoder().decode(bytes));
    for (const { affected: listed = [] } of [containers.cna, ...(containers.adp ?? [])])
      for (const product of listed) {
        const { affected, unaffected, unknown } = cveRange(product, null);
        products++;
        if (affected.unparsed.length > 0) flagged++;
        for (const [a, b] of [
          [affected, unaffected],
          [affected, unknown],
          [unaffected, unknown],
        ] as const)
          assert.equal(formatVers(intersectRanges(a, b)), "vers:none/*", path);
        for (const { version, status, lessThan, lessThanOrEqual } of product.versions ?? []) {
          if (lessThan !== undefined || lessThanOrEqual !== undefined || status !== "affected") continue;
          if (/^\d+(\.\d+)+$/.test(version)) assert.ok(rangeContains(affected, version), `${path} ${version}`);
        }
      }
  }
  assert.ok(products > 3000);
  assert.ok(flagged < products / 5, `${flagged} of ${products} flagged`);
});
