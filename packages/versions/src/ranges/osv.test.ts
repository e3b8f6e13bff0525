import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDataZip, skipWithout } from "../../../../tests/data.ts";
import { compareVersions } from "../versions.ts";
import { type OsvEvent, osvRange } from "./osv.ts";
import { rangeContains } from "./set.ts";
import { formatVers } from "./vers/format.ts";
import { parseVers } from "./vers/parse.ts";

const vers = (events: OsvEvent[], ecosystem = "npm") => formatVers(osvRange(ecosystem, events));

test("pairs become intervals, whatever their order", () => {
  assert.equal(vers([{ introduced: "0" }]), "vers:npm/*");
  assert.equal(vers([{ introduced: "0" }, { fixed: "1.0.2" }]), "vers:npm/<1.0.2");
  assert.equal(
    vers([{ introduced: "3.0.0" }, { fixed: "3.2.5" }, { fixed: "1.0.2" }, { introduced: "1.0.0" }]),
    "vers:npm/>=1.0.0|<1.0.2|>=3.0.0|<3.2.5",
  );
  assert.equal(vers([{ introduced: "0" }, { last_affected: "2.1.214" }]), "vers:npm/<=2.1.214");
  assert.equal(vers([{ introduced: "1.0.0" }, { fixed: "1.0.0" }]), "vers:none/*");
  assert.equal(vers([{ introduced: "1.0.0" }, { last_affected: "1.0.0" }]), "vers:npm/1.0.0");
  assert.equal(vers([{ introduced: "0" }, { fixed: "1.0.0" }, { fixed: "2.0.0" }]), "vers:npm/<1.0.0");
  assert.equal(vers([{ introduced: "0" }, { fixed: "1.0.0" }, { introduced: "1.0.0" }]), "vers:npm/*");
});

test("a version that is fixed and introduced again in a list out of order stays affected", () => {
  const events = [{ introduced: "0.13.0" }, { fixed: "0.14.0" }, { introduced: "0.12.2" }, { fixed: "0.13.0" }];
  assert.equal(vers(events), "vers:npm/>=0.12.2|<0.14.0");
});

test("limits cut off what lies above all of them", () => {
  assert.equal(vers([{ introduced: "1.0.0" }, { limit: "2.0.0" }]), "vers:npm/>=1.0.0|<2.0.0");
  assert.equal(vers([{ introduced: "1.0.0" }, { limit: "2.0.0" }, { limit: "3.0.0" }]), "vers:npm/>=1.0.0|<3.0.0");
  assert.equal(vers([{ introduced: "1.0.0" }, { limit: "2.0.0" }, { limit: "*" }]), "vers:npm/>=1.0.0");
});

test("an event that cannot be read hides nothing, and is flagged", () => {
  const read = (events: OsvEvent[]) => {
    const range = osvRange("npm", events);
    return [formatVers(range), ...range.unparsed.map(({ role, text }) => `${role} ${text}`)];
  };
  assert.deepEqual(read([{ introduced: "1.0.0" }, { fixed: "?" }]), ["vers:npm/>=1.0.0", "fixed ?"]);
  assert.deepEqual(read([{ introduced: "?" }, { fixed: "2.0.0" }]), ["vers:npm/<2.0.0", "introduced ?"]);
  assert.deepEqual(read([{ introduced: "1.0.0" }, { limit: "?" }]), ["vers:npm/>=1.0.0", "limit ?"]);
  const pairs = [{ introduced: "1.0.0" }, { fixed: "2.0.0" }, { introduced: "?" }, { fixed: "4.0.0" }];
  assert.deepEqual(read(pairs), ["vers:npm/>=1.0.0|<4.0.0", "introduced ?"]);
  assert.deepEqual(read(pairs.toReversed()), ["vers:npm/*", "introduced ?"]);
  assert.deepEqual(read([{ fixed: "2.0.0" }]), ["vers:none/*", "introduced "]);
});

test("listed versions count by key or, where they cannot be read, by exact string", () => {
  const range = osvRange("PyPI", [], { versions: ["1.0", "odd one"] });
  assert.equal(rangeContains(range, "1.0.0"), true);
  assert.equal(rangeContains(range, "odd one"), true);
  assert.equal(rangeContains(range, "odd"), false);
  assert.deepEqual(range.unparsed, [{ text: "odd one", role: "listed" }]);
});

