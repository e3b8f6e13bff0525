import assert from "node:assert/strict";
import { onBothDatabases } from "../../../testing/databases.ts";
import { osv } from "../../../testing/documents.ts";
import { bomOf, members } from "./testing/members.ts";

const sha = "a".repeat(64);
const log4j = (version: string, more: object = {}) => ({
  type: "library",
  group: "org.apache.logging.log4j",
  name: "log4j-core",
  version,
  purl: `pkg:maven/org.apache.logging.log4j/log4j-core@${version}`,
  licenses: [{ license: { id: "Apache-2.0" } }],
  supplier: { name: "The Apache Software Foundation" },
  ...more,
});
const camera = {
  type: "firmware",
  name: "ipcam-core",
  version: "1.2",
  cpe: "cpe:2.3:o:acme:ipcam_core:1.2:*:*:*:*:*:*:*",
  manufacturer: { name: "Acme Co., Ltd." },
};
const bare = {
  type: "file",
  name: "회선 core 목록",
  hashes: [{ alg: "SHA-256", content: sha.toUpperCase() }],
  supplier: { name: "ACME" },
};

async function world(...given: Parameters<typeof members>) {
  const hub = await members(...given);
  for (const name of ["front", "back"]) await hub.add(name);
  await hub.put(
    "front",
    bomOf([log4j("2.14.1", { hashes: [{ alg: "SHA-1", content: "b".repeat(40) }] }), camera, bare]),
  );
  await hub.put(
    "back",
    bomOf([log4j("2.17.1"), { ...log4j("3.0.0"), name: "log4j-core-test", purl: "pkg:maven/x/log4j-core-test@3.0.0" }]),
  );
  await hub.ask(hub.at("city", "/assets"), { key: hub.outsider, json: { name: "hall" } });
  await hub.ask(hub.at("city", "/assets/hall/sbom"), {
    method: "PUT",
    key: hub.outsider,
    bytes: bomOf([log4j("2.14.1")]),
  });
  const find = async (query: Record<string, string>, key = hub.analyst) => {
    const { status, body } = await hub.ask(`/api/v1/component-uses?${new URLSearchParams(query)}`, { key });
    assert.equal(status, 200, JSON.stringify(body));
    return body.items.map((one: { asset: { name: string }; name: string; version: string | null }) =>
      [one.asset.name, one.name.split(":").at(-1), one.version ?? "–"].join(" "),
    );
  };
  return { ...hub, find };
}

onBothDatabases(
  "which of our assets use this: by name, package URL, versions, CPE name, hash, supplier, licence",
  async (database, context) => {
    const { find, outsider, ...hub } = await world(database, context);
    const both = ["back log4j-core 2.17.1", "front log4j-core 2.14.1"];
    assert.deepEqual((await find({ search: "LOG4J core" })).sort(), [
      "back log4j-core 2.17.1",
      "back log4j-core-test 3.0.0",
      "front log4j-core 2.14.1",
    ]);
    assert.deepEqual(await find({ search: "4j" }), [], "beginnings of words");
    assert.deepEqual(
      (await find({ search: "core" })).includes("front 회선 core 목록 –"),
      true,
      "what cannot be matched",
    );
    assert.deepEqual(await find({ search: "회선" }), ["front 회선 core 목록 –"]);
    assert.deepEqual((await find({ purl: "pkg:maven/org.apache.logging.log4j/log4j-core" })).sort(), both);
    assert.deepEqual(await find({ purl: "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1" }), both.slice(1));
    assert.deepEqual(await find({ search: "log4j", ecosystem: "Maven", range: "vers:maven/<2.17.0" }), both.slice(1));
    assert.deepEqual(await find({ cpe: "cpe:2.3:o:acme:ipcam_core:*:*:*:*:*:*:*:*" }), [
      "front o:acme:ipcam_core 1.2".replace("o:acme:", ""),
    ]);
    assert.deepEqual(await find({ cpe: "cpe:/o:acme:ipcam_core:9" }), []);
    assert.deepEqual(await find({ hash: sha }), ["front 회선 core 목록 –"]);
    assert.deepEqual(await find({ hash: "B".repeat(40) }), ["front log4j-core 2.14.1"]);
    assert.deepEqual((await find({ supplier: "apache software foundation", search: "log4j-core" })).length, 3);
    assert.deepEqual((await find({ supplier: "acme" })).length, 2, "Acme Co., Ltd. and ACME are one");
    assert.deepEqual(
      (await find({ licence: "apache-2.0", purl: "pkg:maven/org.apache.logging.log4j/log4j-core" })).sort(),
      both,
    );
    assert.deepEqual(await find({ supplier: "acme", matchable: "false" }), ["front 회선 core 목록 –"]);
    assert.deepEqual(await find({ search: "log4j" }, outsider), ["hall log4j-core 2.14.1"], "one's own only");
    assert.deepEqual(await find({ hash: sha }, outsider), []);
    assert.deepEqual(await find({ search: "log4j", organisation: "city" }), []);

    const ask = async (query: string) =>
      (await hub.ask(`/api/v1/component-uses${query}`, { key: hub.analyst })).body.code;
    assert.equal(await ask(""), "inventories.search-too-wide");
    assert.equal(await ask("?search=--"), "inventories.search-too-wide");
    assert.equal(await ask("?cpe=nonsense"), "inventories.invalid-cpe");
    assert.equal(await ask("?search=log4j&range=<2"), "inventories.range-without-ecosystem");
  },
);

