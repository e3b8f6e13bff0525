import assert from "node:assert/strict";
import type { CampaignStanding } from "@bongsu/contracts";
import {
  type InventoryLevel,
  inventoryLevels,
  seesInventory,
  smallestAggregate,
  type Viewer,
  type World,
} from "@bongsu/markings";
import fc from "fast-check";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import type { Database } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { idOf } from "../../platform/ids.ts";
import { type By, campaignCountry } from "./testing/country.ts";

type Hub = Awaited<ReturnType<typeof campaignCountry>>;

interface Drawn {
  sector: "finance" | "energy";
  region: "KR-11" | "KR-26";
  sectorLevel: InventoryLevel;
  nationalLevel: InventoryLevel;
  state: "new" | "acknowledged" | "accepted" | "fixed" | "not_affected" | null;
  fresh: boolean;
}

interface Placed extends Drawn {
  id: string;
  handle: string;
}

const level = fc.constantFrom(...inventoryLevels);

/** Few cells and many organisations, so that groups of four, five and six come up. */
const drawn: fc.Arbitrary<Drawn> = fc.record({
  sector: fc.constantFrom("finance", "finance", "energy"),
  region: fc.constantFrom("KR-11", "KR-11", "KR-26"),
  sectorLevel: fc.oneof({ weight: 3, arbitrary: fc.constant("nothing" as const) }, { weight: 1, arbitrary: level }),
  nationalLevel: fc.oneof({ weight: 3, arbitrary: fc.constant("nothing" as const) }, { weight: 1, arbitrary: level }),
  state: fc.constantFrom(null, "new", "new", "acknowledged", "accepted", "fixed", "not_affected"),
  fresh: fc.boolean(),
});

interface Audience {
  sectors: string[];
  regions: string[];
  /** By their places in the list. */
  named: number[];
}

const audience: fc.Arbitrary<Audience> = fc.record({
  sectors: fc.constantFrom<string[]>([], ["finance"], ["energy"], ["finance", "energy"]),
  regions: fc.constantFrom<string[]>([], [], ["KR-11"]),
  named: fc.array(fc.nat(20), { maxLength: 3 }),
});

/** The exposures before the campaign begin open, so that everybody with one is in it; then they come to their state. */
async function place(database: Database, run: number, organisations: readonly Drawn[], now: Date): Promise<Placed[]> {
  const placed = organisations.map((one, index) => ({
    ...one,
    id: idOf("campaign-world", String(run), String(index)),
    handle: `w${run}-${index}`,
  }));
  const { kysely } = database;
  await sql`update organisation set status = 'left' where handle like 'w%' and handle ~ '^w[0-9]'`.execute(kysely);
  await sql`
    insert into organisation (id, handle, name_en, name_ko, sector, region, status, created_at)
    select id, handle, handle, handle, sector, region, 'active', ${now}
    from ${rowsAs({ id: "uuid", handle: "text", sector: "text", region: "text" }, placed)} as o
  `.execute(kysely);
  const levels = placed.flatMap(({ id, sectorLevel, nationalLevel }) => [
    { organisation: id, coordinator: "sector", level: sectorLevel },
    { organisation: id, coordinator: "national", level: nationalLevel },
  ]);
  await sql`
    insert into disclosure (organisation, coordinator, level, changed_at)
    select organisation, coordinator, level, ${now}
    from ${rowsAs({ organisation: "uuid", coordinator: "text", level: "text" }, levels)} as d
  `.execute(kysely);
  await sql`
    insert into asset (organisation, id, name, criticality, network, created_at, received_at)
    select id, id, 'core', 'high', 'internet', ${now}, case when fresh then ${now}::timestamptz end
    from ${rowsAs({ id: "uuid", fresh: "boolean" }, placed)} as a
  `.execute(kysely);
  await sql`
    insert into exposure (organisation, asset, package_version, vulnerability, state, state_at, cause, since, decision)
    select id, id, id, 'CVE-2026-0001', 'new', ${now}, 'test', ${now}, 2
    from ${rowsAs({ id: "uuid", state: "text" }, placed)} as e where state is not null
  `.execute(kysely);
  return placed;
}

async function come(database: Database, placed: readonly Placed[], now: Date): Promise<void> {
  await sql`
    update exposure e set state = p.state from ${rowsAs({ id: "uuid", state: "text" }, placed)} as p where e.organisation = p.id
  `.execute(database.kysely);
  await sql`
    insert into exposure_change (reader, id, at, cause, organisations, vulnerabilities)
    values ('campaigns', gen_random_uuid(), ${now}, 'test', ${placed.map(({ id }) => id)}::uuid[], null)
  `.execute(database.kysely);
}

const standingOf = ({ state, fresh }: Placed): CampaignStanding => {
  if (state === null) return fresh ? "not-exposed" : "unknown";
  if (state === "fixed") return fresh ? "done" : "unknown";
  if (state === "not_affected") return "not-affected";
  return state === "acknowledged" ? "working" : state;
};

