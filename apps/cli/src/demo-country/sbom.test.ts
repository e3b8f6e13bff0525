import assert from "node:assert/strict";
import { test } from "node:test";
import { readSbom } from "@bongsu/sbom";
import { assets } from "./assets/index.ts";
import { sbomOf } from "./sbom.ts";

test("an inventory is a CycloneDX 1.6 document, and always the same text with a number of its own", () => {
  const serials = assets.map((asset) => {
    const text = sbomOf(asset);
    assert.equal(sbomOf(asset), text);
    const { bomFormat, specVersion, serialNumber } = JSON.parse(text);
    assert.deepEqual([bomFormat, specVersion], ["CycloneDX", "1.6"]);
    assert.match(serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    return serialNumber;
  });
  assert.equal(new Set(serials).size, assets.length);
});

test("reading an inventory gives every package, and nothing but the system itself cannot be matched", async () => {
  for (const asset of assets) {
    const { header, components, problems } = await readSbom(new TextEncoder().encode(sbomOf(asset)));
    assert.deepEqual(problems, [], asset.name);
    assert.equal(header.subject?.name, asset.name);
    const packages = components.filter(({ ref }) => ref !== header.subject?.ref);
    assert.deepEqual(
      packages.map(({ ref, unmatchable }) => [ref, unmatchable]),
      asset.purls.map((purl) => [purl, null]),
    );
  }
});
