import assert from "node:assert/strict";
import { test } from "node:test";
import ipaddr from "ipaddr.js";
import { addressOf } from "./address.ts";

const proxies = [ipaddr.parseCIDR("10.0.0.0/8"), ipaddr.parseCIDR("fd00::/8")];

test("nobody can choose the address by which he is counted", () => {
  assert.equal(addressOf("203.0.113.9", "198.51.100.1", proxies), "203.0.113.9");
  assert.equal(addressOf("203.0.113.9", "198.51.100.1", []), "203.0.113.9");
});

test("behind trusted proxies it is the last address that is not one of them", () => {
  assert.equal(addressOf("10.0.0.1", "198.51.100.1, 203.0.113.7", proxies), "203.0.113.7");
  assert.equal(addressOf("10.0.0.1", "198.51.100.1, 203.0.113.7, 10.9.9.9", proxies), "203.0.113.7");
  assert.equal(addressOf("::ffff:10.0.0.1", "203.0.113.7", proxies), "203.0.113.7");
  assert.equal(addressOf("fd00::1", "2001:db8::7", proxies), "2001:db8::7");
});

test("what is no address ends the search", () => {
  assert.equal(addressOf("10.0.0.1", "203.0.113.7, unknown", proxies), "10.0.0.1");
  assert.equal(addressOf("10.0.0.1", "", proxies), "10.0.0.1");
  assert.equal(addressOf("", null, proxies), "");
});
