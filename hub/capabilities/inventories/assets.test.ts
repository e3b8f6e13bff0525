import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { cyclonedx, osv } from "../../../testing/documents.ts";
import { members } from "./testing/members.ts";

const namesOf = (items: { name: string }[]) => items.map(({ name }) => name);

onBothDatabases("what is said of an asset is shown, found by, and counted", async (database, context) => {
  const hub = await members(database, context);
  assert.equal((await hub.send("POST", "/asset-groups", { name: "창구" })).status, 201);
  const facts = {
    kind: "service",
    description: "인터넷 뱅킹의 앞단",
    owner: hub.kim.id,
    tags: ["PROD", "env:blue", "prod"],
    groups: ["창구"],
    freshDays: 7,
  };
  const made = await hub.add("front", facts);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const { kind, description, owner, tags, groups, freshDays, freshness, checkedAt } = made.body;
  assert.deepEqual([kind, description, tags, freshDays], ["service", "인터넷 뱅킹의 앞단", ["env:blue", "prod"], 7]);
  assert.deepEqual(owner, { id: hub.kim.id, name: "Kim Yuna" });
  assert.deepEqual(namesOf(groups), ["창구"]);
  assert.deepEqual([freshness, checkedAt], ["missing", null]);
  await hub.add("back", { kind: "firmware", criticality: "high" });

  const list = async (query: string) => namesOf((await hub.get(`/assets?${query}`)).body.items);
  assert.deepEqual(await list("kind=service"), ["front"]);
  assert.deepEqual(await list(`owner=${hub.kim.id}`), ["front"]);
  assert.deepEqual(await list("tag=prod&tag=env%3Ablue"), ["front"]);
  assert.deepEqual(await list("tag=prod&tag=other"), []);
  assert.deepEqual(await list(`group=${groups[0].id}`), ["front"]);
  assert.deepEqual(await list(`group=${encodeURIComponent("창구")}`), ["front"]);
  assert.deepEqual(await list(`search=${encodeURIComponent("뱅킹")}`), ["front"]);
  assert.deepEqual(await list("freshness=missing&freshness=stale"), ["back", "front"]);
  assert.equal((await hub.get("/assets?group=nothing")).body.code, "inventories.unknown-group");

  const counts = (await hub.get("/asset-counts")).body;
  assert.deepEqual([counts.assets, counts.freshnesses], [2, [{ value: "missing", count: 2 }]]);
  assert.deepEqual(counts.tags, [
    { value: "env:blue", count: 1 },
    { value: "prod", count: 1 },
  ]);
  assert.deepEqual(counts.groups, [{ ...groups[0], count: 1 }]);
  assert.deepEqual(counts.owners, [{ id: hub.kim.id, name: "Kim Yuna", count: 1 }]);
  assert.deepEqual((await hub.get("/asset-counts?kind=firmware")).body.criticalities, [{ value: "high", count: 1 }]);
  assert.equal((await hub.get("/asset-counts", hub.outsider)).body.assets, 0, "what is not seen is not counted");
  assert.deepEqual((await hub.get("/asset-groups", hub.outsider)).body.items, []);

  const cleared = await hub.send("PATCH", "/assets/front", { owner: null, tags: [], groups: [], freshDays: null });
  assert.deepEqual(
    [cleared.body.owner, cleared.body.tags, cleared.body.groups, cleared.body.freshDays, cleared.body.kind],
    [null, [], [], null, "service"],
  );
});

onBothDatabases("an owner belongs to the organisation, and is one for as long", async (database, context) => {
  const hub = await members(database, context);
  const stranger = await hub.person("Stranger", [{ of: hub.city, role: "analyst" }]);
  assert.equal((await hub.add("core", { owner: stranger.id })).body.code, "inventories.unknown-owner");
  assert.equal((await hub.get("/assets/core")).status, 404, "nothing is left of what was refused");
  await hub.add("core", { owner: hub.kim.id });
  await sql`delete from membership where person = ${hub.kim.id}`.execute(database.kysely);
  assert.equal((await hub.get("/assets/core")).body.owner, null);
  assert.deepEqual((await hub.get("/asset-counts")).body.owners, []);
});

onBothDatabases("groups: named once, renamed, removed without their assets", async (database, context) => {
  const hub = await members(database, context);
  const group = (await hub.send("POST", "/asset-groups", { name: "counter" })).body;
  assert.equal((await hub.send("POST", "/asset-groups", { name: "counter" })).body.code, "inventories.group-exists");
  await hub.send("POST", "/asset-groups", { name: "back office" });
  await hub.add("core", { groups: ["counter", "back office"] });
  const listed = await hub.get("/asset-groups?limit=1");
  const next = await hub.get(`/asset-groups?limit=1&cursor=${listed.body.next}`);
  assert.deepEqual(namesOf([...listed.body.items, ...next.body.items]), ["back office", "counter"]);
  const taken = await hub.send("PATCH", `/asset-groups/${group.id}`, { name: "back office" });
  assert.equal(taken.body.code, "inventories.group-exists");
  const renamed = await hub.send("PATCH", "/asset-groups/counter", { name: "창구" });
  assert.deepEqual(renamed.body, { id: group.id, name: "창구", assets: 1 });
  const removed = await hub.ask(hub.at("bank", `/asset-groups/${group.id}`), { method: "DELETE", key: hub.analyst });
  assert.equal(removed.status, 200);
  assert.deepEqual(namesOf((await hub.get("/assets/core")).body.groups), ["back office"]);
  assert.equal((await hub.send("POST", "/asset-groups", { name: "x" }, hub.outsider)).status, 403);
});

