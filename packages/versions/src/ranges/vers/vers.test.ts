import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import { osvRange } from "../osv.ts";
import { unionRanges } from "../set.ts";
import { invertVers, versContains } from "./contains.ts";
import { formatVers } from "./format.ts";
import { parseVers } from "./parse.ts";

const offsetOf = (text: string): number | undefined => {
  try {
    parseVers(text);
  } catch (error) {
    assert.ok(error instanceof BongsuError, `${text}: ${error}`);
    assert.equal(error.code, "versions.invalid-range");
    return error.problem.place.offset;
  }
  assert.fail(`${text} was read`);
};

test("canonical strings are written as they were read", () => {
  for (const text of [
    "vers:npm/>=1.0.0|<2.0.0",
    "vers:npm/1.2.3|>=2.0.0|<5.0.0",
    "vers:pypi/0.0.0|0.0.1|1.0|2.0rc1",
    "vers:maven/>=1.0.0-beta1|<=1.7.5|>=7.0.0-M1|<=7.0.7|>=7.1.0|<=7.1.2|>=8.0.0-M1|<=8.0.1",
    "vers:gem/>=2.2.0|!=2.2.1|<2.3.0",
    "vers:deb/>=2:4.13.1|<=2:4.13.1-0ubuntu0.16.04.1.1~",
    "vers:rpm/<0:5.2.5-7.el8_4",
    "vers:apk/<1.2.3_rc1-r4",
    "vers:alpine/<1.2.3-r4",
    "vers:golang/<v1.2.3",
    "vers:nuget/>1.0.0|<2.0.0-beta",
    "vers:composer/dev-main",
    "vers:cargo/<0.3.2",
    "vers:conan/>=cci.20200101",
    "vers:hex/1.0.0",
    "vers:pub/>=1.0.0",
    "vers:cran/<1.2-3",
    "vers:hackage/<1.2.3.4",
    "vers:generic/<1.0",
    "vers:semver/>=1.0.0|<2.0.0",
    "vers:intdot/>=1.2|<2.0",
    "vers:datetime/>=2024-01-01T00:00:00Z|<2024-06-01T00:00:00+09:00",
    "vers:lexicographic/1%202",
    "vers:openssl/1.0.1b|3.0.0",
    "vers:npm/1.0%252F0",
    "vers:npm/!=1.0.0|!=2.0.0",
    "vers:npm/!=0.0.1|>0.1.0",
    "vers:npm/>1.2.3|!=2.0.0|<=3.5.1|3.6.2|>4.0.0|<5.0.0",
    "vers:npm/*",
    "vers:all/*",
    "vers:none/*",
    "vers:example/1.2.3|>=2.0.0|<5.0.0",
  ])
    assert.equal(formatVers(parseVers(text)), text);
});

test("what is not canonical is refused, with its place", () => {
  assert.equal(offsetOf("vers:npm/>=1.0.0| <2.0.0"), 17);
  assert.equal(offsetOf("vers:npm/|>=1.0.0"), 9);
  assert.equal(offsetOf("vers:npm/>=1.0.0|"), 17);
  assert.equal(offsetOf("vers:npm/>=1.0.0||<2.0.0"), 17);
  assert.equal(offsetOf("vers:npm/>=2.0.0|<1.0.0"), 17);
  assert.equal(offsetOf("vers:npm/1.0%2G0"), 12);
  assert.equal(offsetOf("vers:npm/%ff"), 9);
  assert.equal(offsetOf("vers:npm/=1.0.0"), 9);
  assert.equal(offsetOf("vers:npm/>="), 11);
  assert.equal(offsetOf("vers:npm/>=1*"), 12);
  assert.equal(offsetOf("vers:npm/*|1.0"), 9);
  assert.equal(offsetOf("vers:npm/"), 9);
  assert.equal(offsetOf("vers:npm"), 8);
  assert.equal(offsetOf("npm/1.0"), 0);
  assert.equal(offsetOf("VERS:npm/1.0"), 0);
  assert.equal(offsetOf("vers:NPM/1.0"), 5);
  assert.equal(offsetOf("vers:/1.0"), 5);
  assert.equal(offsetOf("vers:invalid/*"), 5);
  assert.equal(offsetOf("vers:all/1.0"), 9);
  assert.equal(offsetOf("vers:npm/1.0é"), 12);
  assert.equal(offsetOf("vers:datetime/2024-01-01t00:00:00z"), 14);
  assert.equal(offsetOf("vers:datetime/2024-01-01T00%3A00%3A00Z"), 27);
});

