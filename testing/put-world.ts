import type { World } from "@bongsu/markings";
import { sql } from "kysely";
import { toRow } from "../hub/capabilities/sharing/index.ts";
import { recountOrganisations } from "../hub/capabilities/situation/organisations.ts";
import type { Database, Executor } from "../hub/platform/database/database.ts";
import { rowsAs } from "../hub/platform/database/rows.ts";
import { idOf } from "../hub/platform/ids.ts";
import { type SharedReport, type SharedWorld, worldCircles, worldMoment, worldVulnerabilities } from "./worlds.ts";

const at = worldMoment;

type Columns = Parameters<typeof rowsAs>[0];

async function insert(
  database: Executor,
  table: string,
  columns: Columns,
  rows: readonly object[],
  otherwise = sql``,
): Promise<void> {
  const names = sql.join(Object.keys(columns).map((name) => sql.id(name)));
  await sql`insert into ${sql.table(table)} (${names}) ${rowsAs(columns, rows as never)} ${otherwise}`.execute(
    database,
  );
}

/** Of a row that is there already, only the standing changes. */
const onlyStatus = sql`on conflict (id) do update set status = excluded.status`;

const relations = ["circle_member", "client_organisation", "disclosure", "membership"];
const things = [
  ...["organisation", "person"],
  ...["circle", "asset", "exposure", "package", "package_version", "vulnerability", "advisory", "advisory_name"],
  ...["organisation_situation", "vulnerability_situation"],
  ...["report", "report_revision", "report_reference", "event"],
];

const empty = (database: Executor, tables: readonly string[]) =>
  sql`truncate ${sql.join(tables.map((table) => sql.table(table)))} cascade`.execute(database);

/** The handle under which `putWorld` writes an organisation or a circle: it can be told from the id. */
export const worldHandle = (id: string): string => `x${id.replaceAll("-", "")}`;

export const worldEmail = (id: string): string => `${id}@example.org`;

/** Writes who belongs where, in place of what was there; people and organisations that were there stay the same rows. */
export async function putMembers(database: Executor, world: World): Promise<void> {
  await empty(database, relations);
  const named = (id: string) => ({ id, handle: worldHandle(id), name_en: id, name_ko: id, created_at: at });
  await insert(
    database,
    "organisation",
    {
      ...({ id: "uuid", handle: "text", name_en: "text", name_ko: "text", sector: "text" } as const),
      ...({ region: "text", status: "text", created_at: "timestamptz" } as const),
    },
    [...world.organisations].map(([id, row]) => ({ ...named(id), ...row, region: "KR-11" })),
    onlyStatus,
  );
  await insert(
    database,
    "person",
    { id: "uuid", name: "text", email: "text", status: "text", created_at: "timestamptz", updated_at: "timestamptz" },
    [...world.people].map(([id, row]) => ({
      id,
      name: id,
      email: worldEmail(id),
      ...row,
      created_at: at,
      updated_at: at,
    })),
    onlyStatus,
  );
  await insert(
    database,
    "membership",
    { organisation: "uuid", person: "uuid", role: "text", sector: "text", since: "timestamptz" },
    world.memberships.map((row) => ({ ...row, since: at })),
  );
  await insert(
    database,
    "circle_member",
    { circle: "uuid", organisation: "uuid", role: "text", since: "timestamptz" },
    world.circleMembers.map((row) => ({ ...row, role: "member", since: at })),
  );
  await insert(
    database,
    "client_organisation",
    { provider: "uuid", client: "uuid", since: "timestamptz" },
    world.clients.map((row) => ({ ...row, since: at })),
  );
  await insert(
    database,
    "disclosure",
    { organisation: "uuid", coordinator: "text", level: "text", changed_at: "timestamptz" },
    world.disclosures.map((row) => ({ ...row, changed_at: at })),
  );
}

/** The one package version that every asset runs. */
const packageVersion = idOf("world-package-version");

