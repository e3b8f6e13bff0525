import assert from "node:assert/strict";
import { test } from "node:test";
import { readAdvisories } from "@bongsu/advisories";
import { type Component, readSbom } from "@bongsu/sbom";
import { readDataZip, skipWithout } from "../../../tests/data.ts";
import { compileIndex, type Finding, match, openIndex } from "./index.ts";
import { type OsvRecord, osvSaysAffected } from "./testing/osv-evaluation.ts";

const ecosystems = ["npm", "Go", "PyPI", "crates.io", "AlmaLinux"];
const archives = ecosystems.map((name) => `osv/${name}/all.zip`);
const examples = "sbom/cyclonedx-bom-examples.zip";
const skip = skipWithout(examples, ...archives);

const sboms = [
  "juice-shop/v11.1.2/bom.json",
  "juice-shop/v11.1.2/bom.xml",
  "juice-shop/via_npm/flat/bom.1.4.json",
  "proton-bridge/proton-bridge-v1.6.3.bom.json",
  "proton-bridge/proton-bridge-v1.8.0.bom.xml",
  "protonmail-webclient-v4-0912dff/bom.json",
  "laravel-7.12.0/bom.1.4.json",
  "keycloak-10.0.2/bom.json",
  "dropwizard-1.3.15/bom.xml",
];

const files = skip ? [] : archives.flatMap((archive) => [...readDataZip(archive)]);
const index = openIndex(compileIndex(files.map(([file, bytes]) => readAdvisories(bytes, { file }))));

const bomFiles = skip ? new Map<string, Uint8Array>() : readDataZip(examples);
async function componentsOf(name: string): Promise<Component[]> {
  const [, bytes] = [...bomFiles].find(([path]) => path.endsWith(`SBOM/${name}`)) ?? [];
  assert.ok(bytes !== undefined, `${name} is among the examples`);
  return (await readSbom(bytes, { file: name })).components;
}

function findingsOf(components: Component[]): Finding[] {
  const bom = { name: "bom", id: null, revision: null, subject: null, components, statements: [] };
  return match([bom], index).findings;
}

/** The same verdicts, from the records as they stand in the files, by the algorithm of the OSV schema. */
function expectedPairs(components: Component[], records: Map<string, OsvRecord[]>): Set<string> {
  const pairs = new Set<string>();
  for (const { ref, identity, matchVersion } of components) {
    if (identity === null || matchVersion === null) continue;
    const { ecosystem, release, name } = identity;
    const written = release === "" ? ecosystem : `${ecosystem}:${release}`;
    for (const record of records.get(name) ?? [])
      if (osvSaysAffected(record, written, name, matchVersion)) pairs.add(`${ref} × ${record.id}`);
  }
  return pairs;
}

function recordsByPackage(): Map<string, OsvRecord[]> {
  const byPackage = new Map<string, OsvRecord[]>();
  const decoder = new TextDecoder();
  for (const [, bytes] of files) {
    const record = JSON.parse(decoder.decode(bytes)) as OsvRecord;
    for (const name of new Set(record.affected?.map((affected) => affected.package?.name ?? "")))
      byPackage.set(name, [...(byPackage.get(name) ?? []), record]);
  }
  return byPackage;
}

test("every pair of a real component and a real advisory is judged as OSV's own algorithm judges it", {
  skip,
}, async () => {
  const records = recordsByPackage();
  let pairs = 0;
  for (const name of sboms) {
    const components = await componentsOf(name);
    const found = findingsOf(components).flatMap(({ component, claims }) =>
      claims.filter(({ says }) => says === "affected").map(({ id }) => `${component.ref} × ${id}`),
    );
    assert.deepEqual([...new Set(found)].sort(), [...expectedPairs(components, records)].sort(), name);
    pairs += found.length;
  }
  assert.ok(pairs > 100, `${pairs} pairs`);
});

