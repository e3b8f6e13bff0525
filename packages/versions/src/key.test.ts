import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareKeys, KeyWriter, lowestKey } from "./key.ts";

const writer = new KeyWriter();

function keyOf(write: (key: KeyWriter) => void): Uint8Array {
  write(writer);
  return writer.take();
}

const sign = (a: bigint | string | number, b: bigint | string | number) => (a < b ? -1 : a > b ? 1 : 0);

test("keys compare byte by byte, and the shorter of two that agree is the lower", () => {
  assert.equal(compareKeys(Uint8Array.of(1, 2), Uint8Array.of(1, 3)), -1);
  assert.equal(compareKeys(Uint8Array.of(200), Uint8Array.of(100, 1)), 1);
  assert.equal(compareKeys(Uint8Array.of(1), Uint8Array.of(1, 0)), -1);
  assert.equal(compareKeys(Uint8Array.of(1, 0), Uint8Array.of(1, 0)), 0);
});

test("the lowest key is at or below every key", () => {
  assert.equal(compareKeys(lowestKey, Uint8Array.of(0)), -1);
  assert.equal(compareKeys(lowestKey, lowestKey), 0);
});

test("written numbers compare as numbers, whatever their length", () => {
  const digits = fc.oneof(
    fc.nat(200).map(String),
    fc.bigInt({ min: 0n, max: 10n ** 40n }).map(String),
    fc
      .tuple(fc.integer({ min: 55, max: 70 }), fc.constantFrom("1", "9"))
      .map(([length, digit]) => digit.repeat(length)),
  );
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      const [left, right] = [keyOf((key) => key.number(a)), keyOf((key) => key.number(`000${b}`))];
      assert.equal(compareKeys(left, right), sign(BigInt(a), BigInt(b)));
      const [down, up] = [keyOf((key) => key.descending(a)), keyOf((key) => key.descending(b))];
      assert.equal(compareKeys(down, up), sign(BigInt(b), BigInt(a)));
    }),
  );
});

test("a number of a million digits is above a number of one digit less", () => {
  const long = keyOf((key) => key.number("1".repeat(1_000_000)));
  const longer = keyOf((key) => key.number("1".repeat(1_000_001)));
  assert.equal(compareKeys(long, longer), -1);
});

test("no written number is the beginning of another", () => {
  const parts = Array.from({ length: 300 }, (_, i) => keyOf((key) => key.number(String(i * 7))));
  for (const a of parts)
    for (const b of parts) assert.ok(a === b || compareKeys(a, b.subarray(0, a.length)) !== 0, `${a} begins ${b}`);
});

test("written texts compare by their UTF-16 code units, and a prefix is the lower", () => {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 1, 2, 97, 0x7f, 0x80, 0x7ff, 0x800));
  const text = fc.array(unit, { maxLength: 4 }).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [keyOf((key) => key.text(a)), keyOf((key) => key.text(b))];
      assert.equal(compareKeys(left, right), sign(a, b));
    }),
  );
});

test("a key does not change when the writer writes the next", () => {
  const first = keyOf((key) => key.text("first"));
  const copy = Uint8Array.from(first);
  keyOf((key) => key.text("another"));
  assert.deepEqual(first, copy);
});
