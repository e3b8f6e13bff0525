import type { InvitationKind } from "@bongsu/contracts";
import type { Executor } from "../../../platform/database/database.ts";
import type { Organisation } from "../organisations.ts";
import { circleProblems } from "../problems.ts";
import type { MembersTables } from "../tables.ts";
import type { Doer } from "./acting.ts";
import { remember } from "./history.ts";
import { administers, type HeldCircle, requireAdministers, roleIn, waitingIn } from "./standing.ts";

type Named = Pick<Organisation, "id" | "handle">;

interface Wish {
  kind: InvitationKind;
  member: Named;
  message: string;
  by: { organisation: string; person: string | null };
}

async function wait(transaction: Executor, now: Date, circle: HeldCircle, { kind, member, message, by }: Wish) {
  const organisation = member.handle;
  if ((await roleIn(transaction, circle.id, member.id)) !== null) {
    throw circleProblems.error("circles.already-in", { organisation });
  }
  const row = { circle: circle.id, organisation: member.id, kind, message, created_at: now, created_by: by.person };
  const done = await transaction
    .withTables<MembersTables>()
    .insertInto("circle_invitation")
    .values(row)
    .onConflict((conflict) => conflict.columns(["circle", "organisation"]).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) throw circleProblems.error("circles.already-waiting", { organisation });
  const happened = kind === "invitation" ? "invited" : "requested";
  await remember(transaction, now, circle.id, { kind: happened, organisation: member.id, by });
}

/** An administrator asks an organisation in. Throws `circles.not-permitted`, `circles.already-in`, `circles.already-waiting`. */
export async function invite(
  transaction: Executor,
  now: Date,
  circle: HeldCircle,
  doer: Doer,
  { member, message }: Pick<Wish, "member" | "message">,
): Promise<void> {
  const organisation = await requireAdministers(transaction, circle.id, doer);
  await wait(transaction, now, circle, {
    kind: "invitation",
    member,
    message,
    by: { organisation, person: doer.person },
  });
}

/** An organisation asks to join. Throws `circles.already-in`, `circles.already-waiting`. */
export const askToJoin = (
  transaction: Executor,
  now: Date,
  circle: HeldCircle,
  person: string | null,
  { member, message }: Pick<Wish, "member" | "message">,
): Promise<void> =>
  wait(transaction, now, circle, { kind: "request", member, message, by: { organisation: member.id, person } });

/**
 * Ends the waiting of an organisation: it came in, or not. Coming in is for the side that was asked to say; not coming
 * in, for either. Gives for whom the doer acted. Throws `circles.unknown-invitation`, `circles.not-permitted`.
 */
async function end(transaction: Executor, circle: HeldCircle, doer: Doer, member: Named, joins: boolean) {
  const kind = await waitingIn(transaction, circle.id, member.id);
  const invited = doer.organisations.includes(member.id);
  const administrator = await administers(transaction, circle.id, doer);
  // Who is neither learns nothing of who waits.
  if (kind === null || (!invited && administrator === null)) {
    throw circleProblems.error("circles.unknown-invitation", { organisation: member.handle });
  }
  const asked = kind === "invitation" ? (invited ? member.id : null) : administrator;
  const organisation = joins ? asked : (asked ?? (invited ? member.id : administrator));
  if (organisation === null) throw circleProblems.error("circles.not-permitted");
  await transaction
    .withTables<MembersTables>()
    .deleteFrom("circle_invitation")
    .where("circle", "=", circle.id)
    .where("organisation", "=", member.id)
    .execute();
  return { organisation, person: doer.person };
}

export async function admit(
  transaction: Executor,
  now: Date,
  circle: HeldCircle,
  doer: Doer,
  member: Named,
): Promise<void> {
  const by = await end(transaction, circle, doer, member, true);
  await transaction
    .withTables<MembersTables>()
    .insertInto("circle_member")
    .values({ circle: circle.id, organisation: member.id, role: "member", since: now })
    .execute();
  await remember(transaction, now, circle.id, { kind: "joined", organisation: member.id, by });
}

export async function decline(
  transaction: Executor,
  now: Date,
  circle: HeldCircle,
  doer: Doer,
  member: Named,
): Promise<void> {
  const by = await end(transaction, circle, doer, member, false);
  await remember(transaction, now, circle.id, { kind: "declined", organisation: member.id, by });
}
