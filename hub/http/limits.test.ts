import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { type TestContext, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { Hono } from "hono";
import { newEmbedded } from "../../testing/databases.ts";
import { sendBytes } from "../../testing/fuzz/send.ts";
import { testHub } from "../../testing/hub.ts";
import type { Actor } from "../kernel/index.ts";
import { type EventLog, type LiveEvent, LiveEvents } from "./events/live.ts";
import type { Entry } from "./face.ts";
import type { Rates } from "./limits.ts";
import { securityHeaders } from "./security.ts";
import { listen } from "./server.ts";

async function hubWith(context: TestContext, rates: Partial<Rates>, environment: NodeJS.ProcessEnv = {}) {
  const database = await newEmbedded();
  context.after(() => database.close());
  const most = 1_000_000;
  return testHub(database, context, { rates: { actor: most, address: most, failures: most, ...rates }, environment });
}

const asked = "/api/v1/organisations";

test("an account that asks too often is told when to come back, and others are not held up", async (context) => {
  const hub = await hubWith(context, { actor: 3 });
  const [kt, bank] = [await hub.organisation("kt"), await hub.organisation("bank")];
  const [mine, theirs] = [await hub.key(kt), await hub.key(bank)];
  for (let index = 0; index < 3; index += 1) assert.equal((await hub.ask(asked, { key: mine })).status, 200);
  const refused = await hub.ask(asked, { key: mine });
  assert.deepEqual([refused.status, refused.body.code], [429, "http.too-many-requests"]);
  const seconds = Number(refused.headers.get("retry-after"));
  assert.ok(seconds >= 1 && seconds <= 60, String(seconds));
  assert.equal((await hub.ask(asked, { key: theirs })).status, 200);
  assert.match((await hub.ask("/metrics")).body, /limited\w* 1/);
});

test("an address without credentials is counted by itself, at the sign-in as well", async (context) => {
  const hub = await hubWith(context, { address: 4 });
  const key = await hub.key(await hub.organisation("kt"));
  for (let index = 0; index < 3; index += 1) assert.equal((await hub.ask("/api/v1/hub")).status, 200);
  const signIn = () => hub.ask("/api/auth/sign-in", { json: {} });
  assert.notEqual((await signIn()).status, 429);
  assert.equal((await signIn()).status, 429);
  const refused = await hub.ask("/api/v1/hub");
  assert.equal(refused.status, 429);
  assert.match(refused.headers.get("retry-after") ?? "", /^\d+$/);
  assert.equal(
    (await hub.ask(asked, { key })).status,
    200,
    "who has credentials is not counted with those who have none",
  );
});

test("an address from which wrong keys come is shut out for a while, right keys or not", async (context) => {
  const hub = await hubWith(context, { failures: 3 });
  const key = await hub.key(await hub.organisation("kt"));
  const wrong = `${key.slice(0, -3)}abc`;
  for (let index = 0; index < 3; index += 1) assert.equal((await hub.ask(asked, { key: wrong })).status, 401);
  const shut = await hub.ask(asked, { key });
  assert.equal(shut.status, 429);
  assert.ok(Number(shut.headers.get("retry-after")) >= 1);
});

test("behind a trusted proxy it is the client's address that is shut out", async (context) => {
  const hub = await hubWith(context, { failures: 2 }, { BONGSU_TRUSTED_PROXIES: "127.0.0.1/32" });
  const key = await hub.key(await hub.organisation("kt"));
  const from = (address: string, token: string) =>
    hub.ask(asked, { key: token, headers: { "x-forwarded-for": address } });
  for (let index = 0; index < 2; index += 1) assert.equal((await from("192.0.2.1", "x")).status, 401);
  assert.equal((await from("192.0.2.1", key)).status, 429);
  assert.equal((await from("192.0.2.2", key)).status, 200);
  assert.equal((await from("192.0.2.2, 192.0.2.1", key)).status, 429, "what the client wrote himself is not believed");
});

/** Opens the event stream and leaves it open. */
async function listenTo(address: string, key: string) {
  const cutting = new AbortController();
  const headers = { authorization: `Bearer ${key}` };
  const {
    status,
    body,
    headers: answered,
  } = await fetch(`${address}/api/v1/events`, { headers, signal: cutting.signal });
  const reader = body?.getReader();
  const first = status === 200 ? await reader?.read().catch(() => undefined) : undefined;
  return {
    status,
    retryAfter: answered.get("retry-after"),
    opened: first?.value !== undefined,
    cut: () => cutting.abort(),
  };
}

test("so many listen at a time, of one account and of all; a place that is given up is free again", async (context) => {
  const environment = { BONGSU_LISTENERS: "5", BONGSU_LISTENERS_PER_ACTOR: "3" };
  const hub = await hubWith(context, {}, environment);
  const [mine, theirs] = [await hub.key(await hub.organisation("kt")), await hub.key(await hub.organisation("bank"))];
  const own = [];
  for (let index = 0; index < 3; index += 1) own.push(await listenTo(hub.address, mine));
  assert.deepEqual(
    own.map(({ opened }) => opened),
    [true, true, true],
  );
  const fourth = await listenTo(hub.address, mine);
  assert.deepEqual([fourth.status, fourth.retryAfter], [429, "30"]);
  const others = [await listenTo(hub.address, theirs), await listenTo(hub.address, theirs)];
  assert.deepEqual(
    others.map(({ status }) => status),
    [200, 200],
  );
  const full = await listenTo(hub.address, theirs);
  assert.equal(full.status, 503);
  assert.match(full.retryAfter ?? "", /^\d+$/);
  own[0]?.cut();
  const again = async (): Promise<number> => {
    const { status, cut } = await listenTo(hub.address, theirs);
    cut();
    return status === 200 ? status : again();
  };
  assert.equal(await again(), 200);
  for (const { cut } of [...own, ...others]) cut();
});

test("many who ask at once for the event stream do not get past its limit", async (context) => {
  const hub = await hubWith(context, {}, { BONGSU_LISTENERS_PER_ACTOR: "3" });
  const key = await hub.key(await hub.organisation("kt"));
  const all = await Promise.all(Array.from({ length: 20 }, () => listenTo(hub.address, key)));
  assert.equal(all.filter(({ opened }) => opened).length, 3);
  for (const { cut } of all) cut();
});

test("who does not read what he is sent is let go, and holds nobody up", async () => {
  const event = (number: number): LiveEvent => {
    const subject = { kind: "report", id: "x" };
    return {
      number,
      id: randomUUID(),
      at: new Date(0),
      kind: "sharing.shared",
      subject,
      data: { text: "x".repeat(600_000) },
    };
  };
  let looked = 0;
  let there = 0;
  const log: EventLog = {
    latest: async () => 0,
    numbersAfter: async (number) => {
      looked += 1;
      assert.ok(looked < 100, "goes round and round");
      return number < there ? [number + 1] : [];
    },
    visible: async (actors, numbers) => actors.map(() => numbers.map(event)),
  };
  const service = (account: string): Actor => ({
    kind: "service",
    account,
    key: account,
    name: "",
    scopes: [],
    held: [],
  });
  const faults: unknown[] = [];
  const live = new LiveEvents(
    log,
    async () => true,
    (error) => faults.push(error),
  );
  const deaf = live.follow(service("deaf"), 0, undefined)[Symbol.asyncIterator]();
  await deaf.next();
  const hearing = live.follow(service("hearing"), 0, undefined)[Symbol.asyncIterator]();
  await hearing.next();
  for (const number of [1, 2, 3]) {
    there = number;
    live.wake();
    const { value } = await hearing.next();
    assert.match(Buffer.from(value ?? []).toString(), new RegExp(`^id: ${number}\n`));
  }
  for (let turn = 0; turn < 20; turn += 1) {
    live.wake();
    await setImmediate();
  }
  assert.equal((await deaf.next()).done, true);
  assert.deepEqual([faults, live.count], [[], 1]);
  live.close();
});

const problemIn = (answer: string) => {
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  for (const [name, value] of Object.entries(securityHeaders)) assert.ok(head.includes(`${name}: ${value}`), name);
  assert.match(head, /content-type: application\/problem\+json/);
  assert.match(head, /connection: close/);
  return { status: Number(head.split(" ")[1]), code: JSON.parse(body).code };
};

test("heads that are too long, and what is no HTTP, are answered in words and end the connection", async (context) => {
  const { address } = await hubWith(context, {});
  const get = (path: string, ...headers: string[]) => [`GET ${path} HTTP/1.1`, ...headers, "", ""].join("\r\n");
  const said = async (bytes: string) => problemIn(await sendBytes(address, bytes));
  const tooLong = { status: 431, code: "http.head-too-large" };
  const unreadable = { status: 400, code: "http.unreadable-request" };
  assert.deepEqual(await said(get(`/${"a".repeat(20_000)}`, "host: hub")), tooLong);
  assert.deepEqual(await said(get("/", "host: hub", `x: ${"a".repeat(20_000)}`)), tooLong);
  assert.deepEqual(await said(get("/", "host: hub", ...Array.from({ length: 5000 }, (_, n) => `x${n}: y`))), tooLong);
  for (const bytes of [
    "\u0016\u0003\u0001\u0002",
    "hello\r\n\r\n",
    get("/", "host: hub", "a b: c"),
    "GET / HTTP/1.1\r\nhost: hub\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nhost: hub\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello",
    "GET /\u0000 HTTP/1.1\r\nhost: hub\r\n\r\n",
  ]) {
    assert.deepEqual(await said(bytes), unreadable, JSON.stringify(bytes));
  }
  const noHost = await sendBytes(address, "GET /healthz HTTP/1.1\r\n\r\n");
  assert.match(noHost, /^HTTP\/1\.1 400 /);
  const wrongPath = await sendBytes(address, get("/api\\v1", "host: hub"));
  assert.match(wrongPath, /^HTTP\/1\.1 400 [\s\S]*http\.unreadable-request/);
  const unknownHost = await sendBytes(address, get("/healthz", "host: a b"));
  assert.match(unknownHost, /^HTTP\/1\.1 400 [\s\S]*http\.unreadable-request/);
});

/** Sends a piece now and then, until the other side hangs up; gives what it said. */
function trickle(address: string, first: string, piece: string, every: number): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    let told = "";
    const socket = connect(Number(port), hostname, () => socket.write(first));
    const timer = setInterval(() => socket.write(piece), every);
    socket.on("data", (chunk) => {
      told += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(timer);
      resolve(told);
    });
  });
}

test("who sends his head or his body by the drop is cut off", async (context) => {
  const app = new Hono<Entry>();
  app.post("/", async (c) => c.text(String((await c.req.text()).length)));
  const server = await listen(app, "127.0.0.1", 0, { head: 300, request: 600, idle: 500 });
  context.after(() => server.stop(0));
  const slowHead = await trickle(server.address, "GET / HTTP/1.1\r\n", "x: y\r\n", 50);
  assert.match(slowHead, /^HTTP\/1\.1 408 [\s\S]*http\.head-too-slow/);
  const start = "POST / HTTP/1.1\r\nhost: hub\r\ncontent-length: 100000\r\n\r\n";
  assert.equal(await trickle(server.address, start, "x", 50), "", "in the middle of a request nothing can be said");
  assert.match(await trickle(server.address, "", "", 1_000_000), /^(|HTTP\/1\.1 408 [\s\S]*)$/, "who says nothing");
});
