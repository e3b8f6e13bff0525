import assert from "node:assert/strict";
import { test } from "node:test";
import type { Advisory } from "@bongsu/advisories";
import { osvRange } from "@bongsu/versions";
import { compileIndex, match, openIndex } from "../index.ts";
import {
  advisory,
  affected,
  bare,
  bom,
  component,
  cpeSubject,
  document,
  range,
  subject,
  word,
} from "../testing/samples.ts";

const indexOf = (...advisories: Advisory[]) =>
  openIndex(compileIndex(advisories.map((one) => document({ advisories: [one] }))));
const about = (purl: string, vers: string, given = {}) => affected(subject(purl), { range: range(vers), ...given });

test("the fix of the installed version's own branch comes first, then the higher ones", () => {
  const index = indexOf(
    advisory("CVE-2024-1", {
      affected: [
        about("pkg:npm/a", "vers:npm/>=1.0.0|<1.4.2|>=2.0.0|<2.3.1|>=3.0.0|<3.0.5", {
          fixed: ["1.4.2", "2.3.1", "3.0.5"],
        }),
      ],
    }),
  );
  const fixesOf = (version: string) => match([bom([component(`pkg:npm/a@${version}`)])], index).findings[0]?.fixedIn;
  assert.deepEqual(fixesOf("2.1.0"), ["2.3.1", "3.0.5"]);
  assert.deepEqual(fixesOf("1.0.0"), ["1.4.2", "2.3.1", "3.0.5"]);
  assert.deepEqual(fixesOf("3.0.4"), ["3.0.5"]);
});

test("a fix that another advisory of the same vulnerability still calls affected is none", () => {
  const index = indexOf(
    advisory("GHSA-1", {
      aliases: ["CVE-2024-1"],
      affected: [about("pkg:npm/a", "vers:npm/<1.2.0", { fixed: ["1.2.0"] })],
    }),
    advisory("CVE-2024-1", { affected: [about("pkg:npm/a", "vers:npm/<1.3.0", { fixed: ["1.3.0"] })] }),
  );
  assert.deepEqual(match([bom([component("pkg:npm/a@1.0.0")])], index).findings[0]?.fixedIn, ["1.3.0"]);
});

test("advisories of one vulnerability that contradict each other are shown so", () => {
  const index = indexOf(
    advisory("GHSA-1", { aliases: ["CVE-2024-1"], affected: [about("pkg:npm/a", "vers:npm/<1.2.0")] }),
    advisory("CVE-2024-1", { affected: [about("pkg:npm/a", "vers:npm/>=1.1.0|<1.2.0")] }),
  );
  const { findings } = match([bom([component("pkg:npm/a@1.0.0"), component("pkg:npm/a@1.1.5")])], index);
  const [, doubtful] = findings.sort((x, y) => (x.version < y.version ? 1 : -1));
  assert.deepEqual(
    findings.map(({ version, disagreement }) => [version, disagreement]),
    [
      ["1.1.5", false],
      ["1.0.0", true],
    ],
  );
  assert.deepEqual(
    doubtful?.claims.map(({ id, says, why }) => [id, says, why]),
    [
      ["GHSA-1", "affected", { kind: "interval", interval: "< 1.2.0" }],
      ["CVE-2024-1", "not-affected", { kind: "outside", affected: [">= 1.1.0, < 1.2.0"] }],
    ],
  );
});

test("a version that the ecosystem cannot read is matched by its text only, and said to be", () => {
  const listed = affected(subject("pkg:npm/a"), {
    range: osvRange("npm", [{ introduced: "0" }, { fixed: "2.0.0" }], { versions: ["latest-ish"] }),
  });
  const index = indexOf(advisory("CVE-2024-1", { affected: [listed] }));
  const result = match([bom([component("pkg:npm/a@latest-ish"), component("pkg:npm/a@some-other")])], index);
  assert.deepEqual(
    result.findings.map(({ version, versionUnread, claims }) => [version, versionUnread, claims[0]?.why]),
    [["latest-ish", true, { kind: "listed", version: "latest-ish" }]],
  );
  assert.deepEqual(
    result.unreadVersions.map(({ version }) => version),
    ["latest-ish", "some-other"],
  );
});

