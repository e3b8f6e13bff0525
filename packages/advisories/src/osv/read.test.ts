import assert from "node:assert/strict";
import { test } from "node:test";
import { rangeContains } from "@bongsu/versions";
import type { Advisory, Affected } from "../advisory.ts";
import { readAdvisories } from "../read.ts";

const record = (members: object) => ({
  schema_version: "1.7.0",
  id: "TEST-1",
  modified: "2024-01-02T03:04:05Z",
  ...members,
});

function read(members: object) {
  const { advisories, problems } = readAdvisories(record(members), { file: "t.json" });
  const [advisory] = advisories;
  assert.ok(advisory, "no advisory");
  return { advisory, problems, codes: problems.map(({ code, place }) => `${code} ${place.path}`) };
}

function affectedOf(members: object): Affected {
  const [affected] = read({ affected: [members] }).advisory.affected;
  assert.ok(affected, "nothing affected");
  return affected;
}

const contains = (affected: Affected, version: string) =>
  affected.range !== null && rangeContains(affected.range, version);

test("reads every field of a record", () => {
  const { advisory, problems } = read({
    published: "2024-01-01T00:00:00+09:00",
    withdrawn: "2024-03-01T00:00:00Z",
    aliases: ["CVE-2024-1000", "TEST-1"],
    related: ["CVE-2024-2000"],
    upstream: ["CVE-2024-3000"],
    summary: "Short",
    details: "Long",
    severity: [{ type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }],
    references: [
      { type: "FIX", url: "https://example.com/fix" },
      { type: "SOMETHING", url: "https://example.com/other" },
    ],
    credits: [{ name: "Kim", contact: ["mailto:kim@example.com"], type: "FINDER" }],
    database_specific: { cwe_ids: ["CWE-79"], severity: "MODERATE" },
  });
  assert.deepEqual(problems, []);
  const expected: Omit<Advisory, "original"> = {
    format: "osv",
    id: "TEST-1",
    documentId: "TEST-1",
    publisher: null,
    aliases: ["CVE-2024-1000"],
    related: ["CVE-2024-2000"],
    upstream: ["CVE-2024-3000"],
    title: null,
    summary: "Short",
    details: "Long",
    published: "2023-12-31T15:00:00Z",
    modified: "2024-01-02T03:04:05Z",
    withdrawn: "2024-03-01T00:00:00Z",
    severities: [
      {
        system: "CVSS:3.1",
        vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        score: 9.8,
        rating: "critical",
        source: null,
      },
      { system: "text", vector: null, score: null, rating: "medium", source: null },
    ],
    exploited: null,
    ssvc: null,
    weaknesses: ["CWE-79"],
    affected: [],
    remediations: [],
    references: [
      { kind: "fix", url: "https://example.com/fix" },
      { kind: "web", url: "https://example.com/other" },
    ],
    credits: ["Kim"],
    tlp: null,
  };
  const { original, ...rest } = advisory;
  assert.deepEqual(rest, expected);
  assert.equal((original as { id: string }).id, "TEST-1");
});

test("ranges and listed versions together are what is affected", () => {
  const affected = affectedOf({
    package: { ecosystem: "PyPI", name: "Jinja_2" },
    ranges: [
      { type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "2.0" }] },
      { type: "ECOSYSTEM", events: [{ introduced: "3.0" }, { last_affected: "3.1" }] },
    ],
    versions: ["2.5", "odd version"],
  });
  assert.deepEqual(affected.subject.package, { ecosystem: "PyPI", release: "", name: "jinja-2" });
  assert.equal(affected.subject.product?.name, "Jinja_2");
  for (const version of ["1.9", "2.5", "3.0", "3.1", "odd version"]) assert.ok(contains(affected, version), version);
  for (const version of ["2.0", "2.4", "3.2"]) assert.ok(!contains(affected, version), version);
  assert.deepEqual(affected.fixed, ["2.0"]);
});

test("fixed versions come lowest first", () => {
  const events = [{ introduced: "0" }, { fixed: "1.10.0" }, { introduced: "1.0.0" }, { fixed: "1.9.0" }];
  const affected = affectedOf({ package: { ecosystem: "npm", name: "x" }, ranges: [{ type: "SEMVER", events }] });
  assert.deepEqual(affected.fixed, ["1.9.0", "1.10.0"]);
});

test("the distribution's release is part of the package", () => {
  const identity = (ecosystem: string, name = "pkg") =>
    affectedOf({ package: { ecosystem, name }, versions: ["1"] }).subject.package;
  assert.deepEqual(identity("AlmaLinux:9"), { ecosystem: "AlmaLinux", release: "9", name: "pkg" });
  assert.deepEqual(identity("Debian:12"), { ecosystem: "Debian", release: "12", name: "pkg" });
  assert.deepEqual(identity("Ubuntu:22.04:LTS"), { ecosystem: "Ubuntu", release: "22.04", name: "pkg" });
  assert.deepEqual(identity("Alpine:v3.19"), { ecosystem: "Alpine", release: "v3.19", name: "pkg" });
  assert.deepEqual(identity("Red Hat:enterprise_linux:9::appstream"), {
    ecosystem: "Red Hat",
    release: "9",
    name: "pkg",
  });
  assert.deepEqual(identity("New Thing:7", "Pkg"), { ecosystem: "New Thing", release: "7", name: "Pkg" });
});

