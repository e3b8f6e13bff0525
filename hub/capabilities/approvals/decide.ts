import type { ApprovalState } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Context } from "../../kernel/index.ts";
import { activePerson } from "../members/index.ts";
import type { AnyApprovable } from "./approvable.ts";
import { type Person, requirePerson } from "./person.ts";
import { approvalProblems } from "./problems.ts";
import { mayBeSecond, mayDo } from "./rules.ts";
import { tell } from "./tell.ts";
import { type ApprovalView, findApproval, kindOf } from "./views.ts";

export type Kinds = readonly AnyApprovable[];

/**
 * The request, held so that nobody else decides on it meanwhile. Throws `approvals.unknown-approval`,
 * `approvals.already-decided`, `approvals.expired`.
 */
async function hold(context: Context, kinds: Kinds, person: Person, id: string): Promise<ApprovalView> {
  const { database, now } = context;
  await sql`select 1 from approval where id = ${id} for update`.execute(database);
  const found = await findApproval(database, now, kinds, person, id);
  if (found.state === "expired") throw approvalProblems.error("approvals.expired");
  if (found.state !== "waiting") throw approvalProblems.error("approvals.already-decided", { state: found.state });
  return found;
}

async function close(context: Context, found: ApprovalView, state: ApprovalState, reason: string): Promise<void> {
  const { database, now } = context;
  const { person, name } = requirePerson(context);
  await sql`
    update approval set state = ${state}, decided_by = ${person}, decided_name = ${name}, decided_at = ${now},
      decision_reason = ${reason}
    where id = ${found.id}
  `.execute(database);
  const { id, kind, organisation } = found;
  const subject = { kind: found.subject_kind, id: found.subject };
  context.note({ subject, details: { approval: id, kind, requestedBy: found.requester } });
  await tell(context, state, { id, kind, subject, organisation });
}

function requireSecond(kinds: Kinds, person: Person, found: ApprovalView): AnyApprovable {
  const kind = kindOf(kinds, found.kind);
  const decision = { requestedBy: found.requester, organisation: found.organisation, who: kind.who };
  if (!mayBeSecond(person.person, person.held, decision)) {
    throw approvalProblems.error("approvals.not-permitted-alone");
  }
  return kind;
}

/**
 * Consents, and does it. Both have the right at this moment: who asked and was put aside since then no longer counts.
 * Throws `approvals.not-permitted-alone`, `approvals.requester-left`, and what doing it throws.
 */
export async function approve(context: Context, kinds: Kinds, id: string, reason: string): Promise<void> {
  const person = requirePerson(context);
  const found = await hold(context, kinds, person, id);
  const kind = requireSecond(kinds, person, found);
  const requester = await activePerson(context.database, found.requester);
  if (requester === null || !mayDo(requester.held, kind.who, found.organisation)) {
    throw approvalProblems.error("approvals.requester-left");
  }
  await close(context, found, "approved", reason);
  const { payload, organisation } = found;
  await kind.perform(context, { payload, organisation, requestedBy: found.requester });
}

/** Throws `approvals.not-permitted-alone`. */
export async function decline(context: Context, kinds: Kinds, id: string, reason: string): Promise<void> {
  const person = requirePerson(context);
  const found = await hold(context, kinds, person, id);
  requireSecond(kinds, person, found);
  await close(context, found, "declined", reason);
}

/** Throws `approvals.not-permitted-other`. */
export async function withdraw(context: Context, kinds: Kinds, id: string): Promise<void> {
  const person = requirePerson(context);
  const found = await hold(context, kinds, person, id);
  if (found.requester !== person.person) throw approvalProblems.error("approvals.not-permitted-other");
  await close(context, found, "withdrawn", "");
}
