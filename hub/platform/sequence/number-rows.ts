import { sql } from "kysely";
import type { Executor } from "../database/database.ts";

/** Rows that one transaction numbers: it stays short. */
const perTransaction = 2_000;

/** Numbers the rows of a table that have none, the earliest first, on from its highest number. Gives how many. */
export async function numberRows(transaction: Executor, table: string): Promise<number> {
  const { numAffectedRows } = await sql`
    with waiting as (
      select id, row_number() over (order by at, id) as place
      from (
        select id, at from ${sql.table(table)} where number is null order by at, id limit ${sql.lit(perTransaction)}
      ) earliest
    ), last as (
      select coalesce(max(number), 0) as number from ${sql.table(table)}
    )
    update ${sql.table(table)} as row set number = last.number + waiting.place
    from waiting, last where row.id = waiting.id
  `.execute(transaction);
  return Number(numAffectedRows ?? 0n);
}
