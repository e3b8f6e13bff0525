import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BongsuError } from "./problem.ts";
import { isUuid, uuidTime, uuidv7 } from "./uuid.ts";

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test("the example of RFC 9562 appendix A.6", () => {
  const bytes = new Uint8Array([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  assert.equal(uuidv7(0x017f22e279b0, bytes), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  assert.equal(uuidTime("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"), 0x017f22e279b0);
});

test("carries its time, and a later one sorts after an earlier one", () => {
  fc.assert(
    fc.property(time, time, random, random, (a, b, x, y) => {
      const [first, second] = [uuidv7(a, x), uuidv7(b, y)];
      assert.ok(isUuid(first));
      assert.equal(uuidTime(first), a);
      if (a < b) assert.ok(first < second);
    }),
  );
});

test("other texts carry no time", () => {
  for (const text of [
    "",
    "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
    "017f22e2-79b0-7cc3-c8c4-dc0c0c07398f",
    "x".repeat(36),
  ])
    assert.equal(uuidTime(text), null);
});

test("times and random bytes that do not fit are refused", () => {
  const ten = new Uint8Array(10);
  for (const bad of [-1, 0.5, Number.NaN, 2 ** 48])
    assert.throws(
      () => uuidv7(bad, ten),
      (error) => error instanceof BongsuError && error.code === "uuid.time",
    );
  assert.throws(
    () => uuidv7(0, new Uint8Array(9)),
    (error) => error instanceof BongsuError && error.code === "uuid.random",
  );
});
