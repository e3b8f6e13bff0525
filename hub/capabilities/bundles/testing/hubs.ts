import { createSecretKey, randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import { type Marked, maySee, type Viewer, type World } from "@bongsu/markings";
import { sql } from "kysely";
import { country } from "../../../../testing/country.ts";
import { newEmbedded, newServerDatabase } from "../../../../testing/databases.ts";
import { migrations } from "../../../migrations.ts";
import type { Database } from "../../../platform/database/database.ts";
import { migrate } from "../../../platform/database/migrate.ts";
import { openServer } from "../../../platform/database/server.ts";
import { newId } from "../../../platform/ids.ts";
import { hubIdentity, vaultOf } from "../../../platform/secrets/index.ts";
import { record } from "../../audit/index.ts";
import { asViewer, fromRow, keepReport, listReports, type SharingTables } from "../../sharing/index.ts";
import type { BundleHub } from "../hub.ts";
import { ownKeyFile, type TrustTerms, trustHub } from "../index.ts";

/** A hub in a test's hands. */
export async function testHub(name: string, database: Database) {
  const own = country(database);
  const { clock } = own;
  const vault = vaultOf(createSecretKey(randomBytes(32)));
  const hub: BundleHub = {
    database,
    clock,
    vault,
    identity: await hubIdentity(database, vault, clock),
    name: { en: name, ko: name },
    record: async (transaction, { operation, subject, marking, details }) => {
      const about = { subjectKind: subject.kind, subject: subject.id, outcome: "done" } as const;
      await record(transaction, clock, {
        actorKind: "console",
        actorName: "test",
        operation,
        ...about,
        marking,
        details,
      });
    },
  };
  const people = new Map<string, string>();
  return {
    ...hub,
    hub,
    country: own,
    clock,
    people,
    /** An organisation with one analyst, who goes by its handle. */
    member: async (handle: string) => {
      const { id } = await own.organisation(handle);
      const person = newId(clock.now());
      await sql`
        insert into person (id, name, email, created_at, updated_at)
        values (${person}, ${handle}, ${`${handle}@example.kr`}, ${clock.now()}, ${clock.now()})
      `.execute(database.kysely);
      await sql`
        insert into membership (organisation, person, role, since) values (${id}, ${person}, 'analyst', ${clock.now()})
      `.execute(database.kysely);
      people.set(handle, person);
      return id;
    },
    circle: async (handle: string, organisations: readonly string[]) => {
      const id = newId(clock.now());
      await sql`
        insert into circle (id, handle, name_en, name_ko, created_at, created_by)
        values (${id}, ${handle}, ${handle}, ${handle}, ${clock.now()}, ${id})
      `.execute(database.kysely);
      for (const organisation of organisations) {
        await sql`insert into circle_member (circle, organisation, role, since)
          values (${id}, ${organisation}, 'member', ${clock.now()})`.execute(database.kysely);
      }
      return id;
    },
    report: async (
      title: string,
      marked: Partial<Marked> & { owner: string },
      rest: { id?: string; revision?: number; text?: string } = {},
    ) => {
      const { id = newId(clock.now()), revision = 1, text = `About ${title}` } = rest;
      const none = {
        author: null,
        tlp: null,
        audience: { organisations: [], circles: [] },
        named: [],
        embargoUntil: null,
      };
      await database.kysely.transaction().execute((transaction) =>
        keepReport(
          transaction,
          null,
          {
            id,
            marked: { ...none, ...marked },
            kind: "note",
            title,
            text,
            revision,
            createdAt: clock.now(),
            withdrawnAt: null,
          },
          "shared",
          [],
          clock.now(),
        ),
      );
      return id;
    },
    trust: async (other: BundleHub, terms: TrustTerms) => {
      const key = await ownKeyFile(other.database.kysely, other);
      return database.kysely.transaction().execute((transaction) => trustHub(transaction, hub, { key }, terms));
    },
    /** Titles that the viewer finds, sorted; the analyst of that organisation, or nobody in particular. */
    sees: (viewer: Viewer) =>
      database.kysely
        .transaction()
        .execute(async (transaction) =>
          (
            await asViewer(transaction, viewer, clock.now(), (seen) =>
              listReports(seen, { withdrawn: true }, 200, null),
            )
          )
            .map(({ title }) => title)
            .sort(),
        ),
  };
}

export type TestHub = Awaited<ReturnType<typeof testHub>>;

/** What the pure rule says that the viewer finds, of what stands in the database. */
export async function shouldSee({ database, clock }: TestHub, viewer: Viewer): Promise<string[]> {
  const world = await worldOf(database);
  const rows = await database.kysely.withTables<SharingTables>().selectFrom("report").selectAll().execute();
  return rows
    .filter((row) => maySee(viewer, fromRow(row), world, clock.now()))
    .map(({ title }) => title)
    .sort();
}

async function worldOf({ kysely }: Database): Promise<World> {
  const all = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(kysely)).rows;
  const active = { status: "active" } as const;
  const organisations = await all(sql<{ id: string; sector: string }>`select id, sector from organisation`);
  const people = await all(sql<{ id: string }>`select id from person`);
  return {
    organisations: new Map(organisations.map(({ id, sector }) => [id, { ...active, sector }])),
    people: new Map(people.map(({ id }) => [id, active])),
    memberships: await all(
      sql<World["memberships"][number]>`select person, organisation, role, sector from membership`,
    ),
    circleMembers: await all(sql<World["circleMembers"][number]>`select circle, organisation from circle_member`),
    clients: await all(sql<World["clients"][number]>`select provider, client from client_organisation`),
    disclosures: [],
  };
}

/** Two hubs without a line between them: one embedded, the other on a PostgreSQL server where one is at hand. */
export async function twoHubs(context: TestContext): Promise<[TestHub, TestHub]> {
  const first = await newEmbedded();
  context.after(() => first.close());
  return [await testHub("National hub", first), await testHub("Separated hub", await second(context))];
}

/** Another hub's database. */
export async function second(context: TestContext): Promise<Database> {
  const url = process.env.BONGSU_TEST_DATABASE_URL;
  if (url === undefined) {
    const database = await newEmbedded();
    context.after(() => database.close());
    return database;
  }
  const own = await newServerDatabase(url);
  const database = await openServer(own.url, 4);
  context.after(async () => {
    await database.close();
    await own.drop();
  });
  await migrate(database, migrations);
  return database;
}
