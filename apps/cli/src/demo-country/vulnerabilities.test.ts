import assert from "node:assert/strict";
import { test } from "node:test";
import { isCveId, readAdvisories } from "@bongsu/advisories";
import { versionKey } from "@bongsu/versions";
import { kevOf } from "./kev.ts";
import { newAdvisory } from "./new-advisory.ts";
import { toOsv } from "./osv.ts";
import { osvEvents } from "./ranges.ts";
import { vulnerabilities } from "./vulnerabilities/index.ts";

const all = [...vulnerabilities, newAdvisory];
const day = /^20\d\d-[01]\d-[0-3]\d$/;

test("there are some 150, of every ecosystem, each once", () => {
  assert.ok(vulnerabilities.length >= 150 && vulnerabilities.length <= 170, `${vulnerabilities.length}`);
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  const ecosystems = new Set(vulnerabilities.flatMap(({ affected }) => Object.keys(affected)));
  assert.deepEqual([...ecosystems].sort(), ["AlmaLinux:9", "Debian:12", "Go", "Maven", "PyPI", "npm"]);
});

test("what arrives in the story is exploited, newer than all that is known, and not yet among it", () => {
  assert.ok(!vulnerabilities.some(({ id }) => id === newAdvisory.id));
  assert.ok(newAdvisory.exploited !== undefined);
  for (const { id, published } of vulnerabilities) assert.ok(published < newAdvisory.published, id);
});

test("every record is an OSV record that reads without a problem", () => {
  for (const vulnerability of all) {
    const { format, advisories, problems } = readAdvisories(toOsv(vulnerability));
    assert.equal(format, "osv");
    assert.deepEqual(problems, [], vulnerability.id);
    const [advisory] = advisories;
    assert.ok(advisory !== undefined && isCveId(advisory.id));
    assert.equal(advisory.summary, vulnerability.title.en);
    assert.deepEqual(advisory.aliases, vulnerability.aliases ?? []);
    assert.equal(advisory.severities.length, vulnerability.cvss === undefined ? 0 : 1);
    for (const { subject, range, fixed } of advisory.affected) {
      assert.ok(subject.package !== null && range !== null, vulnerability.id);
      assert.deepEqual(range.unparsed, [], vulnerability.id);
      assert.ok(fixed.length > 0, `${vulnerability.id} tells no version that fixes ${subject.package.name}`);
    }
  }
});

test("all of them together read as one list", () => {
  const { advisories, problems } = readAdvisories(vulnerabilities.map(toOsv));
  assert.deepEqual(problems, []);
  assert.equal(advisories.length, vulnerabilities.length);
});

test("every bound is a version of its ecosystem, and no interval is empty", () => {
  for (const { id, affected } of all) {
    for (const [ecosystem, packages] of Object.entries(affected)) {
      for (const [name, intervals] of Object.entries(packages)) {
        for (const event of osvEvents(intervals)) {
          const bound = event.introduced ?? event.fixed ?? event.last_affected ?? "";
          assert.notEqual(versionKey(ecosystem, bound), null, `${id} ${name} ${bound}`);
        }
      }
    }
  }
});

test("titles stand in both languages and days are days", () => {
  for (const { id, title, published, exploited } of all) {
    assert.match(title.ko, /\p{Script=Hangul}/u, id);
    assert.ok(title.en.length > 20 && title.en.length < 120, id);
    assert.doesNotMatch(title.en, /\p{Script=Hangul}/u, id);
    for (const one of [published, exploited?.since ?? published, exploited?.due ?? published])
      assert.match(one, day, id);
  }
});

test("the catalogue of exploited ones reads as CISA's does, and holds exactly those", () => {
  const listed = vulnerabilities.filter(({ exploited }) => exploited !== undefined);
  assert.ok(listed.length >= 25);
  const { format, exploited, problems } = readAdvisories(kevOf(vulnerabilities));
  assert.equal(format, "kev");
  assert.deepEqual(problems, []);
  assert.deepEqual(
    exploited.map(({ id, exploitation: { since, due, ransomware } }) => ({ id, since, due, ransomware })),
    listed.map(({ id, exploited: facts }) => ({
      id,
      since: facts?.since,
      due: facts?.due,
      ransomware: facts?.ransomware,
    })),
  );
});
