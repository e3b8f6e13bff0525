import {
  type InventoryLevel,
  type Marked,
  type Membership,
  type Standing,
  tlps,
  type Viewer,
  type World,
} from "@bongsu/markings";
import fc from "fast-check";
import { idOf } from "../hub/platform/ids.ts";

/**
 * Made-up countries for the rule of who sees what: organisations, people, circles, providers and their clients, and in
 * them reports under every marking, inventories and exposures. `putWorld` writes one into a database; what the pure
 * rule says of it, every path out must say as well.
 */
export interface SharedWorld {
  world: World;
  reports: SharedReport[];
  assets: { organisation: string; id: string; name: string }[];
  exposures: { organisation: string; asset: string; vulnerability: string; state: string; decision: number }[];
}

export interface SharedReport {
  id: string;
  title: string;
  /** Every revision with the marking that it was written under; the last one counts. */
  revisions: { marked: Marked; text: string }[];
  withdrawn: boolean;
  references: SharedReference[];
}

export type SharedReference =
  | { kind: "report"; id: string }
  | { kind: "vulnerability"; name: string }
  | { kind: "asset"; organisation: string; id: string };

/** The moment at which the worlds are looked at first; embargoes end before, at and after it. */
export const worldMoment = new Date("2026-11-20T09:00:00Z");

const counts = { organisations: 9, people: 7, circles: 3, reports: 9, vulnerabilities: 3 };

const ids = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => idOf(`world-${kind}`, String(index)));

export const worldOrganisations = ids("organisation", counts.organisations);
export const worldPeople = ids("person", counts.people);
export const worldCircles = ids("circle", counts.circles);
const reportIds = ids("report", counts.reports);
export const worldVulnerabilities = Array.from(
  { length: counts.vulnerabilities },
  (_, index) => `CVE-2026-${1000 + index}`,
);

const organisation = fc.constantFrom(...worldOrganisations);
const person = fc.constantFrom(...worldPeople);
const circle = fc.constantFrom(...worldCircles);

/** Mostly one sector, so that sums over five and more occur. */
const sector = fc.constantFrom("energy", "energy", "energy", "finance");

const standing = fc.constantFrom<Standing>("active", "active", "active", "active", "suspended", "left");

const keyed = <T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Map<string, T>> =>
  fc
    .array(value, { minLength: keys.length, maxLength: keys.length })
    .map((values) => new Map(keys.flatMap((key, index) => values.slice(index, index + 1).map((one) => [key, one]))));

const membership: fc.Arbitrary<Membership> = fc
  .record({
    person,
    organisation,
    role: fc.constantFrom(
      "read-only",
      "analyst",
      "organisation-administrator",
      "sector-coordinator",
      "national-coordinator",
    ),
    sector,
  })
  .map((row) => ({ ...row, sector: row.role === "sector-coordinator" ? row.sector : "" }));

const levels = ["nothing", "status", "components"] as const satisfies readonly InventoryLevel[];

const world: fc.Arbitrary<World> = fc.record({
  organisations: keyed(worldOrganisations, fc.record({ status: standing, sector })),
  people: keyed(
    worldPeople,
    fc.record({ status: fc.constantFrom<"active" | "suspended">("active", "active", "active", "suspended") }),
  ),
  memberships: fc.uniqueArray(membership, {
    minLength: 4,
    maxLength: 12,
    selector: (row) => Object.values(row).join(" "),
  }),
  circleMembers: fc.uniqueArray(fc.record({ circle, organisation }), {
    minLength: 3,
    maxLength: 9,
    selector: (row) => Object.values(row).join(" "),
  }),
  clients: fc.uniqueArray(fc.record({ provider: organisation, client: organisation }), {
    maxLength: 6,
    selector: (row) => Object.values(row).join(" "),
  }),
  disclosures: fc.uniqueArray(
    fc.record({
      organisation,
      coordinator: fc.constantFrom<"sector" | "national">("sector", "national"),
      level: fc.constantFrom(...levels),
    }),
    { maxLength: 9, selector: (row) => `${row.organisation} ${row.coordinator}` },
  ),
});

const minute = 60_000;

const marking = fc.record({
  tlp: fc.option(fc.constantFrom(...tlps), { freq: 8 }),
  audience: fc.record({
    organisations: fc.uniqueArray(organisation, { maxLength: 2 }),
    circles: fc.uniqueArray(circle, { maxLength: 2 }),
  }),
  named: fc.uniqueArray(person, { maxLength: 3 }),
  embargoUntil: fc.option(
    fc.constantFrom(-60, 0, 1, 90).map((minutes) => new Date(worldMoment.getTime() + minutes * minute)),
    { freq: 2 },
  ),
});

