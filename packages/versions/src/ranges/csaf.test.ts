import assert from "node:assert/strict";
import { test } from "node:test";
import { readDataZip, skipWithout } from "../../../../tests/data.ts";
import { csafRange } from "./csaf.ts";
import { rangeContains } from "./set.ts";
import { formatVers } from "./vers/format.ts";

const range = (text: string, ecosystem: string | null = null) => {
  const found = csafRange("product_version_range", text, ecosystem);
  return found.unparsed.length > 0 ? "?" : formatVers(found).replace("vers:generic/", "");
};

test("comparisons, however they are joined", () => {
  const table: Record<string, string> = {
    "<= 3.2": "<=3.2",
    "< V3.1": "<V3.1",
    "≤ 3.2": "<=3.2",
    ">=1.0|<2.0": ">=1.0|<2.0",
    ">= 5.4.1 | <= 5.7.1": ">=5.4.1|<=5.7.1",
    ">= V3.3.0 < V3.3.4": ">=V3.3.0|<V3.3.4",
    "< 2.0, >= 1.0": ">=1.0|<2.0",
    "<=8.1 | >= 8.1.10": "<=8.1|>=8.1.10",
    ">=13.0.0 | <= 13.0.2 | 13.1.0": ">=13.0.0|<=13.0.2|13.1.0",
    "5.5.10.30 | 5.5.10.32": "5.5.10.30|5.5.10.32",
    "< 5.3.0-64": "<5.3.0-64",
  };
  for (const [text, expected] of Object.entries(table)) assert.equal(range(text), expected, text);
});

test("words that leave no doubt", () => {
  const table: Record<string, string> = {
    "All versions": "*",
    "all versions": "*",
    "*": "*",
    "All versions < V2.0": "<V2.0",
    "Versions prior to 3": "<3",
    "before 1.2.3": "<1.2.3",
    "1.2 and earlier": "<=1.2",
    "Version 1.2 and prior versions": "<=1.2",
    "1.2 or later": ">=1.2",
    "up to and including 4.5": "<=4.5",
    "1.0 through 1.4": ">=1.0|<=1.4",
    "from 1.0 before 1.4": ">=1.0|<1.4",
    "3.0.x": ">=3.0|<3.1",
  };
  for (const [text, expected] of Object.entries(table)) assert.equal(range(text), expected, text);
});

test("what leaves doubt is not guessed", () => {
  for (const text of [
    "All versions with Ethernet interface",
    "All BIOS versions < V1.0",
    "< V17 Update 5",
    "<V17_Update_5",
    "<=R10.04",
    "<=LF",
    "<April/27/2023",
    "<= 2.4.17 (CVE-2022-3386 only)",
    "13.0 | < 13.0.1",
    "0 < 8.0.1",
    ">= 1.31 | <= 1.4",
    "12.0.1-12.0.13",
    "2016 3.9",
    "up to 4.5",
    "1.0 |",
    "",
  ]) {
    const found = csafRange("product_version_range", text, null);
    assert.deepEqual([found.intervals, found.versions], [[], []], text);
    assert.deepEqual(found.unparsed, [{ text, role: "product_version_range" }]);
  }
});

test("VERS strings, and what is written in their place", () => {
  assert.equal(range("vers:npm/>=1.0.0|<2.0.0"), "vers:npm/>=1.0.0|<2.0.0");
  assert.equal(range("vers:all/*"), "vers:all/*");
  assert.equal(range("vers:all/<V3.3.4"), "<V3.3.4");
  assert.equal(range("vers:all/>=V2.0<V2.1"), ">=V2.0|<V2.1");
  assert.equal(range("vers:all/<1.0.0-rc1", "npm"), "vers:npm/<1.0.0-rc1");
  assert.equal(range("vers:deb/<2.0|>=1.0"), "vers:deb/>=1.0|<2.0");
  assert.equal(range("vers:all/<V5.2 SP 3 HF 13"), "?");
  assert.equal(range("vers:all/*_installed_on_CP200_devices"), "?");
});

test("an ecosystem's own order reads more", () => {
  assert.equal(range("< 2.0rc1", "PyPI"), "vers:pypi/<2.0rc1");
  assert.equal(range("< 2.0rc1"), "?");
});

test("a product version is one version, kept as it is written", () => {
  const version = (text: string) => csafRange("product_version", text, null);
  assert.deepEqual(version("V4.011").versions, ["V4.011"]);
  assert.equal(rangeContains(version("FW 1.2 (blue)"), "FW 1.2 (blue)"), true);
  assert.deepEqual(version("FW 1.2 (blue)").unparsed, [{ text: "FW 1.2 (blue)", role: "listed" }]);
  assert.equal(formatVers(version("vers:all/*")), "vers:all/*");
  assert.equal(formatVers(version("10 | 11")), "vers:generic/10|11");
  assert.equal(formatVers(version("2.1.x")), "vers:generic/>=2.1|<2.2");
});

test("real advisories: most of it is understood, none throws", { skip: skipWithout("csaf/cisa-slice.zip") }, () => {
  let names = 0;
  let flagged = 0;
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { category, name } = value as { category?: unknown; name?: unknown };
    if ((category === "product_version" || category === "product_version_range") && typeof name === "string") {
      names++;
      const found = csafRange(category, name, null);
      if (found.unparsed.length > 0) flagged++;
      assert.ok(formatVers(found).startsWith("vers:"));
    }
    for (const one of Object.values(value)) walk(one);
  };
  for (const bytes of readDataZip("csaf/cisa-slice.zip").values())
    walk(JSON.parse(new TextDecoder().decode(bytes)).product_tree);
  assert.ok(names > 9000);
  assert.ok(flagged < names / 10, `${flagged} of ${names} flagged`);
});
