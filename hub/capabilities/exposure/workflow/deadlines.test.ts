import assert from "node:assert/strict";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { recalculateDueDates } from "./index.ts";
import { day, historyFaults, keyOf, type Line, lodash, working } from "./testing/members.ts";

const path = "/api/v1/deadlines";
const hours = (of: Date | string, from: Date | string) => (Number(new Date(of)) - Number(new Date(from))) / 3_600_000;

onBothDatabases(
  "the table of deadlines is seen by all, changed by one, and carried over",
  async (database, context) => {
    const hub = await working(database, context);
    const facts = { network: "internet", criticality: "high" };
    await hub.inventory("core", ["pkg:npm/lodash@4.17.20"], facts);
    await hub.inventory("edge", ["pkg:npm/lodash@4.17.20"], facts);
    await hub.inventory("kept", ["pkg:npm/lodash@4.17.20"], facts);
    const opened = hub.clock.now();
    await hub.advise(lodash);
    await hub.exploit("CVE-2026-0001");
    const of = async (asset: string) => (await hub.lines(`?organisation=bank&asset=${asset}`)) as [Line];
    const [core] = await of("core");
    const { body: table } = await hub.ask(path, { cookie: hub.reporter.cookie });
    const told = (decision: string, criticality: string, from = table) =>
      from.deadlines.find(
        (one: { decision: string; criticality: string }) =>
          one.decision === decision && one.criticality === criticality,
      ).hours;
    assert.equal(hours(core.dueAt ?? "", opened), told(core.decision, "very-high"), "a bank's sector is vital");
    assert.equal(table.changedAt, null);

    const [kept] = await of("kept");
    const own = hub.at(20 * day);
    await hub.act({ action: "due", text: "agreed", until: own, exposures: [keyOf(kept)] });
    await hub.later(3_600_000);
    // One is opened again later: its days are counted from then.
    const [edge] = await of("edge");
    const fixed = await hub.act({ action: "fix", text: "x", exposures: [keyOf(edge)] });
    await hub.later(3_600_000);
    const reopened = hub.clock.now();
    await hub.act({ action: "reopen", exposures: [keyOf(edge)] });
    assert.equal(fixed.body.changed, 1);

    const change = (json: object, cookie = hub.nation.cookie) => hub.ask(path, { method: "PATCH", cookie, json });
    const row = { decision: core.decision, criticality: "very-high", hours: 5 };
    assert.equal((await change({ deadlines: [row], reason: "x" }, hub.boss.cookie)).status, 403);
    const wrong = { deadlines: [{ ...row, decision: "defer" }], reason: "x" };
    assert.equal((await change(wrong)).body.code, "exposure.deadlines-out-of-order");
    const lower = core.decision === "immediate" ? [] : [{ ...row, decision: "immediate", hours: 4 }];
    const changed = await change({ deadlines: [row, ...lower], reason: "an emergency" });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    assert.equal(told(core.decision, "very-high", changed.body), 5);
    const { body: list } = await hub.ask("/api/v1/deadline-changes", { cookie: hub.nation.cookie });
    const [entry] = list.items;
    assert.deepEqual(
      [entry.by.name, entry.reason, entry.after.deadlines.at(-1).hours <= 5],
      ["Nation", "an emergency", true],
    );
    assert.equal(told(core.decision, "very-high", entry.before), told(core.decision, "very-high"));
    assert.equal((await hub.ask("/api/v1/deadline-changes", { cookie: hub.boss.cookie })).status, 403);

    await recalculateDueDates({ database, clock: hub.clock }, { change: entry.id });
    await recalculateDueDates({ database, clock: hub.clock }, { change: entry.id });
    assert.equal(hours((await of("core"))[0].dueAt ?? "", opened), 5, "counted from when it was opened");
    assert.equal(hours((await of("edge"))[0].dueAt ?? "", reopened), 5, "… or opened again");
    assert.equal((await of("kept"))[0].dueAt, own, "what a person set stays");
    const { body: done } = await hub.ask(path, { cookie: hub.boss.cookie });
    assert.deepEqual(
      [done.recalculation.done, done.recalculation.exposures, done.recalculation.finishedAt !== null],
      [3, 2, true],
    );
    assert.deepEqual(await historyFaults(database), []);
  },
);

onBothDatabases(
  "a sector that becomes vital has less time; the job does what the change asks",
  async (database, context) => {
    const hub = await working(database, context);
    await hub.inventory("core", ["pkg:npm/lodash@4.17.20"], { network: "internet" });
    await hub.advise(lodash);
    const [before] = (await hub.lines()) as [Line];
    const json = { sectors: [{ sector: "finance", criticality: "low" }], reason: "for the test" };
    const etag = (await hub.ask(path, { cookie: hub.nation.cookie })).headers.get("etag") ?? "";
    const headers = { "if-match": etag };
    assert.equal((await hub.ask(path, { method: "PATCH", cookie: hub.nation.cookie, json, headers })).status, 200);
    assert.equal((await hub.ask(path, { method: "PATCH", cookie: hub.nation.cookie, json, headers })).status, 412);
    for (;;) {
      const { body } = await hub.ask(path, { cookie: hub.boss.cookie });
      if (body.recalculation.finishedAt !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const [after] = (await hub.lines()) as [Line];
    assert.ok(
      before.dueAt !== null && after.dueAt !== null && after.dueAt > before.dueAt,
      `${before.dueAt} ${after.dueAt}`,
    );
  },
);
