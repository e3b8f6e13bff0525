import assert from "node:assert/strict";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { osv } from "../../../../testing/documents.ts";
import { day, historyFaults, keyOf, type Line, lodash, working } from "./testing/members.ts";

const part = (index: number) =>
  osv({ id: `CVE-2026-${100 + index}`, package: ["npm", `part-${index}`], events: [{ introduced: "0" }] });

const statesOf = (lines: readonly Line[]) => lines.map(({ state }) => state).sort();

onBothDatabases("each decision moves what it may, and says what it left and why", async (database, context) => {
  const hub = await working(database, context);
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20"], { network: "internet", criticality: "high" });
  await hub.inventory("edge", ["pkg:npm/lodash@4.17.19"]);
  await hub.advise(lodash);
  const first = await hub.actOnAll({ action: "acknowledge", text: "seen" }, hub.analyst);
  assert.deepEqual(
    [first.status, first.body.selected, first.body.changed, first.body.unchanged, first.body.refused],
    [201, 2, 2, 0, []],
  );
  const again = await hub.actOnAll({ action: "acknowledge" });
  assert.deepEqual([again.body.action, again.body.changed, again.body.unchanged], [null, 0, 2], "nothing to do");

  const [core, edge] = (await hub.lines()).sort((a, b) => (a.asset.name < b.asset.name ? -1 : 1)) as [Line, Line];
  const expected = hub.at(3 * day);
  await hub.act({ action: "remediate", exposures: [keyOf(core)], text: "next window", until: expected }, hub.analyst);
  await hub.act({ action: "fix", exposures: [keyOf(edge)], text: "patched by hand" }, hub.analyst);
  const mixed = await hub.act({
    action: "acknowledge",
    exposures: [keyOf(core), keyOf(edge), { ...keyOf(core), vulnerability: "CVE-1999-1" }],
  });
  assert.deepEqual(
    mixed.body.refused.map(({ reason, count }: { reason: string; count: number }) => [reason, count]).sort(),
    [
      ["closed", 1],
      ["further-along", 1],
      ["unknown", 1],
    ],
  );
  const all = await hub.act({ action: "remediate", all: true, exposures: [keyOf(core), keyOf(edge)] });
  assert.deepEqual([all.status, all.body.code], [422, "exposure.some-refused"]);

  const { body: shown } = await hub.show(core);
  assert.deepEqual([shown.state, shown.plannedFor], ["remediating", expected]);
  assert.deepEqual(
    shown.history.map((one: Record<string, unknown>) => [one.kind, one.state, one.cause, one.why, one.by]),
    [
      ["state", "new", "advisory", null, null],
      ["state", "acknowledged", "acknowledge", "seen", { kind: "person", name: "Ana Lyst" }],
      ["state", "remediating", "remediate", "next window", { kind: "person", name: "Ana Lyst" }],
    ],
  );
  const { body: fixed } = await hub.show(edge);
  assert.deepEqual([fixed.state, fixed.declared], ["fixed", true]);
  const { body: actions } = await hub.ask(`${hub.own}/exposure-actions`, { cookie: hub.boss.cookie });
  assert.deepEqual(actions.items.map((one: { action: string }) => one.action).sort(), [
    "acknowledge",
    "fix",
    "remediate",
  ]);
  assert.deepEqual(await historyFaults(database), []);
});

onBothDatabases("what filters select is changed only if it is still what was seen", async (database, context) => {
  const hub = await working(database, context);
  const purls = Array.from({ length: 12 }, (_, index) => `pkg:npm/part-${index}@1.0.0`);
  await hub.inventory("core", purls);
  await hub.inventory("edge", purls.slice(0, 3));
  for (let index = 0; index < 11; index += 1) await hub.advise(part(index));
  const seen = (await hub.lines("?organisation=bank&asset=core")).length;
  assert.equal(seen, 11);
  await hub.advise(part(11));
  const where = { asset: "core" };
  const grown = await hub.act({ action: "acknowledge", where, expected: seen });
  assert.deepEqual([grown.status, grown.body.code], [409, "exposure.selection-conflict"]);
  assert.deepEqual(new Set(statesOf(await hub.lines())), new Set(["new"]), "nothing was hit blindly");
  const preview = await hub.act({ action: "acknowledge", where, expected: 12, preview: true });
  assert.deepEqual([preview.body.action, preview.body.changed], [null, 12]);
  assert.deepEqual(new Set(statesOf(await hub.lines())), new Set(["new"]));
  const done = await hub.act({ action: "acknowledge", where, expected: 12 });
  assert.equal(done.body.changed, 12);
  assert.deepEqual(new Set(statesOf(await hub.lines("?asset=edge"))), new Set(["new"]), "only what was chosen");
  for (const wrong of [{}, { where }, { where, expected: 12, exposures: [keyOf((await hub.lines())[0] as Line)] }]) {
    assert.equal((await hub.act({ action: "acknowledge", ...wrong })).body.code, "exposure.nothing-selected");
  }
  const found = await hub.lines("?search=PART-11");
  assert.deepEqual(
    found.map(({ vulnerability }) => vulnerability),
    ["CVE-2026-111"],
  );
});

