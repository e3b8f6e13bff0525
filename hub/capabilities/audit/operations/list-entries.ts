import { type auditEntry, listAuditEntries as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { cursorOf, operation, positionOf } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import type { AuditRecord } from "../entry.ts";
import { listEntries as list } from "../query.ts";
import { scopeOf } from "./scope.ts";

type Shown = z.output<typeof auditEntry>;

/** Handles of organisations by their ids, and the other way round. */
async function handles(database: Executor, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; handle: string }>`
    select id, handle from organisation where id = any(${[...new Set(ids)]}::uuid[])
  `.execute(database);
  return new Map(rows.map(({ id, handle }) => [id, handle]));
}

async function idOf(database: Executor, handle: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from organisation where handle = ${handle}`.execute(database);
  return rows[0]?.id ?? "";
}

const present = (record: AuditRecord, organisations: ReadonlyMap<string, string>): Shown => ({
  number: record.number,
  id: record.id,
  at: new Date(record.at),
  actor: { kind: record.actorKind as Shown["actor"]["kind"], id: record.actor, name: record.actorName ?? "" },
  // An organisation that was removed stays in the trail under its id.
  organisation: record.organisation === null ? null : (organisations.get(record.organisation) ?? record.organisation),
  key: record.key,
  operation: record.operation,
  subject: record.subject === null ? null : { kind: record.subjectKind ?? "", id: record.subject },
  outcome: record.outcome as Shown["outcome"],
  problem: record.problem,
  address: record.address,
  request: record.request,
  marking: record.marking,
  details: record.details as Shown["details"],
  hash: record.hash,
});

export const listEntries = operation(
  contract,
  async ({ actor, database }, { cursor, limit, sort, search, ...given }) => {
    const after = positionOf(cursor, sort, ["number"]);
    const { organisation, ...others } = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    );
    const filter = {
      ...others,
      ...(search === undefined ? {} : { text: search }),
      ...(organisation === undefined ? {} : { organisation: await idOf(database, String(organisation)) }),
    };
    const page = { limit, ...(after === null ? {} : { before: Number(after[0]) }) };
    const { entries, next } = await list(database, scopeOf(actor), filter, page);
    const names = await handles(
      database,
      entries.flatMap((entry) => entry.organisation ?? []),
    );
    return {
      items: entries.map((entry) => present(entry, names)),
      next: next === null ? null : cursorOf(sort, [next]),
    };
  },
);
