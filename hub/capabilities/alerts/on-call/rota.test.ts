import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wallTime } from "../../../platform/zones.ts";
import { onCallAt, type Rota, shiftsBetween } from "./rota.ts";

const weekly: Rota = {
  zone: "Europe/Berlin",
  firstDay: "2026-10-12",
  handoverAt: "09:00",
  shiftDays: 7,
  people: ["kim", "lee", "park"],
  overrides: [],
};
const at = (time: string, rota = weekly) => onCallAt(rota, new Date(time)).person;

test("each in turn, handed over at the same time of day when clocks are put back", () => {
  assert.equal(at("2026-10-12T06:59:00Z"), null, "before the first shift");
  assert.equal(at("2026-10-12T07:00:00Z"), "kim");
  assert.equal(at("2026-10-26T07:59:00Z"), "lee", "08:59 of winter");
  assert.equal(at("2026-10-26T08:00:00Z"), "park");
  assert.equal(at("2026-11-02T08:00:00Z"), "kim");
  const { from, to } = onCallAt(weekly, new Date("2026-10-20T00:00:00Z"));
  assert.deepEqual([from.toISOString(), to.toISOString()], ["2026-10-19T07:00:00.000Z", "2026-10-26T08:00:00.000Z"]);
});

test("who stands in, and who is away", () => {
  const override = (kind: "cover" | "absence", person: string, from: string, to: string, madeAt = "2026-10-01") => ({
    ...{ kind, person, from: new Date(`${from}Z`), to: new Date(`${to}Z`), madeAt: new Date(madeAt) },
  });
  const night = override("cover", "choi", "2026-10-13T18:00", "2026-10-14T06:00");
  assert.equal(at("2026-10-14T00:00:00Z", { ...weekly, overrides: [night] }), "choi");
  assert.equal(at("2026-10-14T06:00:00Z", { ...weekly, overrides: [night] }), "kim");
  const later = override("cover", "jung", "2026-10-13T20:00", "2026-10-14T06:00", "2026-10-02");
  assert.equal(at("2026-10-14T00:00:00Z", { ...weekly, overrides: [later, night] }), "jung", "the later word counts");
  const away = override("absence", "kim", "2026-10-12T00:00", "2026-10-20T00:00");
  assert.equal(at("2026-10-14T12:00:00Z", { ...weekly, overrides: [away] }), "lee", "the next in the order");
  const all = ["kim", "lee", "park"].map((person) => ({ ...away, person }));
  assert.equal(at("2026-10-14T12:00:00Z", { ...weekly, overrides: all }), null, "a gap");
  assert.equal(at("2026-10-14T12:00:00Z", { ...weekly, people: [] }), null);
});

const zone = fc.constantFrom("Asia/Seoul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe");
const day = fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
const people = ["a", "b", "c", "d"];
const rota = (overridden: boolean) =>
  fc.record({
    zone,
    firstDay: day.map((date) => date.toISOString().slice(0, 10)),
    handoverAt: fc.constantFrom("00:00", "02:30", "09:00", "23:59"),
    shiftDays: fc.integer({ min: 1, max: 14 }),
    people: fc.subarray(people, { minLength: 1 }),
    overrides: fc.array(
      fc
        .record({
          kind: fc.constantFrom("cover" as const, "absence" as const),
          person: fc.constantFrom(...people),
          from: day,
          hours: fc.integer({ min: 1, max: 500 }),
          madeAt: day,
        })
        .map(({ hours, ...override }) => ({ ...override, to: new Date(override.from.getTime() + hours * 3_600_000) })),
      { maxLength: overridden ? 6 : 0 },
    ),
  });
const instant = fc.date({ min: new Date("2023-01-01"), max: new Date("2032-01-01"), noInvalidDate: true });

test("an instant lies within its shift, and all of the shift is the same one's", () => {
  fc.assert(
    fc.property(rota(true), instant, fc.double({ min: 0, max: 1, noNaN: true }), (made, when, part) => {
      const shift = onCallAt(made, when);
      assert.ok(shift.from <= when && when < shift.to);
      const within = new Date(
        shift.from.getTime() + Math.floor((shift.to.getTime() - shift.from.getTime() - 1) * part),
      );
      assert.deepEqual(onCallAt(made, within), shift);
    }),
  );
});

test("without overrides everybody takes his turn, and hands over at the time of day that was agreed", () => {
  fc.assert(
    fc.property(rota(false), instant, (made, when) => {
      const { person, to } = onCallAt(made, when);
      const next = onCallAt(made, to);
      if (person !== null) {
        const place = made.people.indexOf(person);
        assert.equal(next.person, made.people[(place + 1) % made.people.length]);
      }
      if (made.handoverAt !== "02:30") {
        const { minutes } = wallTime(to, made.zone);
        assert.equal(minutes, { "00:00": 0, "09:00": 540, "23:59": 1439 }[made.handoverAt]);
      }
    }),
  );
});

test("shifts follow each other without gap or twin", () => {
  fc.assert(
    fc.property(rota(true), instant, (made, from) => {
      const to = new Date(from.getTime() + 40 * 86_400_000);
      const shifts = shiftsBetween(made, from, to);
      assert.deepEqual([shifts[0]?.from, shifts.at(-1)?.to], [from, to]);
      for (const [index, shift] of shifts.entries()) {
        const next = shifts[index + 1];
        if (next === undefined) continue;
        assert.deepEqual(shift.to, next.from);
        assert.notEqual(shift.person, next.person);
      }
    }),
  );
});
