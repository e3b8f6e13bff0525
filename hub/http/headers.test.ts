import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { newEmbedded } from "../../testing/databases.ts";
import { send } from "../../testing/fuzz/send.ts";
import { testHub } from "../../testing/hub.ts";
import { makeKey } from "../capabilities/members/index.ts";

async function hubAt(context: TestContext, url: string) {
  const database = await newEmbedded();
  context.after(() => database.close());
  return testHub(database, context, { environment: { BONGSU_URL: url } });
}

const paths = [
  "/healthz",
  "/api",
  "/api/openapi.json",
  "/api/v1/hub",
  "/api/v1/organisations",
  "/api/auth/session",
  "/nothing",
];

test("over https every answer asks for https from then on, sub-domains included; without it none does", async (context) => {
  const [secure, plain] = [await hubAt(context, "https://hub.example"), await hubAt(context, "http://localhost:8400")];
  for (const path of paths) {
    const told = (await secure.ask(path)).headers.get("strict-transport-security") ?? "";
    const [, seconds] = /^max-age=(\d+); includeSubDomains$/.exec(told) ?? [];
    assert.ok(Number(seconds) >= 31_536_000, `${path}: ${told}`);
    assert.equal((await plain.ask(path)).headers.get("strict-transport-security"), null, path);
  }
});

test("no answer lets another origin read it, or names what it was made with", async (context) => {
  const { ask } = await hubAt(context, "https://hub.example");
  for (const path of paths) {
    const { headers } = await ask(path, { headers: { origin: "https://evil.example" } });
    for (const name of ["access-control-allow-origin", "server", "x-powered-by"]) assert.equal(headers.get(name), null);
    const type = headers.get("content-type") ?? "";
    if (/^text|json/.test(type)) assert.match(type, /charset=utf-8/i, path);
  }
});

test("what is somebody's own is kept by no shared cache, and errors by none", async (context) => {
  const { ask, key, organisation } = await hubAt(context, "https://hub.example");
  const mine = await key(await organisation("kt"));
  const list = await ask("/api/v1/organisations", { key: mine });
  assert.match(list.headers.get("cache-control") ?? "", /private/);
  assert.match(list.headers.get("vary") ?? "", /authorization/);
  assert.equal((await ask("/api/v1/organisations")).headers.get("cache-control"), "no-store");
});

test("methods that nobody needs are refused, and echo nothing", async (context) => {
  const { address } = await hubAt(context, "http://localhost:8400");
  for (const method of ["TRACE", "PROPFIND", "OPTIONS"]) {
    const got = await send(address, { method, path: "/api/v1/hub", headers: { "x-secret": "hunter2" } });
    assert.ok(got !== null && got.status >= 400 && got.status < 500, `${method} ${got?.status}`);
    assert.doesNotMatch(got.text, /hunter2/);
  }
});

test("a key's secret has 256 random bits, and is never the same", () => {
  const secrets = Array.from({ length: 200 }, () => makeKey(new Date()).token.split(".")[1] ?? "");
  assert.equal(new Set(secrets).size, 200);
  for (const secret of secrets) assert.equal(Buffer.from(secret, "base64url").length, 32);
  // Each of the 256 bits is sometimes set and sometimes not.
  const bytes = secrets.map((secret) => Buffer.from(secret, "base64url"));
  for (let bit = 0; bit < 256; bit += 1) {
    const set = bytes.filter((one) => ((one[bit >> 3] ?? 0) >> (bit & 7)) & 1).length;
    assert.ok(set > 0 && set < 200, `bit ${bit}`);
  }
});
