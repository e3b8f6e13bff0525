import type { CircleRole, InvitationKind } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { circleProblems } from "../problems.ts";
import type { Doer } from "./acting.ts";

/** A circle whose row is held, so that what changes in it takes turns. */
export interface HeldCircle {
  id: string;
  handle: string;
  listed: boolean;
}

/** Holds a circle until the transaction ends. Throws `circles.unknown-circle`. Whether the actor may see it was asked before. */
export async function holdCircle(transaction: Executor, handle: string): Promise<HeldCircle> {
  const { rows } = await sql<HeldCircle>`
    select id, handle, listed from circle where handle = ${handle} for update
  `.execute(transaction);
  const [circle] = rows;
  if (circle === undefined) throw circleProblems.error("circles.unknown-circle", { circle: handle });
  return circle;
}

export async function roleIn(transaction: Executor, circle: string, organisation: string): Promise<CircleRole | null> {
  const { rows } = await sql<{ role: CircleRole }>`
    select role from circle_member where circle = ${circle} and organisation = ${organisation}
  `.execute(transaction);
  return rows[0]?.role ?? null;
}

export async function waitingIn(
  transaction: Executor,
  circle: string,
  organisation: string,
): Promise<InvitationKind | null> {
  const { rows } = await sql<{ kind: InvitationKind }>`
    select kind from circle_invitation where circle = ${circle} and organisation = ${organisation}
  `.execute(transaction);
  return rows[0]?.kind ?? null;
}

/** The organisation by which the doer administers the circle; null where there is none. */
export async function administers(
  transaction: Executor,
  circle: string,
  { organisations }: Doer,
): Promise<string | null> {
  const { rows } = await sql<{ organisation: string }>`
    select organisation from circle_member
    where circle = ${circle} and role = 'administrator' and organisation = any(${[...organisations]}::uuid[])
    order by since, organisation limit 1
  `.execute(transaction);
  return rows[0]?.organisation ?? null;
}

/** The same. Throws `circles.not-permitted` where there is none. */
export async function requireAdministers(transaction: Executor, circle: string, doer: Doer): Promise<string> {
  const organisation = await administers(transaction, circle, doer);
  if (organisation === null) throw circleProblems.error("circles.not-permitted");
  return organisation;
}

/** Throws `circles.last-administrator` where no active organisation but this one administers the circle. */
export async function requireAdministratorBeside(
  transaction: Executor,
  circle: string,
  organisation: string,
): Promise<void> {
  const { rows } = await sql`
    select 1 from circle_member m join organisation o on o.id = m.organisation and o.status = 'active'
    where m.circle = ${circle} and m.role = 'administrator' and m.organisation <> ${organisation} limit 1
  `.execute(transaction);
  if (rows.length === 0) throw circleProblems.error("circles.last-administrator");
}

/** The organisations that administer the circle. */
export async function administratorsOf(transaction: Executor, circle: string): Promise<string[]> {
  const { rows } = await sql<{ organisation: string }>`
    select organisation from circle_member where circle = ${circle} and role = 'administrator' order by organisation
  `.execute(transaction);
  return rows.map(({ organisation }) => organisation);
}