onBothDatabases("who may do what, and nobody in another organisation", async (database, context) => {
  const hub = await working(database, context);
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20"]);
  await hub.advise(lodash);
  const [line] = (await hub.lines()) as [Line];
  const exposures = [keyOf(line)];
  const accept = { action: "accept", exposures, text: "behind a filter", until: hub.at(30 * day) };
  assert.deepEqual((await hub.act(accept, hub.analyst)).body.code, "exposure.not-permitted-to-accept");
  assert.equal((await hub.act({ action: "acknowledge", exposures }, hub.reporter)).status, 403);
  for (const by of [hub.nation, hub.root, { key: hub.neighbour }]) {
    const tried = await hub.act({ action: "acknowledge", exposures }, by);
    assert.deepEqual([tried.status, tried.body.code], [403, "http.not-permitted"]);
    assert.deepEqual((await hub.ask(`${hub.own}/exposure-actions`, by)).body.items ?? [], []);
  }
  // One's own organisation does not reach another's exposures, even by their keys.
  const foreign = await hub.ask("/api/v1/organisations/city/exposure-actions", {
    key: hub.neighbour,
    json: { action: "acknowledge", exposures },
  });
  assert.deepEqual([foreign.body.changed, foreign.body.refused[0].reason], [0, "unknown"]);
  const machine = await hub.key(hub.bank, "analyst");
  const byMachine = await hub.act({ action: "acknowledge", exposures }, { key: machine });
  assert.equal(byMachine.body.changed, 1);
  const { body } = await hub.show(line);
  assert.equal(body.history.at(-1).by.kind, "service");
  for (const [wrong, code] of [
    [{ action: "fix", exposures }, "exposure.field-missing"],
    [{ ...accept, until: hub.at(400 * day) }, "exposure.impossible-date"],
    [{ ...accept, until: hub.at(-day) }, "exposure.impossible-date"],
    [{ action: "assign", exposures }, "exposure.field-missing"],
    [{ action: "assign", exposures, person: hub.nation.id }, "exposure.unknown-person"],
  ] as const) {
    assert.equal((await hub.act(wrong)).body.code, code, JSON.stringify(wrong));
  }
  const { status, body: accepted } = await hub.act(accept);
  assert.deepEqual([status, accepted.changed], [201, 1]);
});

