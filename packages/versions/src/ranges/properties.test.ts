import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import { knownEcosystems } from "../ecosystems.ts";
import type { VersionRange } from "../range.ts";
import { compareVersions } from "../versions.ts";
import type { Comparator } from "./constraint.ts";
import { csafRange } from "./csaf.ts";
import { type CveVersion, cveRange } from "./cve.ts";
import { nativeRange } from "./native.ts";
import { rangeKey } from "./order.ts";
import { osvRange } from "./osv.ts";
import { schemeOfEcosystem } from "./schemes.ts";
import { intersectRanges, rangeContains, unionRanges } from "./set.ts";
import { invertVers, versContains } from "./vers/contains.ts";
import { formatVers } from "./vers/format.ts";
import { parseVers } from "./vers/parse.ts";

const suffixes = [
  "",
  "",
  "",
  "",
  "-1",
  "-beta",
  "a1",
  "rc1",
  ".dev0",
  "-r2",
  "~rc1",
  "-SNAPSHOT",
  "+build",
  "_p1",
  ".post1",
  "-0",
];
const written = fc
  .tuple(fc.nat(3), fc.nat(3), fc.option(fc.nat(2), { nil: undefined }), fc.constantFrom(...suffixes))
  .map(([major, minor, patch, suffix]) => `${major}.${minor}${patch === undefined ? "" : `.${patch}`}${suffix}`);

/** Versions that an ecosystem reads, often equal or near each other. */
const versionsOf = (ecosystem: string) => written.filter((version) => rangeKey(ecosystem, version) !== null);

const comparator = fc.constantFrom<Comparator>("=", "!=", "<", "<=", ">", ">=");
const holds: Record<Comparator, (order: number) => boolean> = {
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** One range per constraint, each asked alone; and the same asked of the comparator. */
const single = (ecosystem: string, operator: Comparator, version: string): VersionRange => {
  const text = `vers:${schemeOfEcosystem(ecosystem)}/${operator === "=" ? "" : operator}`;
  return parseVers(text + formatVers(osvRange(ecosystem, [], { versions: [version] })).replace(/^[^/]*\//, ""));
};

for (const ecosystem of knownEcosystems) {
  const version = versionsOf(ecosystem);
  const constraint = fc.tuple(comparator, version);
  test(`${ecosystem}: ranges agree with the comparator, and come back from their VERS strings`, () => {
    fc.assert(
      fc.property(
        fc.array(constraint, { minLength: 1, maxLength: 4 }),
        fc.array(version, { minLength: 6, maxLength: 6 }),
        (all, tried) => {
          const ranges = all.map(([operator, one]) => single(ecosystem, operator, one));
          const union = ranges.reduce(unionRanges);
          const both = ranges.reduce(intersectRanges);
          const inverse = invertVers(union);
          for (const one of [...tried, ...all.map(([, bound]) => bound)]) {
            const answers = all.map(([operator, bound]) =>
              holds[operator](compareVersions(ecosystem, one, bound) ?? Number.NaN),
            );
            assert.equal(versContains(union, one), answers.includes(true), `${one} in ${formatVers(union)}`);
            assert.equal(versContains(both, one), !answers.includes(false), `${one} in ${formatVers(both)}`);
            assert.equal(versContains(inverse, one), !answers.includes(true), `${one} not in ${formatVers(union)}`);
          }
          for (const range of [union, both, inverse]) {
            const text = formatVers(range);
            assert.equal(formatVers(parseVers(text)), text);
          }
          assert.equal(formatVers(invertVers(invertVers(union))), formatVers({ ...union, excluded: [] }));
        },
      ),
      { numRuns: 60 },
    );
  });
}

test("CVE items in any order and number agree with the format's own algorithm", () => {
  const version = versionsOf("npm");
  const status = fc.constantFrom("affected", "unaffected", "unknown");
  const item: fc.Arbitrary<CveVersion> = fc
    .record({ version, status, lessThan: fc.option(version, { nil: undefined }), at: version, to: status })
    .filter(({ version: low, lessThan }) => lessThan === undefined || compareVersions("npm", low, lessThan) === -1)
    .map(({ version: low, status: first, lessThan, at, to }) =>
      lessThan === undefined
        ? { version: low, status: first }
        : { version: low, status: first, lessThan, versionType: "semver", changes: [{ at, status: to }] },
    );
  const decide = (items: readonly CveVersion[], one: string, otherwise: string) => {
    for (const { version: low = "", status: first, lessThan, changes } of items) {
      const order = compareVersions("npm", one, low);
      if (lessThan === undefined ? order !== 0 : order === -1 || compareVersions("npm", one, lessThan) !== -1) continue;
      const change = changes?.find(({ at = "" }) => compareVersions("npm", at, one) !== 1);
      return change?.status ?? first;
    }
    return otherwise;
  };
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 5 }),
      status,
      fc.array(version, { minLength: 8, maxLength: 8 }),
      (items, otherwise, tried) => {
        const ranges = cveRange({ versions: items, defaultStatus: otherwise }, "npm");
        for (const one of tried)
          for (const [name, range] of Object.entries(ranges))
            assert.equal(rangeContains(range, one), name === decide(items, one, otherwise), `${one} ${name}`);
      },
    ),
    { numRuns: 500 },
  );
});

/** Text that looks like a range often enough to get past the first check. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        "vers:",
        "npm/",
        "pypi/",
        ">=",
        "<",
        "!=",
        "|",
        "||",
        "^",
        "~",
        "~>",
        "1",
        ".",
        "1.0",
        "x",
        "*",
        "[",
        "(",
        ",",
        ")",
        "]",
        " ",
        " - ",
        "-",
        "%",
        "%2",
        "and",
        "all versions",
        "prior to",
        "\u0000",
        "__proto__",
        "0",
        "é",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

test("no text does more than be refused", () => {
  const ecosystems = [...knownEcosystems, "nginx", "openssl", "datetime", "nothing", "__proto__", ""];
  const refused = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      assert.ok(error instanceof BongsuError, String(error));
    }
  };
  fc.assert(
    fc.property(hostile, hostile, fc.constantFrom(...ecosystems), (text, other, ecosystem) => {
      refused(() => formatVers(invertVers(parseVers(text))));
      refused(() => formatVers(parseVers(`vers:npm/${text}`)));
      refused(() => formatVers(nativeRange(ecosystem, text)));
      const ranges = [
        osvRange(ecosystem, [{ introduced: text }, { fixed: other }, { limit: other }], { versions: [text, other] }),
        csafRange("product_version_range", text, ecosystem),
        csafRange("product_version", text, null),
        ...Object.values(
          cveRange({ versions: [{ version: text, lessThan: other, status: "affected" }, { version: other }] }, null),
        ),
      ];
      for (const range of ranges) {
        rangeContains(range, text);
        const vers = formatVers(range);
        assert.equal(formatVers(parseVers(vers)), vers);
      }
    }),
    { numRuns: 3000 },
  );
});
