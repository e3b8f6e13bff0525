import { randomInt } from "node:crypto";
import type { Text } from "@bongsu/base";
import type { Executor } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/ids.ts";
import { circleProblems } from "../problems.ts";
import type { MembersTables } from "../tables.ts";
import { remember } from "./history.ts";

export interface NewCircle {
  handle: string;
  name: Text;
  description: string;
  listed: boolean;
}

const letters = "abcdefghijkmnpqrstuvwxyz23456789";

/**
 * A handle that nobody meets by trying: "is taken" would tell of a circle that does not exist for whoever asks. 32^8
 * possible endings.
 */
export const unguessable = (handle: string): string =>
  `${handle.slice(0, 55).replace(/-+$/, "")}-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("")}`;

/** Makes a circle with its first administrator; gives its handle. Throws `circles.circle-exists`. */
export async function createCircle(
  transaction: Executor,
  now: Date,
  by: { organisation: string; person: string | null },
  { handle: wanted, name, description, listed }: NewCircle,
): Promise<{ id: string; handle: string }> {
  const tables = transaction.withTables<MembersTables>();
  const id = newId(now);
  const handle = listed ? wanted : unguessable(wanted);
  const done = await tables
    .insertInto("circle")
    .values({
      id,
      handle,
      name_en: name.en,
      name_ko: name.ko,
      description,
      listed,
      created_at: now,
      created_by: by.organisation,
    })
    .onConflict((conflict) => conflict.column("handle").doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) throw circleProblems.error("circles.circle-exists", { circle: handle });
  await tables
    .insertInto("circle_member")
    .values({ circle: id, organisation: by.organisation, role: "administrator", since: now })
    .execute();
  await remember(transaction, now, id, { kind: "created", organisation: by.organisation, by });
  return { id, handle };
}