test("a bound that cannot be read hides nothing: the range is as wide as it allows, and the finding says so", () => {
  const odd = affected(subject("pkg:npm/a"), {
    range: osvRange("npm", [{ introduced: "1.0.0" }, { fixed: "the fix" }]),
  });
  const index = indexOf(advisory("CVE-2024-1", { affected: [odd] }));
  const result = match([bom([component("pkg:npm/a@5.0.0"), component("pkg:npm/a@0.5.0")])], index);
  assert.deepEqual(
    result.findings.map(({ version, claims }) => [version, claims[0]?.unread]),
    [["5.0.0", [{ text: "the fix", role: "fixed" }]]],
  );
  assert.deepEqual(
    result.unreadable.map(({ component: { version }, advisory: id, texts }) => [version, id, texts.length]),
    [["0.5.0", "CVE-2024-1", 1]],
  );
});

test("an advisory that names only commits is told as undecided", () => {
  const commits = [{ repository: "https://example.org/a.git", introduced: ["0"], fixed: ["abc"], lastAffected: [] }];
  const index = indexOf(advisory("CVE-2024-1", { affected: [affected(subject("pkg:npm/a"), { commits })] }));
  const result = match([bom([component("pkg:npm/a@1.0.0")])], index);
  assert.equal(result.findings.length, 0);
  assert.deepEqual(
    result.unreadable.map((one) => one.advisory),
    ["CVE-2024-1"],
  );
});

test("a withdrawn advisory gives no finding, and no contradiction", () => {
  const index = indexOf(
    advisory("GHSA-1", {
      aliases: ["CVE-2024-1"],
      withdrawn: "2024-05-01T00:00:00Z",
      affected: [about("pkg:npm/a", "vers:npm/*")],
    }),
    advisory("CVE-2024-1", { affected: [about("pkg:npm/a", "vers:npm/<2.0.0")] }),
  );
  const { findings } = match([bom([component("pkg:npm/a@1.0.0"), component("pkg:npm/a@3.0.0")])], index);
  assert.deepEqual(
    findings.map(({ version, disagreement, claims }) => [version, disagreement, claims.map(({ says }) => says)]),
    [["1.0.0", false, ["affected", "withdrawn"]]],
  );
});

test("a component known by its CPE only is held against advisories that name CPEs", () => {
  const index = indexOf(
    advisory("CVE-2024-1", {
      affected: [
        affected(cpeSubject("cpe:2.3:a:acme:server:*:*:*:*:*:*:*:*"), { range: range("vers:generic/>=1.0|<1.10") }),
      ],
    }),
    advisory("CVE-2024-2", { affected: [affected(cpeSubject("cpe:/a:acme:server:1.9"))] }),
    advisory("CVE-2024-3", { affected: [affected(cpeSubject("cpe:2.3:a:acme:server:2.*:*:*:*:*:*:*:*"))] }),
    advisory("CVE-2024-4", {
      affected: [affected(cpeSubject("cpe:2.3:a:acme:server:*:*:*:*:*:windows:*:*"), { allVersions: true })],
    }),
  );
  const named = (version: string, target = "linux") => {
    const cpe = `cpe:2.3:a:Acme:server:${version}:*:*:*:*:${target}:*:*`;
    return { ...bare("server"), version, matchVersion: version, cpe, cpes: [cpe, `cpe:/a:acme:server:${version}`] };
  };
  const idsOf = (version: string, target?: string) =>
    match([bom([named(version, target)])], index)
      .findings.map(({ vulnerability }) => vulnerability.id)
      .sort();
  assert.deepEqual(idsOf("1.9"), ["CVE-2024-1", "CVE-2024-2", "CVE-2024-4"]);
  assert.deepEqual(idsOf("1.10"), ["CVE-2024-4"]);
  assert.deepEqual(idsOf("2.5"), ["CVE-2024-3", "CVE-2024-4"]);
  const linuxOnly = { ...named("1.9"), cpes: ["cpe:2.3:a:acme:server:1.9:*:*:*:*:linux:*:*"] };
  assert.ok(!match([bom([linuxOnly])], index).findings.some(({ vulnerability }) => vulnerability.id === "CVE-2024-4"));
});

