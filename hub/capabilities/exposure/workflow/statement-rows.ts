import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { newId } from "../../../platform/ids.ts";
import { nameKey } from "../../advisories/index.ts";
import type { Doing } from "../refresh.ts";

/** What a statement speaks of: some versions of a product, on one asset or all of the organisation's. */
export interface Target {
  package: string;
  version: string | null;
  low: Uint8Array | null;
  high: Uint8Array | null;
  vulnerability: string;
  asset: string | null;
}

const columns = {
  id: "uuid",
  package: "uuid",
  version: "text",
  low: "bytea",
  high: "bytea",
  vulnerability: "text",
  name: "text",
  asset: "uuid",
} as const;

const withNames = (targets: readonly Target[], now: Date) =>
  rowsAs(
    columns,
    targets.map((target) => ({ ...target, id: newId(now), name: nameKey(target.vulnerability) })),
  );

/** Open exposures of the organisation that such statements speak of, and the assets that they are on. */
export async function countReached(
  database: Executor,
  organisation: string,
  targets: readonly Target[],
): Promise<{ exposures: number; assets: number }> {
  const { rows } = await sql<{ exposures: number; assets: number }>`
    with reached as (
      select distinct e.asset, e.package_version, e.vulnerability
      from ${withNames(targets, new Date(0))} as t
      join package_version v on v.package = t.package
        and (t.version = v.version or (t.version is null and (t.low is null or v.key >= t.low)
          and (t.high is null or v.key < t.high)))
      join exposure e on e.organisation = ${organisation} and e.package_version = v.id
        and e.vulnerability = t.vulnerability and (t.asset is null or t.asset = e.asset)
      where e.state in ('new', 'acknowledged', 'remediating', 'accepted')
    )
    select count(*)::int as exposures, count(distinct asset)::int as assets from reached
  `.execute(database);
  return rows[0] ?? { exposures: 0, assets: 0 };
}

/** What is said of the targets. */
export interface Statement {
  organisation: string;
  author: string;
  justification: string;
  impact: string | null;
  range: string | null;
}

/** Puts statements among those that the matching asks, each “not affected” by somebody of the organisation. */
export async function putStatements(
  transaction: Executor,
  targets: readonly Target[],
  { organisation, author, justification, impact, range }: Statement,
  by: Doing,
  now: Date,
): Promise<void> {
  await sql`
    insert into vex_statement (id, organisation, asset, vulnerability, package, version, low, high, status, justification,
      impact, author, at, document, imported_at, range, action, actor_kind, actor, actor_name)
    select id, ${organisation}::uuid, asset, name, package, version, low, high, 'not_affected', ${justification},
      ${impact}::text, ${author}, ${now}::timestamptz, ${`bongsu:${by.action}`}, ${now}::timestamptz, ${range}::text,
      ${by.action}::uuid, ${by.kind}, ${by.id}::uuid, ${by.name}
    from ${withNames(targets, now)} as t
  `.execute(transaction);
}

/** Takes away what an action had stated. */
export async function removeStatementsOf(transaction: Executor, organisation: string, action: string): Promise<void> {
  await sql`delete from vex_statement where organisation = ${organisation} and action = ${action}`.execute(transaction);
}

/** Takes one statement away and gives it as it was; null where the organisation has none of that id. */
export async function takeStatement(
  transaction: Executor,
  organisation: string,
  id: string,
): Promise<{ vulnerability: string; row: unknown } | null> {
  const { rows } = await sql<{ vulnerability: string; row: unknown }>`
    delete from vex_statement s where s.organisation = ${organisation} and s.id = ${id}
    returning s.vulnerability, to_jsonb(s) as row
  `.execute(transaction);
  return rows[0] ?? null;
}

/** Puts back what `takeStatement` took. A statement that came again meanwhile stays. */
export async function putStatementsBack(transaction: Executor, rows: unknown): Promise<void> {
  await sql`
    insert into vex_statement select * from jsonb_populate_recordset(null::vex_statement, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing
  `.execute(transaction);
}
