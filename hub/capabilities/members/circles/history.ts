import type { CircleEventKind } from "@bongsu/contracts";
import type { Executor } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { MembersTables } from "../tables.ts";

/** Something that happened in a circle: to which organisation, and by whom (null: by the hub itself). */
export interface CircleHappening {
  kind: CircleEventKind;
  organisation: string;
  by: { organisation: string | null; person: string | null };
}

export async function remember(
  transaction: Executor,
  now: Date,
  circle: string,
  { kind, organisation, by }: CircleHappening,
): Promise<void> {
  await transaction
    .withTables<MembersTables>()
    .insertInto("circle_event")
    .values({
      circle,
      id: newId(now),
      at: now,
      kind,
      organisation,
      by_organisation: by.organisation,
      by_person: by.person,
    })
    .execute();
}
