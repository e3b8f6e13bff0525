import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cvss } from "./cvss.ts";
import { type CvssVersion, grammars } from "./metrics.ts";

function scored(vector: string) {
  const result = cvss(vector);
  assert.ok(!("code" in result), `${vector}: ${"code" in result ? result.message.en : ""}`);
  return result;
}

function refused(vector: string): string {
  const result = cvss(vector);
  assert.ok("code" in result, `${vector} was scored`);
  return result.code;
}

test("scores the examples that FIRST publishes", () => {
  const examples: [string, CvssVersion, number, string][] = [
    ["AV:N/AC:L/Au:N/C:N/I:N/A:C", "2.0", 7.8, "high"],
    ["AV:N/AC:L/Au:N/C:C/I:C/A:C", "2.0", 10, "high"],
    ["AV:L/AC:H/Au:N/C:C/I:C/A:C", "2.0", 6.2, "medium"],
    ["CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", "3.0", 6.1, "medium"],
    ["CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", "3.1", 6.4, "medium"],
    ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", "3.1", 10, "critical"],
    ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", "3.1", 0, "none"],
    ["CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", "4.0", 10, "critical"],
    ["CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", "4.0", 7.3, "high"],
    ["CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N", "4.0", 0, "none"],
  ];
  for (const [vector, version, score, rating] of examples) {
    const result = scored(vector);
    assert.deepEqual([result.version, result.score, result.rating], [version, score, rating], vector);
  }
});

test("the score counts threat and environment, the base does not", () => {
  const result = scored("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N/MC:N");
  assert.deepEqual([result.base, result.score, result.rating], [7.5, 0, "none"]);
  const threat = scored("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:U");
  assert.deepEqual([threat.base, threat.score], [10, 9.1]);
});

test("refuses what is not a vector, and says why", () => {
  const base = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
  assert.equal(refused(""), "advisories.cvss-form");
  assert.equal(refused("7.5"), "advisories.cvss-form");
  assert.equal(refused(`${base}/`), "advisories.cvss-form");
  assert.equal(refused(base.replace("3.1", "3.2")), "advisories.cvss-version");
  assert.equal(refused(base.replace("CVSS:3.1/", "")), "advisories.cvss-metric");
  assert.equal(refused(base.toLowerCase()), "advisories.cvss-metric");
  assert.equal(refused(base.replace("AV:N", "AV:Q")), "advisories.cvss-value");
  assert.equal(refused(base.replace("AV:N", "AV:X")), "advisories.cvss-value");
  assert.equal(refused(base.replace("/A:H", "")), "advisories.cvss-missing");
  assert.equal(refused(`${base}/AV:N`), "advisories.cvss-twice");
  assert.equal(refused("(AV:N/AC:L/Au:N/C:N/I:N/A:C)"), "advisories.cvss-metric");
  const four = "CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H";
  assert.equal(refused(four), "advisories.cvss-order");
  assert.equal(scored(base.replace("AV:N/AC:L", "AC:L/AV:N")).score, 9.8);
});

/** A vector with all mandatory metrics and any of the others, in the specification's order. */
const vectors = fc.constantFrom<CvssVersion>("2.0", "3.0", "3.1", "4.0").chain((version) => {
  const { prefix, metrics, mandatory } = grammars[version];
  const parts = metrics.map(([name, values], i) => {
    const part = fc.constantFrom(...values).map((value) => `${name}:${value}`);
    return i < mandatory ? part : fc.option(part, { nil: "" });
  });
  return fc.tuple(...parts).map((chosen) => prefix + chosen.filter((part) => part !== "").join("/"));
});

test("every vector of the grammar has a score between 0 and 10 with one decimal", () => {
  fc.assert(
    fc.property(vectors, (vector) => {
      const { score, base } = scored(vector);
      for (const value of [score, base]) {
        assert.ok(value >= 0 && value <= 10, vector);
        assert.ok(Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, vector);
      }
    }),
    { numRuns: 500 },
  );
});

test("no text makes it throw, and leaving out or doubling any part of a vector is refused", () => {
  fc.assert(fc.property(fc.string(), (text) => "code" in cvss(text)));
  fc.assert(
    fc.property(vectors, fc.nat(), (vector, n) => {
      const parts = vector.split("/");
      const i = n % parts.length;
      assert.ok("code" in cvss([...parts, parts[i]].join("/")));
      const version = vector.startsWith("CVSS:") ? vector.slice(5, 8) : "2.0";
      const mandatory = grammars[version as CvssVersion].mandatory + (version === "2.0" ? 0 : 1);
      if (i < mandatory) assert.ok("code" in cvss(parts.filter((_, k) => k !== i).join("/")));
    }),
  );
});