test("every version that a Python advisory lists one by one is found affected by it", { skip }, () => {
  const decoder = new TextDecoder();
  const wrong: string[] = [];
  for (const [file, bytes] of files.filter(([path]) => path.includes("PYSEC-")).filter((_, n) => n % 40 === 0)) {
    const record = JSON.parse(decoder.decode(bytes)) as OsvRecord;
    if (record.withdrawn) continue;
    for (const { package: named, versions = [] } of record.affected ?? []) {
      if (named?.ecosystem !== "PyPI") continue;
      const found = findingsOf(versions.map((version) => library(`pkg:pypi/${named.name}@${version}`, version)));
      for (const version of versions) {
        const isFound = found.some(
          (one) =>
            one.version === version && one.claims.some(({ id, says }) => id === record.id && says === "affected"),
        );
        if (!isFound) wrong.push(`${file} ${version}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

function library(ref: string, version: string): Component {
  const name = /^pkg:pypi\/([^@]+)@/.exec(ref)?.[1] ?? "";
  const identity = { ecosystem: "PyPI", release: "", name: name.toLowerCase().replace(/[-_.]+/g, "-") };
  return {
    ...{ ref, type: "library", group: null, name, version, purl: null, cpe: null, cpes: [], identity },
    ...{ identifiedBy: "purl", matchVersion: version, module: null, unmatchable: null, hashes: [], licenses: [] },
    ...{ supplier: null, supplierRole: null, scope: null, path: "", parent: null, model: null, data: [] },
  };
}

/** A document in which the given packages stand, read as any other. */
async function packages(...purls: string[]): Promise<Component[]> {
  const components = purls.map((purl, at) => ({ type: "library", "bom-ref": String(at), name: "x", purl }));
  const bom = { bomFormat: "CycloneDX", specVersion: "1.5", components };
  return (await readSbom(new TextEncoder().encode(JSON.stringify(bom)))).components;
}

const yes = true;
const no = false;

/**
 * Judged by hand: the advisory's text and versions read beside the version that the SBOM lists. The last column is the
 * fact that decides.
 */
const verdicts: [sbom: string, component: string, advisory: string, affected: boolean, why: string][] = [
  ["juice-shop/v11.1.2/bom.json", "jsonwebtoken@0.1.0", "NSWG-ECO-17", yes, "fixed in 4.2.2; 0.1.0 is older"],
  ["juice-shop/v11.1.2/bom.json", "jws@0.2.6", "NSWG-ECO-88", yes, "fixed in 3.0.0; also CVE-2016-1000223"],
  ["juice-shop/v11.1.2/bom.json", "base64url@0.0.6", "NSWG-ECO-428", yes, "2.0.0 is the last affected one"],
  ["juice-shop/v11.1.2/bom.json", "moment@2.0.0", "GHSA-8hfj-j24r-96c4", yes, "fixed in 2.29.2"],
  ["juice-shop/v11.1.2/bom.json", "moment@2.0.0", "GHSA-wc69-rhjr-hc9g", no, "the flaw came with 2.18.0"],
  ["juice-shop/v11.1.2/bom.json", "moment@2.27.0", "GHSA-wc69-rhjr-hc9g", yes, "between 2.18.0 and 2.29.4"],
  ["juice-shop/v11.1.2/bom.json", "moment@2.27.0", "NSWG-ECO-55", no, "fixed in 2.11.2 already"],
  ["juice-shop/v11.1.2/bom.json", "lodash@2.4.2", "NSWG-ECO-493", yes, "fixed in 4.17.11"],
  [
    "juice-shop/v11.1.2/bom.json",
    "lodash@4.17.19",
    "NSWG-ECO-493",
    no,
    "4.17.19 is newer than 4.17.11 as a number, not as text",
  ],
  [
    "juice-shop/v11.1.2/bom.json",
    "sanitize-html@1.4.2",
    "NSWG-ECO-135",
    yes,
    "1.4.2 is the last affected one, inclusive",
  ],
  ["juice-shop/v11.1.2/bom.json", "sanitize-html@1.4.2", "NSWG-ECO-155", no, "1.2.2 is the last affected one"],
  ["juice-shop/v11.1.2/bom.json", "tunnel-agent@0.6.0", "NSWG-ECO-393", no, "0.6.0 is the fix itself, exclusive"],
  ["juice-shop/v11.1.2/bom.json", "cookie-signature@1.0.6", "NSWG-ECO-134", no, "1.0.5 is the last affected one"],
  ["juice-shop/v11.1.2/bom.json", "sequelize@5.22.3", "NSWG-ECO-33", no, "affected up to 2.0.0-rc7"],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "github.com/dgrijalva/jwt-go@v3.2.0",
    "GO-2020-0017",
    yes,
    "never fixed before v4, which is another module path",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "github.com/gin-gonic/gin@v1.4.0",
    "GO-2021-0052",
    yes,
    "fixed in 1.7.7",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "github.com/gin-gonic/gin@v1.4.0",
    "GO-2023-1737",
    yes,
    "introduced by a commit after 1.3.0, which precedes 1.4.0",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "github.com/gorilla/websocket@v1.4.1",
    "GO-2020-0019",
    no,
    "1.4.1 is the fix itself",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "github.com/go-resty/resty/v2@v2.3.0",
    "GO-2023-2328",
    no,
    "the flaw came with 2.10.0",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "github.com/sirupsen/logrus@v1.7.0",
    "GO-2025-4188",
    yes,
    "below 1.8.3, the first of three intervals",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "go.etcd.io/bbolt@v1.3.5",
    "GO-2026-4923",
    no,
    "all versions, but withdrawn as a false positive",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "golang.org/x/net@v0.0.0-20200707034311-ab3426394381",
    "GO-2022-0236",
    yes,
    "a commit of July 2020; fixed by one of April 2021",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "golang.org/x/net@v0.0.0-20200707034311-ab3426394381",
    "GO-2022-0536",
    no,
    "fixed by a commit of August 2019",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "golang.org/x/net@v0.0.0-20200707034311-ab3426394381",
    "GO-2023-1495",
    no,
    "introduced by a commit of May 2022",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "golang.org/x/text@v0.3.5-0.20201125200606-c27b9fd57aec",
    "GO-2021-0113",
    yes,
    "a state before 0.3.5; fixed in 0.3.7",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "golang.org/x/text@v0.3.5-0.20201125200606-c27b9fd57aec",
    "GO-2020-0015",
    no,
    "fixed in 0.3.3, which precedes that state",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "gopkg.in/yaml.v2@v2.2.8",
    "GO-2020-0036",
    no,
    "2.2.8 is the fix itself",
  ],
  [
    "proton-bridge/proton-bridge-v1.6.3.bom.json",
    "gopkg.in/yaml.v3@v3.0.0-20200313102051-9f266ea9e77c",
    "GO-2022-0603",
    yes,
    "fixed by a commit of May 2022",
  ],
  ["protonmail-webclient-v4-0912dff/bom.json", "jquery@3.4.1", "GHSA-jpcq-cgw6-v4j6", yes, "between 1.0.3 and 3.5.0"],
];

const nameOf = ({ identity, matchVersion }: Component) => `${identity?.name}@${matchVersion}`;

for (const [sbom, component, advisory, affected, why] of verdicts)
  test(`${component} is ${affected ? "" : "not "}affected by ${advisory}: ${why}`, { skip }, async () => {
    const components = await componentsOf(sbom);
    assert.ok(
      components.some((one) => nameOf(one) === component),
      `${component} stands in ${sbom}`,
    );
    assert.notEqual(index.vulnerability(advisory), null, `${advisory} is among the advisories`);
    const found = findingsOf(components).filter((one) => nameOf(one.component) === component);
    const said = found.some(({ claims }) => claims.some(({ id, says }) => id === advisory && says === "affected"));
    assert.equal(said, affected);
  });

/** The same for package URLs of ecosystems of which no example SBOM is at hand. */
const verdictsByPurl: [purl: string, advisory: string, affected: boolean, why: string][] = [
  [
    "pkg:rpm/almalinux/openssl@1.1.1k-5.el8_5?arch=x86_64&epoch=1&distro=almalinux-8.5",
    "ALSA-2022:1065",
    yes,
    "release 5 of epoch 1; fixed in release 6",
  ],
  [
    "pkg:rpm/almalinux/openssl@1.1.1k-6.el8_5?arch=x86_64&epoch=1&distro=almalinux-8.5",
    "ALSA-2022:1065",
    no,
    "the fix itself, epoch included",
  ],
  [
    "pkg:rpm/almalinux/openssl@3.0.1-41.el9_0?arch=x86_64&epoch=1&distro=almalinux-9",
    "ALSA-2022:7288",
    yes,
    "fixed in release 43 of AlmaLinux 9",
  ],
  [
    "pkg:rpm/almalinux/openssl@1.1.1k-5.el8_5?arch=x86_64&epoch=1&distro=almalinux-8",
    "ALSA-2022:7288",
    no,
    "an advisory of release 9 says nothing of release 8",
  ],
  [
    "pkg:rpm/almalinux/sudo@1.8.29-8.el8?arch=x86_64&distro=almalinux-8.7",
    "ALSA-2023:0284",
    yes,
    "8.el8 precedes 8.el8_7.1",
  ],
  ["pkg:rpm/almalinux/sudo@1.9.5p2-7.el9_1.1?arch=x86_64&distro=almalinux-9.1", "ALSA-2023:0282", no, "the fix itself"],
  ["pkg:pypi/Pillow@2.5.1", "PYSEC-2014-10", yes, "the second branch, 2.5 up to 2.5.2; the name in capitals"],
  ["pkg:pypi/pillow@2.4.0", "PYSEC-2014-10", no, "after the fix 2.3.2 and before the branch 2.5"],
  ["pkg:pypi/requests@2.19.1", "PYSEC-2018-28", yes, "fixed in 2.20.0"],
  ["pkg:pypi/requests@2.0.1", "PYSEC-2015-17", no, "the flaw came with 2.1.0"],
  ["pkg:cargo/smallvec@1.6.0", "RUSTSEC-2021-0003", yes, "the second branch, fixed in 1.6.1"],
  ["pkg:cargo/smallvec@0.6.14", "RUSTSEC-2021-0003", no, "the fix of the first branch"],
  [
    "pkg:cargo/openssl-src@111.10.2%2B1.1.1g",
    "RUSTSEC-2020-0015",
    no,
    "fixed in 111.9.0; what follows the plus does not count",
  ],
];

for (const [purl, advisory, affected, why] of verdictsByPurl)
  test(`${purl} is ${affected ? "" : "not "}affected by ${advisory}: ${why}`, { skip }, async () => {
    assert.notEqual(index.vulnerability(advisory), null, `${advisory} is among the advisories`);
    const found = findingsOf(await packages(purl));
    assert.equal(
      found.some(({ claims }) => claims.some(({ id, says }) => id === advisory && says === "affected")),
      affected,
    );
  });

test("a rating that a distribution writes in front of the title counts", { skip }, async () => {
  const found = findingsOf(await packages("pkg:rpm/almalinux/openssl@3.0.1-41.el9_0?epoch=1&distro=almalinux-9"));
  const finding = found.find(({ vulnerability }) => vulnerability.id === "ALSA-2022:7288");
  assert.equal(finding?.severity.rating, "high");
  assert.deepEqual(finding?.fixedIn, ["1:3.0.1-43.el9_0"]);
});

test("names of one vulnerability are told together", { skip }, async () => {
  const found = findingsOf(await componentsOf("proton-bridge/proton-bridge-v1.6.3.bom.json"));
  const finding = found.find(({ vulnerability }) => vulnerability.id === "CVE-2020-26160");
  assert.deepEqual(finding?.vulnerability.aliases, ["GHSA-w73w-5m7g-f7qc", "GO-2020-0017"]);
});
