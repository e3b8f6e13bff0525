import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { scope } from "@bongsu/contracts";
import fc from "fast-check";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { testHub } from "../../../testing/hub.ts";
import { manualClock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { sha256 } from "../../platform/ids.ts";
import { addOrganisation, createKey, createServiceAccount, keyHolder, korea, makeKey } from "./index.ts";
import { requireNotAbove } from "./service-accounts.ts";

const start = "2026-11-20T00:00:00Z";
const day = 24 * 3_600_000;
const later = (days: number) => new Date(new Date(start).getTime() + days * day);

/** An organisation with a service account and a key of one day. */
async function keyring({ kysely }: Database) {
  const clock = manualClock(start);
  const now = clock.now();
  const organisation = await addOrganisation(kysely, clock, korea, {
    handle: "bank",
    name: { en: "Bank", ko: "은행" },
    sector: "finance",
    region: "KR-11",
  });
  const account = await createServiceAccount(kysely, now, organisation.id, {
    name: "scanner",
    role: "reporter",
    by: null,
  });
  const key = await createKey(kysely, now, organisation.id, { account, scopes: ["exposure:read"], days: 1, by: null });
  const holder = (token: string, at = now) => keyHolder(kysely, token, at, "192.0.2.1");
  return { kysely, organisation, account, key, holder, now };
}

onBothDatabases("a key speaks for its account until it expires", async (database) => {
  const { key, holder, organisation, account } = await keyring(database);
  assert.deepEqual(await holder(key.token), {
    key: key.id,
    account,
    name: "scanner",
    scopes: ["exposure:read"],
    organisation: organisation.id,
    handle: "bank",
    role: "reporter",
  });
  assert.notEqual(await holder(key.token, new Date(later(1).getTime() - 1)), null);
  assert.equal(await holder(key.token, later(1)), null);
});

onBothDatabases("what is not exactly the key is nobody", async (database) => {
  const { key, holder } = await keyring(database);
  const { token } = key;
  const [left = "", secret = ""] = token.split(".");
  const other = makeKey(new Date(start)).token;
  const flipped = `${left}.${secret.startsWith("A") ? "B" : "A"}${secret.slice(1)}`;
  const wrong = [
    "",
    "bongsu_",
    left,
    `${left}.`,
    flipped,
    `${token} `,
    `${token}\n`,
    ` ${token}`,
    `${token}=`,
    `${token}.${secret}`,
    token.toUpperCase(),
    token.replace("bongsu_", "bongsu-"),
    `${left}.${other.split(".")[1]}`,
    `${other.split(".")[0]}.${secret}`,
    `${left}.${secret.slice(0, -1)}`,
    `${left}.${secret}A`,
    `${left}\0.${secret}`,
    "bongsu_'; drop table api_key; --.x",
    "a".repeat(1_000_000),
  ];
  for (const one of wrong) assert.equal(await holder(one), null, JSON.stringify(one.slice(0, 90)));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => assert.equal(await holder(text), null)),
    { numRuns: 50 },
  );
  assert.notEqual(await holder(token), null);
});

onBothDatabases("revoked, disabled, suspended: the key is nobody at once", async (database) => {
  const { kysely, key, holder, now } = await keyring(database);
  for (const [off, on] of [
    [sql`update api_key set revoked_at = ${now}`, sql`update api_key set revoked_at = null`],
    [sql`update service_account set disabled_at = ${now}`, sql`update service_account set disabled_at = null`],
    [sql`update organisation set status = 'suspended'`, sql`update organisation set status = 'active'`],
    [sql`update organisation set status = 'left'`, sql`update organisation set status = 'active'`],
  ] as const) {
    await off.execute(kysely);
    assert.equal(await holder(key.token), null);
    await on.execute(kysely);
    assert.notEqual(await holder(key.token), null);
  }
});

onBothDatabases("the last use is noted, at most once a minute; the secret is not kept", async (database) => {
  const { kysely, key, holder, now } = await keyring(database);
  const used = async () =>
    (
      await sql<{ at: Date; from: string }>`select last_used_at as at, last_used_from as from from api_key`.execute(
        kysely,
      )
    ).rows[0];
  assert.equal((await used())?.at, null);
  await holder(key.token);
  assert.deepEqual(await used(), { at: now, from: "192.0.2.1" });
  await holder(key.token, new Date(now.getTime() + 30_000));
  assert.deepEqual((await used())?.at, now);
  await holder(key.token, new Date(now.getTime() + 61_000));
  assert.deepEqual((await used())?.at, new Date(now.getTime() + 61_000));
  const { rows } = await sql<{
    row: string;
    hash: Uint8Array;
  }>`select row_to_json(k)::text as row, hash from api_key k`.execute(kysely);
  const secret = key.token.split(".")[1] ?? "";
  assert.ok(!rows[0]?.row.includes(secret.slice(5)));
  assert.deepEqual(Buffer.from(rows[0]?.hash ?? []), Buffer.from(sha256(secret)));
});

