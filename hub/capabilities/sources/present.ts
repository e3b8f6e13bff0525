import type { SourceState, source as shape, sourceRun } from "@bongsu/contracts";
import { type RawBuilder, type Selectable, sql } from "kysely";
import type { z } from "zod";
import { type Actor, holdsInHub } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";
import type { Source } from "./store.ts";
import type { KeptError, KeptKey, KeptTest, SourceRunRow } from "./tables.ts";

export type Shown = z.output<typeof shape>;
type ShownError = NonNullable<Shown["error"]>;

/** Who sees addresses and what exactly went wrong: both tell of what is inside. */
export const looksAfter = (actor: Actor): boolean =>
  holdsInHub(actor, "hub-administrator") || holdsInHub(actor, "national-coordinator");

export function presentError(error: KeptError | null, whole: boolean): ShownError | null {
  if (error === null) return null;
  const { code, message, fix, at } = error;
  return { code, at: new Date(at), message: whole ? message : null, fix: whole ? fix : null };
}

const presentKey = ({ created, expires, ...key }: KeptKey): Shown["keys"][number] => ({
  ...key,
  created: new Date(created),
  expires: expires === null ? null : new Date(expires),
});

export const presentTest = ({ at, updatedAt, keys, error, ...test }: KeptTest): Shown["test"] => ({
  ...test,
  at: new Date(at),
  updatedAt: updatedAt === null ? null : new Date(updatedAt),
  keys: keys.map(presentKey),
  error: presentError(error, true),
});

/** Where a source stands at a moment, in SQL over `source s`; the same words as the contract's. */
export const stateSql = (now: Date): RawBuilder<SourceState> => sql`case
  when s.paused then 'paused'
  when s.lease is not null and s.leased_until > ${now}::timestamptz then 'running'
  when s.failures > 0 then 'failing'
  else 'waiting' end`;

export interface SourceView extends Source {
  state: SourceState;
  owner_handle: string | null;
  refused: number;
}

/** Sources with what is asked of other tables. */
export const sourcesAt = (now: Date): RawBuilder<SourceView> => sql`(
  select s.*, ${stateSql(now)} as state, o.handle as owner_handle,
    (select count(*) from source_document d where d.source = s.id and d.state = 'refused')::int as refused
  from source s left join organisation o on o.id = s.owner
)`;

export function presentSource(view: SourceView, actor: Actor): Shown {
  const whole = looksAfter(actor);
  const { handle: source, kind, name, trust, marking, signatures, state, failures, counts, refused } = view;
  return {
    ...{ source, kind, name, trust, marking, signatures, state, failures, counts, refused },
    address: whole ? view.address : null,
    owner: view.owner_handle,
    interval: view.interval_minutes,
    lastAttempt: view.last_attempt,
    lastSuccess: view.last_success,
    nextRun: view.paused ? null : view.next_run,
    error: presentError(view.error, whole),
    keys: view.keys.map(presentKey),
    offeredKeys: view.offered_keys.map(presentKey),
    test: whole && view.test !== null ? presentTest(view.test) : null,
  };
}

/** A source as it stands, for who just asked for it or changed it. */
export async function showSource(database: Executor, now: Date, id: string, actor: Actor): Promise<Shown> {
  const { rows } = await sql<SourceView>`select * from ${sourcesAt(now)} as s where s.id = ${id}`.execute(database);
  const [view] = rows;
  if (view === undefined) throw new Error("a source that is there was not found");
  return presentSource(view, actor);
}

export const presentRun = (
  { id, started_at, ended_at, outcome, counts, error }: Selectable<SourceRunRow>,
  actor: Actor,
): z.output<typeof sourceRun> => ({
  ...{ id, outcome, counts },
  startedAt: started_at,
  endedAt: ended_at,
  error: presentError(error, looksAfter(actor)),
});
