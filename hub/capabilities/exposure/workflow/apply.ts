import type { ExposureState } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { deadlineJoin, dueSql } from "../deadlines.ts";
import { heldJson } from "../held.ts";
import type { Doing } from "../refresh.ts";
import type { ExposureKey } from "./selection.ts";

/** Exposures of one organisation that come into a state, or stay there with something else changed. */
export interface Change {
  organisation: string;
  rows: readonly (ExposureKey & { to: ExposureState; put?: unknown })[];
  /** What the history says: the action, or what else was the cause. */
  cause: string;
  by: Doing | null;
  now: Date;
  /** What else is set, by column; over `e` as it was and `p`, a row with its own `put`. */
  set?: Readonly<Record<string, RawBuilder<unknown>>>;
}

const columns = { asset: "uuid", packageVersion: "uuid", vulnerability: "text", to: "text", put: "jsonb" } as const;

/** What a state brings with it, over the rows `p` as they were: an end is only declared, and accepted only for a time. */
function usual(now: Date): Record<string, RawBuilder<unknown>> {
  const begins = sql`p."to" in ('new', 'acknowledged', 'remediating') and p.before not in ('new', 'acknowledged', 'remediating')`;
  const at = sql`${now}::timestamptz`;
  const accepted = (column: string) => sql`case when p."to" = 'accepted' then e.${sql.id(column)} end`;
  return {
    due_at: sql`case when p."to" = 'accepted' then null when ${begins} then ${dueSql(at)} else e.due_at end`,
    due_from: sql`case when ${begins} then ${at} else e.due_from end`,
    due_set: sql`e.due_set and p."to" <> 'accepted' and not (${begins})`,
    planned_for: sql`case when p."to" = 'new' and p.before <> 'new' then null else e.planned_for end`,
    accepted_until: accepted("accepted_until"),
    accepted_by: accepted("accepted_by"),
    accepted_decision: accepted("accepted_decision"),
    declared: sql`e.declared and p."to" = p.before`,
  };
}

/** Changes exposures that are held, and writes each one's history: in one statement, however many they are. */
export async function applyChange(transaction: Executor, { organisation, rows, cause, by, now, set }: Change) {
  const assignments = Object.entries({ ...usual(now), ...set }).map(([name, value]) => sql`${sql.id(name)} = ${value}`);
  await sql`
    with p as materialized (
      select given.*, e.state as before, e.state_at as before_at, e.cause as before_cause, e.decision, o.sector,
        ${heldJson} as held
      from ${rowsAs(
        columns,
        rows.map(({ put = null, ...row }) => ({ ...row, put })),
      )} as given
      join exposure e on e.organisation = ${organisation} and e.asset = given.asset
        and e.package_version = given."packageVersion" and e.vulnerability = given.vulnerability
      join organisation o on o.id = e.organisation
    ),
    timed as materialized (select p.*, d.hours from p ${deadlineJoin("p")}),
    updated as (
      update exposure e set
        state = p."to",
        state_at = case when p."to" = p.before then e.state_at else ${now} end,
        cause = case when p."to" = p.before then e.cause else ${cause} end,
        step = e.step + 1,
        ${sql.join(assignments)}
      from timed as p
      cross join lateral (select p.hours) as d(hours)
      where e.organisation = ${organisation} and e.asset = p.asset and e.package_version = p."packageVersion"
        and e.vulnerability = p.vulnerability
      returning e.asset, e.package_version, e.vulnerability, e.state, e.step, p.before, p.before_at, p.before_cause, p.held,
        ${heldJson} as after
    )
    insert into exposure_event (organisation, asset, package_version, vulnerability, id, at, state_before, before_at,
      before_cause, state, cause, step, action, actor_kind, actor, actor_name, why, before, after)
    select ${organisation}, asset, package_version, vulnerability, gen_random_uuid(), ${now}, before, before_at,
      before_cause, state, ${cause}, step, ${by?.action ?? null}::uuid, ${by?.kind ?? null}::text, ${by?.id ?? null}::uuid,
      ${by?.name ?? null}::text, ${by?.why ?? null}::text, held, after
    from updated
  `.execute(transaction);
}
