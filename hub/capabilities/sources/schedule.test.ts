import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkedAddress, datedAddress } from "./kinds.ts";
import { keyOf } from "./ledger.ts";
import { nextRun, nextTry, nextTryOfDocument, retryAfterOf } from "./schedule.ts";

const now = new Date("2026-11-20T05:06:07Z");
const minute = 60_000;
const day = 24 * 60 * minute;
const chance = fc.double({ min: 0, max: 1, noNaN: true });

test("a run follows the last by its interval, give or take a tenth", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 43_200 }), chance, (interval, one) => {
      const wait = nextRun(now, interval, () => one).getTime() - now.getTime();
      assert.ok(wait >= interval * minute * 0.9 - 1 && wait <= interval * minute * 1.1 + 1);
    }),
  );
});

test("failures are waited out longer each time, a day at most, and never sooner than was asked for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), chance, fc.option(fc.nat(10 * day)), (failures, one, asked) => {
      const wait = nextTry(now, failures, () => one, asked).getTime() - now.getTime();
      assert.ok(wait >= minute / 2 - 1 && wait <= day);
      assert.ok(wait >= Math.min(asked ?? 0, day));
      const longer = nextTry(now, failures + 1, () => one).getTime() - now.getTime();
      assert.ok(longer >= nextTry(now, failures, () => one).getTime() - now.getTime());
    }),
  );
});

test("a document that was refused is tried again within a week", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (tries) => {
      const wait = nextTryOfDocument(now, tries).getTime() - now.getTime();
      assert.ok(wait >= 60 * minute && wait <= 7 * day);
    }),
  );
});

test("Retry-After is read in both of its forms, and whatever else it says is nothing", () => {
  assert.equal(retryAfterOf("120", now), 120_000);
  assert.equal(retryAfterOf("Fri, 20 Nov 2026 05:07:07 GMT", now), minute);
  assert.equal(retryAfterOf("Fri, 20 Nov 2020 05:07:07 GMT", now), 0);
  for (const odd of [null, "", "soon", "-5", "9".repeat(40)]) assert.equal(retryAfterOf(odd, now), null);
  fc.assert(fc.property(fc.string(), (text) => assert.ok((retryAfterOf(text, now) ?? 0) >= 0)));
});

test("a document's name fits an index, whatever it is, and two names stay two", () => {
  const name = fc.string({ unit: "binary", maxLength: 3_000 });
  fc.assert(
    fc.property(name, name, (one, other) => {
      assert.ok(Buffer.byteLength(keyOf(one)) <= 1_000);
      assert.doesNotMatch(keyOf(one), /\0/);
      if (one.toWellFormed().replaceAll("\0", "\ufffd") !== other.toWellFormed().replaceAll("\0", "\ufffd"))
        assert.notEqual(keyOf(one), keyOf(other));
    }),
  );
});

test("an address is taken as its kind has it, and nothing else", () => {
  const none = { allowPrivateAddresses: [] };
  const code = (
    kind: Parameters<typeof checkedAddress>[0],
    address: string,
    config = none as { allowPrivateAddresses: string[] },
  ) => {
    try {
      return checkedAddress(kind, address, config, now);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const bad = "sources.bad-address";
  assert.equal(code("osv", " https://a.example/all.zip "), "https://a.example/all.zip");
  for (const address of ["http://a.example/", "ftp://a.example/", "a.example", "https://u:p@a.example/", "/etc", ""]) {
    assert.equal(code("osv", address), bad, address);
  }
  assert.equal(
    code("kev", "http://mirror.corp/kev.json", { allowPrivateAddresses: ["mirror.corp"] }),
    "http://mirror.corp/kev.json",
  );
  assert.equal(
    code("kev", "http://10.1.2.3/kev.json", { allowPrivateAddresses: ["10.0.0.0/8"] }),
    "http://10.1.2.3/kev.json",
  );
  assert.equal(code("csaf", "Example.com"), "example.com");
  assert.equal(code("folder", "/srv/feeds"), "/srv/feeds");
  assert.equal(code("folder", "feeds"), bad);
  assert.equal(code("cve", "https://a.example/{today}/x.zip"), "https://a.example/{today}/x.zip");
  assert.equal(
    datedAddress("https://a.example/cve_{today}_{hour}00Z/{yesterday}.zip", now),
    "https://a.example/cve_2026-11-20_0500Z/2026-11-19.zip",
  );
});
