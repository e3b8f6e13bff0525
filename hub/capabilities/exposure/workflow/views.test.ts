import assert from "node:assert/strict";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { working } from "./testing/members.ts";

onBothDatabases("views are kept for oneself or shared, and one of them is one's default", async (database, context) => {
  const hub = await working(database, context);
  const path = `${hub.own}/exposure-views`;
  const keep = (json: object, by: { cookie: string } = hub.reporter) => hub.ask(path, { cookie: by.cookie, json });
  const filters = { overdue: true, assignee: "me", since: "2026-01-01T00:00:00.000Z", decision: ["immediate"] };
  const mine = await keep({ name: "급한 것", filters, sort: "due" });
  assert.equal(mine.status, 201);
  assert.deepEqual(mine.body.filters, filters);
  assert.deepEqual([mine.body.own, mine.body.shared, mine.body.grouping], [true, false, "none"]);
  assert.equal((await keep({ name: "급한 것", filters: {} })).body.code, "exposure.view-exists");
  assert.equal((await keep({ name: "wrong", filters: { state: ["nonsense"] } })).status, 422);
  assert.equal(
    (await keep({ name: "all", shared: true, filters: {} })).body.code,
    "exposure.not-permitted-to-share-views",
  );
  const shared = await keep(
    { name: "all", shared: true, filters: { exploited: true }, grouping: "upgrade" },
    hub.analyst,
  );
  assert.equal(shared.status, 201);

  const list = async (by: {
    cookie?: string;
    key?: string;
  }): Promise<{ name: string; chosen: boolean; own: boolean }[]> => (await hub.ask(path, by)).body.items;
  const names = async (by: { cookie: string }) => (await list({ cookie: by.cookie })).map(({ name }) => name);
  assert.deepEqual(await names(hub.reporter), ["all", "급한 것"]);
  assert.deepEqual(await names(hub.boss), ["all"]);
  assert.equal((await hub.ask(path, { key: hub.neighbour })).status, 403);

  const change = (id: string, json: object, by: { cookie: string } = hub.reporter, headers = {}) =>
    hub.ask(`${path}/${id}`, { method: "PATCH", cookie: by.cookie, json, headers });
  assert.equal((await change(shared.body.id, { name: "mine now" })).status, 403, "an analyst's to change");
  const chosen = await change(shared.body.id, { chosen: true });
  assert.deepEqual([chosen.status, chosen.body.chosen], [200, true]);
  await change(mine.body.id, { chosen: true });
  assert.deepEqual(
    (await list({ cookie: hub.reporter.cookie })).map((one) => one.chosen),
    [false, true],
    "one at a time",
  );
  assert.deepEqual(
    (await list({ cookie: hub.boss.cookie })).map((one) => one.chosen),
    [false],
  );
  assert.equal((await change(mine.body.id, { name: "x" }, hub.boss)).body.code, "exposure.unknown-view");
  const renamed = await change(mine.body.id, { name: "늦은 것" });
  assert.deepEqual([renamed.body.name, renamed.body.filters], ["늦은 것", filters]);
  const stale = await change(mine.body.id, { name: "old" }, hub.reporter, {
    "if-match": mine.headers.get("etag") ?? '"x"',
  });
  assert.equal(stale.status, 412);

  const remove = (id: string, by: { cookie: string }) =>
    hub.ask(`${path}/${id}`, { method: "DELETE", cookie: by.cookie });
  assert.equal((await remove(shared.body.id, hub.reporter)).status, 403);
  assert.equal((await remove(shared.body.id, hub.boss)).status, 200);
  assert.deepEqual(await names(hub.reporter), ["늦은 것"]);
});
