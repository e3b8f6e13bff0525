import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wallTime, weekday } from "../../../platform/zones.ts";
import { afterQuiet, nextDigest, type QuietHours } from "./quiet.ts";

const week = [0, 1, 2, 3, 4, 5, 6];
const nights: QuietHours = { zone: "Asia/Seoul", from: "22:00", to: "07:00", days: week };
const free = (at: string, quiet: QuietHours | null = nights) => afterQuiet(new Date(at), quiet).toISOString();

test("a notice waits for the end of quiet hours", () => {
  assert.equal(free("2026-11-20T14:00:00Z"), "2026-11-20T22:00:00.000Z", "23:00 in Seoul: at 07:00");
  assert.equal(free("2026-11-20T21:59:00Z"), "2026-11-20T22:00:00.000Z");
  assert.equal(free("2026-11-20T22:00:00Z"), "2026-11-20T22:00:00.000Z", "the end is free");
  assert.equal(free("2026-11-20T03:00:00Z"), "2026-11-20T03:00:00.000Z");
  assert.equal(free("2026-11-20T14:00:00Z", null), "2026-11-20T14:00:00.000Z");
});

test("a weekend from Saturday to Monday, of whole days and a night", () => {
  const weekend = { ...nights, from: "07:00", to: "07:00", days: [6, 0] };
  assert.equal(free("2026-11-21T12:00:00Z", weekend), "2026-11-22T22:00:00.000Z", "Saturday evening: Monday 07:00");
  assert.equal(free("2026-11-20T12:00:00Z", weekend), "2026-11-20T12:00:00.000Z", "Friday is free");
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
const zone = fc.constantFrom("Asia/Seoul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe");
const instant = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });

test("never earlier, never within quiet hours, and once found it stays", () => {
  const quiet = fc.record({ zone, from: time, to: time, days: fc.subarray(week, { maxLength: 6 }) });
  fc.assert(
    fc.property(instant, quiet, (at, hours) => {
      const later = afterQuiet(at, hours);
      assert.ok(later >= at && later.getTime() - at.getTime() <= 8 * 86_400_000);
      assert.deepEqual(afterQuiet(later, hours), later);
    }),
  );
});

test("a digest comes at its time of day, on its day, within a day or a week", () => {
  const digest = fc.record({
    zone,
    every: fc.constantFrom("day" as const, "week" as const),
    day: fc.integer({ min: 0, max: 6 }),
    at: fc.constantFrom("08:00", "17:30"),
  });
  fc.assert(
    fc.property(instant, digest, (at, when) => {
      const due = nextDigest(at, when);
      const there = wallTime(due, when.zone);
      assert.ok(due > at && due.getTime() - at.getTime() <= (when.every === "day" ? 25 : 7 * 24 + 1) * 3_600_000);
      assert.equal(there.minutes, when.at === "08:00" ? 480 : 1050);
      if (when.every === "week") assert.equal(weekday(there), when.day);
    }),
  );
});
