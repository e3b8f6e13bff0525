import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { onBothDatabases } from "../../../testing/databases.ts";
import { manualClock } from "../../platform/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { checkDomain, hasRecord } from "./domain-check.ts";
import { addDomain, findDomain, markVerified, normalDomain, txtRecord } from "./domains.ts";
import { addOrganisation, korea } from "./index.ts";

const clock = manualClock("2026-11-20T00:00:00Z");
const now = clock.now();

test("a domain is written as DNS writes it", () => {
  assert.equal(normalDomain(" Example.KR. "), "example.kr");
  assert.equal(normalDomain("한국.kr"), "xn--3e0b707e.kr");
  for (const wrong of [
    "",
    "kr",
    "-a.kr",
    "a-.kr",
    "a..kr",
    "192.0.2.1",
    "::1",
    "[::1]",
    "https://example.kr",
    "example.kr/path",
    "user@example.kr",
    "*.example.kr",
    "a b.kr",
    "_bongsu.example.kr",
    `${"a".repeat(64)}.kr`,
    `${"a.".repeat(130)}kr`,
    "example.kr\0",
    "\ud800.kr",
    "example.123",
  ]) {
    assert.throws(() => normalDomain(wrong), { code: "members.invalid-domain" }, JSON.stringify(wrong));
  }
  fc.assert(
    fc.property(fc.domain(), (domain) => assert.equal(normalDomain(normalDomain(domain)), normalDomain(domain))),
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      try {
        assert.match(normalDomain(text), /^[a-z0-9.-]+$/);
      } catch (error) {
        assert.equal(Reflect.get(Object(error), "code"), "members.invalid-domain");
      }
    }),
  );
});

test("the record is looked for under its own name, and counts only as a whole", async () => {
  const domain = { domain: "bank.kr", token: "abc" };
  const { record, value } = txtRecord(domain);
  assert.equal(record, "_bongsu.bank.kr");
  const answering = (texts: string[]) => async (name: string) => (name === record ? texts : [value]);
  assert.equal(await hasRecord(answering(["v=spf1 -all", ` ${value} `]), domain), true);
  for (const texts of [[], [`${value}x`], [`x${value}`], ["bongsu-verification="], ["abc"]]) {
    assert.equal(await hasRecord(answering(texts), domain), false, texts.join());
  }
  assert.equal(await hasRecord(answering([...Array(1000).fill("x"), value]), domain), false, "a flood of records");
});

onBothDatabases("a domain is one organisation's: whose record is found first", async (database) => {
  const { kysely } = database;
  const added = async (handle: string) => {
    const input = { handle, name: { en: handle, ko: handle }, sector: "finance", region: "KR-11" };
    const { id } = await addOrganisation(kysely, clock, korea, input);
    await inTransaction(database, (transaction) => addDomain(transaction, now, id, "shared.kr"));
    return id;
  };
  const [one, two] = [await added("one"), await added("two")];
  const tokens = new Map<string, string>();
  for (const id of [one, two]) tokens.set(id, (await findDomain(kysely, id, "shared.kr")).token);
  assert.notEqual(tokens.get(one), tokens.get(two));
  const published =
    (...organisations: string[]) =>
    async () =>
      organisations.map((id) => `bongsu-verification=${tokens.get(id)}`);
  const check = (organisation: string, resolve: () => Promise<string[]>) =>
    checkDomain(database, clock, resolve, { organisation, domain: "shared.kr" });
  assert.equal(await check(one, published()), false);
  assert.equal(await check(one, published(two)), false, "another's record");
  const both = await Promise.all([check(one, published(one, two)), check(two, published(one, two))]);
  assert.deepEqual(both.sort(), [false, true]);
  const verified = [];
  for (const id of [one, two]) if ((await findDomain(kysely, id, "shared.kr")).verifiedAt !== null) verified.push(id);
  assert.equal(verified.length, 1);
  const other = verified[0] === one ? two : one;
  assert.equal(
    await inTransaction(database, (transaction) => markVerified(transaction, now, other, "shared.kr")),
    false,
  );
  await assert.rejects(
    inTransaction(database, (transaction) => addDomain(transaction, now, one, "SHARED.kr")),
    {
      code: "members.domain-exists",
    },
  );
  await assert.rejects(
    check(other, () => Promise.reject(new Error("no network"))),
    /no network/,
  );
  assert.equal(await check("018f0000-0000-7000-8000-000000000000", published(one)), false, "removed meanwhile");
});
