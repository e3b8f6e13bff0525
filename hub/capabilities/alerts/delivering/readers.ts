import { type RawBuilder, sql } from "kysely";
import { type Context, heldBy, holdsIn, holdsInHub } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";

/**
 * Reads the delivery log: an auditor all of it, with the hub's rights; others, as themselves, that of the organisations
 * in which they are analysts at least. `work` gets the condition over `d` that says so.
 */
export function readingLog<T>(
  { actor, seen, database }: Pick<Context, "actor" | "seen" | "database">,
  work: (database: Executor, scope: RawBuilder<unknown>) => Promise<T>,
): Promise<T> {
  if (holdsInHub(actor, "auditor")) return work(database, sql`true`);
  const own = heldBy(actor)
    .filter(({ handle }) => holdsIn(actor, "analyst", handle))
    .map(({ organisation }) => organisation);
  return seen((asActor) => work(asActor, sql`d.organisation = any(${[...new Set(own)]}::uuid[])`));
}
