import assert from "node:assert/strict";
import { onBothDatabases } from "../../../testing/databases.ts";
import { testHub } from "../../../testing/hub.ts";

onBothDatabases(
  "reports over HTTP: shared, narrowed at once, widened by two, nothing there for others",
  async (database, context) => {
    const hub = await testHub(database, context);
    const [bank, shop] = [await hub.organisation("bank"), await hub.organisation("shop")];
    const boss = await hub.person("Boss", [{ of: bank, role: "reporter" }]);
    const clerk = await hub.person("Clerk", [{ of: bank, role: "analyst" }]);
    const keeper = await hub.person("Keeper", [{ of: shop, role: "organisation-administrator" }]);
    const ask = (who: { cookie: string } | null, path: string, json?: unknown, method?: string) =>
      hub.ask(`/api/v1${path}`, { ...(who ?? {}), json, ...(method === undefined ? {} : { method }) });
    const draft = { kind: "warning", title: "Look out", text: "**now**", tlp: "TLP:AMBER", organisations: [] };
    const shared = await ask(boss, "/organisations/bank/reports", draft);
    assert.equal(shared.status, 201, JSON.stringify(shared.body));
    const path = `/reports/${shared.body.id}`;
    const sees = async (who: { cookie: string } | null) => [
      (await ask(who, path)).status,
      (await ask(who, `${path}/history`)).status,
      (await ask(who, "/reports?search=look")).body.items.length,
      (await ask(who, "/reports/count")).body.count,
    ];
    const [there, gone] = [
      [200, 200, 1, 1],
      [404, 404, 0, 0],
    ];
    assert.deepEqual(await sees(clerk), there);
    assert.deepEqual(await sees(keeper), gone);
    assert.deepEqual(await sees(null), gone);
    const wider = await ask(boss, `${path}/marking`, { tlp: "CLEAR", reason: "everybody should know" }, "PUT");
    assert.deepEqual(
      [wider.body.outcome, wider.body.reasons],
      ["requested", ["wider-label"]],
      JSON.stringify(wider.body),
    );
    assert.deepEqual(await sees(keeper), gone, "asking changes nothing");
    const decide = (who: { cookie: string }) => ask(who, `/approvals/${wider.body.approval}/approval`, {});
    assert.notEqual((await decide(keeper)).status, 200);
    assert.notEqual((await decide(boss)).status, 200, "not alone");
    const consented = await decide(clerk);
    assert.equal(consented.status, 200, JSON.stringify(consented.body));
    assert.equal(consented.body.description.en.includes("Look out"), false, "requests do not tell titles");
    for (const who of [clerk, keeper, null]) assert.deepEqual(await sees(who), there);
    const history = await ask(null, `${path}/history`);
    assert.equal(history.body.items.length, 1, "what was said under AMBER stays there");
    const narrower = await ask(boss, `${path}/marking`, { tlp: "AMBER+STRICT" }, "PUT");
    assert.equal(narrower.body.outcome, "marked");
    assert.deepEqual(await sees(keeper), gone);
    assert.equal((await ask(keeper, `${path}/marking`, { tlp: "CLEAR" }, "PUT")).status, 404);
  },
);

onBothDatabases("hostile cursors, words and names are refused or find nothing", async (database, context) => {
  const hub = await testHub(database, context);
  const boss = await hub.person("Boss", [{ of: await hub.organisation("bank"), role: "reporter" }]);
  const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  for (const cursor of ["x", forged("-changed", "now", "me"), forged("-changed", null, {}), forged("-changed", 1, 2)]) {
    const answer = await hub.ask(`/api/v1/reports?cursor=${encodeURIComponent(cursor)}`);
    assert.equal(answer.body.code, "http.invalid-cursor", `${cursor}: ${JSON.stringify(answer.body)}`);
  }
  for (const query of ["search=%00", "search=%25_%5C", "vulnerability=%00", "owner=a%00b"]) {
    const answer = await hub.ask(`/api/v1/reports?${query}`);
    assert.ok(answer.status < 500, `${query}: ${JSON.stringify(answer.body)}`);
    if (answer.status === 200) assert.deepEqual(answer.body.items, []);
  }
  const named = await hub.ask("/api/v1/organisations/bank/receivers", {
    cookie: boss.cookie,
    json: { organisation: "bank", tlp: "RED", named: ["a\u0000b"] },
  });
  assert.equal(named.body.code, "sharing.unknown-person", JSON.stringify(named.body));
});