onBothDatabases("pages of found components meet without a gap", async (database, context) => {
  const { ask, analyst } = await world(database, context);
  const seen: string[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await ask(`/api/v1/component-uses?search=core&limit=1${cursor}`, { key: analyst });
    seen.push(...body.items.map((one: { name: string; asset: { name: string } }) => `${one.name} ${one.asset.name}`));
    if (body.next === null) break;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
  const whole = await ask("/api/v1/component-uses?search=core", { key: analyst });
  assert.equal(seen.length, 5);
  assert.deepEqual(
    seen,
    whole.body.items.map((one: { name: string; asset: { name: string } }) => `${one.name} ${one.asset.name}`),
  );
});

onBothDatabases(
  "packages in use, each once, with versions in their order, assets and exposures",
  async (database, context) => {
    const hub = await world(database, context);
    const root = await hub.key(hub.bank, "hub-administrator");
    const log4shell = osv({
      id: "GHSA-jfh8-c2jp-5v3q",
      aliases: ["CVE-2021-44228"],
      package: ["Maven", "org.apache.logging.log4j:log4j-core"],
      events: [{ introduced: "2.0" }, { fixed: "2.15.0" }],
    });
    assert.equal((await hub.ask("/api/v1/advisories", { method: "POST", key: root, bytes: log4shell })).status, 200);
    const list = async (query: string, key = hub.analyst) => {
      const { status, body } = await hub.ask(`/api/v1/packages-in-use?${query}`, { key });
      assert.equal(status, 200, JSON.stringify(body));
      return body.items;
    };
    const [one] = await list("purl=pkg:maven/org.apache.logging.log4j/log4j-core");
    assert.deepEqual(one, {
      package: { ecosystem: "Maven", release: "", name: "org.apache.logging.log4j:log4j-core" },
      versions: ["2.14.1", "2.17.1"],
      versionCount: 2,
      assets: 2,
      organisations: 1,
      exposures: 1,
    });
    const all = await list("");
    assert.deepEqual(
      all.map((item: typeof one) => item.package.name),
      ["o:acme:ipcam_core", "org.apache.logging.log4j:log4j-core", "x:log4j-core-test"],
    );
    assert.deepEqual((await list("search=log4j+core")).length, 2);
    assert.deepEqual((await list("supplier=ACME")).length, 1);
    assert.deepEqual((await list("organisation=bank")).length, 3);
    assert.deepEqual((await list("organisation=city")).length, 0);
    const theirs = await list("", hub.outsider);
    assert.deepEqual([theirs.length, theirs[0].assets, theirs[0].versions], [1, 1, ["2.14.1"]]);
  },
);
