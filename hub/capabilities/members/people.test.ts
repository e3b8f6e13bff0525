import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { TestContext } from "node:test";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { testHub } from "../../../testing/hub.ts";
import type { Database } from "../../platform/database/database.ts";
import { activePerson } from "./index.ts";

async function world(database: Database, context: TestContext) {
  const hub = await testHub(database, context);
  const bank = await hub.organisation("bank");
  const agency = await hub.organisation("agency", "government");
  const people = {
    root: await hub.person("root", [{ of: agency, role: "hub-administrator" }]),
    banker: await hub.person("banker", [{ of: bank, role: "organisation-administrator" }]),
    clerk: await hub.person("clerk", [{ of: bank, role: "analyst" }]),
    stranger: await hub.person("stranger", []),
  };
  type Who = keyof typeof people;
  const call = (who: Who, method: string, path: string, json?: object) =>
    hub.ask(`/api/v1${path}`, { method, cookie: people[who].cookie, ...(json === undefined ? {} : { json }) });
  const code = async (...asked: Parameters<typeof call>) => {
    const { status, body } = await call(...asked);
    return body.code ?? status;
  };
  const role = (whose: Who, of: string, name: string) =>
    `/organisations/${of}/people/${people[whose].id}/roles/${name}`;
  return { ...hub, bank, agency, people, call, code, role };
}

onBothDatabases("one learns who one is, and changes one's name and language", async (database, context) => {
  const { call, code, ask, key, bank } = await world(database, context);
  const { body } = await call("clerk", "GET", "/me");
  assert.deepEqual(
    [body.kind, body.name, body.language, body.scopes, body.roles.map((one: { role: string }) => one.role)],
    ["person", "clerk", "ko", null, ["analyst"]],
  );
  assert.deepEqual((await call("stranger", "GET", "/me")).body.roles, []);
  const changed = await call("clerk", "PATCH", "/me", { name: "김서기", language: "en" });
  assert.deepEqual([changed.status, changed.body.name, changed.body.language], [200, "김서기", "en"]);
  assert.equal(await code("clerk", "PATCH", "/me", { name: "x\u202e" }), "http.invalid-input");
  const machine = await ask("/api/v1/me", { key: await key(bank, "reporter", ["exposure:read", "people:read"]) });
  assert.deepEqual(
    [machine.body.kind, machine.body.scopes, machine.body.roles[0].role],
    ["service", ["exposure:read", "people:read"], "reporter"],
  );
  assert.equal((await ask("/api/v1/me")).status, 401);
});

onBothDatabases("an organisation's administrator sees its people and no other's", async (database, context) => {
  const { call, code } = await world(database, context);
  const { body } = await call("banker", "GET", "/organisations/bank/people");
  assert.deepEqual(
    body.items.map((one: { name: string }) => one.name),
    ["banker", "clerk"],
  );
  assert.equal(await code("clerk", "GET", "/organisations/bank/people"), "http.not-permitted");
  assert.equal(await code("banker", "GET", "/organisations/agency/people"), "http.not-permitted");
  assert.equal(await code("banker", "GET", "/people"), "http.not-permitted");
  const all = await call("root", "GET", "/people?limit=3");
  const rest = await call("root", "GET", `/people?limit=3&cursor=${all.body.next}`);
  assert.deepEqual(
    [...all.body.items, ...rest.body.items].map((one: { name: string }) => one.name),
    ["banker", "clerk", "root", "stranger"],
  );
  const found = await call("root", "GET", "/people?role=analyst&search=CLERK@");
  assert.equal(found.body.items.length, 1);
});

onBothDatabases(
  "within an organisation its administrator gives roles; of the hub, only the hub's",
  async (database, context) => {
    const { call, code, role } = await world(database, context);
    assert.equal((await call("banker", "PUT", role("clerk", "bank", "reporter"))).status, 200);
    assert.equal(await code("clerk", "PUT", role("clerk", "bank", "organisation-administrator")), "http.not-permitted");
    assert.equal(await code("banker", "PUT", role("stranger", "bank", "analyst")), "people.unknown-person");
    assert.equal(await code("banker", "PUT", role("clerk", "agency", "analyst")), "http.not-permitted");
    assert.equal((await call("root", "PUT", role("stranger", "bank", "analyst"))).status, 200);
    for (const hubRole of ["auditor", "national-coordinator", "hub-administrator"]) {
      assert.equal(await code("banker", "PUT", role("clerk", "bank", hubRole)), "people.not-permitted-role", hubRole);
    }
    assert.equal(await code("root", "PUT", role("clerk", "bank", "hub-administrator")), "people.consent-needed");
    assert.equal(await code("root", "PUT", role("clerk", "bank", "sector-coordinator")), "people.sector-needed");
    const sector = { sector: "finance" };
    assert.equal(await code("root", "PUT", role("clerk", "bank", "auditor"), sector), "people.sector-needed");
    assert.equal((await call("root", "PUT", role("clerk", "bank", "sector-coordinator"), sector)).status, 200);
    assert.equal(await code("banker", "DELETE", `/organisations/bank/people/${randomUUID()}`), "people.unknown-person");
    assert.equal(
      await code("root", "PUT", `/organisations/bank/people/${randomUUID()}/roles/analyst`),
      "people.unknown-person",
    );
  },
);