interface Eyes {
  name: string;
  by: By;
  viewer: Viewer;
  /** Whose campaigns he follows: sectors. */
  sectors: readonly string[];
}

/** The rule, said once more in plain words over lists. */
function expected(
  placed: readonly Placed[],
  world: World,
  eyes: Eyes,
  asked: (one: Placed) => "cell" | "name" | null,
  isNamed: (one: Placed) => boolean,
) {
  const overseen = placed.filter(({ sector }) => eyes.sectors.includes(sector));
  const sees = ({ id }: Placed) => seesInventory(eyes.viewer, id, world) !== "nothing";
  const hidden = placed.filter((one) => !sees(one));
  const size = (test: (one: Placed) => boolean) => hidden.filter(test).length;
  const regions = ["KR-11", "KR-26"];
  const byRegion = (sector: string) =>
    regions.every((region) => {
      const few = size((one) => one.sector === sector && one.region === region);
      return few === 0 || few >= smallestAggregate;
    });
  const seen = overseen.filter((one) => sees(one) && asked(one) !== null);
  return {
    list: seen
      .filter((one) => standingOf(one) !== "not-exposed")
      .map((one) => `${one.handle} ${standingOf(one)}`)
      .sort(),
    counted: (filtered: boolean) => [
      ...seen,
      ...overseen.filter(
        (one) =>
          !sees(one) &&
          asked(one) === "cell" &&
          size(({ sector }) => sector === one.sector) >= smallestAggregate &&
          (!filtered || byRegion(one.sector)),
      ),
    ],
    // A day's sums are of whole sectors: all of one, or nothing of it.
    day: (filtered: boolean) =>
      overseen.filter((one) => {
        const way = asked(one);
        if (way === "name") return !hidden.some(isNamed);
        const few = size(({ sector }) => sector === one.sector);
        return way === "cell" && (few === 0 || (few >= smallestAggregate && (!filtered || byRegion(one.sector))));
      }),
    board: placed
      .filter(sees)
      .map(({ handle }) => handle)
      .sort(),
  };
}

const count = (list: readonly Placed[], ...words: CampaignStanding[]) =>
  list.filter((one) => words.includes(standingOf(one))).length;

async function compare(
  hub: Hub,
  eyes: Eyes,
  placed: readonly Placed[],
  world: World,
  of: {
    id: string;
    filtered: boolean;
    asked: (one: Placed) => "cell" | "name" | null;
    isNamed: (one: Placed) => boolean;
  },
) {
  const wanted = expected(placed, world, eyes, of.asked, of.isNamed);
  const shown = await hub.ask(eyes.by, `/campaigns/${of.id}`);
  const { items } = await hub.ask(eyes.by, `/campaigns/${of.id}/organisations?limit=1000`);
  const ofWorld = items.filter((one: { organisation: string }) => /^w\d/.test(one.organisation));
  assert.deepEqual(
    ofWorld.map((one: { organisation: string; standing: string }) => `${one.organisation} ${one.standing}`).sort(),
    wanted.list,
    eyes.name,
  );
  const all = wanted.counted(of.filtered);
  const { exposed, working, done, unknown, notAffected, accepted, uncounted } = {
    ...shown.progress.total,
    ...shown.progress,
  };
  assert.deepEqual(
    { exposed, working, done, notAffected, accepted, unknown },
    {
      exposed: count(all, "new", "working", "accepted"),
      working: count(all, "working"),
      done: count(all, "done"),
      notAffected: count(all, "not-affected"),
      accepted: count(all, "accepted"),
      unknown: count(all, "unknown"),
    },
    eyes.name,
  );
  const whole = placed.filter((one) => eyes.sectors.includes(one.sector) && of.asked(one) !== null);
  assert.equal(uncounted, whole.length - all.length, eyes.name);
  for (const cell of shown.progress.bySector) {
    const own = all.filter(({ sector }) => sector === cell.sector);
    assert.deepEqual(
      [cell.exposed, cell.done],
      [count(own, "new", "working", "accepted"), count(own, "done")],
      eyes.name,
    );
  }
  const [today] = shown.progress.days;
  const day = wanted.day(of.filtered);
  assert.deepEqual(
    [today?.exposed ?? 0, today?.done ?? 0],
    [count(day, "new", "working", "accepted"), count(day, "done")],
    eyes.name,
  );
  const board = await hub.ask(eyes.by, "/organisation-standing?limit=200");
  const boarded = board.items.map((one: { organisation: { handle: string } }) => one.organisation.handle);
  assert.deepEqual(boarded.filter((handle: string) => /^w\d/.test(handle)).sort(), wanted.board, eyes.name);
  return { hidden: all.length - wanted.list.length, uncounted };
}

