import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { cyclonedx } from "../../../testing/documents.ts";
import type { AlertDraft, AlertRef } from "../../kernel/index.ts";
import { manualClock } from "../../platform/clock.ts";
import { remindOfOldInventories } from "./reminders.ts";
import { members } from "./testing/members.ts";

const day = 24 * 3_600_000;

async function world(...[database, context]: Parameters<typeof members>) {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const hub = await members(database, context, { clock });
  const freshness = async (asset: string) => (await hub.get(`/assets/${asset}`)).body.freshness;
  const administrator = await hub.key(hub.bank, "organisation-administrator");
  const reminders: (AlertDraft | { settled: AlertRef })[] = [];
  const alerts = {
    raise: async (_: unknown, __: unknown, drafts: readonly AlertDraft[]) => void reminders.push(...drafts),
    settle: async (_: unknown, __: unknown, refs: readonly AlertRef[]) =>
      void reminders.push(...refs.map((settled) => ({ settled }))),
  };
  /** What a look at the inventories says that was not said before. */
  const remind = async () => {
    reminders.length = 0;
    await remindOfOldInventories({ database, clock, alerts });
    return [...reminders];
  };
  return { ...hub, clock, freshness, administrator, remind };
}

onBothDatabases("an inventory grows old by the days of its organisation, or its own", async (database, context) => {
  const hub = await world(database, context);
  await hub.add("core");
  await hub.add("quick", { freshDays: 4 });
  assert.equal(await hub.freshness("core"), "missing");
  const bom = cyclonedx(["pkg:npm/lodash@4.17.20"]);
  for (const asset of ["core", "quick"]) await hub.put(asset, bom);
  const shown = (await hub.get("/assets/core")).body;
  assert.deepEqual([shown.freshness, shown.freshUntil], ["fresh", "2026-12-20T00:00:00.000Z"]);
  hub.clock.advance(3 * day);
  assert.deepEqual([await hub.freshness("core"), await hub.freshness("quick")], ["fresh", "due"]);
  hub.clock.advance(day);
  assert.deepEqual([await hub.freshness("core"), await hub.freshness("quick")], ["fresh", "stale"]);

  assert.deepEqual((await hub.get("/inventory-settings")).body, { freshDays: 30 });
  const set = (key: string, freshDays = 5) => hub.send("PUT", "/inventory-settings", { freshDays }, key);
  assert.equal((await set(hub.analyst)).status, 403);
  assert.equal((await set(hub.administrator)).status, 200);
  assert.equal(await hub.freshness("core"), "due");
  assert.deepEqual((await hub.get("/asset-counts")).body.freshnesses, [
    { value: "due", count: 1 },
    { value: "stale", count: 1 },
  ]);

  assert.equal((await hub.put("quick", bom)).body.unchanged, true);
  assert.equal(await hub.freshness("quick"), "fresh", "the same again says that it is still so");
  assert.equal((await hub.get("/assets/quick")).body.sbom.receivedAt, "2026-11-20T00:00:00.000Z");
});

onBothDatabases(
  "an organisation is reminded once of its old inventories, and let be when they are new",
  async (database, context) => {
    const hub = await world(database, context);
    for (const name of ["a", "b", "c"]) await hub.add(name, { owner: hub.kim.id });
    const bom = cyclonedx(["pkg:npm/lodash@4.17.20"]);
    for (const name of ["a", "b"]) await hub.put(name, bom);
    assert.deepEqual(await hub.remind(), [], "nothing is old yet");
    hub.clock.advance(8 * day);
    const [first, ...none] = (await hub.remind()) as AlertDraft[];
    assert.deepEqual(
      [first?.organisation, first?.topic, first?.title.en, none.length],
      [hub.bank.id, "inventory", "1 inventory is to be renewed", 0],
    );
    assert.match(first?.body.en ?? "", /^Without any SBOM: c\./);
    assert.deepEqual(await hub.remind(), [], "said already");

    hub.clock.advance(23 * day);
    const [second] = (await hub.remind()) as AlertDraft[];
    assert.match(second?.body.en ?? "", /^Older than 30 days: a, b\.\nWithout any SBOM: c\./);
    assert.match(second?.body.ko ?? "", /30일이 지남: a, b\./);
    assert.deepEqual(second?.facts.owners, [hub.kim.id]);
    assert.equal(second?.key, first?.key, "one alert, brought up to date");

    const key = await hub.key(hub.bank);
    await hub.put("a", bom, "", key);
    await hub.put("c", bom, "", key);
    const [third] = (await hub.remind()) as AlertDraft[];
    assert.match(third?.body.en ?? "", /^Older than 30 days: b\.\nWhat is/);
    await hub.put("b", bom, "", key);
    assert.deepEqual(await hub.remind(), [
      { settled: { organisation: hub.bank.id, topic: "inventory", key: first?.key } },
    ]);
    assert.deepEqual(await hub.remind(), []);
  },
);

onBothDatabases(
  "two processes that look at once remind once; suspended organisations are left alone",
  async (database, context) => {
    const hub = await world(database, context);
    const asset = await hub.ask(hub.at("city", "/assets"), { key: hub.outsider, json: { name: "x" } });
    assert.equal(asset.status, 201);
    await hub.add("a");
    await sql`update organisation set status = 'suspended' where handle = 'city'`.execute(database.kysely);
    hub.clock.advance(10 * day);
    const both = await Promise.all([hub.remind(), hub.remind()]);
    assert.ok(both.flat().every((one) => "title" in one && one.organisation === hub.bank.id));
    const { rows } = await sql`select 1 from inventory_reminder`.execute(database.kysely);
    assert.equal(rows.length, 1);
  },
);