onBothDatabases("many assets change at once, or none; their urgency follows", async (database, context) => {
  const hub = await members(database, context);
  const root = await hub.key(hub.bank, "hub-administrator");
  for (const name of ["a", "b", "c"]) await hub.add(name, { tags: ["old"], network: "isolated", criticality: "low" });
  const lodash = osv({
    id: "GHSA-aaaa-bbbb-cccc",
    aliases: ["CVE-2026-0001"],
    package: ["npm", "lodash"],
    events: [{ introduced: "0" }, { fixed: "4.17.21" }],
  });
  await hub.ask("/api/v1/advisories", { method: "POST", key: root, bytes: lodash });
  await hub.put("a", cyclonedx(["pkg:npm/lodash@4.17.20"]));
  await hub.send("POST", "/asset-groups", { name: "line" });
  const decision = async () => (await hub.ask("/api/v1/exposures", { key: hub.analyst })).body.items[0].decision;
  const before = await decision();
  const b = (await hub.get("/assets/b")).body.id;
  const change = {
    assets: ["a", b, b],
    criticality: "very-high",
    network: "internet",
    owner: hub.kim.id,
    addTags: ["new"],
    removeTags: ["old"],
    addGroups: ["line"],
  };
  const done = await hub.send("PATCH", "/assets", change);
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.equal(done.body.assets, 2);
  assert.notEqual(await decision(), before, "the urgency followed");
  const [a, c] = [(await hub.get("/assets/a")).body, (await hub.get("/assets/c")).body];
  assert.deepEqual([a.network, a.tags, a.owner.name, namesOf(a.groups)], ["internet", ["new"], "Kim Yuna", ["line"]]);
  assert.deepEqual([c.network, c.tags, c.groups], ["isolated", ["old"], []]);

  const refused = await hub.send("PATCH", "/assets", { assets: ["c", "nothing"], kind: "device" });
  assert.equal(refused.body.code, "inventories.unknown-asset");
  const full = await hub.send("PATCH", "/assets", {
    assets: ["c"],
    kind: "device",
    addTags: Array.from({ length: 30 }, (_, index) => `t${index}`),
  });
  assert.equal(full.body.code, "inventories.too-many-tags");
  assert.equal((await hub.get("/assets/c")).body.kind, "application");
  assert.equal((await hub.send("PATCH", "/assets", { assets: ["c"] }, hub.outsider)).status, 403);
});

onBothDatabases(
  "removing an asset leaves nothing of it, and removing an organisation nothing at all",
  async (database, context) => {
    const hub = await members(database, context);
    await hub.send("POST", "/asset-groups", { name: "line" });
    await hub.send(
      "PUT",
      "/inventory-settings",
      { freshDays: 10 },
      await hub.key(hub.bank, "organisation-administrator"),
    );
    for (const name of ["a", "b"]) {
      await hub.add(name, { groups: ["line"] });
      const bom = cyclonedx(["pkg:npm/lodash@4.17.20"]);
      const model = {
        type: "machine-learning-model",
        name: "m",
        supplier: { name: "Lab" },
        licenses: [{ license: { id: "MIT" } }],
      };
      const document = JSON.parse(new TextDecoder().decode(bom));
      document.components.push(model);
      // The same twice: whenever the hub reads what was handed in, it changes nothing.
      const bytes = new TextEncoder().encode(JSON.stringify(document));
      await hub.put(name, bytes);
      await hub.ask(hub.at("bank", `/assets/${name}/sbom-uploads`), { method: "POST", key: hub.analyst, bytes });
    }
    const tables = [
      "asset",
      "asset_in_group",
      "component_use",
      "unmatchable_component",
      "component_mark",
      "asset_supplier",
      "ai_component",
      "sbom_document",
      "sbom_upload",
    ];
    const rows = async (table: string) =>
      (await sql.raw(`select 1 from ${table}`).execute(database.kysely)).rows.length;
    const before = await Promise.all(tables.map(rows));
    assert.ok(
      before.every((count) => count >= 2 && count % 2 === 0),
      `${before}`,
    );
    const administrator = await hub.key(hub.bank, "organisation-administrator");
    await hub.ask(hub.at("bank", "/assets/a"), { method: "DELETE", key: administrator });
    assert.deepEqual(
      await Promise.all(tables.map(rows)),
      before.map((count) => count / 2),
    );
    const { removeOrganisation } = await import("../exposure/index.ts");
    await removeOrganisation(database, hub.bank);
    for (const table of [...tables, "asset_group", "inventory_setting"]) assert.equal(await rows(table), 0, table);
  },
);