onBothDatabases("the assignee is told once, and no more when nothing is left to do", async (database, context) => {
  const hub = await working(database, context);
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20", "pkg:npm/part-1@1.0.0"]);
  await hub.advise(lodash);
  await hub.advise(part(1));
  const given = await hub.actOnAll({ action: "assign", person: hub.analyst.id });
  assert.deepEqual(
    (await hub.alerts("assignment")).map(({ key, state, people }) => [key, state, people]),
    [[given.body.action, "open", [hub.analyst.id]]],
  );
  assert.equal((await hub.lines("?assignee=me", hub.analyst)).length, 2);
  assert.deepEqual(await hub.lines("?assignee=me"), []);
  assert.deepEqual(await hub.lines("?assignee=none"), []);
  assert.deepEqual(
    (await hub.lines(`?assignee=${hub.analyst.id}`)).map(({ assignee }) => assignee?.name),
    ["Ana Lyst", "Ana Lyst"],
  );
  await hub.inventory("core", ["pkg:npm/part-1@1.0.0"]);
  await hub.minute();
  assert.equal((await hub.alerts("assignment"))[0]?.state, "open", "one is left");
  await hub.inventory("core", ["pkg:npm/part-1@2.0.0"]);
  await hub.minute();
  assert.equal((await hub.alerts("assignment"))[0]?.state, "settled", "an SBOM ended it");

  await hub.actOnAll({ action: "assign", person: hub.boss.id });
  assert.equal((await hub.alerts("assignment")).length, 1, "nobody is told of what he gave himself");
  const more = await hub.actOnAll({ action: "assign", person: hub.analyst.id });
  await hub.actOnAll({ action: "unassign" });
  const told = await hub.alerts("assignment");
  assert.equal(told.find(({ key }) => key === more.body.action)?.state, "settled");

  await hub.actOnAll({ action: "assign", person: hub.analyst.id });
  const gone = { method: "DELETE", cookie: hub.boss.cookie };
  assert.equal((await hub.ask(`${hub.own}/people/${hub.analyst.id}`, gone)).status, 200);
  await hub.minute();
  assert.deepEqual(
    (await hub.lines()).map(({ assignee }) => assignee),
    [null],
    "who left sees to nothing",
  );
  assert.deepEqual(await historyFaults(database), []);
});

onBothDatabases("undoing restores what is still as it was left, once, and within a day", async (database, context) => {
  const hub = await working(database, context);
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20", "pkg:npm/part-1@1.0.0", "pkg:npm/part-2@1.0.0"]);
  for (const bytes of [lodash, part(1), part(2)]) await hub.advise(bytes);
  await hub.actOnAll({ action: "acknowledge" });
  const before = (await hub.lines()).map(({ state, dueAt, vulnerability }) => [vulnerability, state, dueAt]).sort();
  const accepted = await hub.actOnAll({ action: "accept", text: "known", until: hub.at(30 * day) });
  const lines = await hub.lines();
  assert.deepEqual(statesOf(lines), ["accepted", "accepted", "accepted"]);
  const touched = lines.find(({ vulnerability }) => vulnerability === "CVE-2026-101") as Line;
  await hub.later(60_000);
  const taken = await hub.act({ action: "remediate", exposures: [keyOf(touched)] });
  const undone = await hub.undo(accepted.body.action, hub.analyst);
  assert.deepEqual([undone.status, undone.body.restored], [200, 2]);
  assert.deepEqual(
    undone.body.refused.map(({ reason, exposures }: { reason: string; exposures: object[] }) => [reason, exposures]),
    [["changed-since", [keyOf(touched)]]],
  );
  const after = (await hub.lines()).map(({ state, dueAt, vulnerability }) => [vulnerability, state, dueAt]).sort();
  const others = (rows: unknown[][]) => rows.filter(([name]) => name !== "CVE-2026-101");
  assert.deepEqual(others(after), others(before), "states and dates as before");
  assert.equal((await hub.undo(accepted.body.action)).body.code, "exposure.undone-already");
  assert.equal((await hub.undo(undone.body.action)).body.code, "exposure.cannot-undo");
  assert.equal((await hub.undo(accepted.body.action, { key: hub.neighbour })).status, 403);
  const { body } = await hub.show(lines.find(({ vulnerability }) => vulnerability === "CVE-2026-102") as Line);
  assert.deepEqual(
    body.history.map((one: { state: string; cause: string }) => `${one.state} ${one.cause}`),
    ["new advisory", "acknowledged acknowledge", "accepted accept", "acknowledged undo"],
  );
  await hub.later(day + 60_000);
  assert.equal((await hub.undo(taken.body.action)).body.code, "exposure.cannot-undo", "a day is over");
  assert.deepEqual(await historyFaults(database), []);
});

onBothDatabases("undoing believes what happened meanwhile", async (database, context) => {
  const hub = await working(database, context);
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20"]);
  await hub.advise(lodash);
  const fixed = await hub.actOnAll({ action: "fix", text: "done" });
  await hub.inventory("core", ["pkg:npm/lodash@4.17.21"]);
  const undone = await hub.undo(fixed.body.action);
  assert.equal(undone.status, 200);
  assert.deepEqual(statesOf(await hub.lines("?state=fixed")), ["fixed"], "the component is gone all the same");
  assert.deepEqual(await hub.lines(), []);
  assert.deepEqual(await historyFaults(database), []);
});
