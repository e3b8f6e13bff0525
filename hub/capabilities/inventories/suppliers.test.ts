import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { openvex, osv } from "../../../testing/documents.ts";
import { fillDetails } from "./details.ts";
import { supplierKey } from "./supplier-names.ts";
import { bomOf, members } from "./testing/members.ts";

test("ways of writing a supplier's name are one", () => {
  const same = (...names: string[]) =>
    assert.equal(new Set(names.map(supplierKey)).size, 1, names.map(supplierKey).join(" | "));
  same("Red Hat, Inc.", "red hat", "RED HAT INC", "Red Hat Inc. <security@redhat.com>", "Ｒｅｄ　Ｈａｔ");
  same("The Apache Software Foundation", "apache software foundation");
  same(
    "한빛 소프트웨어",
    "(주)한빛 소프트웨어",
    "㈜한빛 소프트웨어",
    "주식회사 한빛 소프트웨어",
    "한빛 소프트웨어(주)",
  );
  same("Acme Co., Ltd.", "ACME", "Acme L.L.C.");
  assert.notEqual(supplierKey("Amazon.com, Inc."), supplierKey("Amazon"));
  assert.deepEqual([supplierKey("Inc."), supplierKey(" "), supplierKey("<a@b.c>")], ["inc", null, null]);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
      const key = supplierKey(name);
      if (key === null) return;
      assert.equal(supplierKey(key) ?? key, supplierKey(supplierKey(key) ?? key) ?? key);
      assert.ok(key.isWellFormed() && !key.includes("\0") && key.length <= 200);
    }),
  );
});

const part = (name: string, more: object) => ({
  type: "library",
  name,
  version: "4.17.20",
  purl: `pkg:npm/${name}@4.17.20`,
  ...more,
});

const bom = bomOf([
  part("lodash", { supplier: { name: "Acme, Inc." } }),
  part("express", { publisher: "ACME" }),
  { type: "device", name: "switch", manufacturer: { name: "Net Works GmbH" } },
  part("left-pad", {}),
]);

onBothDatabases("who supplies what we run, with what is open and what VEX says", async (database, context) => {
  const hub = await members(database, context);
  const root = await hub.key(hub.bank, "hub-administrator");
  for (const name of ["front", "back"]) {
    await hub.add(name, { network: "internet" });
    await hub.put(name, bom);
  }
  await hub.ask(hub.at("city", "/assets"), { key: hub.outsider, json: { name: "hall" } });
  await hub.ask(hub.at("city", "/assets/hall/sbom"), {
    method: "PUT",
    key: hub.outsider,
    bytes: bomOf([part("lodash", { author: "acme" })]),
  });
  const events = [{ introduced: "0" }, { fixed: "4.17.21" }];
  await hub.ask("/api/v1/advisories", {
    method: "POST",
    key: root,
    bytes: osv({ id: "GHSA-aaaa-bbbb-cccc", aliases: ["CVE-2026-0001"], package: ["npm", "lodash"], events }),
  });
  const vex = openvex({ vulnerability: "CVE-2026-0009", products: ["pkg:npm/express@4.17.20"], status: "fixed" });
  assert.equal((await hub.ask(hub.at("bank", "/vex"), { method: "POST", key: hub.analyst, bytes: vex })).status, 200);
  const list = async (query = "", key = hub.analyst) =>
    (await hub.ask(`/api/v1/suppliers?${query}`, { key })).body.items;
  const [acme, net, ...none] = await list();
  assert.deepEqual(none, []);
  const open = Object.values(acme.exposures as Record<string, number>).reduce((a, b) => a + b, 0);
  assert.deepEqual(
    [acme.supplier, acme.roles.sort(), acme.components, acme.assets, acme.organisations, open, acme.statements],
    ["acme", ["publisher", "supplier"], 4, 2, 1, 2, 1],
  );
  assert.deepEqual([net.supplier, net.roles, net.components, net.statements], ["net works", ["manufacturer"], 2, 0]);
  assert.deepEqual(
    (await list("sort=-components&limit=1")).map(({ supplier }: { supplier: string }) => supplier),
    ["acme"],
  );
  assert.deepEqual((await list("search=work")).length, 1);
  const theirs = await list("", hub.outsider);
  assert.deepEqual([theirs.length, theirs[0].name, theirs[0].components, theirs[0].statements], [1, "acme", 1, 0]);

  const shown = await hub.ask(`/api/v1/suppliers/${encodeURIComponent("ACME Inc")}`, { key: hub.analyst });
  assert.deepEqual(shown.body.names, ["ACME", "Acme, Inc."]);
  assert.deepEqual(
    shown.body.users.map(({ asset, components }: { asset: { name: string }; components: number }) => [
      asset.name,
      components,
    ]),
    [
      ["back", 2],
      ["front", 2],
    ],
  );
  const hidden = await hub.ask("/api/v1/suppliers/net%20works", { key: hub.outsider });
  const absent = await hub.ask("/api/v1/suppliers/not%20there", { key: hub.outsider });
  assert.deepEqual(
    [hidden.status, hidden.body.code, absent.body.code],
    [404, absent.body.code, "inventories.unknown-supplier"],
  );
});

