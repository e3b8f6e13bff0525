import { type RawBuilder, sql } from "kysely";
import { type Context, seenBy } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { type ExposureFilters, filterConditions } from "../filters.ts";
import { joinedFor } from "../groups/joined.ts";
import { assigneeJoined, exposuresJoined } from "../line.ts";

/** Rows that are read, and written, at a time. */
const perBatch = 1_000;

/** Who exports, and what. */
export type Exporting = Pick<Context, "actor" | "now" | "services"> & { only: ExposureFilters };

/** What an export begins with: of which organisations, and how many exposures there are at this moment. */
export interface Extent {
  organisations: { id: string; handle: string }[];
  rows: number;
}

/** As the caller sees it: organisations whose inventories he sees, and that have what is asked for. */
export async function extentOf(database: Executor, { only, ...asking }: Omit<Exporting, "services">): Promise<Extent> {
  const { rows } = await sql<{ id: string; handle: string; count: number }>`
    select e.organisation as id, o.handle, count(*)::int as count
    from ${joinedFor(only)} where ${await filterConditions(database, only, asking)}
    group by e.organisation, o.handle order by o.handle
  `.execute(database);
  return {
    organisations: rows.map(({ id, handle }) => ({ id, handle })),
    rows: rows.reduce((sum, { count }) => sum + count, 0),
  };
}

interface Keyed {
  asset_id: string;
  packageVersion: string;
  vulnerability: string;
}

/** What else is read of the rows of a batch, through the same eyes. */
export type Hydrate<Row, Whole> = (database: Executor, rows: readonly Row[], organisation: string) => Promise<Whole[]>;

const keyOrder = sql`e.asset, e.package_version, e.vulnerability`;

const keyRow = ({ asset_id, packageVersion, vulnerability }: Keyed): RawBuilder<unknown> =>
  sql`(${asset_id}::uuid, ${packageVersion}::uuid, ${vulnerability})`;

/** Where a batch ends that begins after `last`: so many rows on, whatever the filters let through; undefined at the end. */
async function endOf(database: Executor, organisation: string, last: Keyed | undefined): Promise<Keyed | undefined> {
  const after = last === undefined ? sql`true` : sql`(${keyOrder}) > ${keyRow(last)}`;
  const { rows } = await sql<Keyed>`
    select e.asset as asset_id, e.package_version as "packageVersion", e.vulnerability from exposure e
    where e.organisation = ${organisation} and ${after} order by ${keyOrder} offset ${perBatch - 1} limit 1
  `.execute(database);
  return rows[0];
}

/** The rows between two keys. The assets' own bounds tell the planner that only a few of them are meant. */
function between(last: Keyed | undefined, end: Keyed | undefined): RawBuilder<unknown> {
  const conditions = [
    ...(last === undefined ? [] : [sql`(${keyOrder}) > ${keyRow(last)} and s.id >= ${last.asset_id}`]),
    ...(end === undefined ? [] : [sql`(${keyOrder}) <= ${keyRow(end)} and s.id <= ${end.asset_id}`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/**
 * The exposures in batches, organisation by organisation, in the order of their key: each batch is read when the one
 * before has been taken, in a transaction of its own and as the caller is at that moment. No batch is empty.
 * `columns` contains `asset_id`, `packageVersion` and `vulnerability`.
 */
export async function* exposureBatches<Row extends Keyed, Whole = Row>(
  { actor, now, services, only }: Exporting,
  { organisations }: Extent,
  columns: RawBuilder<unknown>,
  hydrate: Hydrate<Row, Whole>,
): AsyncGenerator<Whole[]> {
  for (const { id } of organisations) {
    for (let last: Keyed | undefined, more = true; more; ) {
      const before = last;
      const { batch, end } = await seenBy(services.database, actor, now, async (database) => {
        const end = await endOf(database, id, before);
        const { rows } = await sql<Row>`
          select ${columns} from ${exposuresJoined} ${assigneeJoined}
          where e.organisation = ${id} and ${between(before, end)}
            and ${await filterConditions(database, only, { actor, now })}
          order by ${keyOrder}
        `.execute(database);
        return { batch: await hydrate(database, rows, id), end };
      });
      if (batch.length > 0) yield batch;
      more = end !== undefined;
      last = end;
    }
  }
}