test("commits are not versions", () => {
  const range = osvRange("npm", [{ introduced: "0" }], { type: "GIT", versions: ["1.0.0"] });
  assert.equal(rangeContains(range, "1.0.0"), true);
  assert.equal(rangeContains(range, "1.0.1"), false);
});

test("without a known order, everything from an introduced 0 on is meant", () => {
  const range = osvRange("Android", [{ introduced: "0" }, { fixed: "12L:2022-06-01" }]);
  assert.equal(range.ecosystem, "Android");
  assert.equal(rangeContains(range, "11"), true);
  assert.deepEqual(range.unparsed, [{ text: "12L:2022-06-01", role: "fixed" }]);
});

/** The pseudocode of https://ossf.github.io/osv-schema/#evaluation. */
function isVulnerable(ecosystem: string, version: string, events: readonly OsvEvent[]): boolean {
  const compare = (a: string, b: string) =>
    a === b ? 0 : a === "0" ? -1 : b === "0" ? 1 : compareVersions(ecosystem, a, b);
  const at = ({ introduced, fixed, last_affected }: OsvEvent) => introduced ?? fixed ?? last_affected ?? "0";
  const limits = events.flatMap(({ limit }) => (limit === undefined ? [] : [limit]));
  if (limits.length > 0 && !limits.some((limit) => (compare(version, limit) ?? 0) < 0)) return false;
  let vulnerable = false;
  for (const event of events
    .filter(({ limit }) => limit === undefined)
    .toSorted((a, b) => compare(at(a), at(b)) ?? 0)) {
    const order = compare(version, at(event)) ?? -1;
    if (event.introduced !== undefined && order >= 0) vulnerable = true;
    else if (event.fixed !== undefined && order >= 0) vulnerable = false;
    else if (event.last_affected !== undefined && order > 0) vulnerable = false;
  }
  return vulnerable;
}

test("agrees with the schema's evaluation on any events whose versions differ", () => {
  const version = fc.tuple(fc.nat(4), fc.nat(3)).map(([major, minor]) => `${major + 1}.${minor}.0`);
  const role = fc.constantFrom("introduced", "fixed", "last_affected", "limit");
  const event = fc.tuple(role, version).map(([name, value]): OsvEvent => ({ [name]: value }));
  const events = fc.uniqueArray(event, { maxLength: 8, selector: (one) => Object.values(one)[0] });
  fc.assert(
    fc.property(events, fc.array(version, { minLength: 5, maxLength: 5 }), (all, versions) => {
      const range = osvRange("npm", all);
      for (const one of versions) assert.equal(rangeContains(range, one), isVulnerable("npm", one, all), one);
    }),
    { numRuns: 3000 },
  );
});

/** Records whose events cannot be read as they are, or stand out of order with equal versions; looked at one by one. */
const exceptions = new Set(["PYSEC-2019-125", "PYSEC-2022-42972", "PYSEC-2023-72", "CVE-2014-5326"]);

for (const ecosystem of ["npm", "PyPI", "Go", "crates.io", "AlmaLinux"]) {
  const zip = `osv/${ecosystem}/all.zip`;
  test(`real advisories of ${ecosystem}: as the schema evaluates them`, { skip: skipWithout(zip) }, () => {
    let ranges = 0;
    for (const bytes of readDataZip(zip).values()) {
      const { id, affected } = JSON.parse(new TextDecoder().decode(bytes));
      for (const { package: named, ranges: given = [] } of affected ?? [])
        for (const { type, events } of given) {
          if (type === "GIT" || exceptions.has(id)) continue;
          ranges++;
          const range = osvRange(named.ecosystem, events);
          assert.deepEqual(range.unparsed, [], id);
          const text = formatVers(range);
          assert.equal(formatVers(parseVers(text)), text, id);
          const bounds: string[] = events.flatMap((event: OsvEvent) => Object.values(event));
          for (const version of bounds)
            if (version !== "0")
              assert.equal(
                rangeContains(range, version),
                isVulnerable(named.ecosystem, version, events),
                `${id} ${version}`,
              );
        }
    }
    assert.ok(ranges > 100);
  });
}
