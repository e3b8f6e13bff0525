import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { bodyOf } from "./body.ts";

const limits = { bytes: 1000, idle: 200 };
const post = (body: NonNullable<RequestInit["body"]>, headers: Record<string, string> = {}) =>
  new Request("http://hub/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
const code = (expected: string) => (error: { code?: string }) => error.code === expected;

test("a body is read whole, gzipped or not", async () => {
  assert.equal(Buffer.from(await bodyOf(post("hello"), limits)).toString(), "hello");
  const zipped = post(new Uint8Array(gzipSync("hello")), { "content-encoding": "gzip" });
  assert.equal(Buffer.from(await bodyOf(zipped, limits)).toString(), "hello");
});

test("a body over the limit is refused by its header, by its length and after decompression", async () => {
  await assert.rejects(bodyOf(post("x", { "content-length": "5000" }), limits), code("http.too-large"));
  await assert.rejects(bodyOf(post("x".repeat(1001)), limits), code("http.too-large"));
  const bomb = post(new Uint8Array(gzipSync(Buffer.alloc(50_000_000))), { "content-encoding": "gzip" });
  await assert.rejects(bodyOf(bomb, { ...limits, bytes: 100_000 }), code("http.too-large"));
});

test("a body that stops coming is given up", async () => {
  const stalled = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) });
  await assert.rejects(bodyOf(post(stalled), limits), code("http.too-slow"));
});

test("what is not gzip, or another encoding, is told", async () => {
  await assert.rejects(bodyOf(post("no gzip", { "content-encoding": "gzip" }), limits), code("http.invalid-body"));
  const cut = new Uint8Array(gzipSync("hello hello hello").subarray(0, 15));
  await assert.rejects(bodyOf(post(cut, { "content-encoding": "gzip" }), limits), code("http.invalid-body"));
  await assert.rejects(bodyOf(post("x", { "content-encoding": "br" }), limits), code("http.unsupported-encoding"));
});
