import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareMoments, parseTimestamp } from "./timestamp.ts";

const moment = (text: string) => {
  const read = parseTimestamp(text);
  assert.ok(read, text);
  return read;
};

test("takes the forms of section 2.3, and no other", () => {
  for (const text of ["2024-02-29T00:00:00Z", "2000-02-29T23:59:59.9999999999+23:59", "0001-01-01T00:00:00-00:00"])
    assert.ok(parseTimestamp(text), text);
  for (const text of [
    ...["2024-01-24t10:00:00Z", "2024-01-24T10:00:00z", "2024-01-24 10:00:00Z", "2024-01-24T10:00:00", "2024-01-24"],
    ...["2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-24T24:00:00Z"],
    ...["2016-12-31T23:59:60Z", "2024-01-24T10:00:00,5Z", "2024-01-24T10:00:00+24:00", "2024-01-24T10:00:00.Z"],
  ])
    assert.equal(parseTimestamp(text), null, text);
});

test("compares moments across zones, and fractions of any length", () => {
  assert.equal(compareMoments(moment("2024-01-01T09:00:00+09:00"), moment("2024-01-01T00:00:00Z")), 0);
  assert.equal(compareMoments(moment("2024-01-01T00:00:00.500Z"), moment("2024-01-01T00:00:00.5Z")), 0);
  assert.ok(compareMoments(moment("2024-01-01T00:00:00.00000000001Z"), moment("2024-01-01T00:00:00Z")) > 0);
  assert.ok(compareMoments(moment("2024-01-01T00:00:00.09Z"), moment("2024-01-01T00:00:00.1Z")) < 0);
});

test("agrees with Date wherever Date can tell", () => {
  const min = new Date("0001-01-01T00:00:00Z");
  const max = new Date("9999-12-31T23:59:59Z");
  fc.assert(
    fc.property(fc.date({ min, max, noInvalidDate: true }), fc.date({ min, max, noInvalidDate: true }), (a, b) => {
      const order = compareMoments(moment(a.toISOString()), moment(b.toISOString()));
      assert.equal(Math.sign(order), Math.sign(a.getTime() - b.getTime()));
    }),
  );
});