test("ranges of commits are kept apart and never matched as versions", () => {
  const affected = affectedOf({
    package: { ecosystem: "PyPI", name: "x" },
    ranges: [
      {
        type: "GIT",
        repo: "https://example.com/x.git",
        events: [{ introduced: "0" }, { fixed: "abc" }, { last_affected: "def" }],
      },
    ],
    versions: ["1.0"],
  });
  assert.deepEqual(affected.commits, [
    { repository: "https://example.com/x.git", introduced: ["0"], fixed: ["abc"], lastAffected: ["def"] },
  ]);
  assert.ok(contains(affected, "1.0") && !contains(affected, "0.9"));
  assert.deepEqual(affected.fixed, []);
});

test("an entry with nothing but commits is about the repository", () => {
  const ranges = [{ type: "GIT", repo: "https://example.com/x.git", events: [{ introduced: "abc" }] }];
  const affected = affectedOf({ ranges });
  assert.equal(affected.subject.package, null);
  assert.equal(affected.subject.product?.name, "https://example.com/x.git");
});

test("severities stand at both levels; Ubuntu's priority is a word", () => {
  const { advisory } = read({
    severity: [{ type: "Ubuntu", score: "negligible" }],
    affected: [
      {
        package: { ecosystem: "npm", name: "x" },
        versions: ["1.0.0"],
        severity: [{ type: "CVSS_V2", score: "AV:N/AC:L/Au:N/C:C/I:C/A:C" }],
        ecosystem_specific: { severity: "HIGH" },
      },
    ],
  });
  assert.deepEqual(
    advisory.severities.map(({ rating }) => rating),
    ["low"],
  );
  assert.deepEqual(
    advisory.affected[0]?.severities.map(({ system, score, rating }) => [system, score, rating]),
    [
      ["CVSS:2.0", 10, "high"],
      ["text", null, "high"],
    ],
  );
});

test("packages of one record that share their events share nothing else", () => {
  const entry = (name: string, fixed: string) => ({
    package: { ecosystem: "AlmaLinux:9", name },
    ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed }] }],
  });
  const { advisory } = read({
    affected: [entry("a", "1.0-1.el9"), entry("b", "1.0-1.el9"), entry("c", "1.0-1.el9_2")],
  });
  assert.deepEqual(
    advisory.affected.map(({ fixed }) => fixed),
    [["1.0-1.el9"], ["1.0-1.el9"], ["1.0-1.el9_2"]],
  );
  assert.deepEqual(
    advisory.affected.map(({ subject }) => subject.package?.name),
    ["a", "b", "c"],
  );
});

test("a bound that cannot be read is flagged, reported, and narrows nothing", () => {
  const events = [{ introduced: "0" }, { fixed: "3.0.RC3" }];
  const { advisory, codes } = read({
    affected: [{ package: { ecosystem: "npm", name: "x" }, ranges: [{ type: "SEMVER", events }] }],
  });
  assert.deepEqual(advisory.affected[0]?.range?.unparsed, [{ text: "3.0.RC3", role: "fixed" }]);
  assert.ok(advisory.affected[0] && contains(advisory.affected[0], "99.0.0"));
  assert.deepEqual(codes, ["advisories.unparsed-bound /affected/0"]);
});

test("everything that cannot be read is reported where it stands, and the rest is taken", () => {
  const { advisory, codes } = read({
    modified: "yesterday",
    aliases: ["CVE-2024-1000", 7],
    summary: ["x"],
    severity: [{ type: "CVSS_V3", score: "9.8" }, { type: "CVSS_V9", score: "x" }, { type: "EPSS", score: "1" }, 5],
    affected: [
      { package: { ecosystem: "npm" } },
      {
        package: { ecosystem: "npm", name: "x" },
        ranges: [
          { type: "NEW", events: [] },
          { type: "SEMVER", events: [{}] },
        ],
      },
      { package: { ecosystem: "npm", name: "y", purl: "not a purl" }, versions: "1.0.0" },
    ],
    references: [{ type: "WEB" }],
    credits: "Kim",
  });
  assert.deepEqual(
    codes.sort(),
    [
      "advisories.missing /affected/0/package",
      "advisories.no-subject /affected/0",
      "advisories.unknown-word /affected/1/ranges/0/type",
      "advisories.missing /affected/1/ranges/1/events/0",
      "advisories.invalid-purl /affected/2/package/purl",
      "advisories.wrong-type /affected/2/versions",
      "advisories.no-versions /affected/2",
      "advisories.wrong-type /aliases/1",
      "advisories.wrong-type /summary",
      "advisories.invalid-date /modified",
      "advisories.cvss-form /severity/0/score",
      "advisories.cvss-form /severity/1/score",
      "advisories.unknown-word /severity/2/type",
      "advisories.wrong-type /severity/3",
      "advisories.missing /references/0",
      "advisories.wrong-type /credits",
    ].sort(),
  );
  assert.deepEqual(advisory.aliases, ["CVE-2024-1000"]);
  assert.equal(advisory.affected.length, 2);
});

test("a record without an id is not taken", () => {
  const { advisories, problems } = readAdvisories({ ...record({}), id: "" }, { file: "t.json" });
  assert.deepEqual(advisories, []);
  assert.deepEqual(
    problems.map(({ code, severity, place }) => [code, severity, place.file]),
    [["advisories.no-id", "error", "t.json"]],
  );
});

test("Go's zero time is no date", () => {
  assert.equal(read({ modified: "0001-01-01T00:00:00Z" }).advisory.modified, null);
});
