import type { DisclosureLevel } from "@bongsu/contracts";
import type { Executor } from "../../platform/database/database.ts";
import type { MembersTables } from "./tables.ts";

export interface Disclosure {
  sector: DisclosureLevel;
  national: DisclosureLevel;
}

/** What coordinators see of an organisation that said nothing about it. */
export const defaultDisclosure: Disclosure = { sector: "status", national: "nothing" };

export async function disclosureOf(database: Executor, organisation: string): Promise<Disclosure> {
  const rows = await database
    .withTables<MembersTables>()
    .selectFrom("disclosure")
    .select(["coordinator", "level"])
    .where("organisation", "=", organisation)
    .execute();
  return { ...defaultDisclosure, ...Object.fromEntries(rows.map(({ coordinator, level }) => [coordinator, level])) };
}

export async function setDisclosure(
  database: Executor,
  now: Date,
  organisation: string,
  { sector, national }: Disclosure,
): Promise<void> {
  await database
    .withTables<MembersTables>()
    .insertInto("disclosure")
    .values([
      { organisation, coordinator: "sector", level: sector, changed_at: now },
      { organisation, coordinator: "national", level: national, changed_at: now },
    ])
    .onConflict((conflict) =>
      conflict.columns(["organisation", "coordinator"]).doUpdateSet((row) => ({
        level: row.ref("excluded.level"),
        changed_at: row.ref("excluded.changed_at"),
      })),
    )
    .execute();
}
