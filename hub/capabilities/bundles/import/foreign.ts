import type { Executor } from "../../../platform/database/database.ts";
import { idOf } from "../../../platform/ids.ts";
import { tables } from "../hub.ts";
import type { ReportRecord } from "../records.ts";

/** A foreign thing's id here: of that hub's and no other's, so that no hub can speak of another's things, or of ours. */
export const foreignReportId = (keyId: string, theirs: string): string => idOf("foreign-report", keyId, theirs);

const ownerId = (keyId: string, handle: string): string => idOf("foreign-owner", keyId, handle);

/** `bada-bank-at-1f9c03ab77`: unlike any handle that people choose, and as long as handles may be. */
const handleOf = (id: string, handle: string): string =>
  `${handle.slice(0, 45)}-at-${id.replaceAll("-", "").slice(-12)}`;

/** The row that stands for another hub's organisation, as that hub names it now. */
export async function foreignOwner(
  transaction: Executor,
  keyId: string,
  owner: ReportRecord["owner"],
): Promise<string> {
  const id = ownerId(keyId, owner.handle);
  const name = { name_en: owner.name.en, name_ko: owner.name.ko };
  await tables(transaction)
    .insertInto("foreign_owner")
    .values({ id, key_id: keyId, their_handle: owner.handle, handle: handleOf(id, owner.handle), ...name })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(name))
    .execute();
  return id;
}
