import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { onBothDatabases } from "../../testing/databases.ts";
import { testHub } from "../../testing/hub.ts";

const asset = { name: "web", criticality: "high", network: "internet" };

onBothDatabases(
  "an error is a problem document in the reader's language, with its code and the request's number",
  async (database, context) => {
    const { ask } = await testHub(database, context);
    const english = await ask("/api/v1/organisations");
    assert.equal(english.status, 401);
    assert.match(english.headers.get("content-type") ?? "", /^application\/problem\+json/);
    assert.equal(english.body.code, "http.not-signed-in");
    assert.equal(english.body.instance, `urn:uuid:${english.headers.get("x-request-id")}`);
    assert.match(english.headers.get("www-authenticate") ?? "", /Bearer/);
    const korean = await ask("/api/v1/organisations", { headers: { "accept-language": "ko-KR" } });
    assert.match(korean.body.title, /로그인/);
    assert.equal(korean.headers.get("content-language"), "ko");
  },
);

onBothDatabases("what is not there, and a method that an address does not take", async (database, context) => {
  const { ask, key, organisation } = await testHub(database, context);
  const mine = await key(await organisation("kt"));
  assert.equal((await ask("/api/v1/nothing", { key: mine })).body.code, "http.not-found");
  const wrong = await ask("/api/v1/organisations/kt/assets", { key: mine, method: "PUT", json: {} });
  assert.equal(wrong.status, 405);
  assert.match(wrong.headers.get("allow") ?? "", /GET/);
  assert.equal((await ask("/api/v1/organisations/nobody", { key: mine })).status, 404);
});

onBothDatabases(
  "a key works as Bearer and as Basic's password; a wrong one is never nobody",
  async (database, context) => {
    const { ask, key, organisation } = await testHub(database, context);
    const mine = await key(await organisation("kt"));
    const basic = `Basic ${Buffer.from(`anything:${mine}`).toString("base64")}`;
    assert.equal((await ask("/api/v1/organisations", { headers: { authorization: basic } })).status, 200);
    for (const wrong of [
      "Bearer x",
      `Bearer ${mine.slice(0, -1)}x`,
      "Basic !",
      "Digest a=b",
      `Bearer ${mine} ${mine}`,
    ]) {
      // An address that anyone may ask: still refused, for credentials were given.
      assert.equal((await ask("/api/v1/reports", { headers: { authorization: wrong } })).status, 401, wrong);
    }
  },
);

onBothDatabases(
  "a repeated request with the same idempotency key is done once and answered alike",
  async (database, context) => {
    const { ask, key, organisation } = await testHub(database, context);
    const mine = await key(await organisation("kt"));
    const headers = { "idempotency-key": randomUUID() };
    const path = "/api/v1/organisations/kt/assets";
    const all = await Promise.all(Array.from({ length: 5 }, () => ask(path, { key: mine, json: asset, headers })));
    assert.deepEqual(
      all.map(({ status }) => status),
      [201, 201, 201, 201, 201],
    );
    assert.equal(new Set(all.map(({ body }) => body.id)).size, 1);
    assert.equal(all.filter((one) => one.headers.get("idempotency-replayed") === "true").length, 4);
    assert.equal((await ask(path, { key: mine })).body.items.length, 1);
    const other = await ask(path, { key: mine, json: { ...asset, name: "other" }, headers });
    assert.equal(other.body.code, "http.key-reused");
    // Somebody else's key of the same name is another.
    const theirs = await key(await organisation("bank"));
    assert.equal((await ask("/api/v1/organisations/bank/assets", { key: theirs, json: asset, headers })).status, 201);
    assert.equal(
      (await ask(path, { key: mine, json: asset, headers: { "idempotency-key": "short" } })).body.code,
      "http.invalid-key",
    );
  },
);

