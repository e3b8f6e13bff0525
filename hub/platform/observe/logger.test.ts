import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readConfig } from "../config.ts";
import { inRequest, openLog } from "./logger.ts";

/** A log whose lines a test reads. */
function logOf(level = "debug") {
  const lines: string[] = [];
  const log = openLog(readConfig({ BONGSU_LOG_LEVEL: level }), { write: (line) => lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "{}") as Record<string, unknown> };
}

test("a line is one JSON object with time, level, message and facts", () => {
  const { log, lines, last } = logOf();
  log.info({ operation: "assets.list", status: 200, nothing: null, list: [1, "a"] }, "request\nforged line");
  assert.equal(lines.length, 1);
  assert.equal(lines[0]?.trimEnd().includes("\n"), false);
  const { time, ...line } = last();
  assert.match(String(time), /^\d{4}-\d\d-\d\dT.*Z$/);
  assert.deepEqual(line, {
    level: "info",
    operation: "assets.list",
    status: 200,
    nothing: null,
    list: [1, "a"],
    msg: "request\nforged line",
  });
});

test("what the level leaves out is not written", () => {
  const { log, lines } = logOf("warn");
  log.info("no");
  log.warn("yes");
  assert.equal(lines.length, 1);
  const silent = logOf("silent");
  silent.log.error("no");
  assert.equal(silent.lines.length, 0);
});

test("secrets are not logged, by whatever name, at whatever depth", () => {
  const names = [
    "authorization",
    "Authorization",
    "Cookie",
    "set-cookie",
    "password",
    "newPassword",
    "token",
    "access_token",
    "key",
    "apiKey",
    "x-api-key",
    "clientSecret",
    "secrets",
    "totp",
    "code",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(12), fc.boolean(), (name, depth, isList) => {
      const { log, lines } = logOf();
      let facts: object = { [name]: isList ? ["hunter2"] : "hunter2" };
      for (let level = 0; level < depth; level += 1) facts = level % 3 === 0 ? { inner: [facts] } : { inner: facts };
      log.info(facts, "request");
      log.child(facts).info("request");
      assert.equal(lines.length, 2);
      assert.ok(!lines.join("").includes("hunter2"));
    }),
  );
  const { log, lines, last } = logOf();
  log.info({
    headers: new Headers({ authorization: "Bearer hunter2hunter2", accept: "a/b" }),
    keyId: "k1",
    bytes: Buffer.from("hunter2"),
  });
  log.info({
    url: "postgres://hub:hunter2@db/bongsu",
    note: "Authorization: Bearer hunter2hunter2",
    at: new URL("https://u:hunter2@h/"),
  });
  assert.ok(!lines.join("").includes("hunter2"), lines.join(""));
  assert.equal(last().url, "postgres://hub:••••@db/bongsu");
  assert.match(lines[0] ?? "", /"accept":"a\/b".*"keyId":"k1"/);
});

test("an error is logged with its causes and without what hangs on it", () => {
  const { log, lines, last } = logOf();
  const cause = Object.assign(new Error("connect to postgres://hub:hunter2@db failed"), { code: "ECONNREFUSED" });
  const error = Object.assign(new Error("no database", { cause }), {
    config: { headers: { authorization: "hunter2" } },
    parameters: ["hunter2"],
  });
  log.error({ err: error }, "failed");
  assert.ok(!lines.join("").includes("hunter2"));
  const { err } = last() as { err: { type: string; message: string; stack: string; cause: { code: string } } };
  assert.deepEqual([err.type, err.message, err.cause.code], ["Error", "no database", "ECONNREFUSED"]);
  assert.match(err.stack, /logger\.test\.ts/);
  log.error(error);
  log.error({ err: cause });
  log.warn("connecting to postgres://hub:hunter2@db");
  log.warn({ place: 1 }, "connecting to postgres://hub:hunter2@db");
  assert.equal(lines.length, 5);
  assert.ok(!lines.join("").includes("hunter2"));
});

test("what refers to itself, or goes very deep, is cut", () => {
  const { log, lines } = logOf();
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  log.info(circle, "circle");
  const error = new Error("own cause");
  error.cause = error;
  log.info({ err: error }, "cause");
  assert.equal(lines.length, 2);
  for (const line of lines) JSON.parse(line);
});

test("lines of a request bear its id, also after waiting and beside others", async () => {
  const { log, lines } = logOf();
  const work = (id: string) =>
    inRequest(id, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      log.info({ id });
    });
  await Promise.all([work("a"), work("b")]);
  log.info("none");
  const said = lines.map((line) => JSON.parse(line) as { id?: string; request?: string });
  assert.deepEqual(
    said.map(({ id, request }) => [id, request]),
    [
      ["a", "a"],
      ["b", "b"],
      [undefined, undefined],
    ],
  );
});
