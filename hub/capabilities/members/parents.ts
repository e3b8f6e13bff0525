import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { lockFor } from "./locks.ts";
import { memberProblems } from "./problems.ts";

/** The id of the organisation of that handle. Throws `members.unknown-parent`. */
export async function parentOf(database: Executor, handle: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from organisation where handle = ${handle}`.execute(database);
  const [parent] = rows;
  if (parent === undefined) throw memberProblems.error("members.unknown-parent", { handle });
  return parent.id;
}

/**
 * Makes an organisation a part of another, or of none. Two such changes at once take turns, so that together they
 * close no circle either. Throws `members.unknown-parent`, `members.parent-circle`.
 */
export async function setParent(
  transaction: Executor,
  organisation: { id: string; handle: string },
  handle: string | null,
): Promise<void> {
  await lockFor(transaction, "parents");
  const parent = handle === null ? null : await parentOf(transaction, handle);
  if (parent !== null) {
    const { rows } = await sql`
      with recursive above as (
        select id, parent from organisation where id = ${parent}
        union
        select o.id, o.parent from above join organisation o on o.id = above.parent
      )
      select 1 from above where id = ${organisation.id}
    `.execute(transaction);
    if (rows.length > 0) {
      throw memberProblems.error("members.parent-circle", { parent: handle ?? "", handle: organisation.handle });
    }
  }
  await sql`update organisation set parent = ${parent} where id = ${organisation.id}`.execute(transaction);
}