const reference: fc.Arbitrary<SharedReference> = fc.oneof(
  fc.constantFrom(...reportIds).map((id) => ({ kind: "report" as const, id })),
  fc.constantFrom(...worldVulnerabilities).map((name) => ({ kind: "vulnerability" as const, name })),
  organisation.map((owner) => ({ kind: "asset" as const, organisation: owner, id: assetOf(owner) })),
);

/** Every organisation may have one asset. */
const assetOf = (owner: string): string => idOf("world-asset", owner);

const reports: fc.Arbitrary<SharedReport[]> = fc
  .array(
    fc.record({
      owner: organisation,
      author: fc.option(person),
      markings: fc.array(marking, { minLength: 1, maxLength: 3 }),
      withdrawn: fc.constantFrom(false, false, false, true),
      references: fc.uniqueArray(reference, { maxLength: 3, selector: (one) => JSON.stringify(one) }),
    }),
    { minLength: counts.reports, maxLength: counts.reports },
  )
  .map((drafts) =>
    drafts.map(({ owner, author, markings, ...rest }, index) => ({
      id: reportIds[index] ?? "",
      title: `report ${index}`,
      revisions: markings.map((one, revision) => ({
        marked: { owner, author, ...one },
        text: `common words, token-${index}-${revision}.`,
      })),
      ...rest,
    })),
  );

const exposures = fc.uniqueArray(
  fc.record({
    organisation,
    vulnerability: fc.constantFrom(...worldVulnerabilities),
    state: fc.constantFrom("new", "acknowledged", "fixed"),
    decision: fc.nat(3),
  }),
  { maxLength: 12, selector: (row) => `${row.organisation} ${row.vulnerability}` },
);

/** Any world. */
export const sharedWorld: fc.Arbitrary<SharedWorld> = fc
  .record({ world, reports, exposures })
  .map(({ exposures: found, ...rest }) => ({
    ...rest,
    assets: worldOrganisations.map((owner, index) => ({
      organisation: owner,
      id: assetOf(owner),
      name: `asset-${index}`,
    })),
    exposures: found.map((row) => ({ ...row, asset: assetOf(row.organisation) })),
  }));

/** Everybody who can ask: each person, each organisation's machines, and nobody in particular. */
export const worldViewers = ({ world: { organisations, people } }: SharedWorld): Viewer[] => [
  { kind: "anonymous" },
  ...[...people.keys()].map((id): Viewer => ({ kind: "person", person: id })),
  ...[...organisations.keys()].map((id): Viewer => ({ kind: "service", organisation: id })),
];

/** Something that happens to a world after it was looked at. */
export type WorldChange =
  | { kind: "leave-circle" | "leave-organisation" | "lose-client"; index: number }
  | { kind: "suspend-organisation" | "reinstate-organisation"; organisation: string }
  | { kind: "suspend-person"; person: string }
  | { kind: "disclose"; organisation: string; coordinator: "sector" | "national"; level: InventoryLevel };

export const worldChange: fc.Arbitrary<WorldChange> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("leave-circle" as const, "leave-organisation" as const, "lose-client" as const),
    index: fc.nat(20),
  }),
  fc.record({
    kind: fc.constantFrom("suspend-organisation" as const, "reinstate-organisation" as const),
    organisation,
  }),
  fc.record({ kind: fc.constant("suspend-person" as const), person }),
  fc.record({
    kind: fc.constant("disclose" as const),
    organisation,
    coordinator: fc.constantFrom<"sector" | "national">("sector", "national"),
    level: fc.constantFrom(...levels),
  }),
);

const without = <T>(rows: readonly T[], index: number): T[] =>
  rows.filter((_, at) => at !== index % (rows.length || 1));

/** The world after the change. */
export function changedWorld(before: World, change: WorldChange): World {
  switch (change.kind) {
    case "leave-circle":
      return { ...before, circleMembers: without(before.circleMembers, change.index) };
    case "leave-organisation":
      return { ...before, memberships: without(before.memberships, change.index) };
    case "lose-client":
      return { ...before, clients: without(before.clients, change.index) };
    case "suspend-organisation":
    case "reinstate-organisation": {
      const status: Standing = change.kind === "suspend-organisation" ? "suspended" : "active";
      const found = before.organisations.get(change.organisation) ?? { sector: "energy" };
      return {
        ...before,
        organisations: new Map([...before.organisations, [change.organisation, { ...found, status }]]),
      };
    }
    case "suspend-person":
      return { ...before, people: new Map([...before.people, [change.person, { status: "suspended" }]]) };
    case "disclose": {
      const { kind: _, ...row } = change;
      const others = before.disclosures.filter(
        (one) => one.organisation !== row.organisation || one.coordinator !== row.coordinator,
      );
      return { ...before, disclosures: [...others, row] };
    }
  }
}