onBothDatabases("a representation that has not changed is not sent again", async (database, context) => {
  const { ask, key, organisation } = await testHub(database, context);
  const mine = await key(await organisation("kt"));
  const { headers } = await ask("/api/v1/organisations", { key: mine });
  const etag = headers.get("etag") ?? "";
  const again = await ask("/api/v1/organisations", { key: mine, headers: { "if-none-match": etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body, "");
  await organisation("bank");
  assert.equal((await ask("/api/v1/organisations", { key: mine, headers: { "if-none-match": etag } })).status, 200);
});

onBothDatabases("an input that is wrong is told field by field, in both languages", async (database, context) => {
  const { ask, key, organisation } = await testHub(database, context);
  const mine = await key(await organisation("kt"));
  const path = "/api/v1/organisations/kt/assets";
  const wrong = await ask(path, { key: mine, json: { name: "a\u0000b", criticality: "terrible" } });
  assert.equal(wrong.status, 422);
  assert.deepEqual(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort(), [
    "/criticality",
    "/name",
  ]);
  for (const { message } of wrong.body.errors) assert.notEqual(message.ko, message.en);
  const notJson = await ask(path, {
    key: mine,
    bytes: Buffer.from("{"),
    headers: { "content-type": "application/json" },
  });
  assert.ok([400, 422].includes(notJson.status), String(notJson.status));
  const text = await ask(path, { key: mine, bytes: Buffer.from("a=b"), headers: { "content-type": "text/plain" } });
  assert.equal(text.body.code, "http.invalid-body");
  const deep = `{"name":${"[".repeat(5000)}${"]".repeat(5000)}}`;
  const nested = await ask(path, {
    key: mine,
    bytes: Buffer.from(deep),
    headers: { "content-type": "application/json" },
  });
  assert.ok(nested.status >= 400 && nested.status < 500, String(nested.status));
  const zipped = new Uint8Array(gzipSync(JSON.stringify(asset)));
  const taken = await ask(path, {
    key: mine,
    bytes: zipped,
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
  });
  assert.equal(taken.status, 201);
  assert.equal((await ask(`${path}?limit=5000`, { key: mine })).body.errors[0].pointer, "/limit");
  assert.equal((await ask(`${path}?cursor=nonsense`, { key: mine })).body.code, "http.invalid-cursor");
});

onBothDatabases(
  "a key does what its scopes, its role and its organisation allow, and no more",
  async (database, context) => {
    const { ask, key, organisation, settle } = await testHub(database, context);
    const [kt] = [await organisation("kt"), await organisation("bank")];
    const path = "/api/v1/organisations/kt/assets";
    const reading = await key(kt, "analyst", ["inventories:read"]);
    assert.equal((await ask(path, { key: reading })).status, 200);
    assert.equal((await ask(path, { key: reading, json: asset })).body.code, "http.scope-missing");
    assert.equal((await ask("/api/v1/reports", { key: reading })).body.code, "http.scope-missing");
    const readOnly = await key(kt, "read-only");
    assert.equal((await ask(path, { key: readOnly, json: asset })).body.code, "http.not-permitted");
    const analyst = await key(kt);
    assert.equal(
      (await ask("/api/v1/organisations/bank/assets", { key: analyst, json: asset })).body.code,
      "http.not-permitted",
    );
    await settle();
    const { rows } = await sql<{ problem: string }>`
    select problem from audit_entry where outcome = 'denied' and problem is not null order by number
  `.execute(database.kysely);
    assert.deepEqual(rows.map(({ problem }) => problem).sort(), [
      "http.not-permitted",
      "http.not-permitted",
      "http.scope-missing",
      "http.scope-missing",
    ]);
  },
);

onBothDatabases(
  "a person's session counts with its organisation's roles, until it ends; another site cannot use it",
  async (database, context) => {
    const { ask, person, organisation, accounts } = await testHub(database, context);
    const kt = await organisation("kt");
    const { cookie, id, session } = await person("Kim", [{ of: kt, role: "analyst" }]);
    const path = "/api/v1/organisations/kt/assets";
    assert.equal((await ask(path, { cookie, json: asset })).status, 201);
    const foreign = await ask(path, { cookie, json: asset, headers: { origin: "https://evil.example" } });
    assert.equal(foreign.body.code, "http.forged");
    await accounts.endSession(database.kysely, id, session);
    assert.equal((await ask(path, { cookie })).status, 401);
  },
);

onBothDatabases("every answer carries the security headers, and health needs no account", async (database, context) => {
  const { ask } = await testHub(database, context);
  for (const path of ["/healthz", "/readyz", "/api/openapi.json", "/api/v1/nothing", "/nothing"]) {
    const { headers } = await ask(path);
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/, path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
  }
  assert.equal((await ask("/healthz")).status, 200);
  assert.match((await ask("/metrics")).body, /bongsu_http_request_duration_seconds_count/);
});

onBothDatabases(
  "a request that is cut in the middle leaves nothing, and the hub goes on",
  async (database, context) => {
    const { ask, key, organisation, address } = await testHub(database, context);
    const mine = await key(await organisation("kt"));
    const path = "/api/v1/organisations/kt/assets";
    await new Promise<void>((resolve) => {
      const headers = { authorization: `Bearer ${mine}`, "content-type": "application/json", "content-length": "1000" };
      const sent = request(`${address}${path}`, { method: "POST", headers });
      sent.on("error", () => resolve());
      sent.write('{"name":"half');
      setTimeout(() => sent.destroy(), 50);
    });
    assert.deepEqual((await ask(path, { key: mine })).body.items, []);
  },
);
