import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { batches, rowsAs } from "../../../platform/database/rows.ts";
import { newId } from "../../../platform/ids.ts";
import type { Coordinator } from "../coordinator.ts";
import type { Subject } from "./subject.ts";

/** Milliseconds within which an organisation is asked about the same thing once, whoever asks. */
const pause = 24 * 3_600_000;

/** A nudge that an organisation got not long ago. */
export interface Recent {
  organisation: string;
  id: string;
  at: Date;
  by: string;
  role: Coordinator["role"];
}

/** The last nudge of each of these organisations about the subject, where it is less than 24 hours old. */
export async function recentNudges(
  database: Executor,
  { kind, about }: Pick<Subject, "kind" | "about">,
  organisations: readonly string[],
  now: Date,
): Promise<Recent[]> {
  const { rows } = await sql<Recent>`
    select distinct on (n.organisation) n.organisation, n.id, n.at, n.by_organisation as by, n.by_role as role
    from nudge n
    where n.organisation = any(${[...organisations]}::uuid[]) and n.subject = ${kind} and n.about = ${about}
      and n.at > ${new Date(now.getTime() - pause)}
    order by n.organisation, n.at desc, n.id desc
  `.execute(database);
  return rows;
}

/** Earlier nudges about the same that nobody answered: the new one takes their place. */
export async function openNudges(
  database: Executor,
  { kind, about }: Pick<Subject, "kind" | "about">,
  organisations: readonly string[],
): Promise<{ organisation: string; id: string }[]> {
  const { rows } = await sql<{ organisation: string; id: string }>`
    select organisation, id from nudge
    where organisation = any(${[...organisations]}::uuid[]) and subject = ${kind} and about = ${about} and answer is null
  `.execute(database);
  return rows;
}

/** Writes a nudge for each organisation, and on the board who asked it last. */
export async function insertNudges(
  database: Executor,
  { organisation: by, role }: Coordinator,
  person: string | null,
  subject: Pick<Subject, "kind" | "about">,
  message: string | null,
  organisations: readonly string[],
  now: Date,
): Promise<Recent[]> {
  const rows = [...organisations].sort().map((organisation) => ({ organisation, id: newId(now) }));
  for (const batch of batches(rows, 1_000)) {
    await sql`
      insert into nudge (organisation, id, subject, about, message, by_organisation, by_role, by_person, at)
      select organisation, id, ${subject.kind}, ${subject.about}, ${message}, ${by}, ${role}, ${person}::uuid, ${now}
      from ${rowsAs({ organisation: "uuid", id: "uuid" }, batch)} as draft
    `.execute(database);
  }
  await sql`
    insert into organisation_standing as t (organisation, nudged_at, nudged_by, nudged_role)
    select o.id, ${now}, ${by}, ${role} from organisation o where o.id = any(${[...organisations]}::uuid[]) order by o.id
    on conflict (organisation) do update set
      nudged_at = excluded.nudged_at, nudged_by = excluded.nudged_by, nudged_role = excluded.nudged_role
  `.execute(database);
  return rows.map((row) => ({ ...row, at: now, by, role }));
}
