import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { testHub } from "../../../testing/hub.ts";
import { manualClock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { changeOrganisation } from "./change-organisation.ts";
import { addOrganisation, findOrganisation, korea, listOrganisations } from "./index.ts";

const clock = manualClock("2026-11-20T00:00:00Z");
const now = clock.now();
const named = (handle: string) => ({ handle, name: { en: handle, ko: handle }, sector: "finance", region: "KR-11" });
const add = (database: Database, handle: string) => addOrganisation(database.kysely, clock, korea, named(handle));

async function world(database: Database, context: TestContext) {
  const hub = await testHub(database, context);
  const bank = await hub.organisation("bank");
  const agency = await hub.organisation("agency", "government");
  const telecom = await hub.organisation("telecom", "telecom");
  return {
    ...hub,
    bank,
    agency,
    telecom,
    root: await hub.person("root", [{ of: agency, role: "hub-administrator" }]),
    banker: await hub.person("banker", [{ of: bank, role: "organisation-administrator" }]),
    operator: await hub.person("operator", [{ of: telecom, role: "organisation-administrator" }]),
  };
}

onBothDatabases("an organisation is added once, in a sector and a region that there are", async (database) => {
  await add(database, "bank");
  const throws = (input: object, code: string) =>
    assert.rejects(addOrganisation(database.kysely, clock, korea, { ...named("other"), ...input }), { code });
  await throws({ handle: "bank" }, "members.organisation-exists");
  await throws({ sector: "toString" }, "members.unknown-sector");
  await throws({ region: "constructor" }, "members.unknown-region");
  await throws({ region: "JP-13" }, "members.unknown-region");
  await throws({ parent: "nobody" }, "members.unknown-parent");
  for (const handle of ["", "a", "Bank", "1bank", "bank\0", "bank\n", "b".repeat(65), "b\u202ebank", "뱅크", "b_ank"]) {
    await throws({ handle }, "members.invalid-handle");
  }
  assert.deepEqual(
    (await listOrganisations(database.kysely)).map(({ handle }) => handle),
    ["bank"],
  );
  assert.equal((await findOrganisation(database.kysely, "bank")).region, "KR-11");
  await assert.rejects(findOrganisation(database.kysely, "other"), { code: "members.unknown-organisation" });
});

onBothDatabases("of many who add the same handle at once, one does", async (database) => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => add(database, "bank")));
  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
});

onBothDatabases("organisations are never a part of themselves, even by two changes at once", async (database) => {
  const [a, b, c] = [await add(database, "aa"), await add(database, "bb"), await add(database, "cc")];
  const into = (part: typeof a, parent: string | null) =>
    inTransaction(database, (transaction) => changeOrganisation(transaction, now, korea, part, { parent }));
  await into(b, "aa");
  await into(c, "bb");
  await assert.rejects(into(a, "cc"), { code: "members.parent-circle" });
  await assert.rejects(into(a, "aa"), { code: "members.parent-circle" });
  await into(b, null);
  const results = await Promise.allSettled([into(b, "cc"), into(c, "bb"), into(a, "bb"), into(b, "aa")]);
  const { rows } = await sql<{ circles: number }>`
    with recursive above as (
      select id as start, parent, 1 as depth from organisation
      union all select above.start, o.parent, depth + 1 from above join organisation o on o.id = above.parent where depth < 10
    ) select count(*)::int as circles from above where parent = start
  `.execute(database.kysely);
  assert.deepEqual(rows, [{ circles: 0 }]);
  assert.ok(results.some(({ status }) => status === "fulfilled"));
});