test("an account's role is within its maker's", () => {
  assert.doesNotThrow(() => requireNotAbove(["analyst"], "analyst"));
  assert.doesNotThrow(() => requireNotAbove(["read-only", "analyst"], "reporter"));
  assert.throws(() => requireNotAbove(["analyst"], "organisation-administrator"), { code: "keys.role-too-high" });
  assert.throws(() => requireNotAbove([], "read-only"), { code: "keys.role-too-high" });
});

async function world(database: Database, context: TestContext) {
  const clock = manualClock(start);
  const hub = await testHub(database, context, { clock });
  const bank = await hub.organisation("bank");
  const other = await hub.organisation("other");
  const banker = await hub.person("banker", [{ of: bank, role: "organisation-administrator" }]);
  const rival = await hub.person("rival", [{ of: other, role: "organisation-administrator" }]);
  const call = (method: string, path: string, json?: object, cookie = banker.cookie) =>
    hub.ask(`/api/v1/organisations/bank${path}`, { method, cookie, ...(json === undefined ? {} : { json }) });
  const account = async (name = "scanner", role = "analyst"): Promise<string> =>
    (await call("POST", "/service-accounts", { name, role })).body.id;
  const key = async (of: string, scopes = ["*"]) =>
    (await call("POST", `/service-accounts/${of}/keys`, { scopes })).body as {
      id: string;
      token: string;
      expiresAt: string;
    };
  const works = async (token: string) => (await hub.ask("/api/v1/me", { key: token })).status === 200;
  return { ...hub, clock, bank, banker, rival, call, account, key, works };
}

