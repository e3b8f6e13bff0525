import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { hubRoles, inHub, inOrganisation, organisationRoles, type Role, roles } from "@bongsu/contracts";
import fc from "fast-check";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { testHub } from "../../../testing/hub.ts";
import { manualClock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { mayBeSecond, mayDo } from "./rules.ts";

const hour = 3_600_000;

/** A hub with two administrators, one of them in the bank, too. */
async function world(database: Database, context: TestContext) {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const hub = await testHub(database, context, { clock });
  const [agency, bank] = [await hub.organisation("agency", "government"), await hub.organisation("bank")];
  const people = {
    one: await hub.person("one", [
      { of: agency, role: "hub-administrator" },
      { of: bank, role: "organisation-administrator" },
    ]),
    two: await hub.person("two", [{ of: agency, role: "hub-administrator" }]),
    banker: await hub.person("banker", [{ of: bank, role: "organisation-administrator" }]),
    clerk: await hub.person("clerk", [{ of: bank, role: "analyst" }]),
  };
  type Who = keyof typeof people;
  const call = (who: Who, method: string, path: string, json?: object) =>
    hub.ask(`/api/v1${path}`, { method, cookie: people[who].cookie, ...(json === undefined ? {} : { json }) });
  const code = async (...asked: Parameters<typeof call>) => {
    const { status, body } = await call(...asked);
    return body.code ?? status;
  };
  const appoint = (who: Who, whom: Who = "clerk") =>
    call(who, "POST", `/organisations/bank/people/${people[whom].id}/administration`, { reason: "Holiday cover" });
  const administrators = async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct p.name from membership m join person p on p.id = m.person where m.role = 'hub-administrator' order by 1
    `.execute(database.kysely);
    return rows.map(({ name }) => name);
  };
  /** Time goes by, and everybody signs in anew. */
  const wait = async (milliseconds: number) => {
    clock.advance(milliseconds);
    const now = clock.now();
    const soon = new Date(now.getTime() + hour);
    await sql`update session set created_at = ${now}, updated_at = ${now}, expires_at = ${soon}`.execute(
      database.kysely,
    );
  };
  const decide = (who: Who, id: string, how = "approval") => call(who, "POST", `/approvals/${id}/${how}`, {});
  return { ...hub, clock, agency, bank, people, call, code, appoint, decide, administrators, wait };
}

onBothDatabases("the administrator's role is given by two", async (database, context) => {
  const { call, appoint, decide, administrators } = await world(database, context);
  const asked = await appoint("one");
  assert.equal(asked.status, 201, JSON.stringify(asked.body));
  const { approval } = asked.body;
  assert.deepEqual(await administrators(), ["one", "two"]);
  const alone = await decide("one", approval);
  assert.deepEqual([alone.status, alone.body.code], [403, "approvals.not-permitted-alone"]);
  const shown = (await call("two", "GET", "/approvals?state=waiting")).body.items;
  assert.deepEqual(
    shown.map((one: Record<string, unknown>) => [one.kind, one.requestedBy, one.reason, one.mayDecide]),
    [["appoint-administrator", "one", "Holiday cover", true]],
  );
  assert.match(shown[0].description.ko, /clerk\(bank\) 님을 허브 관리자로/);
  assert.equal((await call("one", "GET", `/approvals/${approval}`)).body.mayDecide, false);
  const done = await decide("two", approval);
  assert.deepEqual([done.status, done.body.state, done.body.decidedBy], [200, "approved", "two"]);
  assert.deepEqual(await administrators(), ["clerk", "one", "two"]);
  const again = await decide("two", approval);
  assert.deepEqual([again.status, again.body.code], [409, "approvals.already-decided"]);
});

onBothDatabases("who asked, who consented and who tried alone stand in the audit trail", async (database, context) => {
  const { appoint, decide, people } = await world(database, context);
  const { approval } = (await appoint("one")).body;
  await decide("one", approval);
  await decide("two", approval);
  const { rows } = await sql<{ line: string; details: Record<string, unknown> }>`
    select concat_ws(' ', operation, actor_name, outcome, problem) as line, details from audit_entry
    where operation in ('people.appointAdministrator', 'approvals.approve') order by at, id
  `.execute(database.kysely);
  assert.deepEqual(rows.map(({ line }) => line).sort(), [
    "approvals.approve one failed approvals.not-permitted-alone",
    "approvals.approve two done",
    "people.appointAdministrator one done",
  ]);
  const consent = rows.find(({ line }) => line === "approvals.approve two done");
  assert.deepEqual(
    [consent?.details.approval, consent?.details.requestedBy, consent?.details.kind],
    [approval, people.one.id, "appoint-administrator"],
  );
});

onBothDatabases("consent asks for a fresh sign-in", async (database, context) => {
  const { appoint, code, clock, administrators } = await world(database, context);
  const { approval } = (await appoint("one")).body;
  clock.advance(16 * 60_000);
  assert.equal(await code("two", "POST", `/approvals/${approval}/approval`, {}), "http.sign-in-again");
  assert.equal((await appoint("one", "banker")).body.code, "http.sign-in-again");
  assert.deepEqual(await administrators(), ["one", "two"]);
});

onBothDatabases("who has no right to do it neither sees nor decides it", async (database, context) => {
  const { appoint, code, ask, key, agency } = await world(database, context);
  const { approval } = (await appoint("one")).body;
  for (const who of ["banker", "clerk"] as const) {
    assert.equal(await code(who, "GET", `/approvals/${approval}`), "approvals.unknown-approval");
    assert.equal(await code(who, "POST", `/approvals/${approval}/approval`, {}), "approvals.unknown-approval");
    assert.equal(await code(who, "DELETE", `/approvals/${approval}`), "approvals.unknown-approval");
  }
  const robot = await key(agency, "organisation-administrator");
  for (const path of [`/approvals`, `/approvals/${approval}`]) {
    assert.equal((await ask(`/api/v1${path}`, { key: robot })).body.code, "approvals.not-permitted-to-machines");
  }
  const machine = await ask(`/api/v1/approvals/${approval}/approval`, { key: robot, json: {} });
  assert.equal(machine.body.code, "approvals.not-permitted-to-machines");
  assert.equal((await ask("/api/v1/approvals")).status, 401);
});

onBothDatabases(
  "the same does not wait twice, and two who ask have not consented to each other",
  async (database, context) => {
    const { appoint, administrators, call, code } = await world(database, context);
    const answers = await Promise.all([appoint("one"), appoint("two"), appoint("one")]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409]);
    assert.deepEqual(await administrators(), ["one", "two"]);
    const { approval } = answers.find(({ status }) => status === 201)?.body ?? {};
    const requester = (await call("one", "GET", `/approvals/${approval}`)).body.requestedBy;
    const [own, other] = requester === "one" ? (["one", "two"] as const) : (["two", "one"] as const);
    assert.equal(await code(other, "DELETE", `/approvals/${approval}`), "approvals.not-permitted-other");
    assert.equal((await call(own, "DELETE", `/approvals/${approval}`)).body.state, "withdrawn");
    assert.equal((await appoint("two")).status, 201);
  },
);

onBothDatabases("many consents at once do it once", async (database, context) => {
  const { person, agency, ask, appoint, people } = await world(database, context);
  const third = await person("third", [{ of: agency, role: "hub-administrator" }]);
  const { approval } = (await appoint("one")).body;
  const by = (cookie: string, how: string) => ask(`/api/v1/approvals/${approval}/${how}`, { cookie, json: {} });
  const answers = await Promise.all([
    by(people.two.cookie, "approval"),
    by(third.cookie, "approval"),
    by(people.two.cookie, "refusal"),
    by(third.cookie, "refusal"),
  ]);
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.ok(answers.every(({ status, body }) => status === 200 || body.code === "approvals.already-decided"));
});

onBothDatabases("a request expires, and may then be made anew", async (database, context) => {
  const { appoint, call, code, wait, administrators } = await world(database, context);
  const { approval } = (await appoint("one")).body;
  await wait(72 * hour - 1);
  assert.equal((await call("one", "GET", `/approvals/${approval}`)).body.state, "waiting");
  await wait(1);
  assert.equal((await call("two", "GET", `/approvals/${approval}`)).body.state, "expired");
  assert.equal(await code("two", "POST", `/approvals/${approval}/approval`, {}), "approvals.expired");
  assert.deepEqual((await call("two", "GET", "/approvals?state=expired")).body.items.length, 1);
  assert.deepEqual((await call("two", "GET", "/approvals?state=waiting")).body.items.length, 0);
  assert.equal((await appoint("one")).status, 201);
  assert.deepEqual(await administrators(), ["one", "two"]);
});

onBothDatabases(
  "whoever asked must still have the right when the second person consents",
  async (database, context) => {
    const { appoint, code, people, administrators, decide } = await world(database, context);
    const { approval } = (await appoint("one")).body;
    await sql`update person set status = 'suspended' where id = ${people.one.id}`.execute(database.kysely);
    assert.equal(await code("two", "POST", `/approvals/${approval}/approval`, {}), "approvals.requester-left");
    await sql`update person set status = 'active' where id = ${people.one.id}`.execute(database.kysely);
    await sql`delete from membership where person = ${people.one.id} and role = 'hub-administrator'`.execute(
      database.kysely,
    );
    assert.equal(await code("two", "POST", `/approvals/${approval}/approval`, {}), "approvals.requester-left");
    assert.equal((await decide("two", approval, "refusal")).body.state, "declined");
    assert.deepEqual(await administrators(), ["two"]);
  },
);

onBothDatabases("an organisation is removed by two, with all that is its own", async (database, context) => {
  const { call, code, decide, bank, key, ask } = await world(database, context);
  const robot = await key(bank, "analyst");
  await ask("/api/v1/organisations/bank/assets", {
    key: robot,
    json: { name: "web", criticality: "high", network: "internet" },
  });
  const remove = (who: "one" | "banker", handle = "bank") =>
    call(who, "POST", `/organisations/${handle}/removal`, { reason: "Merged" });
  assert.equal((await remove("banker")).status, 403);
  assert.equal((await remove("one", "agency")).body.code, "people.last-hub-administrator");
  const { approval } = (await remove("one")).body;
  assert.equal((await call("two", "GET", "/organisations/bank")).status, 200);
  assert.equal((await decide("two", approval)).status, 200);
  assert.equal(await code("two", "GET", "/organisations/bank"), "members.unknown-organisation");
  assert.equal((await ask("/api/v1/me", { key: robot })).status, 401);
  for (const table of ["asset", "membership", "service_account", "api_key", "circle_member"]) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where organisation = ${bank.id}`.execute(
      database.kysely,
    );
    assert.equal(rows.length, 0, table);
  }
});

