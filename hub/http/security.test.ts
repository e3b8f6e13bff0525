import assert from "node:assert/strict";
import { test } from "node:test";
import { isForged, securityHeaders } from "./security.ts";

const origin = "https://hub.example";
const forged = (method: string, headers: Record<string, string>) => isForged(method, new Headers(headers), origin);

test("a change that a browser sends from another site is refused, one from our pages is not", () => {
  assert.equal(forged("POST", { "sec-fetch-site": "cross-site", cookie: "a=b" }), true);
  assert.equal(forged("POST", { "sec-fetch-site": "same-site", cookie: "a=b" }), true);
  assert.equal(forged("DELETE", { origin: "https://evil.example", cookie: "a=b" }), true);
  assert.equal(forged("POST", { origin: "null", cookie: "a=b" }), true);
  assert.equal(forged("POST", { cookie: "a=b" }), true);
  assert.equal(forged("POST", { "sec-fetch-site": "same-origin", origin, cookie: "a=b" }), false);
  assert.equal(forged("POST", { origin, cookie: "a=b" }), false);
});

test("reading and API keys cannot be forged", () => {
  assert.equal(forged("GET", { "sec-fetch-site": "cross-site", cookie: "a=b" }), false);
  assert.equal(forged("POST", { authorization: "Bearer x" }), false);
  assert.equal(forged("POST", {}), false);
});

test("the content security policy allows no inline script or style and no other origin", () => {
  const policy = securityHeaders["content-security-policy"] ?? "";
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
});
