import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { kev } from "../../../../testing/documents.ts";
import { day, historyFaults, type Line, lodash, working } from "./testing/members.ts";

const told = ({ body }: { body: { history: { state: string; cause: string }[] } }) =>
  body.history.map(({ state, cause }) => `${state} ${cause}`);

onBothDatabases("who declares it fixed is believed until the next SBOM lists it still", async (database, context) => {
  const hub = await working(database, context);
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20"]);
  await hub.advise(lodash);
  const [line] = (await hub.lines()) as [Line];
  await hub.actOnAll({ action: "fix", text: "patched by hand" });
  await hub.exploit("CVE-2026-0001");
  assert.deepEqual(await hub.lines(), [], "a signal says nothing of what is installed");
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20", "pkg:npm/new@1.0.0"]);
  const [open] = (await hub.lines()) as [Line];
  assert.deepEqual([open.state, open.declared, open.dueSet], ["new", false, false]);
  assert.deepEqual(told(await hub.show(line)), ["new advisory", "fixed fix", "new sbom 2"]);

  await hub.actOnAll({ action: "fix", text: "now" });
  await hub.inventory("core", ["pkg:npm/lodash@4.17.21"]);
  assert.deepEqual(await hub.lines(), []);
  const reopened = await hub.act({ action: "reopen", exposures: [{ asset: line.asset.id, ...keyPart(line) }] });
  assert.equal(reopened.body.refused[0].reason, "not-listed");
  assert.deepEqual(await historyFaults(database), []);
});

const keyPart = ({ packageVersion, vulnerability }: Line) => ({ packageVersion, vulnerability });

onBothDatabases(
  "what was accepted until a time is open again from then on, after a reminder",
  async (database, context) => {
    const hub = await working(database, context);
    await hub.inventory("core", ["pkg:npm/lodash@4.17.20"]);
    await hub.advise(lodash);
    const until = hub.at(30 * day);
    await hub.actOnAll({ action: "accept", text: "behind a filter", until });
    const [accepted] = (await hub.lines()) as [Line];
    assert.deepEqual([accepted.state, accepted.acceptedUntil, accepted.dueAt], ["accepted", until, null]);
    assert.deepEqual((await hub.lines("?overdue=true")).length, 0);
    await hub.later(20 * day);
    await hub.minute();
    assert.deepEqual(await hub.alerts("exposure").then((all) => all.filter(({ key }) => /^acceptance/.test(key))), []);
    await hub.later(4 * day);
    await hub.minute();
    await hub.minute();
    const reminders = async () => (await hub.alerts("exposure")).filter(({ key }) => /^acceptance/.test(key));
    assert.deepEqual(
      (await reminders()).map(({ state, people, title_ko }) => [state, people, title_ko]),
      [["open", [hub.boss.id], "CVE-2026-0001: 위험 수용이 2026-12-20에 끝납니다"]],
    );
    await hub.later(6 * day - 1);
    await hub.minute();
    assert.equal((await hub.lines())[0]?.state, "accepted", "not a moment early");
    await hub.later(1);
    await hub.minute();
    const [open] = (await hub.lines()) as [Line];
    assert.deepEqual([open.state, open.acceptedUntil], ["new", null]);
    assert.ok(open.dueAt !== null && new Date(open.dueAt) > hub.clock.now(), "with time to remediate");
    assert.deepEqual(told(await hub.show(open)), ["new advisory", "accepted accept", "new acceptance ended"]);
    assert.equal((await reminders())[0]?.state, "settled");
    const { rows } =
      await sql`select data from event where kind = 'exposure.changed' and data ->> 'cause' = 'acceptance ended'`.execute(
        database.kysely,
      );
    assert.equal(rows.length, 1);
    assert.deepEqual(await historyFaults(database), []);
  },
);

onBothDatabases("a risk that becomes more urgent than it was is accepted no more", async (database, context) => {
  const hub = await working(database, context);
  const facts = { network: "internet", criticality: "low" };
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20"], facts);
  await hub.advise(lodash);
  await hub.exploit("CVE-2026-0001");
  await hub.actOnAll({ action: "accept", text: "known to be exploited", until: hub.at(30 * day) });
  await hub.advise(kev([]), "kev.json");
  await hub.exploit("CVE-2026-0001");
  assert.equal((await hub.lines())[0]?.state, "accepted", "as urgent as it was when it was accepted");
  const change = { method: "PATCH", cookie: hub.boss.cookie, json: { criticality: "very-high" } };
  assert.equal((await hub.ask(`${hub.own}/assets/core`, change)).status, 200);
  const [open] = (await hub.lines()) as [Line];
  assert.deepEqual([open.state, open.acceptedUntil], ["new", null]);
  assert.deepEqual(told(await hub.show(open)), ["new advisory", "accepted accept", "new asset"]);

  const [, ...others] = await hub.lines();
  assert.deepEqual(others, []);
  await hub.actOnAll({ action: "accept", text: "again", until: hub.at(30 * day) });
  await hub.ask(`${hub.own}/assets/core`, { ...change, json: { criticality: "low" } });
  assert.deepEqual(
    (await hub.lines()).map(({ state, dueAt }) => [state, dueAt]),
    [["accepted", null]],
    "less is fine",
  );
  assert.deepEqual(await historyFaults(database), []);
});

onBothDatabases("a date that a person set stays, unless it becomes more urgent", async (database, context) => {
  const hub = await working(database, context);
  await hub.inventory("core", ["pkg:npm/lodash@4.17.20"], { network: "internal", criticality: "medium" });
  await hub.advise(lodash);
  const [line] = (await hub.lines()) as [Line];
  const due = hub.at(40 * day);
  const set = await hub.actOnAll({ action: "due", text: "with the release", until: due });
  assert.equal(set.body.changed, 1);
  const [after] = (await hub.lines("?dueBefore=2027-01-15T00:00:00Z&sort=due")) as [Line];
  assert.deepEqual([after.dueAt, after.dueSet], [due, true]);
  assert.equal((await hub.lines("?dueBefore=2026-12-01T00:00:00Z")).length, 0);
  const entry = (await hub.show(line)).body.history.at(-1);
  assert.deepEqual([entry.kind, entry.until, entry.why], ["due", due, "with the release"]);
  await hub.exploit("CVE-2026-0001");
  const [urgent] = (await hub.lines()) as [Line];
  assert.ok(urgent.dueAt !== null && urgent.dueAt < due, `${urgent.decision} ${urgent.dueAt}`);
  assert.equal((await hub.undo(set.body.action)).body.refused[0].reason, "changed-since", "facts moved it since");
  await hub.later(60 * day);
  assert.equal((await hub.lines("?overdue=true")).length, 1);
  assert.equal((await hub.lines("?overdue=false")).length, 0);
  const { body } = await hub.ask("/api/v1/exposure-counts?overdue=true", { cookie: hub.boss.cookie });
  assert.equal(body.total, 1);
});