onBothDatabases(
  "an organisation changes what is its own; the hub's administrators the rest",
  async (database, context) => {
    const { ask, root, banker, operator } = await world(database, context);
    const change = (cookie: string, json: object) =>
      ask("/api/v1/organisations/bank", { method: "PATCH", cookie, json });
    const contact = { name: "당직실", email: "SOC@bank.example", phone: "+82 2 000 0000" };
    const own = await change(banker.cookie, { name: { en: "The Bank", ko: "은행" }, size: "large", contact });
    assert.equal(own.status, 200, JSON.stringify(own.body));
    assert.deepEqual(own.body.contact, { ...contact, email: "soc@bank.example" });
    for (const field of [
      { sector: "energy" },
      { region: "KR-26" },
      { criticality: "low" },
      { parent: "agency" },
      { status: "left" },
    ]) {
      const refused = await change(banker.cookie, field);
      assert.deepEqual([refused.status, refused.body.code], [403, "members.not-permitted-field"]);
      assert.equal((await change(root.cookie, field)).status, 200, JSON.stringify(field));
    }
    assert.equal((await change(operator.cookie, { size: "small" })).status, 403);
    assert.equal((await change(root.cookie, { region: "KR-99" })).body.code, "members.unknown-region");
    const shown = await ask("/api/v1/organisations/bank", { cookie: root.cookie });
    assert.deepEqual([shown.body.status, shown.body.sector, shown.body.parent], ["left", "energy", "agency"]);
    assert.equal((await ask("/api/v1/organisations/bank", { cookie: banker.cookie })).status, 403);
  },
);

onBothDatabases("who changes what somebody else changed meanwhile is told", async (database, context) => {
  const { ask, banker } = await world(database, context);
  const path = "/api/v1/organisations/bank";
  const etag = (await ask(path, { cookie: banker.cookie })).headers.get("etag") ?? "";
  const change = (size: string) =>
    ask(path, { method: "PATCH", cookie: banker.cookie, json: { size }, headers: { "if-match": etag } });
  assert.equal((await change("large")).status, 200);
  assert.deepEqual(
    [(await change("small")).status, (await change("small")).body.code],
    [412, "http.changed-meanwhile"],
  );
});

onBothDatabases(
  "the 24-hour contact is for its own people, coordinators and hub administrators",
  async (database, context) => {
    const { ask, root, banker, operator, person, agency, bank } = await world(database, context);
    const sector = (name: string, of: string) => person(name, [{ of: agency, role: "sector-coordinator", sector: of }]);
    const [finance, energy] = [await sector("finance", "finance"), await sector("energy", "energy")];
    const nation = await person("nation", [{ of: agency, role: "national-coordinator" }]);
    const reader = await person("reader", [{ of: bank, role: "read-only" }]);
    const contact = { name: "Duty", email: null, phone: "119" };
    await ask("/api/v1/organisations/bank", { method: "PATCH", cookie: banker.cookie, json: { contact } });
    for (const [who, known] of [
      [root, contact],
      [banker, contact],
      [reader, contact],
      [finance, contact],
      [nation, contact],
      [energy, null],
      [operator, null],
    ] as const) {
      const { body } = await ask("/api/v1/organisations/bank", { cookie: who.cookie });
      assert.deepEqual(body.contact, known);
    }
    const list = await ask("/api/v1/organisations", { cookie: operator.cookie });
    assert.doesNotMatch(JSON.stringify(list.body), /119/);
  },
);

onBothDatabases("only hub administrators and national coordinators add organisations", async (database, context) => {
  const { ask, root, banker, person, agency } = await world(database, context);
  const nation = await person("nation", [{ of: agency, role: "national-coordinator" }]);
  const input = (handle: string) => ({ ...named(handle), parent: "agency", size: "small" });
  const by = (cookie: string, handle: string) => ask("/api/v1/organisations", { cookie, json: input(handle) });
  assert.equal((await by(banker.cookie, "one")).status, 403);
  const added = await by(nation.cookie, "two");
  assert.deepEqual([added.status, added.body.parent, added.body.status], [201, "agency", "active"]);
  const twice = await by(root.cookie, "two");
  assert.deepEqual([twice.status, twice.body.code], [409, "members.organisation-exists"]);
});

