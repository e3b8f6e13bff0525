import assert from "node:assert/strict";
import { test } from "node:test";
import { rangeContains } from "@bongsu/versions";
import type { Affected } from "../advisory.ts";
import { readAdvisories } from "../read.ts";

const org = "00000000-0000-4000-8000-000000000000";

const record = (cna: object, adp: object[] = [], metadata: object = {}) => ({
  dataType: "CVE_RECORD",
  dataVersion: "5.2",
  cveMetadata: {
    cveId: "CVE-2024-1000",
    assignerOrgId: org,
    assignerShortName: "acme",
    state: "PUBLISHED",
    ...metadata,
  },
  containers: { cna: { providerMetadata: { orgId: org, shortName: "acme" }, ...cna }, adp },
});

function read(cna: object, adp: object[] = [], metadata: object = {}) {
  const { advisories, problems } = readAdvisories(record(cna, adp, metadata), { file: "c.json" });
  const [advisory] = advisories;
  assert.ok(advisory);
  return { advisory, problems, codes: problems.map(({ code, place }) => `${code} ${place.path}`) };
}

function affectedOf(...products: object[]): Affected[] {
  return read({ affected: products }).advisory.affected;
}

const versions = [{ version: "1.0.0", lessThan: "1.2.0", versionType: "semver", status: "affected" }];

function holds({ range }: Affected, version: string): boolean {
  return range !== null && rangeContains(range, version);
}