onBothDatabases(
  "in generated worlds nobody learns more of a campaign than the rule of visibility says",
  async (database, context) => {
    const hub = await campaignCountry(database, context);
    await hub.advise(hub.advisory("CVE-2026-0001", "lodash"));
    const now = hub.clock.now();
    const eyesOf: Eyes[] = [
      { name: "finance", by: hub.finance, viewer: { kind: "person", person: hub.finance.id }, sectors: ["finance"] },
      { name: "energy", by: hub.energy, viewer: { kind: "person", person: hub.energy.id }, sectors: ["energy"] },
      {
        name: "nation",
        by: hub.nation,
        viewer: { kind: "person", person: hub.nation.id },
        sectors: ["finance", "energy"],
      },
      {
        name: "auditor",
        by: hub.auditor,
        viewer: { kind: "person", person: hub.auditor.id },
        sectors: ["finance", "energy"],
      },
    ];
    const desk = "00000000-0000-4000-8000-0000000000ff";
    let run = 0;
    const tally = { uncounted: 0, summed: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawn, { minLength: 8, maxLength: 26 }),
        audience,
        async (organisations, drawnAudience) => {
          run += 1;
          const placed = await place(database, run, organisations, now);
          const named = [...new Set(drawnAudience.named)].flatMap((index) => placed[index]?.handle ?? []);
          const byCell = drawnAudience.sectors.length > 0 || drawnAudience.regions.length > 0 || named.length === 0;
          const asked = (one: Placed) => {
            const cell =
              byCell &&
              (drawnAudience.sectors.length === 0 || drawnAudience.sectors.includes(one.sector)) &&
              (drawnAudience.regions.length === 0 || drawnAudience.regions.includes(one.region));
            return cell ? ("cell" as const) : named.includes(one.handle) ? ("name" as const) : null;
          };
          const { sectors, regions } = drawnAudience;
          const about = {
            vulnerabilities: ["CVE-2026-0001"],
            sectors: sectors.length === 0 && byCell ? ["finance", "energy"] : sectors,
            regions,
            organisations: named,
          };
          const { id } = await hub.begin(hub.nation, about);
          await come(database, placed, now);
          await hub.tick();
          const world: World = {
            organisations: new Map([
              ...placed.map((one) => [one.id, { status: "active" as const, sector: one.sector }] as const),
              [desk, { status: "active" as const, sector: "government" }],
            ]),
            people: new Map(
              eyesOf.map(({ viewer }) => [
                viewer.kind === "person" ? viewer.person : "",
                { status: "active" as const },
              ]),
            ),
            memberships: [
              { person: hub.finance.id, organisation: desk, role: "sector-coordinator", sector: "finance" },
              { person: hub.energy.id, organisation: desk, role: "sector-coordinator", sector: "energy" },
              { person: hub.nation.id, organisation: desk, role: "national-coordinator", sector: "" },
              { person: hub.auditor.id, organisation: desk, role: "auditor", sector: "" },
            ],
            circleMembers: [],
            clients: [],
            disclosures: placed.flatMap((one) => [
              { organisation: one.id, coordinator: "sector" as const, level: one.sectorLevel },
              { organisation: one.id, coordinator: "national" as const, level: one.nationalLevel },
            ]),
          };
          for (const eyes of eyesOf) {
            const reach = byCell
              ? about.sectors
              : placed.filter(({ handle }) => named.includes(handle)).map(({ sector }) => sector);
            const follows =
              eyes.sectors.length > 1 ||
              (named.length > 0 && byCell) ||
              eyes.sectors.some((sector) => reach.includes(sector));
            if (!follows) {
              await hub.ask(eyes.by, `/campaigns/${id}`, undefined, { expect: 404 });
              continue;
            }
            const told = await compare(hub, eyes, placed, world, {
              id,
              filtered: regions.length > 0,
              asked,
              isNamed: ({ handle }) => named.includes(handle),
            });
            tally.uncounted += told.uncounted;
            tally.summed += told.hidden;
          }
          // Each member sees its own part and nothing of the others.
          const [one] = placed;
          if (one === undefined) return;
          const key = await hub.key({ id: one.id });
          const isIn = asked(one) !== null && one.state !== null;
          const own = await hub.ask({ key }, `/campaigns/${id}`, undefined, { expect: isIn ? 200 : 404 });
          if (!isIn) return;
          assert.deepEqual(
            [own.progress, own.audience, own.mine.map((part: { organisation: string }) => part.organisation)],
            [null, null, [one.handle]],
          );
          const text = JSON.stringify([
            own,
            await hub.ask({ key }, `/campaigns/${id}/organisations`),
            await hub.ask({ key }, "/organisation-standing"),
          ]);
          for (const { handle } of placed.slice(1))
            assert.ok(!text.includes(`"${handle}"`), `${one.handle} learns of ${handle}`);
        },
      ),
      {
        numRuns: Number(process.env.BONGSU_RUNS ?? (database.kind === "embedded" ? 4 : 10)),
        seed: 5,
        endOnFailure: true,
      },
    );
    assert.ok(tally.uncounted > 0 && tally.summed > 0, `worlds in which nothing was hidden: ${JSON.stringify(tally)}`);
  },
);