test("versions occur once, and bounds alternate", () => {
  assert.equal(offsetOf("vers:npm/1.0.0|1.0.0"), 15);
  assert.equal(offsetOf("vers:pypi/1.0|1.0.0"), 14);
  assert.equal(offsetOf("vers:npm/>=1.0.0|<=1.0.0"), 17);
  assert.equal(offsetOf("vers:npm/<1.0.0|<2.0.0"), 16);
  assert.equal(offsetOf("vers:npm/>1.0.0|!=1.5.0|>2.0.0"), 24);
  assert.equal(offsetOf("vers:npm/1.0.0|<2.0.0"), 15);
  assert.equal(offsetOf("vers:example/1.0|1.0"), 17);
});

test("a bound must be a version of its ecosystem; an equal version that is none is kept, flagged", () => {
  assert.equal(offsetOf("vers:npm/>=foo"), 9);
  const range = parseVers("vers:npm/1.0%252F0|>=2.0.0");
  assert.deepEqual(range.unparsed, [{ text: "1.0%2F0", role: "listed" }]);
  assert.equal(versContains(range, "1.0%2F0"), true);
  assert.equal(versContains(range, "1.0"), false);
});

test("equal and unequal versions may stand out of order, as in VERS's definition of pypi", () => {
  assert.equal(formatVers(parseVers("vers:pypi/>=3.0.0|2.0.3")), "vers:pypi/2.0.3|>=3.0.0");
  const range = parseVers("vers:pypi/0.0.2|0.0.6|>=3.0.0|0.0.1");
  assert.equal(formatVers(range), "vers:pypi/0.0.1|0.0.2|0.0.6|>=3.0.0");
  assert.equal(versContains(range, "2.0.3"), false);
  assert.equal(versContains(range, "0.0.6"), true);
});

test("writing simplifies", () => {
  const range = osvRange("PyPI", [{ introduced: "0" }, { fixed: "2.0" }], {
    versions: ["0.9", "1.0", "2.0", "2.1", "x y"],
  });
  assert.equal(formatVers(range), "vers:pypi/<=2.0|2.1|x%20y");
  const touching = osvRange("npm", [{ introduced: "1.0.0" }, { fixed: "1.5.0" }, { introduced: "1.5.0" }]);
  assert.equal(formatVers(touching), "vers:npm/>=1.0.0");
  assert.equal(
    formatVers(osvRange("Debian:12", [{ introduced: "0" }, { last_affected: "1.0~rc1" }])),
    "vers:deb/<=1.0~rc1",
  );
  assert.equal(formatVers(osvRange("Root:PyPI", [{ introduced: "0" }])), "vers:pypi/*");
  assert.equal(formatVers(osvRange("npm", [])), "vers:none/*");
});

test("every ecosystem of one type is written under it", () => {
  for (const ecosystem of ["Red Hat", "AlmaLinux:9", "Rocky Linux", "SUSE", "openEuler"])
    assert.equal(formatVers(osvRange(ecosystem, [{ introduced: "0" }, { fixed: "1.0-1" }])), "vers:rpm/<1.0-1");
  assert.equal(formatVers(osvRange("Wolfi", [{ introduced: "0" }, { fixed: "1.0-r1" }])), "vers:apk/<1.0-r1");
  assert.equal(formatVers(osvRange("GitHub Actions", [{ introduced: "1.0.0" }])), "vers:githubactions/>=1.0.0");
});

