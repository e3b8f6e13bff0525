import type { ApprovalKind } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Context } from "../../kernel/index.ts";
import { newId } from "../../platform/ids.ts";
import { requirePerson } from "./person.ts";
import { approvalProblems } from "./problems.ts";
import type { ApprovalsTables } from "./tables.ts";
import { tell } from "./tell.ts";

/** Milliseconds for which a request waits. */
export const patience = 72 * 3_600_000;

export interface ApprovalDraft {
  kind: ApprovalKind;
  /** What it is about: a kind of thing and its id. The same does not wait twice. */
  subject: { kind: string; id: string };
  /** Id of the organisation whose people decide; null where it is the hub's. */
  organisation: string | null;
  payload: Record<string, unknown>;
  reason: string;
}

/**
 * Lets something wait for a second person's consent; gives the request's id. That the actor may do it was asked before,
 * by the operation's contract. Throws `approvals.already-requested`, `approvals.not-permitted-to-machines`.
 */
export async function requestApproval(context: Context, draft: ApprovalDraft): Promise<string> {
  const { database, now } = context;
  const { person, name } = requirePerson(context);
  const { kind, subject, organisation, payload, reason } = draft;
  await sql`
    update approval set state = 'expired'
    where kind = ${kind} and subject = ${subject.id} and state = 'waiting' and expires_at <= ${now}
  `.execute(database);
  const id = newId(now);
  const done = await database
    .withTables<ApprovalsTables>()
    .insertInto("approval")
    .values({
      id,
      kind,
      subject_kind: subject.kind,
      subject: subject.id,
      organisation,
      payload: JSON.stringify(payload),
      reason,
      requested_by: person,
      requested_name: name,
      requested_at: now,
      expires_at: new Date(now.getTime() + patience),
      state: "waiting",
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) throw approvalProblems.error("approvals.already-requested");
  // The reason stays with the request: it may say more than an auditor may see.
  context.note({ subject, details: { approval: id } });
  await tell(context, "requested", { id, kind, subject, organisation });
  return id;
}
