import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { daysLater, instantOf, isZone, wallTime, weekday } from "./zones.ts";

const zones = ["Asia/Seoul", "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];
const wall = (year: number, month: number, day: number, minutes: number) => ({ year, month, day, minutes });

test("a wall clock's time and the instant lead to each other", () => {
  const instants = fc.date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const there = wallTime(instant, zone);
      const back = instantOf(there, zone);
      assert.deepEqual(wallTime(back, zone), there);
      // The hour that comes twice is taken the first time.
      assert.ok(back.getTime() <= instant.getTime());
    }),
  );
});

test("clocks that are put forward or back", () => {
  const berlin = "Europe/Berlin";
  assert.equal(instantOf(wall(2026, 3, 29, 150), berlin).toISOString(), "2026-03-29T01:30:00.000Z", "02:30 never was");
  assert.equal(instantOf(wall(2026, 10, 25, 150), berlin).toISOString(), "2026-10-25T00:30:00.000Z", "the first 02:30");
  assert.equal(instantOf(wall(2026, 3, 29, 300), berlin).toISOString(), "2026-03-29T03:00:00.000Z");
  assert.equal(instantOf(wall(2026, 11, 21, 540), "Asia/Seoul").toISOString(), "2026-11-21T00:00:00.000Z");
});

test("days, weekdays and zones", () => {
  assert.deepEqual(daysLater(wall(2026, 12, 30, 60), 3), wall(2027, 1, 2, 60));
  assert.deepEqual(
    [weekday(wall(2026, 11, 21, 0)), weekday(wall(1970, 1, 1, 0)), weekday(wall(1969, 12, 28, 0))],
    [6, 4, 0],
  );
  assert.deepEqual(["Asia/Seoul", "Mars/Olympus", ""].map(isZone), [true, false, false]);
});