test("reads the CNA's container", () => {
  const { advisory, problems } = read(
    {
      title: "Title",
      descriptions: [
        { lang: "de", value: "Deutsch" },
        { lang: "en-US", value: "English" },
      ],
      problemTypes: [{ descriptions: [{ lang: "en", description: "XSS", cweId: "CWE-79", type: "CWE" }] }],
      references: [
        { url: "https://example.com/1", tags: ["x_transferred", "patch"] },
        { url: "https://example.com/2" },
        { url: "https://example.com/1" },
      ],
      metrics: [
        {
          format: "CVSS",
          cvssV3_1: { version: "3.1", vectorString: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", baseScore: 9.8 },
        },
        { other: { type: "Vendor rating", content: { value: "Important" } } },
      ],
      solutions: [{ lang: "en", value: "Update." }],
      workarounds: [{ lang: "en", value: "Turn it off." }],
      credits: [{ lang: "en", value: "Kim", type: "finder" }],
      source: { advisory: "GHSA-aaaa-bbbb-cccc", discovery: "EXTERNAL" },
    },
    [],
    { datePublished: "2024-01-01T00:00:00.000Z", dateUpdated: "2024-01-02T00:00:00" },
  );
  assert.deepEqual(problems, []);
  assert.equal(advisory.id, "CVE-2024-1000");
  assert.equal(advisory.publisher, "acme");
  assert.deepEqual(advisory.aliases, ["GHSA-aaaa-bbbb-cccc"]);
  assert.equal(advisory.title, "Title");
  assert.equal(advisory.details, "English");
  assert.deepEqual([advisory.published, advisory.modified], ["2024-01-01T00:00:00.000Z", "2024-01-02T00:00:00Z"]);
  assert.deepEqual(advisory.weaknesses, ["CWE-79"]);
  assert.deepEqual(advisory.references, [
    { kind: "fix", url: "https://example.com/1" },
    { kind: "web", url: "https://example.com/2" },
  ]);
  assert.deepEqual(
    advisory.severities.map(({ system, score, rating, source }) => [system, score, rating, source]),
    [
      ["CVSS:3.1", 9.8, "critical", "acme"],
      ["text", null, "high", "acme"],
    ],
  );
  assert.deepEqual(
    advisory.remediations.map(({ kind, details }) => [kind, details]),
    [
      ["vendor_fix", "Update."],
      ["workaround", "Turn it off."],
    ],
  );
  assert.deepEqual(advisory.credits, ["Kim"]);
});

test("reads CISA's container: SSVC, known exploitation, products by CPE", () => {
  const cisa = {
    providerMetadata: { orgId: org, shortName: "CISA-ADP" },
    affected: [{ vendor: "acme", product: "thing", cpes: ["cpe:2.3:a:acme:thing:*:*:*:*:*:*:*:*"], versions }],
    metrics: [
      {
        other: {
          type: "ssvc",
          content: {
            timestamp: "2024-05-01T00:00:00Z",
            role: "CISA Coordinator",
            options: [{ Exploitation: "Active" }, { Automatable: "no" }, { "Technical Impact": "total" }],
          },
        },
      },
      { other: { type: "kev", content: { dateAdded: "2024-05-02", reference: "https://example.com" } } },
    ],
  };
  const { advisory, problems } = read({}, [cisa]);
  assert.deepEqual(problems, []);
  assert.deepEqual(advisory.ssvc, {
    exploitation: "active",
    automatable: false,
    technicalImpact: "total",
    source: "CISA Coordinator",
    at: "2024-05-01T00:00:00Z",
  });
  assert.deepEqual([advisory.exploited?.source, advisory.exploited?.since], ["CISA KEV", "2024-05-02"]);
  assert.equal(advisory.affected[0]?.subject.cpe, "cpe:2.3:a:acme:thing:*:*:*:*:*:*:*:*");
  assert.equal(advisory.affected[0]?.path, "/containers/adp/0/affected/0");
});

test("a package URL identifies the package, and its order is the versions' order", () => {
  const [affected] = affectedOf({ vendor: "acme", product: "thing", packageURL: "pkg:pypi/Thing_Lib", versions });
  assert.ok(affected);
  assert.deepEqual(affected.subject.package, { ecosystem: "PyPI", release: "", name: "thing-lib" });
  assert.ok(holds(affected, "1.1.post1") && !holds(affected, "1.2") && !holds(affected, "0.9"));
  assert.deepEqual(affected.fixed, ["1.2.0"]);
});

test("a collection's package is identified where the collection is an ecosystem's", () => {
  const identity = (collectionURL: string, packageName: string, more: object = {}) =>
    affectedOf({ collectionURL, packageName, versions, ...more })[0]?.subject.package ?? null;
  assert.deepEqual(identity("https://registry.npmjs.org", "@a/B"), { ecosystem: "npm", release: "", name: "@a/b" });
  assert.deepEqual(identity("https://www.npmjs.com/package/b", "b"), { ecosystem: "npm", release: "", name: "b" });
  assert.deepEqual(identity("https://repo.maven.apache.org/maven2", "org.x:y"), {
    ecosystem: "Maven",
    release: "",
    name: "org.x:y",
  });
  assert.equal(identity("https://repo.maven.apache.org/maven2", "y"), null);
  assert.equal(identity("https://wordpress.org/plugins", "y"), null);
  assert.equal(identity("https://npmjs.com.example.org/", "y"), null);
});

test("Red Hat's CPEs are releases of the package, and no products with its versions", () => {
  const affected = affectedOf({
    vendor: "Red Hat",
    product: "Red Hat Enterprise Linux 8",
    collectionURL: "https://access.redhat.com/downloads/content/package-browser/",
    packageName: "python27:2.7/pcp",
    cpes: ["cpe:/a:redhat:enterprise_linux:8::appstream", "cpe:/o:redhat:enterprise_linux:8::baseos"],
    defaultStatus: "affected",
    versions: [{ version: "0:5.3.7-20.el8_10", lessThan: "*", versionType: "rpm", status: "unaffected" }],
  });
  assert.deepEqual(
    affected.map(({ subject }) => [subject.package, subject.cpe]),
    [[{ ecosystem: "Red Hat", release: "8", name: "pcp" }, null]],
  );
  assert.ok(affected[0] && holds(affected[0], "0:5.3.7-19.el8") && !holds(affected[0], "0:5.3.7-20.el8_10"));
  assert.deepEqual(affected[0]?.fixed, ["0:5.3.7-20.el8_10"]);
});

test("changes within a range and the default status are followed", () => {
  const [affected] = affectedOf({
    vendor: "acme",
    product: "thing",
    defaultStatus: "unaffected",
    versions: [
      {
        version: "10.0",
        lessThan: "10.2",
        versionType: "custom",
        status: "affected",
        changes: [{ at: "10.1.5", status: "unaffected" }],
      },
    ],
  });
  assert.ok(affected && holds(affected, "10.1.4") && !holds(affected, "10.1.6") && !holds(affected, "9"));
  assert.deepEqual(affected.fixed, ["10.1.5"]);
});

test("a product of which no version is affected says so; of which nothing is known, too", () => {
  const [safe, unknown, all] = affectedOf(
    { vendor: "acme", product: "safe", defaultStatus: "unaffected" },
    { vendor: "acme", product: "mystery", defaultStatus: "unknown" },
    { vendor: "acme", product: "all", defaultStatus: "affected" },
  );
  assert.deepEqual([safe?.status, safe?.allVersions], ["not_affected", true]);
  assert.deepEqual([unknown?.status, unknown?.allVersions], ["under_investigation", true]);
  assert.deepEqual([all?.status, all?.allVersions], ["affected", true]);
});

test("ranges of commits are kept with their repository", () => {
  const [affected] = affectedOf({
    vendor: "acme",
    product: "thing",
    repo: "https://example.com/thing.git",
    versions: [{ version: "aaaaaaa", lessThan: "bbbbbbb", versionType: "git", status: "affected" }],
  });
  assert.deepEqual(affected?.commits, [
    { repository: "https://example.com/thing.git", introduced: ["aaaaaaa"], fixed: ["bbbbbbb"], lastAffected: [] },
  ]);
});

test("versions that were escaped as in a CPE are unescaped", () => {
  const [affected] = affectedOf({
    vendor: "a",
    product: "b",
    versions: [{ version: "2.0\\(775\\)", status: "affected" }],
  });
  assert.deepEqual(affected?.range?.versions, ["2.0(775)"]);
});

test("CPE applicability statements give ranges of what is vulnerable", () => {
  const cpe = "cpe:2.3:a:acme:thing:*:*:*:*:*:*:*:*";
  const match = (members: object) => ({ vulnerable: true, criteria: cpe, ...members });
  const cpeMatch = [
    match({ versionStartIncluding: "1.0", versionEndExcluding: "1.5" }),
    match({ versionStartExcluding: "2.0", versionEndIncluding: "2.5" }),
    match({}),
    match({ vulnerable: false }),
  ];
  const { advisory } = read({ cpeApplicability: [{ nodes: [{ operator: "OR", negate: false, cpeMatch }] }] });
  const [first, second, third, ...more] = advisory.affected;
  assert.ok(first && second && third);
  assert.deepEqual(more, []);
  assert.ok(holds(first, "1.0") && !holds(first, "1.5"));
  assert.deepEqual(first.fixed, ["1.5"]);
  assert.ok(!holds(second, "2.0") && holds(second, "2.1") && holds(second, "2.5"));
  assert.ok(third.allVersions);
});

test("a rejected record is withdrawn", () => {
  const { advisory } = read(
    { rejectedReasons: [{ lang: "en", value: "A duplicate." }], replacedBy: ["CVE-2024-2000"] },
    [],
    { state: "REJECTED", dateRejected: "2024-06-01T00:00:00Z" },
  );
  assert.equal(advisory.withdrawn, "2024-06-01T00:00:00Z");
  assert.equal(advisory.details, "A duplicate.");
  assert.deepEqual(advisory.related, ["CVE-2024-2000"]);
});

test("a vector counts before a stated score; without a valid one the score stays", () => {
  const metric = (vectorString: string, baseScore: number) => ({
    cvssV3_1: { version: "3.1", vectorString, baseScore },
  });
  const { advisory, codes } = read({
    metrics: [metric("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 5), metric("CVSS:3.1/AV:N", 7.5)],
  });
  assert.deepEqual(
    advisory.severities.map(({ score, rating }) => [score, rating]),
    [
      [9.8, "critical"],
      [7.5, "high"],
    ],
  );
  assert.deepEqual(codes, [
    "advisories.cvss-score /containers/cna/metrics/0/cvssV3_1/baseScore",
    "advisories.cvss-missing /containers/cna/metrics/1/cvssV3_1/vectorString",
  ]);
});

test("what cannot be read is reported where it stands", () => {
  const { codes } = read(
    { affected: [{ vendor: "n/a", product: "n/a", versions }, { packageURL: "pkg:", product: "p", versions }, 3] },
    [{ metrics: [{ other: { type: "ssvc", content: { options: [{ Automatable: "maybe" }] } } }] }],
  );
  assert.deepEqual(codes, [
    "advisories.unknown-word /containers/adp/0/metrics/0/other/content/options/0/Automatable",
    "advisories.wrong-type /containers/cna/affected/2",
    "advisories.no-subject /containers/cna/affected/0",
    "advisories.invalid-purl /containers/cna/affected/1/packageURL",
  ]);
});

test("of commits alone nothing is said of versions, whatever the default status", () => {
  const commits = [{ version: "aaaa", lessThan: "bbbb", versionType: "git", status: "affected" }];
  const [only, mixed] = affectedOf(
    { vendor: "v", product: "p", repo: "https://example.org/p", defaultStatus: "unaffected", versions: commits },
    {
      vendor: "v",
      product: "p",
      repo: "https://example.org/p",
      versions: [...commits, { version: "1.0", lessThan: "1.2", versionType: "semver", status: "affected" }],
    },
  );
  assert.deepEqual([only?.status, only?.range, only?.allVersions], ["affected", null, false]);
  assert.deepEqual(only?.commits[0]?.fixed, ["bbbb"]);
  assert.ok(mixed !== undefined && holds(mixed, "1.1.0") && !holds(mixed, "1.2.0"));
});

test("dates of the container stand in for those that the record lacks", () => {
  const { advisory } = read({ datePublic: "2024-01-02T00:00:00Z" });
  assert.equal(advisory.published, "2024-01-02T00:00:00Z");
  const given = read({ datePublic: "2024-01-02T00:00:00Z" }, [], { datePublished: "2024-01-03T00:00:00Z" });
  assert.equal(given.advisory.published, "2024-01-03T00:00:00Z");
});
