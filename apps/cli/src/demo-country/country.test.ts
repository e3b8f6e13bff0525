import assert from "node:assert/strict";
import { test } from "node:test";
import { korea, sectors } from "@bongsu/hub";
import { formatPurl, packageIdentity, parsePurl, versionKey } from "@bongsu/versions";
import { assets } from "./assets/index.ts";
import { organisations } from "./organisations.ts";

const distinct = (values: readonly string[]) => [...new Set(values)].sort();

test("organisations come from every sector and every region, and each has its own handle and names", () => {
  assert.ok(organisations.length >= 26);
  assert.deepEqual(distinct(organisations.map(({ sector }) => sector)), Object.keys(sectors).sort());
  assert.deepEqual(distinct(organisations.map(({ region }) => region)), Object.keys(korea.regions).sort());
  for (const names of [
    organisations.map(({ handle }) => handle),
    organisations.map(({ name }) => name.en),
    organisations.map(({ name }) => name.ko),
  ]) {
    assert.equal(distinct(names).length, organisations.length);
  }
  for (const { handle, name } of organisations) {
    assert.match(handle, /^[a-z][a-z0-9-]{1,63}$/);
    assert.match(name.ko, /\p{Script=Hangul}/u);
  }
});

test("assets belong to every organisation, and each has its own name within it", () => {
  assert.ok(assets.length >= 60 && assets.length <= 70, `${assets.length} assets`);
  const owners = distinct(assets.map(({ organisation }) => organisation));
  assert.deepEqual(owners, distinct(organisations.map(({ handle }) => handle)));
  assert.equal(distinct(assets.map(({ organisation, name }) => `${organisation}/${name}`)).length, assets.length);
});

test("every package URL is canonical and names a package and a version that can be matched", () => {
  for (const { organisation, name, purls } of assets) {
    assert.ok(purls.length >= 15 && purls.length <= 60, `${organisation}/${name} has ${purls.length} packages`);
    for (const text of purls) {
      const purl = parsePurl(text);
      assert.equal(formatPurl(purl), text);
      const { identity, version } = packageIdentity(purl);
      assert.ok(identity !== null && version !== null, text);
      assert.notEqual(versionKey(identity.ecosystem, version), null, text);
    }
  }
});

test("inventories hold packages of every ecosystem, none of them twice in one asset", () => {
  const ecosystems = assets.flatMap(({ purls }) =>
    purls.map((text) => packageIdentity(parsePurl(text)).identity?.ecosystem ?? ""),
  );
  assert.deepEqual(distinct(ecosystems), ["AlmaLinux", "Debian", "Go", "Maven", "PyPI", "npm"]);
  for (const { name, purls } of assets) {
    const packages = purls.map((text) => text.slice(0, text.lastIndexOf("@")));
    assert.equal(distinct(packages).length, packages.length, `${name} has a package in two versions`);
  }
});
