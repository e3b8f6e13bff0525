import { canonicalJson } from "@bongsu/base";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { sha256 } from "../../../platform/ids.ts";
import { participants, type Recipient, type Scope, travels } from "./travelling.ts";

interface Row {
  id: string;
  kind: string;
  title: string;
  text: string;
  revision: number;
  created_at: Date;
  withdrawn_at: Date | null;
  handle: string;
  name_en: string;
  name_ko: string;
  author: string | null;
  tlp: string;
  embargo_until: Date | null;
  participants: string[];
  references: { kind: string; target: string }[];
}

/** A report as it travels, and what tells this state of it from any other. */
export interface Outgoing {
  id: string;
  record: object;
  digest: Uint8Array;
}

/** The ids of those that travel now, from the first after `after`, in their order. */
export async function travellingIds(
  database: Executor,
  scope: Scope,
  now: Date,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from report r
    where (${after}::uuid is null or r.id > ${after}::uuid) and ${travels(scope, now)}
    order by r.id limit ${limit}
  `.execute(database);
  return rows.map(({ id }) => id);
}

function recordOf(row: Row, recipient: Recipient) {
  const called = Object.entries(recipient?.represents ?? {});
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    text: row.text,
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    owner: { handle: row.handle, name: { en: row.name_en, ko: row.name_ko } },
    author: recipient?.namesAuthors === true ? row.author : null,
    tlp: row.tlp,
    // Of the audience only the recipient's own: who else is in it is nobody's business there.
    audience: called.filter(([, id]) => row.participants.includes(id)).map(([name]) => name),
    embargoUntil: row.embargo_until?.toISOString() ?? null,
    references: row.references.map(({ kind, target }) =>
      kind === "report" ? { kind, id: target } : { kind, name: target },
    ),
  };
}

/** Those of these reports that travel at this moment, in full. A reference to what does not travel is left out. */
export async function outgoingReports(
  database: Executor,
  scope: Scope,
  now: Date,
  ids: readonly string[],
): Promise<Outgoing[]> {
  const { rows } = await sql<Row>`
    select r.id, r.kind, r.title, r.text, r.revision, r.created_at, r.withdrawn_at, r.tlp, r.embargo_until,
      o.handle, o.name_en, o.name_ko, p.name as author, ${participants(scope.recipient)} as participants,
      coalesce((
        select json_agg(json_build_object('kind', f.kind, 'target', f.target) order by f.position)
        from report_reference f
        where f.report = r.id and f.revision = r.revision and (f.kind = 'vulnerability' or f.kind = 'report' and exists (
          select 1 from report r where r.id = f.target_id and ${travels(scope, now)}))
      ), '[]'::json) as references
    from report r
    join organisation o on o.id = r.owner
    left join person p on p.id = r.author
    where r.id in (select unnest(${ids}::uuid[])) and ${travels(scope, now)}
    order by r.id
  `.execute(database);
  return rows.map((row) => {
    const record = recordOf(row, scope.recipient);
    return { id: row.id, record, digest: sha256(canonicalJson(record)) };
  });
}
