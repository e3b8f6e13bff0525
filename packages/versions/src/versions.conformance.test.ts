import assert from "node:assert/strict";
import { test } from "node:test";
import { readData, skipWithout } from "../../../tests/data.ts";
import { relationOf } from "../../../tests/orders.ts";

/** The files of `data/versions`, and an ecosystem for each order that must read them. */
const files: [file: string, ecosystems: string[]][] = [
  ["alpine-versions", ["Alpine:v3.19", "Wolfi", "Chainguard"]],
  ["alpine-versions-generated", ["Alpine"]],
  ["cran-versions", ["CRAN"]],
  ["cran-versions-generated", ["CRAN"]],
  ["debian-versions", ["Debian:12", "Ubuntu:22.04"]],
  ["debian-versions-generated", ["Debian"]],
  ["hackage-versions", ["Hackage"]],
  ["maven-versions", ["Maven"]],
  ["maven-versions-generated", ["Maven"]],
  ["nuget-versions", ["NuGet"]],
  ["packagist-versions", ["Packagist"]],
  ["packagist-versions-generated", ["Packagist"]],
  ["pub-versions", ["Pub"]],
  ["pypi-versions", ["PyPI"]],
  ["pypi-versions-generated", ["PyPI"]],
  ["redhat-versions", ["Red Hat", "AlmaLinux:9", "openSUSE"]],
  ["rubygems-versions", ["RubyGems"]],
  ["rubygems-versions-generated", ["RubyGems"]],
  ["semver-versions", ["npm", "crates.io", "Go", "Hex", "SwiftURL", "GitHub Actions"]],
];

const dotBeforeQualifier =
  "since 3.8.7 and 3.9.0 (MNG-7644) Maven reads a dot before a qualifier as a hyphen: 1.0.0.RC1 < 1.0.0-RC2; " +
  "the line is from 3.8.6, and Maven 3.8.7 says the opposite";

/** Lines that do not hold, and why. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ...[
    "1.0.0-RC16 < 1.0.0.RC8-beta",
    "1.0.0-gradle-rework-beta3 < 1.0.0.RC7-3",
    "2.9.0-1 < 2.9.0.RC1",
    "6.1.12.rc5 < 6.1.12rc1",
    "1.1.31.sec10 < 1.1.31_noneautotype",
    "1.1.34.sec10 < 1.1.34_noneautotype",
    "1.1.46.sec10 < 1.1.46_noneautotype",
    "1.2.8.sec10_noneautotype < 1.2.8_noneautotype",
    "1.2.31.sec10 < 1.2.31_noneautotype",
    "1.2.48.sec10 < 1.2.48_noneautotype",
    "1.2.50.sec10 < 1.2.50_noneautotype",
    "1.2.54.sec10 < 1.2.54_noneautotype",
    "1.2.57.sec10 < 1.2.57_noneautotype",
    "1.2.60.sec10 < 1.2.60_noneautotype",
    "1.2.67.sec10 < 1.2.67_noneautotype",
    "1.0.0rc0 < 1.0.beta8",
    "1.5.9.RC1 < 1.5.9-RC0",
    "1.1.0-01-glassfish < 1.1.0.Beta1",
  ].map((line) => [line, dotBeforeQualifier] as const),
  [
    "3.5.0-CR-2 < 3.5.0.Beta-1",
    "a candidate before a beta: Maven 3 keeps the zero before `.Beta-`; Maven 4 reads Beta-1 as Beta1 and says the opposite",
  ],
  ["1-1 = 1-ga-1", "Maven 3.8.7 and 4 say 1-1 > 1-ga-1: a release in the middle counts (MNG-7714)"],
  [
    "1.2.3.# = 1.2.3.1",
    "no order has it with 1.2.3.# = 1.2.3 and 1.2.3 < 1.2.3.1; PHP's version_compare says 1.2.3.# < 1.2.3.1",
  ],
]);

const linesOf = (file: string) =>
  readData(`versions/${file}.txt`)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//") && !line.startsWith("#"));

function holds(ecosystem: string, line: string): boolean {
  const [a = "", relation = "", b = "", ...rest] = line.split(" ");
  assert.deepEqual(rest, [], `not a comparison: ${line}`);
  return relationOf(ecosystem, a, b) === relation;
}

for (const [file, ecosystems] of files)
  for (const ecosystem of ecosystems)
    test(`${ecosystem} orders ${file}.txt`, { skip: skipWithout(`versions/${file}.txt`) }, () => {
      const lines = linesOf(file);
      const failed = lines.filter((line) => !holds(ecosystem, line));
      assert.deepEqual(
        failed,
        lines.filter((line) => exceptions.has(line)),
        "lines that do not hold, and those that need not",
      );
    });
