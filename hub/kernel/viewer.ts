import type { Viewer } from "@bongsu/markings";
import { sql } from "kysely";
import type { Executor } from "../platform/database/database.ts";

export type { Viewer };

/** A viewer as the database's functions take it: a person, or the organisation that a machine acts for. */
export const viewerKeys = (viewer: Viewer): { person: string | null; organisation: string | null } => ({
  person: viewer.kind === "person" ? viewer.person : null,
  organisation: viewer.kind === "service" ? viewer.organisation : null,
});

/**
 * From here on the transaction reads as the viewer: the members' role, and what the policies ask about him, read from
 * the members' tables at this moment (roles, circles, providers, disclosures). In one statement. It ends with the
 * transaction or with `leaveViewer`; entering again changes the viewer.
 */
export async function enterViewer(transaction: Executor, viewer: Viewer, now: Date): Promise<void> {
  const { person, organisation } = viewerKeys(viewer);
  await sql`
    select visibility.enter(${person}::uuid, ${organisation}::uuid, ${now.toISOString()})
  `.execute(transaction);
}

/** The transaction reads and writes as the hub again. */
export async function leaveViewer(transaction: Executor): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(transaction);
}
