import type { BundleHeader } from "@bongsu/bundles";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { isCarried } from "../markings.ts";
import type { TrustedHub } from "../trust.ts";

/** Handles of the organisations that still are there. */
async function handlesOf(database: Executor, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; handle: string }>`
    select id, handle from organisation where id = any(${[...ids]}::uuid[])
  `.execute(database);
  return new Map(rows.map(({ id, handle }) => [id, handle]));
}

export async function presentHubs(database: Executor, hubs: readonly TrustedHub[]) {
  const handles = await handlesOf(
    database,
    hubs.flatMap(({ represents }) => Object.values(represents)),
  );
  return hubs.map(({ keyId, name, encryptionKey, maxMarking, community, namesAuthors, represents, addedAt }) => ({
    fingerprint: keyId,
    name,
    encrypts: encryptionKey !== null,
    maxMarking,
    community,
    namesAuthors,
    represents: Object.fromEntries(
      Object.entries(represents).flatMap(([theirs, id]) => {
        const ours = handles.get(id);
        return ours === undefined ? [] : [[theirs, ours]];
      }),
    ),
    addedAt,
  }));
}

export const presentBundle = (header: BundleHeader, finishedAt: Date | null) => ({
  id: header.id,
  sequence: header.sequence,
  hub: header.hub,
  fingerprint: header.key.id,
  createdAt: new Date(header.created),
  since: header.range.kind === "since" ? header.range.sequence : null,
  recipient: header.recipient,
  highest: isCarried(header.highest) ? header.highest : ("CLEAR" as const),
  encrypted: header.encryption !== null,
  finishedAt,
});
