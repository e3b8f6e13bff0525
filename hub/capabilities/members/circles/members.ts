import type { CircleRole } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import type { Organisation } from "../organisations.ts";
import { circleProblems } from "../problems.ts";
import type { Doer } from "./acting.ts";
import { remember } from "./history.ts";
import { type HeldCircle, requireAdministers, requireAdministratorBeside, roleIn } from "./standing.ts";

type Named = Pick<Organisation, "id" | "handle">;

async function requireRole(transaction: Executor, circle: HeldCircle, member: Named): Promise<CircleRole> {
  const role = await roleIn(transaction, circle.id, member.id);
  if (role === null) throw circleProblems.error("circles.unknown-member", { organisation: member.handle });
  return role;
}

/**
 * An organisation leaves, or an administrator removes it. Throws `circles.unknown-member`, `circles.not-permitted`,
 * `circles.last-administrator`.
 */
export async function removeMember(
  transaction: Executor,
  now: Date,
  circle: HeldCircle,
  doer: Doer,
  member: Named,
): Promise<void> {
  const leaves = doer.organisations.includes(member.id);
  const organisation = leaves ? member.id : await requireAdministers(transaction, circle.id, doer);
  const role = await requireRole(transaction, circle, member);
  if (role === "administrator") await requireAdministratorBeside(transaction, circle.id, member.id);
  await sql`delete from circle_member where circle = ${circle.id} and organisation = ${member.id}`.execute(transaction);
  const by = { organisation, person: doer.person };
  await remember(transaction, now, circle.id, { kind: leaves ? "left" : "removed", organisation: member.id, by });
}

/** Throws `circles.not-permitted`, `circles.unknown-member`, `circles.last-administrator`. */
export async function setRole(
  transaction: Executor,
  now: Date,
  circle: HeldCircle,
  doer: Doer,
  member: Named,
  role: CircleRole,
): Promise<void> {
  const by = { organisation: await requireAdministers(transaction, circle.id, doer), person: doer.person };
  if ((await requireRole(transaction, circle, member)) === role) return;
  if (role === "member") await requireAdministratorBeside(transaction, circle.id, member.id);
  await sql`
    update circle_member set role = ${role} where circle = ${circle.id} and organisation = ${member.id}
  `.execute(transaction);
  const kind = role === "administrator" ? "made-administrator" : "made-member";
  await remember(transaction, now, circle.id, { kind, organisation: member.id, by });
}

/** Throws `circles.still-in-use` where others are in it, `circles.not-permitted`. */
export async function removeCircle(transaction: Executor, circle: HeldCircle, doer: Doer): Promise<void> {
  const organisation = await requireAdministers(transaction, circle.id, doer);
  const { rows } = await sql`
    select 1 from circle_member where circle = ${circle.id} and organisation <> ${organisation} limit 1
  `.execute(transaction);
  if (rows.length > 0) throw circleProblems.error("circles.still-in-use");
  await forgetCircle(transaction, circle.id);
}

async function forgetCircle(transaction: Executor, circle: string): Promise<void> {
  for (const table of ["circle_invitation", "circle_event", "circle_member"]) {
    await sql`delete from ${sql.table(table)} where circle = ${circle}`.execute(transaction);
  }
  await sql`delete from circle where id = ${circle}`.execute(transaction);
}

/**
 * Takes an organisation that leaves the hub out of every circle. Where it was the last administrator, whoever has been
 * in the circle the longest follows; a circle without anybody is gone.
 */
export async function leaveAllCircles(transaction: Executor, now: Date, organisation: string): Promise<void> {
  const { rows: circles } = await sql<{ id: string }>`
    select id from circle where id in (select circle from circle_member where organisation = ${organisation})
    order by id for update
  `.execute(transaction);
  await sql`delete from circle_invitation where organisation = ${organisation}`.execute(transaction);
  for (const { id } of circles) {
    await sql`delete from circle_member where circle = ${id} and organisation = ${organisation}`.execute(transaction);
    await remember(transaction, now, id, { kind: "left", organisation, by: { organisation, person: null } });
    const { rows: left } = await sql<{ organisation: string; role: CircleRole }>`
      select m.organisation, m.role from circle_member m join organisation o on o.id = m.organisation
      where m.circle = ${id} order by o.status = 'active' desc, m.since, m.organisation
    `.execute(transaction);
    const [next] = left;
    if (next === undefined) await forgetCircle(transaction, id);
    else if (left.every(({ role }) => role !== "administrator")) {
      await sql`update circle_member set role = 'administrator' where circle = ${id} and organisation = ${next.organisation}`.execute(
        transaction,
      );
      const by = { organisation: null, person: null };
      await remember(transaction, now, id, { kind: "made-administrator", organisation: next.organisation, by });
    }
  }
}
