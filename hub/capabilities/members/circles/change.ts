import type { Text } from "@bongsu/base";
import type { Executor } from "../../../platform/database/database.ts";
import type { MembersTables } from "../tables.ts";
import type { Doer } from "./acting.ts";
import { remember } from "./history.ts";
import { type HeldCircle, requireAdministers } from "./standing.ts";

export interface CircleChanges {
  name?: Text | undefined;
  description?: string | undefined;
  listed?: boolean | undefined;
}

/** Renames or describes a circle; its handle stays, since others know it by that. Throws `circles.not-permitted`. */
export async function changeCircle(
  transaction: Executor,
  now: Date,
  circle: HeldCircle,
  doer: Doer,
  { name, description, listed }: CircleChanges,
): Promise<void> {
  const organisation = await requireAdministers(transaction, circle.id, doer);
  const changes = {
    ...(name === undefined ? {} : { name_en: name.en, name_ko: name.ko }),
    ...(description === undefined ? {} : { description }),
    ...(listed === undefined ? {} : { listed }),
  };
  if (Object.keys(changes).length === 0) return;
  await transaction
    .withTables<MembersTables>()
    .updateTable("circle")
    .set(changes)
    .where("id", "=", circle.id)
    .execute();
  const by = { organisation, person: doer.person };
  await remember(transaction, now, circle.id, { kind: "changed", organisation, by });
}
