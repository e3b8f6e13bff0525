import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../database/database.ts";

/** Rows that one transaction numbers: it stays short. */
const perTransaction = 2_000;

/**
 * The order in which rows were written, for `order by`: by time; where that is the same, transaction by transaction, and
 * within one in the order of its statements.
 */
export function writingOrder(table: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql`${column("at")}, ${column("xmin")}::text::bigint, ${column("cmin")}::text::bigint, ${column("id")}`;
}

/** Numbers the rows of a table that have none, the earliest first, on from its highest number. Gives how many. */
export async function numberRows(transaction: Executor, table: string): Promise<number> {
  const { numAffectedRows } = await sql`
    with waiting as (
      select id, row_number() over () as place
      from (
        select id from ${sql.table(table)} where number is null
        order by ${writingOrder(table)} limit ${sql.lit(perTransaction)}
      ) earliest
    ), last as (
      select coalesce(max(number), 0) as number from ${sql.table(table)}
    )
    update ${sql.table(table)} as row set number = last.number + waiting.place
    from waiting, last where row.id = waiting.id
  `.execute(transaction);
  return Number(numAffectedRows ?? 0n);
}
