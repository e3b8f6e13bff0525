import type { approval, Grant } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../platform/database/database.ts";
import type { AnyApprovable } from "./approvable.ts";
import type { Person } from "./person.ts";
import { approvalProblems } from "./problems.ts";
import { mayBeSecond, mayDo } from "./rules.ts";

type Shown = z.output<typeof approval>;

export type ApprovalView = Pick<
  Shown,
  | "id"
  | "kind"
  | "reason"
  | "requestedBy"
  | "requestedAt"
  | "expiresAt"
  | "state"
  | "decidedBy"
  | "decidedAt"
  | "decisionReason"
> & {
  subject_kind: string;
  subject: string;
  organisation: string | null;
  handle: string | null;
  payload: unknown;
  requester: string;
};

export const approvalsAt = (now: Date): RawBuilder<unknown> => sql`(
  select a.id, a.kind, a.subject_kind, a.subject, a.organisation, o.handle, a.payload, a.reason,
    a.requested_by as requester, a.requested_name as "requestedBy", a.requested_at as "requestedAt",
    a.expires_at as "expiresAt",
    case when a.state = 'waiting' and a.expires_at <= ${now} then 'expired' else a.state end as state,
    a.decided_name as "decidedBy", a.decided_at as "decidedAt", a.decision_reason as "decisionReason"
  from approval a left join organisation o on o.id = a.organisation
)`;

/** The organisations for which a person may do what these grants ask; null where for the whole hub. */
function reach({ held }: Person, who: readonly Grant[]): string[] | null {
  if (mayDo(held, who, null)) return null;
  return [...new Set(held.map(({ organisation }) => organisation))].filter((one) => mayDo(held, who, one));
}

/** What a person sees: their own requests, and those that they could decide on were they another. */
export function visibleTo(person: Person, kinds: readonly AnyApprovable[]): RawBuilder<unknown> {
  const conditions = kinds.map(({ kind, who }) => {
    const organisations = reach(person, who);
    return organisations === null
      ? sql`a.kind = ${kind}`
      : sql`(a.kind = ${kind} and a.organisation = any(${organisations}::uuid[]))`;
  });
  return sql`(${sql.join([sql`a.requester = ${person.person}`, ...conditions], sql` or `)})`;
}

/** The kind's declaration. Throws `approvals.unknown-approval` for one that this hub does not know any more. */
export function kindOf(kinds: readonly AnyApprovable[], kind: string): AnyApprovable {
  const found = kinds.find((one) => one.kind === kind);
  if (found === undefined) throw approvalProblems.error("approvals.unknown-approval");
  return found;
}

export function presentApproval(kinds: readonly AnyApprovable[], person: Person, row: ApprovalView): Shown {
  const { subject_kind, subject, organisation, handle, payload, requester, ...rest } = row;
  const { describe, who } = kindOf(kinds, row.kind);
  return {
    ...rest,
    description: describe(payload),
    subject: { kind: subject_kind, id: subject },
    organisation: handle,
    mayDecide:
      row.state === "waiting" && mayBeSecond(person.person, person.held, { requestedBy: requester, organisation, who }),
  };
}

/** Throws `approvals.unknown-approval` for one that the person may not see. */
export async function findApproval(
  database: Executor,
  now: Date,
  kinds: readonly AnyApprovable[],
  person: Person,
  id: string,
): Promise<ApprovalView> {
  const { rows } = await sql<ApprovalView>`
    select * from ${approvalsAt(now)} a where a.id = ${id} and ${visibleTo(person, kinds)}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw approvalProblems.error("approvals.unknown-approval");
  return row;
}
