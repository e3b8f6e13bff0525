import assert from "node:assert/strict";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { openvex } from "../../../../testing/documents.ts";
import { historyFaults, keyOf, type Line, lodash, working } from "./testing/members.ts";

const justification = "vulnerable_code_not_in_execute_path";

async function bankWithLodash(...given: Parameters<typeof working>) {
  const hub = await working(...given);
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20"]);
  await hub.inventory("edge", ["pkg:npm/lodash@4.17.20"]);
  await hub.inventory("old", ["pkg:npm/lodash@4.17.5"]);
  await hub.advise(lodash);
  const of = async (asset: string) => (await hub.lines(`?organisation=bank&asset=${asset}`)) as [Line];
  const state = (json: object, by: { cookie?: string; key?: string } = hub.analyst) =>
    hub.ask(`${hub.own}/vex-statements`, {
      ...(by.key === undefined ? { cookie: by.cookie ?? "" } : { key: by.key }),
      json,
    });
  const open = async () => (await hub.lines("?organisation=bank")).map(({ asset }) => asset.name).sort();
  const statements = async (query = "") =>
    (await hub.ask(`${hub.own}/vex-statements${query}`, { cookie: hub.boss.cookie })).body.items;
  return { ...hub, of, state, open, statements };
}

onBothDatabases(
  "one statement speaks for a product and version wherever it runs, and will run",
  async (database, context) => {
    const hub = await bankWithLodash(database, context);
    const [core] = await hub.of("core");
    await hub.act({ action: "acknowledge", exposures: [keyOf(core)] });
    const said = { exposures: [keyOf(core)], justification, impact: "never called" };
    const { body: preview } = await hub.state({ ...said, preview: true });
    assert.deepEqual(preview, { action: null, statements: 1, exposures: 2, assets: 2 });
    assert.deepEqual(await hub.open(), ["core", "edge", "old"]);
    const { status, body: done } = await hub.state(said);
    assert.deepEqual([status, done.statements, done.exposures], [201, 1, 2]);
    assert.deepEqual(await hub.open(), ["old"]);
    await hub.inventory("later", ["pkg:npm/lodash@4.17.20"]);
    assert.deepEqual(await hub.open(), ["old"], "triaged once");
    const { body: shown } = await hub.show(core);
    const { state, cause, why, by } = shown.history.at(-1);
    assert.deepEqual([state, cause, why, by.name], ["not_affected", "vex", "never called", "Ana Lyst"]);
    assert.equal(shown.statements[0].justification, justification);
    const tried = await hub.act({ action: "reopen", exposures: [keyOf(core)] });
    assert.equal(tried.body.refused[0].reason, "stated");

    const [statement, ...others] = await hub.statements();
    assert.deepEqual(
      [statement.version, statement.asset, statement.by.name, others],
      ["4.17.20", null, "Ana Lyst", []],
    );
    assert.match(statement.document, /^bongsu:/);
    assert.equal((await hub.statements("?vulnerability=ghsa-aaaa-bbbb-cccc&package=pkg:npm/lodash")).length, 1);
    assert.equal((await hub.statements("?vulnerability=CVE-1999-1")).length, 0);

    const undone = await hub.undo(done.action);
    assert.equal(undone.body.restored, 2);
    assert.deepEqual((await hub.of("core"))[0].state, "acknowledged", "as before");
    assert.deepEqual(await hub.open(), ["core", "edge", "later", "old"]);
    assert.deepEqual(await hub.statements(), []);
    assert.deepEqual(await historyFaults(database), []);
  },
);

onBothDatabases("a statement for these assets only, for a range, and taken back", async (database, context) => {
  const hub = await bankWithLodash(database, context);
  const [core] = await hub.of("core");
  const exposures = [keyOf(core)];
  await hub.state({ exposures, justification, scope: "asset" });
  assert.deepEqual(await hub.open(), ["edge", "old"]);
  assert.equal((await hub.state({ exposures, justification, scope: "range" })).body.code, "exposure.field-missing");
  const nonsense = await hub.state({ exposures, justification, scope: "range", range: "vers:npm/<<<" });
  assert.equal(nonsense.status, 422);
  const range = "vers:npm/>=4.17.0|<4.17.20";
  const { body } = await hub.state({ exposures, justification, scope: "range", range });
  assert.deepEqual([body.exposures, await hub.open()], [1, ["edge"]]);
  const statement = (await hub.statements()).find((one: { range: string | null }) => one.range === range);
  const remove = (id: string, by: { cookie?: string; key?: string }) =>
    hub.ask(`${hub.own}/vex-statements/${id}`, { method: "DELETE", ...by });
  assert.equal((await remove(statement.id, { key: hub.neighbour })).status, 403);
  const withdrawn = await remove(statement.id, { cookie: hub.analyst.cookie });
  assert.deepEqual([withdrawn.status, withdrawn.body.exposures.changed], [200, 1]);
  assert.deepEqual(await hub.open(), ["edge", "old"]);
  assert.equal((await remove(statement.id, { cookie: hub.analyst.cookie })).body.code, "exposure.unknown-statement");
  await hub.undo(withdrawn.body.action);
  assert.deepEqual(await hub.open(), ["edge"], "said again");
  assert.deepEqual(await historyFaults(database), []);
});

onBothDatabases(
  "imported documents stand in the same list; suppliers' and others' statements do not",
  async (database, context) => {
    const hub = await bankWithLodash(database, context);
    const vex = (status: string) =>
      openvex({ vulnerability: "CVE-2026-0001", products: ["pkg:npm/lodash@4.17.5"], status });
    await hub.advise(vex("affected"), "vex.json");
    await hub.ask(`${hub.own}/vex`, { cookie: hub.analyst.cookie, bytes: vex("not_affected") });
    await hub.ask("/api/v1/organisations/city/vex", { key: hub.neighbour, bytes: vex("fixed") });
    const listed = await hub.statements();
    assert.deepEqual(
      listed.map((one: Record<string, unknown>) => [one.status, one.by, one.author]),
      [["not_affected", null, "Supplier"]],
    );
    const outside = await hub.ask(`${hub.own}/vex-statements`, { key: hub.neighbour });
    assert.deepEqual(outside.body.items, []);
    await hub.ask(`${hub.own}/vex-statements/${listed[0].id}`, { method: "DELETE", cookie: hub.analyst.cookie });
    assert.deepEqual(await hub.open(), ["core", "edge", "old"], "the supplier's word counts again");
  },
);