test("a component that has a package identity is not held against CPEs", () => {
  const index = indexOf(
    advisory("CVE-2024-1", {
      affected: [affected(cpeSubject("cpe:2.3:a:lodash:lodash:*:*:*:*:*:*:*:*"), { allVersions: true })],
    }),
  );
  const cpe = "cpe:2.3:a:lodash:lodash:4.17.15:*:*:*:*:*:*:*";
  assert.deepEqual(match([bom([component("pkg:npm/lodash@4.17.15", { cpe, cpes: [cpe] })])], index).findings, []);
});

test("what could not be held against the advisories is listed with the reason", () => {
  const index = indexOf(advisory("CVE-2024-1", { affected: [about("pkg:npm/a", "vers:npm/*")] }));
  const result = match(
    [
      bom([
        { ...bare("mystery"), unmatchable: "no-identity" },
        component("pkg:npm/a", { unmatchable: "no-version" }),
        component("pkg:maven/org.x/y@1.0"),
        component("pkg:npm/b@1.0.0"),
      ]),
    ],
    index,
  );
  assert.deepEqual(
    result.unmatched.map(({ component: { name }, reason }) => [name, reason]),
    [
      ["mystery", "no-identity"],
      ["a", "no-version"],
    ],
  );
  assert.deepEqual(result.uncovered, [{ ecosystem: "Maven", components: 1 }]);
  assert.deepEqual([result.summary.components, result.summary.matched, result.summary.unmatched], [4, 2, 2]);
});

test("an advisory that names a package URL of no ecosystem finds the component that bears it", () => {
  const firmware = { package: null, purl: "pkg:generic/acme/firmware@7.1", cpe: null, product: null };
  const index = indexOf(advisory("CVE-2024-1", { affected: [affected(firmware)] }));
  const bearing = (version: string) => ({
    ...bare("firmware"),
    purl: `pkg:generic/acme/firmware@${version}`,
    version,
    unmatchable: "unknown-ecosystem" as const,
  });
  const result = match([bom([bearing("7.1"), bearing("7.2")])], index);
  assert.deepEqual(
    result.findings.map(({ version }) => version),
    ["7.1"],
  );
});

test("a distribution's update takes over what is known of the CVEs that it fixes", () => {
  const fixes = {
    package: { ecosystem: "AlmaLinux", release: "9", name: "openssl" },
    purl: null,
    cpe: null,
    product: null,
  };
  const index = openIndex(
    compileIndex([
      document({
        advisories: [
          advisory("ALSA-2024:1", {
            related: ["CVE-2024-0001", "CVE-2024-0002"],
            affected: [affected(fixes, { range: range("vers:rpm/<3.0.2") })],
          }),
          advisory("CVE-2024-0001", { severities: [word("low")] }),
          advisory("CVE-2024-0002", { severities: [word("critical")] }),
        ],
        exploited: [
          {
            id: "CVE-2024-0002",
            exploitation: {
              source: "CISA KEV",
              since: "2024-02-02",
              due: "2024-02-23",
              ransomware: false,
              action: null,
            },
            title: null,
            product: null,
          },
        ],
      }),
    ]),
  );
  const openssl = { ...bare("openssl"), identity: fixes.package, matchVersion: "3.0.1", version: "3.0.1" };
  const [finding] = match([bom([openssl])], index).findings;
  assert.equal(finding?.vulnerability.id, "ALSA-2024:1");
  assert.equal(finding?.severity.rating, "critical");
  assert.deepEqual([finding?.exploited?.cve, finding?.exploited?.due], ["CVE-2024-0002", "2024-02-23"]);
});