onBothDatabases("a role ends with its taking, and the last administrators stay", async (database, context) => {
  const { call, code, role, people } = await world(database, context);
  assert.equal(
    await code("root", "DELETE", role("root", "agency", "hub-administrator")),
    "people.last-hub-administrator",
  );
  assert.equal(
    await code("root", "PUT", `/people/${people.root.id}/status`, { status: "suspended" }),
    "people.last-hub-administrator",
  );
  assert.equal(
    await code("root", "DELETE", `/organisations/agency/people/${people.root.id}`),
    "people.last-hub-administrator",
  );
  const last = "people.last-organisation-administrator";
  assert.equal(await code("banker", "DELETE", role("banker", "bank", "organisation-administrator")), last);
  assert.equal(await code("banker", "DELETE", `/organisations/bank/people/${people.banker.id}`), last);
  assert.equal((await call("banker", "DELETE", role("clerk", "bank", "analyst"))).status, 200);
  assert.equal(await code("banker", "DELETE", role("clerk", "bank", "analyst")), "people.unknown-person");
  assert.equal(await code("clerk", "GET", "/organisations"), "http.not-permitted");
  assert.equal((await call("root", "DELETE", role("banker", "bank", "organisation-administrator"))).status, 200);
});

onBothDatabases("two administrators who take the role from each other at once leave one", async (database, context) => {
  const { call, person, agency, people, ask } = await world(database, context);
  const second = await person("second", [{ of: agency, role: "hub-administrator" }]);
  const path = (id: string) => `/organisations/agency/people/${id}/roles/hub-administrator`;
  const answers = await Promise.all([
    call("root", "DELETE", path(second.id)),
    ask(`/api/v1${path(people.root.id)}`, { method: "DELETE", cookie: second.cookie }),
  ]);
  assert.ok(answers.some(({ status }) => status === 200));
  const { rows } = await sql`select 1 from membership where role = 'hub-administrator'`.execute(database.kysely);
  assert.equal(rows.length, 1);
});

onBothDatabases("a suspended person is nobody until let in again", async (database, context) => {
  const { call, code, people } = await world(database, context);
  const status = (to: string) => call("root", "PUT", `/people/${people.clerk.id}/status`, { status: to });
  assert.equal(
    await code("banker", "PUT", `/people/${people.clerk.id}/status`, { status: "suspended" }),
    "http.not-permitted",
  );
  assert.equal((await status("suspended")).body.status, "suspended");
  assert.equal(await code("clerk", "GET", "/me"), "http.not-signed-in");
  assert.equal(await activePerson(database.kysely, people.clerk.id), null);
  await status("active");
  assert.deepEqual(
    (await activePerson(database.kysely, people.clerk.id))?.held.map(({ role }) => role),
    ["analyst"],
  );
});

onBothDatabases("the permissions page says of every operation whether one may", async (database, context) => {
  const { call, ask, key, bank } = await world(database, context);
  const may = (body: { items: { operation: string; may: boolean }[] }, operation: string) =>
    body.items.find((one) => one.operation === operation)?.may;
  const clerk = (await call("clerk", "GET", "/permissions")).body;
  assert.ok(clerk.items.length > 40);
  assert.deepEqual(
    ["people.permissions", "members.listOrganisations", "members.addOrganisation", "keys.createKey"].map((one) =>
      may(clerk, one),
    ),
    [true, true, false, false],
  );
  assert.equal(may((await call("banker", "GET", "/permissions?organisation=bank")).body, "keys.createKey"), true);
  assert.equal(may((await call("banker", "GET", "/permissions?organisation=agency")).body, "keys.createKey"), false);
  const anonymous = (await ask("/api/v1/permissions")).body;
  assert.equal(may(anonymous, "members.listOrganisations"), false);
  const reader = (await ask("/api/v1/permissions", { key: await key(bank, "analyst", ["people:read"]) })).body;
  assert.deepEqual([may(reader, "people.me"), may(reader, "members.listOrganisations")], [true, false]);
  for (const one of clerk.items) {
    assert.match(one.summary.ko, /[가-힣]/, one.operation);
    assert.ok(one.who.en !== "" && one.who.ko !== "", one.operation);
  }
});
