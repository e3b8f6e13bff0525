import fc from "fast-check";
import { type Marked, type Standing, tlps, type World } from "../index.ts";

/** Small worlds, so that everything meets everything: ids are `o0`, `p0`, `c0` … */
const id = (letter: string, count: number) => fc.nat(count - 1).map((number) => `${letter}${number}`);

export const moment = new Date("2026-11-20T09:00:00Z");

const organisation = id("o", 6);
const person = id("p", 6);
const circle = id("c", 3);

const standing: fc.Arbitrary<Standing> = fc.constantFrom("active", "active", "active", "suspended", "left");

const numbered = <T>(letter: string, values: T[]): Map<string, T> =>
  new Map(values.map((value, index) => [`${letter}${index}`, value]));

export const world: fc.Arbitrary<World> = fc.record({
  organisations: fc
    .array(fc.record({ status: standing, sector: fc.constantFrom("energy", "finance") }), {
      minLength: 6,
      maxLength: 6,
    })
    .map((values) => numbered("o", values)),
  people: fc
    .array(fc.record({ status: fc.constantFrom("active" as const, "active" as const, "suspended" as const) }), {
      minLength: 6,
      maxLength: 6,
    })
    .map((values) => numbered("p", values)),
  memberships: fc.array(
    fc.record({
      person,
      organisation,
      role: fc.constantFrom("analyst", "sector-coordinator", "national-coordinator"),
      sector: fc.constantFrom("energy", "finance"),
    }),
    { maxLength: 12 },
  ),
  circleMembers: fc.array(fc.record({ circle, organisation }), { maxLength: 8 }),
  clients: fc.array(fc.record({ provider: organisation, client: organisation }), { maxLength: 6 }),
  disclosures: fc.uniqueArray(
    fc.record({
      organisation,
      coordinator: fc.constantFrom("sector" as const, "national" as const),
      level: fc.constantFrom("nothing" as const, "status" as const, "components" as const),
    }),
    { maxLength: 8, selector: (row) => `${row.organisation} ${row.coordinator}` },
  ),
});

const hour = 3_600_000;

export const marked: fc.Arbitrary<Marked> = fc.record({
  owner: organisation,
  author: fc.option(person),
  tlp: fc.option(fc.constantFrom(...tlps), { freq: 9 }),
  audience: fc.record({
    organisations: fc.uniqueArray(organisation, { maxLength: 3 }),
    circles: fc.uniqueArray(circle, { maxLength: 2 }),
  }),
  named: fc.uniqueArray(person, { maxLength: 2 }),
  embargoUntil: fc.option(fc.constantFrom(-1, 0, 1, 24).map((hours) => new Date(moment.getTime() + hours * hour))),
});