onBothDatabases("pages of suppliers meet, in either order", async (database, context) => {
  const hub = await members(database, context);
  await hub.add("a");
  const names = ["delta", "alpha", "gamma", "beta"];
  const parts = names.flatMap((supplier, index) =>
    Array.from({ length: index + 1 }, (_, at) => part(`${supplier}-${at}`, { supplier: { name: supplier } })),
  );
  await hub.put("a", bomOf(parts));
  const walk = async (sort: string) => {
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await hub.ask(`/api/v1/suppliers?sort=${sort}&limit=1${cursor}`, { key: hub.analyst });
      seen.push(...body.items.map(({ supplier }: { supplier: string }) => supplier));
      if (body.next === null) return seen;
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
  };
  assert.deepEqual(await walk("name"), [...names].sort());
  assert.deepEqual(await walk("-components"), [...names].reverse());
});

onBothDatabases("models and data sets of an AI system, with what is said of their use", async (database, context) => {
  const hub = await members(database, context);
  await hub.add("assistant", { kind: "ai-system" });
  const model = {
    type: "machine-learning-model",
    "bom-ref": "m",
    group: "lab",
    name: "vision",
    version: "7",
    purl: "pkg:huggingface/lab/vision@7",
    supplier: { name: "AI Lab" },
    licenses: [{ license: { id: "Apache-2.0" } }],
    hashes: [{ alg: "SHA-256", content: "c".repeat(64) }],
    modelCard: {
      modelParameters: {
        task: "classification",
        architectureFamily: "transformer",
        modelArchitecture: "ViT",
        datasets: [{ ref: "d" }],
      },
      considerations: { useCases: ["sorting mail\0"], technicalLimitations: ["x".repeat(5_000)] },
    },
  };
  const dataset = {
    type: "data",
    "bom-ref": "d",
    name: "street photos",
    data: [{ type: "dataset", classification: "internal", sensitiveData: ["faces"] }],
  };
  const settings = { type: "data", name: "settings", data: [{ type: "configuration" }] };
  const taken = await hub.put("assistant", bomOf([model, dataset, settings]));
  assert.equal(taken.status, 200, JSON.stringify(taken.body));
  const shown = (await hub.get("/assets/assistant")).body;
  assert.deepEqual([shown.kind, shown.sbom.models, shown.sbom.datasets], ["ai-system", 1, 1]);
  const list = async (query = "", key = hub.analyst) =>
    (await hub.ask(`/api/v1/ai-components?${query}`, { key })).body.items;
  const [vision, photos] = await list();
  assert.deepEqual(
    [vision.name, vision.version, vision.provider, vision.licences, vision.task, vision.architecture, vision.datasets],
    ["lab/vision", "7", "AI Lab", ["Apache-2.0"], "classification", "transformer, ViT", ["street photos"]],
  );
  assert.deepEqual(vision.hashes, [{ algorithm: "SHA-256", value: "c".repeat(64) }]);
  assert.deepEqual(vision.useCases, ["sorting mail\ufffd"]);
  assert.equal(vision.limitations[0].length, 1_001, "bounded");
  assert.deepEqual(
    [photos.kind, photos.classification, photos.sensitive, photos.asset.id],
    ["dataset", "internal", ["faces"], shown.id],
  );
  assert.equal((await list("kind=model&search=VIS")).length, 1);
  assert.equal((await list(`asset=${shown.id}&kind=dataset`)).length, 1);
  assert.deepEqual(await list("", hub.outsider), []);
});

onBothDatabases(
  "what was taken before suppliers, marks and models were kept is read again",
  async (database, context) => {
    const hub = await members(database, context);
    await hub.add("front");
    await hub.put(
      "front",
      bomOf([...JSON.parse(new TextDecoder().decode(bom)).components, { type: "machine-learning-model", name: "m" }]),
    );
    const kept = async () => {
      const tables = {
        component_use: "supplier",
        unmatchable_component: "supplier",
        asset_supplier: "supplier",
        component_mark: "value",
        ai_component: "name",
      };
      return Promise.all(
        Object.entries(tables).map(
          async ([table, column]) =>
            (
              await sql
                .raw(`select ${column} from ${table} where ${column} is not null order by 1`)
                .execute(database.kysely)
            ).rows,
        ),
      );
    };
    const before = await kept();
    for (const table of ["asset_supplier", "component_mark", "ai_component"])
      await sql.raw(`delete from ${table}`).execute(database.kysely);
    await sql`update component_use set supplier = null`.execute(database.kysely);
    await sql`update unmatchable_component set supplier = null`.execute(database.kysely);
    await sql`update asset set details = 0`.execute(database.kysely);
    await sql`update sbom_document set models = 0`.execute(database.kysely);
    assert.equal(await fillDetails(database), 1);
    assert.deepEqual(await kept(), before);
    assert.equal((await hub.get("/assets/front")).body.sbom.models, 1);
    assert.equal(await fillDetails(database), 0, "once");
  },
);
