import type { circle, circleEvent, circleInvitation, circleMember } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../../platform/database/database.ts";
import { circleProblems } from "../problems.ts";

type Named<Shown> = Omit<Shown, "name"> & { name_en: string; name_ko: string };

const named = <Row extends { name_en: string; name_ko: string }>({ name_en, name_ko, ...row }: Row) => ({
  ...row,
  name: { en: name_en, ko: name_ko },
});

export type CircleView = Named<z.output<typeof circle>>;

/** A circle through the viewer's eyes; `own` are the organisations that he belongs to. Of those that he is not in, no count. */
export const circlesSeen = (own: readonly string[]): RawBuilder<unknown> => sql`(
  select c.id, c.handle, c.name_en, c.name_ko, c.description, c.listed, c.created_at as since, r.role,
    case when r.role is not null then (select count(*)::int from circle_member m where m.circle = c.id) end as members,
    (select min(i.kind) from circle_invitation i where i.circle = c.id and i.organisation = any(${[...own]}::uuid[])) as waiting
  from circle c
  cross join lateral (
    select min(m.role) as role from circle_member m where m.circle = c.id and m.organisation = any(${[...own]}::uuid[])
  ) r
)`;

export const presentCircle = (row: CircleView): z.output<typeof circle> => named(row);

/** The circle as the viewer sees it. Throws `circles.unknown-circle` for one that does not exist for him. */
export async function seeCircle(seen: Executor, own: readonly string[], handle: string): Promise<CircleView> {
  const { rows } = await sql<CircleView>`select * from ${circlesSeen(own)} c where c.handle = ${handle}`.execute(seen);
  const [row] = rows;
  if (row === undefined) throw circleProblems.error("circles.unknown-circle", { circle: handle });
  return row;
}

/** The same, for what only its members see. Throws `circles.not-permitted-outside`, too. */
export async function seeFromInside(seen: Executor, own: readonly string[], handle: string): Promise<CircleView> {
  const row = await seeCircle(seen, own, handle);
  if (row.role === null) throw circleProblems.error("circles.not-permitted-outside");
  return row;
}

export type MemberView = Named<z.output<typeof circleMember>>;

export const presentMember = (row: MemberView): z.output<typeof circleMember> => named(row);

export const memberColumns = sql`o.handle as organisation, o.name_en, o.name_ko, m.role, m.since`;

export type InvitationView = Omit<Named<z.output<typeof circleInvitation>>, "circleName"> & {
  circle_en: string;
  circle_ko: string;
};

/** Who waits, as far as the viewer may see it: his own organisations, and those at circles that they administer. */
export const invitationsSeen = sql`(
  select c.handle as circle, c.name_en as circle_en, c.name_ko as circle_ko, o.handle as organisation, o.name_en, o.name_ko,
    i.kind, i.message, i.created_at as at
  from circle_invitation i join circle c on c.id = i.circle join organisation o on o.id = i.organisation
)`;

/** The waiting of one organisation at one circle, for whoever just made it. */
export async function invitationAt(database: Executor, circle: string, organisation: string): Promise<InvitationView> {
  const { rows } = await sql<InvitationView>`
    select * from ${invitationsSeen} i where i.circle = ${circle} and i.organisation = ${organisation}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw circleProblems.error("circles.unknown-invitation", { organisation });
  return row;
}

/** One organisation in a circle. Throws `circles.unknown-member`. */
export async function memberAt(database: Executor, circle: string, organisation: string): Promise<MemberView> {
  const { rows } = await sql<MemberView>`
    select ${memberColumns} from circle_member m
    join circle c on c.id = m.circle join organisation o on o.id = m.organisation
    where c.handle = ${circle} and o.handle = ${organisation}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw circleProblems.error("circles.unknown-member", { organisation });
  return row;
}

export const presentInvitation = ({
  circle_en,
  circle_ko,
  ...row
}: InvitationView): z.output<typeof circleInvitation> => ({
  ...named(row),
  circleName: { en: circle_en, ko: circle_ko },
});

export type EventView = Omit<z.output<typeof circleEvent>, "organisation" | "by"> & {
  handle: string | null;
  name_en: string | null;
  name_ko: string | null;
  by_organisation: string | null;
  by_person: string | null;
};

/**
 * What happened in a circle, as one of its members may know it. Who was asked in or asked to join and did not is for
 * administrators; of an organisation that was gone before the viewer came, and of an outsider's people, no name.
 */
export const eventsSeen = (
  circle: string,
  own: readonly string[],
  isAdministrator: boolean,
): RawBuilder<unknown> => sql`(
  select e.id, e.at, e.kind, o.handle, o.name_en, o.name_ko, b.handle as by_organisation, p.name as by_person
  from circle_event e
  cross join (
    select min(m.since) as since from circle_member m where m.circle = ${circle} and m.organisation = any(${[...own]}::uuid[])
  ) entry
  left join lateral (
    select array_agg(m.organisation) as ids from circle_member m where m.circle = ${circle}
  ) inside on true
  left join organisation o on o.id = e.organisation
    and (${isAdministrator} or e.at >= entry.since or o.id = any(inside.ids) or o.id = any(${[...own]}::uuid[]))
  left join organisation b on b.id = e.by_organisation
    and (${isAdministrator} or e.at >= entry.since or b.id = any(inside.ids) or b.id = any(${[...own]}::uuid[]))
  left join person p on p.id = e.by_person
  where e.circle = ${circle} and (${isAdministrator} or e.kind not in ('invited', 'requested', 'declined')
    or e.organisation = any(${[...own]}::uuid[]))
)`;

export const presentEvent = (row: EventView): z.output<typeof circleEvent> => ({
  id: row.id,
  at: row.at,
  kind: row.kind,
  organisation:
    row.handle === null ? null : { handle: row.handle, name: { en: row.name_en ?? "", ko: row.name_ko ?? "" } },
  by: { organisation: row.by_organisation, person: row.by_person },
});