onBothDatabases("hostile names are refused as input, not stored and not a fault", async (database, context) => {
  const { ask, root } = await world(database, context);
  const hostile = [
    "a\u0000b",
    "\ud800",
    "safe\u202etxt.exe",
    "\u2066x\u2069",
    "x".repeat(201),
    "line\nbreak",
    "  ",
    "",
  ];
  for (const en of hostile) {
    const { status, body } = await ask("/api/v1/organisations", {
      cookie: root.cookie,
      json: { ...named("hostile"), name: { en, ko: "이름" } },
    });
    assert.equal(status, 422, `${JSON.stringify(en)}: ${JSON.stringify(body)}`);
  }
  const searched = await ask(`/api/v1/organisations?search=${encodeURIComponent("%_\\")}`, { cookie: root.cookie });
  assert.deepEqual([searched.status, searched.body.items], [200, []]);
  const forged = Buffer.from(JSON.stringify(["-since", "no time", "x"])).toString("base64url");
  const cursor = await ask(`/api/v1/organisations?sort=-since&cursor=${forged}`, { cookie: root.cookie });
  assert.deepEqual([cursor.status, cursor.body.code], [422, "http.invalid-cursor"]);
});

onBothDatabases("a hub keeps an administrator when organisations are put to rest", async (database, context) => {
  const { ask, root } = await world(database, context);
  const rest = (handle: string, status: string) =>
    ask(`/api/v1/organisations/${handle}`, { method: "PATCH", cookie: root.cookie, json: { status } });
  for (const status of ["suspended", "left"]) {
    const refused = await rest("agency", status);
    assert.deepEqual([refused.status, refused.body.code], [422, "people.last-hub-administrator"]);
  }
  assert.equal((await rest("bank", "suspended")).status, 200);
});

onBothDatabases("disclosure is set by the organisation's administrator and nobody else", async (database, context) => {
  const { ask, root, banker, person, bank } = await world(database, context);
  const path = "/api/v1/organisations/bank/disclosure";
  const analyst = await person("analyst", [{ of: bank, role: "analyst" }]);
  assert.deepEqual((await ask(path, { cookie: analyst.cookie })).body, { sector: "status", national: "nothing" });
  const json = { sector: "nothing", national: "components" };
  assert.equal((await ask(path, { method: "PUT", cookie: analyst.cookie, json })).status, 403);
  assert.equal((await ask(path, { method: "PUT", cookie: root.cookie, json })).status, 403);
  assert.equal((await ask(path, { method: "PUT", cookie: banker.cookie, json })).status, 200);
  assert.deepEqual((await ask(path, { cookie: analyst.cookie })).body, json);
});

onBothDatabases("a provider serves a client from the moment that the client agrees", async (database, context) => {
  const { ask, banker, operator } = await world(database, context);
  const serving = async () => {
    const { rows } = await sql`select 1 from client_organisation`.execute(database.kysely);
    return rows.length;
  };
  const asked = await ask("/api/v1/organisations/telecom/clients", {
    cookie: operator.cookie,
    json: { client: "bank" },
  });
  assert.deepEqual([asked.status, asked.body.accepted], [201, false]);
  const again = await ask("/api/v1/organisations/telecom/clients", {
    cookie: operator.cookie,
    json: { client: "bank" },
  });
  assert.deepEqual([again.status, again.body.code], [409, "members.already-client"]);
  const self = await ask("/api/v1/organisations/telecom/clients", {
    cookie: operator.cookie,
    json: { client: "telecom" },
  });
  assert.equal(self.body.code, "members.own-client");
  assert.equal(await serving(), 0);
  const accept = (cookie: string) => ask("/api/v1/organisations/bank/providers/telecom", { method: "PUT", cookie });
  assert.equal((await accept(operator.cookie)).status, 403);
  assert.deepEqual((await ask("/api/v1/organisations/bank/providers", { cookie: banker.cookie })).body.items.length, 1);
  assert.equal((await accept(banker.cookie)).status, 200);
  assert.equal(await serving(), 1);
  const twice = await accept(banker.cookie);
  assert.deepEqual([twice.status, twice.body.code], [404, "members.unknown-request"]);
  const { body } = await ask("/api/v1/organisations/telecom/clients", { cookie: operator.cookie });
  assert.deepEqual(
    body.items.map((one: { organisation: string; accepted: boolean }) => [one.organisation, one.accepted]),
    [["bank", true]],
  );
  const end = () => ask("/api/v1/organisations/bank/providers/telecom", { method: "DELETE", cookie: banker.cookie });
  assert.deepEqual([(await end()).status, (await end()).status, await serving()], [200, 404, 0]);
});
