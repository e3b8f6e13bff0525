import type { Insertable, Selectable } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import type { MembersTables, OrganisationRow } from "./tables.ts";

const tables = (database: Executor) => database.withTables<MembersTables>();

/** False where the handle is taken. */
export async function insertOrganisation(database: Executor, row: Insertable<OrganisationRow>): Promise<boolean> {
  const done = await tables(database)
    .insertInto("organisation")
    .values(row)
    .onConflict((conflict) => conflict.column("handle").doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export const organisationByHandle = (
  database: Executor,
  handle: string,
): Promise<Selectable<OrganisationRow> | undefined> =>
  tables(database).selectFrom("organisation").selectAll().where("handle", "=", handle).executeTakeFirst();

export const allOrganisations = (database: Executor): Promise<Selectable<OrganisationRow>[]> =>
  tables(database).selectFrom("organisation").selectAll().orderBy("handle").execute();
