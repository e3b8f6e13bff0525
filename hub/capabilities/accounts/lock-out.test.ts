import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothDatabases } from "../../../testing/databases.ts";
import { manualClock } from "../../platform/clock.ts";
import { accountSubject, addressSubject, forgetTries, returnTry, takeTry, tidyTries } from "./lock-out.ts";

const minutes = (count: number): number => count * 60_000;

onBothDatabases(
  "tries count together within the window; waiting grows, and shrinks after a quiet day",
  async (database) => {
    const { kysely } = database;
    const clock = manualClock("2026-11-20T00:00:00Z");
    const subject = accountSubject("secret", "a@hub.example");
    const wrong = async (count: number) => {
      let wait: number | null = null;
      for (let index = 0; index < count; index += 1) {
        const { granted, lockedUntil } = await takeTry(kysely, subject, clock.now());
        wait = lockedUntil === null ? null : (lockedUntil.getTime() - clock.now().getTime()) / minutes(1);
        if (!granted) return { refused: wait };
      }
      return { wait };
    };
    assert.deepEqual(await wrong(4), { wait: null });
    clock.advance(minutes(15));
    assert.deepEqual(await wrong(4), { wait: null }, "those of before have gone");
    assert.deepEqual(await wrong(1), { wait: 5 });
    assert.deepEqual(await wrong(1), { refused: 5 });
    await returnTry(kysely, subject);
    assert.deepEqual(await wrong(1), { wait: 5 }, "a try that is given back takes its waiting along");
    for (const expected of [10, 20, 40, 80, 160, 240, 240]) {
      clock.advance(minutes(240));
      assert.deepEqual(await wrong(5), { wait: expected });
    }
    clock.advance(minutes(24 * 60));
    assert.deepEqual(await wrong(5), { wait: 5 });
    await forgetTries(kysely, subject);
    assert.deepEqual(await wrong(4), { wait: null });

    await tidyTries(kysely, clock.now());
    assert.equal((await database.execute("select subject from lock_out")).rows.length, 1);
    clock.advance(minutes(24 * 60));
    await tidyTries(kysely, clock.now());
    assert.equal((await database.execute("select subject from lock_out")).rows.length, 0);
  },
);

test("an address is its network in IPv6, the same however it is written, and none where it is unknown", () => {
  const keyOf = (address: string) => addressSubject(address)?.key;
  assert.equal(keyOf("2001:db8:1:2::1"), keyOf("2001:0db8:0001:0002:ffff::9"));
  assert.notEqual(keyOf("2001:db8:1:2::1"), keyOf("2001:db8:1:3::1"));
  assert.equal(keyOf("::ffff:203.0.113.7"), keyOf("203.0.113.7"));
  assert.notEqual(keyOf("203.0.113.7"), keyOf("203.0.113.8"));
  assert.equal(addressSubject(""), null);
  assert.doesNotMatch(accountSubject("secret", "a@hub.example").key, /hub\.example/);
  assert.notEqual(accountSubject("secret", "a@b.example").key, accountSubject("other", "a@b.example").key);
});
