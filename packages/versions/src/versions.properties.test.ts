import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { knownEcosystems, orderOf } from "./ecosystems.ts";
import { compareKeys, lowestKey } from "./key.ts";
import { compareVersions, versionKey } from "./versions.ts";

/** More runs than in everyday use: `BONGSU_RUNS=5000`. */
const numRuns = Number(process.env.BONGSU_RUNS ?? 300);

/** One ecosystem for each order. */
const ecosystems = [
  ...new Map(
    [...knownEcosystems, "Echo:npm", "Root:npm", "Root:Debian", "Root:PyPI"].map((name) => [orderOf(name)?.name, name]),
  ).values(),
];

const numbers = ["0", "00", "1", "01", "2", "9", "10", "63", "64", "99", "100", "20240101", "18446744073709551616"];
const separators = [".", ".", ".", "-", "-", "_", "+", "~", "^", ":", "!", "", ".0", ".0.0"];
const words = [
  ..."a b c m p r x z A Z v dev alpha beta milestone pre preview rc RC cr snapshot SNAPSHOT ga final Final release sp".split(
    " ",
  ),
  ..."post rev patch pl foo jre redhat el9 deb12u1 ubuntu bpo git cvs svn hg root incompatible".split(" "),
];
const fragments = [
  "_rc",
  ".root.io.2",
  "-root.io.11",
  "_p1",
  "_alpha2",
  "~ab12",
  "-r0",
  "-r1",
  "-r",
  ".a.",
  "-0",
  "^git1",
  "~~",
  "+dfsg",
  ".ga",
  "é",
  "#",
  "*",
];
const beginnings = ["", "1", "1.0", "1.2.3", "1.2.3-", "1:1.0", "v1.2", "go1.20", "1.2.3-rc", "1.0_", "dev-"];

const tail = fc
  .array(fc.constantFrom(...numbers, ...separators, ...words, ...fragments), { maxLength: 5 })
  .map((parts) => parts.join(""));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
);

const semverParts = "-rc -1 -0 -- .2 .10 .0 .01 .alpha .Alpha .b 0 9 +build +1 rc1 -20240101 -0.2024 .4";

/** What mostly leaves a version readable, by the name of its order. Other orders read nearly anything. */
const plausible: Record<string, string> = {
  semver: semverParts,
  go: semverParts,
  bitnami: semverParts,
  pub: semverParts,
  nuget: `${semverParts} -2147483647 -2147483648 .10000000000 .2024a`,
  "echo-npm": `${semverParts} +echo.1 +echo.02 +echo.a +echo`,
  cran: ".1 .0 -2 -0 .10 .01 -64 0 9 .18446744073709551616",
  hackage: ".1 .0 .2 .00 .10 .01 .64 0 9 .18446744073709551616",
  gem: ".a .1 .0 .00 0 b .pre -1 a1 .rc.1 .2 -a .A .b.0.0 .0.0.1",
  pep440: ".0 .1 .00 a1 b2 rc c0 .post1 -1 .dev2 dev +local +local.1 +1 _2 -r .pre.3 rev9 -x",
  dpkg: "~ ~~ + -1 -0 .1 .0 a Z 0 9 :1 ~rc1 +b1 +deb12u1 - . 01",
  opam: "~ ~~ + -1 -0 .1 .0 a Z 0 9 _ ~rc1 + - . 01 v",
  apk: ".0 .1 .01 .010 .10 a b _rc _rc1 _alpha _p _p1 _git20240101 ~ab -r0 -r1 -r10 .. A",
};

/** Three versions that begin alike, so that what differs is deep within; plausible ones, odd ones, and any text at all. */
function triplesOf(order: string) {
  const parts = plausible[order]?.split(" ") ?? [...numbers, ...separators, ...words];
  const end = fc.array(fc.constantFrom(...parts), { maxLength: 4 }).map((chosen) => chosen.join(""));
  const start = fc.constantFrom("1", "1.0", "1.2.3", "1.2.3", "0.0.0-20", "0", "10.2.0");
  const threeOf = (first: fc.Arbitrary<string>, rest: fc.Arbitrary<string>) =>
    fc.tuple(first, rest, rest, rest).map(([begin, a, b, c]) => [begin + a, begin + b, begin + c] as const);
  return fc.oneof(
    { weight: 6, arbitrary: threeOf(start, end) },
    { weight: 3, arbitrary: threeOf(fc.constantFrom(...beginnings), tail) },
    { weight: 1, arbitrary: threeOf(fc.constantFrom("", "1."), anyText) },
  );
}

for (const ecosystem of ecosystems) {
  const compare = (a: string, b: string) => compareVersions(ecosystem, a, b);
  const triples = triplesOf(orderOf(ecosystem)?.name ?? "");
  const check = (property: (a: string, b: string, c: string) => void) =>
    fc.assert(
      fc.property(triples, ([a, b, c]) => property(a, b, c)),
      { numRuns },
    );

  test(`${ecosystem}: keys compare as the ecosystem's own comparison does`, () => {
    check((a, b) => {
      const [left, right] = [versionKey(ecosystem, a), versionKey(ecosystem, b)];
      assert.equal(compare(a, b), left === null || right === null ? null : compareKeys(left, right));
    });
  });

  test(`${ecosystem}: a version has a key where it can be compared, above or at the lowest`, () => {
    check((a) => {
      const key = versionKey(ecosystem, a);
      assert.equal(compare(a, a), key === null ? null : 0);
      if (key !== null) assert.notEqual(compareKeys(lowestKey, key), 1);
    });
  });

  test(`${ecosystem}: comparing turned about gives the opposite`, () => {
    check((a, b) => {
      const forth = compare(a, b);
      assert.equal(compare(b, a), forth === null ? null : 0 - forth);
    });
  });

  test(`${ecosystem}: what is not above a second, which is not above a third, is not above the third`, () => {
    check((a, b, c) => {
      const sorted = [a, b, c].filter((text) => compare(text, text) !== null);
      for (const x of sorted)
        for (const y of sorted)
          for (const z of sorted) {
            if (compare(x, y) === 1 || compare(y, z) === 1) continue;
            assert.notEqual(compare(x, z), 1, `${x} ≤ ${y} ≤ ${z}`);
          }
    });
  });
}

test("a very long text has a key or none, in every ecosystem", () => {
  for (const ecosystem of ecosystems)
    for (const unit of ["1", "1.", "a1", "0-a", "-", "~", "é"]) {
      const text = `1${unit.repeat(100_000)}`;
      const longer = `${text}.1`;
      const [key, longerKey] = [versionKey(ecosystem, text), versionKey(ecosystem, longer)];
      const expected = key === null || longerKey === null ? null : compareKeys(key, longerKey);
      assert.equal(compareVersions(ecosystem, text, longer), expected, `${ecosystem}: ${unit}`);
    }
});
