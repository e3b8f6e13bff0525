import type { RecordedAction } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import type { Doing } from "../refresh.ts";

/** What is kept of an action, besides what its exposures' histories tell. */
export interface Recorded {
  organisation: string;
  at: Date;
  kind: RecordedAction;
  by: Doing;
  changed: number;
  vulnerabilities: readonly string[];
  until?: Date | undefined;
  /** To whom it assigned. */
  person?: { id: string; name: string } | undefined;
  /** Rows of `vex_statement` that a withdrawal took away. */
  statements?: unknown;
  undoes?: string;
  /** Somebody was told, and is to be told when there is nothing left to do. */
  waiting?: boolean;
}

export async function recordAction(transaction: Executor, action: Recorded): Promise<void> {
  const { organisation, at, kind, by, changed, vulnerabilities, until, person, statements, undoes, waiting } = action;
  await sql`
    insert into exposure_action (organisation, id, at, kind, actor_kind, actor, actor_name, why, until, person, person_name,
      changed, vulnerabilities, statements, undoes, waiting)
    values (${organisation}, ${by.action}, ${at}, ${kind}, ${by.kind}, ${by.id}, ${by.name}, ${by.why}, ${until ?? null},
      ${person?.id ?? null}, ${person?.name ?? null}, ${changed}, ${[...vulnerabilities]}::text[],
      ${statements === undefined ? null : JSON.stringify(statements)}::jsonb, ${undoes ?? null}, ${waiting ?? false})
  `.execute(transaction);
}