onBothDatabases(
  "the first administrator appoints the second alone in the hub's first day, and later does not",
  async (database, context) => {
    const { appoint, people, administrators, wait } = await world(database, context);
    const only = (name: "one") =>
      sql`delete from membership where role = 'hub-administrator' and person <> ${people[name].id}`.execute(
        database.kysely,
      );
    await only("one");
    const first = await appoint("one");
    assert.deepEqual([first.status, first.body.approval], [201, null]);
    assert.deepEqual(await administrators(), ["clerk", "one"]);
    assert.equal((await appoint("one", "clerk")).body.code, "people.already-administrator");
    assert.notEqual((await appoint("one", "banker")).body.approval, null, "the third needs the second's consent");
    await only("one");
    await wait(24 * hour);
    const later = await appoint("one");
    assert.deepEqual([later.status, typeof later.body.approval], [201, "string"]);
    assert.deepEqual(await administrators(), ["one"]);
  },
);

const role = fc.constantFrom(...(Object.keys(roles) as Role[]));
const held = fc.array(fc.record({ organisation: fc.constantFrom("a", "b"), role }), { maxLength: 4 });

test("nobody is his own second person, whatever his roles", () => {
  fc.assert(
    fc.property(held, fc.constantFrom("a", "b", null), role, (own, organisation, needed) => {
      const who = needed in hubRoles ? [inHub(needed as never)] : [inOrganisation(needed as never)];
      assert.equal(mayBeSecond("me", own, { requestedBy: "me", organisation, who }), false);
      assert.equal(mayBeSecond("me", own, { requestedBy: "you", organisation, who }), mayDo(own, who, organisation));
    }),
  );
});

test("a role in an organisation counts in that organisation only", () => {
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(organisationRoles) as Role[])), (needed) => {
      const who = [inOrganisation(needed as never)];
      const own = [{ organisation: "a", role: "organisation-administrator" as const }];
      assert.deepEqual([mayDo(own, who, "a"), mayDo(own, who, "b"), mayDo(own, who, null)], [true, false, false]);
    }),
  );
});
