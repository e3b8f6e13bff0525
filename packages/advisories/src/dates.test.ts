import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { calendarDate, utcTime } from "./dates.ts";

test("times become UTC, with their fraction as written", () => {
  assert.equal(utcTime("2024-05-31T09:00:00Z"), "2024-05-31T09:00:00Z");
  assert.equal(utcTime("2024-05-31T09:00:00.120Z"), "2024-05-31T09:00:00.120Z");
  assert.equal(utcTime("2023-01-08T18:02:03.647787998-06:00"), "2023-01-09T00:02:03.647787998Z");
  assert.equal(utcTime("2024-01-01t00:30:00+09:00"), "2023-12-31T15:30:00Z");
  assert.equal(utcTime("2024-05-31T09:00:00"), "2024-05-31T09:00:00Z");
  assert.equal(utcTime("2024-05-31T09:00:00+0000"), "2024-05-31T09:00:00Z");
  assert.equal(utcTime("2024-05-31"), "2024-05-31T00:00:00Z");
  assert.equal(utcTime("2016-12-31T23:59:60Z"), "2017-01-01T00:00:00Z");
});

test("what is no date is none", () => {
  for (const text of ["", "yesterday", "2024-13-01", "2023-02-29T00:00:00Z", "2024-04-31", "2024-05-31T24:00:00Z"])
    assert.equal(utcTime(text), null, text);
  assert.equal(utcTime("2024-05-31T09:00:00+24:00"), null);
  assert.equal(utcTime("0000-01-01T00:00:00+23:00"), null);
  assert.equal(calendarDate("2024-05-31T23:00:00-09:00"), "2024-06-01");
});

test("a settled time stays, and every written instant is the same instant", () => {
  const instants = fc.date({ min: new Date(0), max: new Date("9999-12-30"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (instant, minutes) => {
      assert.equal(utcTime(instant.toISOString()), instant.toISOString());
      const shifted = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, -1);
      const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
      const offset = `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
      if (shifted.length === 23) assert.equal(utcTime(shifted + offset), instant.toISOString());
    }),
  );
});
