import assert from "node:assert/strict";
import { test } from "node:test";
import { readDataZip, skipWithout } from "../../../tests/data.ts";
import type { Sbom } from "./component.ts";
import { readSbom } from "./read.ts";
import { recogniseSbom } from "./recognise.ts";
import { essence } from "./testing/reading.ts";

const zip = "sbom/cyclonedx-bom-examples.zip";
const skip = skipWithout(zip);

function documents(): Map<string, Uint8Array> {
  return new Map([...readDataZip(zip)].filter(([path]) => /\.(?:json|xml)$/.test(path)));
}

/** How many components the documents list, beside their subject, as counted in the files. */
const counts: Record<string, number> = {
  "SBOM/cern-lhc-vdm-editor-e564943/bom": 43,
  "SBOM/dropwizard-1.3.15/bom": 167,
  "SBOM/juice-shop/v11.1.2/bom": 840,
  "SBOM/juice-shop/via_npm/flat/bom.1.4": 1115,
  "SBOM/keycloak-10.0.2/bom": 903,
  "SBOM/laravel-7.12.0/bom.1.2": 62,
  "SBOM/laravel-7.12.0/bom.1.3": 62,
  "SBOM/laravel-7.12.0/bom.1.4": 62,
  "SBOM/proton-bridge/proton-bridge-v1.6.3.bom": 201,
  "SBOM/proton-bridge/proton-bridge-v1.8.0.bom": 201,
  "SBOM/protonmail-webclient-v4-0912dff/bom": 883,
};

test("all 69 documents are recognised and read without a problem", { skip }, async () => {
  const all = documents();
  assert.equal(all.size, 69);
  for (const [path, bytes] of all) {
    const sbom = await readSbom(bytes, { file: path });
    assert.equal(recogniseSbom(bytes), path.endsWith(".xml") ? "cyclonedx-xml" : "cyclonedx-json", path);
    assert.deepEqual(sbom.problems, [], path);
  }
});

/** What the two notations of a document do tell differently, as can be seen in the files. */
const differences = [
  ["SBOM/dropwizard-1.3.15/bom.json", "pkg:maven/org.glassfish.hk2/osgi-resource-locator@1.0.1?type=jar", "licenses"],
  ["SBOM/keycloak-10.0.2/bom.json", "pkg:maven/org.keycloak/keycloak-parent@10.0.2", "type"],
];

test("the JSON and the XML of one bill of materials give the same", { skip }, async () => {
  const all = documents();
  const shape = (path: string, { components, dependencies, vulnerabilities }: Sbom) => ({
    components: components.map((component) => {
      const apart = differences
        .filter(([file, ref]) => file === path && ref === component.ref)
        .map(([, , name]) => name);
      // `required` is what a scope that is not written means.
      const members = Object.entries({ ...essence(component), scope: component.scope ?? "required" });
      return members.filter(([name]) => !apart.includes(name));
    }),
    dependencies,
    vulnerabilities,
  });
  let pairs = 0;
  for (const [path, bytes] of all) {
    const other = all.get(path.replace(/\.json$/, ".xml"));
    if (!path.endsWith(".json") || other === undefined) continue;
    pairs++;
    const [json, xml] = [await readSbom(bytes), await readSbom(other)];
    assert.deepEqual(shape(path, xml), shape(path, json), path);
    assert.deepEqual(
      [xml.header.specVersion, xml.header.subjects],
      [json.header.specVersion, json.header.subjects],
      path,
    );
    const expected = counts[path.replace(/\.json$/, "")];
    assert.equal(
      json.components.length,
      expected === undefined ? Number.NaN : expected + json.header.subjects.length,
      path,
    );
  }
  assert.equal(pairs, Object.keys(counts).length);
});

test("every component with a package URL of a known ecosystem can be matched", { skip }, async () => {
  for (const [path, bytes] of documents()) {
    const { components } = await readSbom(bytes);
    for (const { purl, identity, unmatchable, version, ref } of components) {
      if (purl === null || !/^pkg:(?:npm|maven|composer|golang)\//.test(purl)) continue;
      assert.notEqual(identity, null, `${path}: ${ref}`);
      assert.equal(unmatchable, version === null ? "no-version" : null, `${path}: ${ref}`);
    }
  }
});

test("VEX documents hand over their vulnerabilities as they are", { skip }, async () => {
  for (const [path, bytes] of documents()) {
    if (!path.endsWith(".json")) continue;
    const { vulnerabilities = [] } = JSON.parse(new TextDecoder().decode(bytes));
    assert.deepEqual((await readSbom(bytes)).vulnerabilities, vulnerabilities, path);
  }
});