async function putInventories(database: Executor, { assets, exposures }: SharedWorld): Promise<void> {
  const thing = idOf("world-package");
  await insert(database, "package", { id: "uuid", ecosystem: "text", release: "text", name: "text" }, [
    { id: thing, ecosystem: "npm", release: "", name: "thing" },
  ]);
  await insert(database, "package_version", { id: "uuid", package: "uuid", version: "text" }, [
    { id: packageVersion, package: thing, version: "1.0.0" },
  ]);
  await sql`
    insert into vulnerability (name, aliases, follows, rating, exploitation, automatable, ransomware)
    select name, '{}', '{}', 'high', 'none', false, false from unnest(${worldVulnerabilities}::text[]) as name
  `.execute(database);
  await sql`
    insert into advisory (id, document, name, format, vulnerability, rating, unparsed)
    select id, id, name, 'osv', name, 'high', '[]'
    from unnest(${worldVulnerabilities.map((name) => idOf(name))}::uuid[], ${worldVulnerabilities}::text[]) as a(id, name)
  `.execute(database);
  await sql`insert into advisory_name select name, id, name, true from advisory`.execute(database);
  await insert(
    database,
    "asset",
    { organisation: "uuid", id: "uuid", name: "text", criticality: "text", network: "text", created_at: "timestamptz" },
    assets.map((row) => ({ ...row, criticality: "high", network: "internet", created_at: at })),
  );
  await insert(
    database,
    "exposure",
    {
      ...({
        organisation: "uuid",
        asset: "uuid",
        package_version: "uuid",
        vulnerability: "text",
        state: "text",
      } as const),
      ...({ state_at: "timestamptz", cause: "text", since: "timestamptz", decision: "smallint" } as const),
    },
    exposures.map((row) => ({ ...row, package_version: packageVersion, state_at: at, cause: "sbom 1", since: at })),
  );
}

async function putReport(database: Executor, report: SharedReport, index: number): Promise<void> {
  const tables = database.withTables<Record<string, Record<string, unknown>>>();
  const changed = new Date(at.getTime() + index);
  const last = report.revisions.at(-1);
  if (last === undefined) return;
  const said = { kind: "note", title: report.title };
  await tables
    .insertInto("report")
    .values({
      ...toRow(last.marked),
      ...said,
      ...{ id: report.id, text: last.text, revision: report.revisions.length, created_at: at, changed_at: changed },
      withdrawn_at: report.withdrawn ? changed : null,
    })
    .execute();
  const revisions = report.revisions.map(({ marked, text }, number) => ({
    ...toRow(marked),
    ...said,
    ...{ report: report.id, revision: number + 1, action: "shared", text, at: changed },
  }));
  await tables.insertInto("report_revision").values(revisions).execute();
  const references = report.references.map((reference, position) => ({
    ...{ report: report.id, revision: report.revisions.length, position, kind: reference.kind },
    target: reference.kind === "vulnerability" ? reference.name : reference.id,
    target_id: reference.kind === "vulnerability" ? null : reference.id,
    organisation: reference.kind === "asset" ? reference.organisation : null,
  }));
  if (references.length > 0) await tables.insertInto("report_reference").values(references).execute();
  // One event for each revision, under the marking of that time.
  const events = report.revisions.map(({ marked }, number) => ({
    ...toRow(marked),
    ...{
      id: idOf("event", report.id, String(number)),
      number: eventNumber(index, number),
      at,
      kind: "sharing.report-shared",
    },
    ...{ organisation: marked.owner, subject: "report", subject_id: report.id, data: "{}" },
  }));
  await tables.insertInto("event").values(events).execute();
}

/** The number of the event that told of a report's revision (both counted from 0). */
export const eventNumber = (report: number, revision: number): number => report * 10 + revision + 1;

/** Writes the world into a database that has the house's tables, in place of any other world. */
export async function putWorld(database: Database, shared: SharedWorld): Promise<void> {
  await database.kysely.transaction().execute(async (transaction) => {
    await empty(transaction, things);
    await putMembers(transaction, shared.world);
    await insert(
      transaction,
      "circle",
      { id: "uuid", handle: "text", name_en: "text", name_ko: "text", created_at: "timestamptz", created_by: "uuid" },
      worldCircles.map((id) => ({
        id,
        handle: worldHandle(id),
        name_en: id,
        name_ko: id,
        created_at: at,
        created_by: id,
      })),
    );
    await putInventories(transaction, shared);
    for (const [index, report] of shared.reports.entries()) await putReport(transaction, report, index);
    await recountOrganisations(transaction, [...shared.world.organisations.keys()], new Date(at));
  });
}
