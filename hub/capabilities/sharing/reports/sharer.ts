import { sql } from "kysely";
import { type Viewer, viewerKeys } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { sharingProblems } from "../problems.ts";

/** Who shares, and for which of his organisations. */
export interface Sharer {
  viewer: Viewer;
  /** Its id. */
  organisation: string;
}

export const personOf = ({ viewer }: Sharer): string | null => (viewer.kind === "person" ? viewer.person : null);

/** Throws `sharing.not-yours` unless the sharer acts for that organisation now. */
export async function requireMember(transaction: Executor, { viewer, organisation }: Sharer): Promise<void> {
  const { person, organisation: account } = viewerKeys(viewer);
  const { rows } = await sql`
    select 1 from visibility.facts(array[${person}::uuid], array[${account}::uuid])
    where ${organisation}::uuid = any(organisations)
  `.execute(transaction);
  if (rows.length === 0) throw sharingProblems.error("sharing.not-yours");
}