test("containment", () => {
  const holds = (text: string, version: string) => versContains(parseVers(text), version);
  assert.equal(holds("vers:npm/*", "1.0.0"), true);
  assert.equal(holds("vers:none/*", "1.0.0"), false);
  assert.equal(holds("vers:pypi/<=1.3.0|3.0.0", "1.0.0"), true);
  assert.equal(holds("vers:pypi/<=1.3.0|3.0.0", "3.0"), true);
  assert.equal(holds("vers:pypi/<=1.0.0|>=2.0.0", "1.5"), false);
  assert.equal(holds("vers:pypi/>=1.0.0|<=2.0.0", "2.0.0.post1"), false);
  assert.equal(holds("vers:npm/>1.0.0|<2.0.0|>3.0.0", "3.5.0"), true);
  assert.equal(holds("vers:npm/>1.0.0|<2.0.0|>3.0.0", "3.0.0"), false);
  assert.equal(holds("vers:npm/!=1.0.0", "1.0.0"), false);
  assert.equal(holds("vers:npm/!=1.0.0", "1.0.1"), true);
  assert.equal(holds("vers:maven/>=1.0|<2.0", "1.0-final"), true);
  assert.equal(holds("vers:intdot/>=1.2|<2.0", "1.10beta"), true);
  assert.equal(holds("vers:datetime/>=2024-01-01T00:00:00Z", "2024-01-01T09:00:00+09:00"), true);
  assert.equal(holds("vers:datetime/>=2024-01-01T00:00:00Z", "2024-01-01T08:59:59.9+09:00"), false);
});

test("a type without an order answers by exact string, or not at all", () => {
  const range = parseVers("vers:example/1.2.3|>=2.0.0|<5.0.0");
  assert.equal(versContains(range, "1.2.3"), true);
  const unknown = { code: "versions.unknown-ecosystem" };
  assert.throws(() => versContains(range, "2.0.0"), unknown);
  assert.throws(() => invertVers(range), unknown);
  assert.equal(versContains(parseVers("vers:example/1.2.3"), "2.0.0"), false);
});

test("inversion", () => {
  const inverse = (text: string) => formatVers(invertVers(parseVers(text)));
  assert.equal(inverse("vers:npm/>=1.2.0|<2.0.0"), "vers:npm/<1.2.0|>=2.0.0");
  assert.equal(inverse("vers:npm/1.2.3"), "vers:npm/!=1.2.3");
  assert.equal(inverse("vers:npm/1.0.0|1.2.0"), "vers:npm/!=1.0.0|!=1.2.0");
  assert.equal(
    inverse("vers:npm/>1.2.3|!=2.0.0|<=3.5.1|3.6.2|>4.0.0|<5.0.0"),
    "vers:npm/<=1.2.3|2.0.0|>3.5.1|!=3.6.2|<=4.0.0|>=5.0.0",
  );
  assert.equal(inverse("vers:npm/*"), "vers:none/*");
  assert.equal(inverse("vers:none/*"), "vers:all/*");
  assert.equal(inverse("vers:npm/1.0%252F0"), "vers:npm/!=1.0%252F0");
});

test("ranges of one ecosystem are merged, others are not", () => {
  const merged = unionRanges(parseVers("vers:npm/<1.0.0|>=3.0.0"), parseVers("vers:npm/1.0.0|>=2.0.0|<3.0.0"));
  assert.equal(formatVers(merged), "vers:npm/<=1.0.0|>=2.0.0");
  const mixed = () => unionRanges(parseVers("vers:npm/1.0.0"), parseVers("vers:deb/1.0.0"));
  assert.throws(mixed, { code: "versions.mixed-ecosystems" });
});
