import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { onBothDatabases } from "../../testing/databases.ts";
import { testHub } from "../../testing/hub.ts";
import type { Database } from "../platform/database/database.ts";

const packed = { "accept-encoding": "gzip, br" };
const plain = { "accept-encoding": "identity" };
const assets = "/api/v1/organisations/kt/assets";

async function hubWithAssets(database: Database, context: Pick<TestContext, "after">) {
  const hub = await testHub(database, context);
  const kt = await hub.organisation("kt");
  const key = await hub.key(kt, "organisation-administrator");
  for (let n = 0; n < 12; n += 1) await hub.ask(assets, { key, json: { name: `server ${n}` } });
  return { ...hub, makeKey: () => hub.key(kt), key };
}

onBothDatabases(
  "a long answer goes out packed to whoever asks for it, a short one as it is",
  async (database, context) => {
    const { ask, key } = await hubWithAssets(database, context);
    const [small, large] = [
      await ask("/api/v1/me", { key, headers: packed }),
      await ask(assets, { key, headers: packed }),
    ];
    assert.equal(small.headers.get("content-encoding"), null);
    assert.equal(large.headers.get("content-encoding"), "gzip");
    const same = await ask(assets, { key, headers: plain });
    assert.equal(same.headers.get("content-encoding"), null);
    assert.deepEqual(large.body, same.body);
    for (const one of [small, large, same]) assert.match(one.headers.get("vary") ?? "", /accept-encoding/);
  },
);

onBothDatabases("an entity tag means the same however its answer travelled", async (database, context) => {
  const { ask, key } = await hubWithAssets(database, context);
  const tagOf = async (headers: Record<string, string>) =>
    (await ask(assets, { key, headers })).headers.get("etag") ?? "";
  const [weak, strong] = [await tagOf(packed), await tagOf(plain)];
  assert.equal(weak, `W/${strong}`);
  for (const tag of [weak, strong]) {
    for (const accepted of [packed, plain]) {
      const again = await ask(assets, { key, headers: { ...accepted, "if-none-match": tag } });
      assert.equal(again.status, 304);
    }
  }
  const description = { en: "x".repeat(180), ko: "가".repeat(180) };
  await ask("/api/v1/circles", {
    key,
    json: { organisation: "kt", handle: "shift", name: description, description: "y".repeat(2000) },
  });
  const circle = "/api/v1/circles/shift";
  const seen = (await ask(circle, { key, headers: packed })).headers.get("etag") ?? "";
  assert.match(seen, /^W\//);
  const change = (text: string) =>
    ask(circle, { key, method: "PATCH", json: { description: text }, headers: { "if-match": seen } });
  assert.equal((await change("for whoever is on duty")).status, 200);
  assert.equal((await change("for nobody")).body.code, "http.changed-meanwhile");
});

onBothDatabases("what may hold a secret is not packed, nor is an event stream", async (database, context) => {
  const { address, ask, key, makeKey } = await hubWithAssets(database, context);
  for (let n = 0; n < 12; n += 1) await makeKey();
  const accounts = await ask("/api/v1/organisations/kt/service-accounts", { key, headers: packed });
  assert.ok(JSON.stringify(accounts.body).length > 1024);
  assert.equal(accounts.headers.get("content-encoding"), null);
  const stop = new AbortController();
  const stream = await fetch(`${address}/api/v1/events`, {
    headers: { ...packed, authorization: `Bearer ${key}` },
    signal: stop.signal,
  });
  assert.equal(stream.headers.get("content-encoding"), null);
  stop.abort();
});