onBothDatabases("a key works as Bearer and as the password of Basic, and is shown once", async (database, context) => {
  const { account, key, ask, call } = await world(database, context);
  const made = await key(await account());
  assert.equal(made.expiresAt, later(90).toISOString());
  assert.equal((await ask("/api/v1/organisations", { key: made.token })).status, 200);
  const basic = (user: string, password: string) => ({
    headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` },
  });
  assert.equal((await ask("/api/v1/organisations", basic("anything", made.token))).status, 200);
  assert.equal((await ask("/api/v1/organisations", basic("", made.token))).status, 200);
  for (const wrong of [
    basic(made.token, ""),
    basic("x", "wrong"),
    { headers: { authorization: `Bearer` } },
    { headers: { authorization: `Token ${made.token}` } },
  ]) {
    assert.equal((await ask("/api/v1/organisations", wrong)).status, 401);
  }
  const accounts = await call("GET", "/service-accounts");
  const [listed] = accounts.body.items;
  assert.deepEqual(
    [listed.keys, listed.maker, listed.lastUsedAt],
    [1, { name: "banker", status: "active" }, start.replace("Z", ".000Z")],
  );
  const keys = await call("GET", `/service-accounts/${listed.id}/keys`);
  assert.deepEqual([keys.body.items[0].lastUsedFrom, keys.body.items[0].hint.length], ["127.0.0.1", 4]);
  const secret = made.token.split(".")[1] ?? "";
  assert.doesNotMatch(JSON.stringify([accounts.body, keys.body]), new RegExp(secret.slice(5)));
});

onBothDatabases("a rotated key lives on for its grace, and is rotated once", async (database, context) => {
  const { account, key, call, works, clock, ask } = await world(database, context);
  const old = await key(await account(), ["people:read"]);
  const rotate = () => call("POST", `/keys/${old.id}/rotation`, { grace: 2 });
  const answers = await Promise.all([rotate(), rotate(), rotate()]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409]);
  const made = answers.find(({ status }) => status === 201)?.body;
  assert.deepEqual(made.scopes, ["people:read"]);
  assert.deepEqual([await works(old.token), await works(made.token)], [true, true]);
  clock.advance(2 * 3_600_000);
  assert.deepEqual([await works(old.token), await works(made.token)], [false, true]);
  const own = await ask(`/api/v1/organisations/bank/keys/${made.id}/rotation`, { key: made.token, json: { grace: 0 } });
  assert.equal(own.body.code, "http.scope-missing");
});

onBothDatabases("a machine replaces its own key, and makes, keeps or ends no other", async (database, context) => {
  const { account, key, ask, works } = await world(database, context);
  const of = await account("robot", "organisation-administrator");
  const [mine, other] = [await key(of), await key(of)];
  const as = (method: string, path: string, json?: object) =>
    ask(`/api/v1/organisations/bank${path}`, { method, key: mine.token, ...(json === undefined ? {} : { json }) });
  for (const [method, path, json, code] of [
    ["POST", "/service-accounts", { name: "second", role: "read-only" }, "keys.not-permitted-to-machines"],
    ["POST", `/service-accounts/${of}/keys`, { scopes: ["*"] }, "keys.not-permitted-to-machines"],
    ["DELETE", `/keys/${other.id}`, undefined, "keys.not-permitted-to-machines"],
    ["POST", `/keys/${other.id}/rotation`, {}, "keys.not-permitted"],
  ] as const) {
    const { status, body } = await as(method, path, json);
    assert.deepEqual([status, body.code], [403, code], path);
  }
  const rotated = await as("POST", `/keys/${mine.id}/rotation`, { grace: 0 });
  assert.equal(rotated.status, 201, JSON.stringify(rotated.body));
  assert.deepEqual(
    [await works(mine.token), await works(rotated.body.token), await works(other.token)],
    [false, true, true],
  );
});

onBothDatabases("keys and accounts of one organisation do not exist for another", async (database, context) => {
  const { account, key, call, rival, ask, bank, works } = await world(database, context);
  const of = await account();
  const made = await key(of);
  assert.equal((await call("GET", "/service-accounts", undefined, rival.cookie)).status, 403);
  const foreign = (method: string, path: string, json?: object) =>
    ask(`/api/v1/organisations/other${path}`, {
      method,
      cookie: rival.cookie,
      ...(json === undefined ? {} : { json }),
    });
  for (const [method, path, json, code] of [
    ["GET", `/service-accounts/${of}/keys`, undefined, "keys.unknown-account"],
    ["POST", `/service-accounts/${of}/keys`, { scopes: ["*"] }, "keys.unknown-account"],
    ["PUT", `/service-accounts/${of}/status`, { status: "disabled" }, "keys.unknown-account"],
    ["DELETE", `/keys/${made.id}`, undefined, "keys.unknown-key"],
    ["POST", `/keys/${made.id}/rotation`, {}, "keys.unknown-key"],
  ] as const) {
    const { status, body } = await foreign(method, path, json);
    assert.deepEqual([status, body.code], [404, code], `${method} ${path} ${bank.handle}`);
  }
  assert.ok(await works(made.token));
});

onBothDatabases("revoking and disabling work at once; whose maker left says so", async (database, context) => {
  const { account, key, call, works, banker, bank, person } = await world(database, context);
  const of = await account();
  const [first, second] = [await key(of), await key(of)];
  assert.equal((await call("DELETE", `/keys/${first.id}`)).status, 200);
  assert.deepEqual([await works(first.token), await works(second.token)], [false, true]);
  assert.equal((await call("PUT", `/service-accounts/${of}/status`, { status: "disabled" })).status, 200);
  assert.equal(await works(second.token), false);
  assert.equal(
    (await call("POST", `/service-accounts/${of}/keys`, { scopes: ["*"] })).body.code,
    "keys.account-disabled",
  );
  await call("PUT", `/service-accounts/${of}/status`, { status: "active" });
  assert.ok(await works(second.token));
  await sql`update person set status = 'suspended' where id = ${banker.id}`.execute(database.kysely);
  assert.ok(await works(second.token), "a machine does not stop because a person does");
  const deputy = await person("deputy", [{ of: bank, role: "organisation-administrator" }]);
  const maker = async () => {
    const { body } = await call("GET", "/service-accounts", undefined, deputy.cookie);
    return body.items[0].maker;
  };
  assert.deepEqual(await maker(), { name: "banker", status: "suspended" });
  await sql`update person set status = 'active' where id = ${banker.id}`.execute(database.kysely);
  await sql`delete from membership where person = ${banker.id}`.execute(database.kysely);
  assert.deepEqual(await maker(), { name: "banker", status: "left" });
});

onBothDatabases("scopes and lifetimes that make no sense are refused", async (database, context) => {
  const { account, call } = await world(database, context);
  const of = await account();
  const tried = async (json: object) => (await call("POST", `/service-accounts/${of}/keys`, json)).body.code;
  assert.equal(await tried({ scopes: ["exposre:read"] }), "keys.invalid-scope");
  assert.equal(await tried({ scopes: ["constructor:read"] }), "keys.invalid-scope");
  for (const bad of [[], ["read"], ["*:write"], ["exposure:delete"], ["exposure:read\n"], ["EXPOSURE:read"]]) {
    assert.equal(await tried({ scopes: bad }), "http.invalid-input", JSON.stringify(bad));
  }
  for (const days of [0, 367, 1.5, -1, "90"]) assert.equal(await tried({ scopes: ["*"], days }), "http.invalid-input");
  assert.ok(scope.safeParse("*:read").success);
  const twice = await call("POST", "/service-accounts", { name: "scanner", role: "analyst" });
  assert.deepEqual([twice.status, twice.body.code], [409, "keys.account-exists"]);
  const hub = await call("POST", "/service-accounts", { name: "chief", role: "hub-administrator" });
  assert.equal(hub.body.code, "http.invalid-input");
});
