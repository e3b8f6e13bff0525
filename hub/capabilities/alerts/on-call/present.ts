import type { rota as rotaSchema } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../../platform/database/database.ts";
import { alertProblems } from "../problems.ts";
import { onCallAt, type Shift, shiftsBetween } from "./rota.ts";
import { rotasOf, type StoredRota } from "./store.ts";

type Shown = z.output<typeof rotaSchema>;

/** How far ahead gaps are looked for. */
const ahead = 30 * 24 * 3_600_000;

/** Throws `alerts.unknown-rota`. */
export async function rotaNamed(
  database: Executor,
  now: Date,
  organisation: string,
  rota: string,
): Promise<StoredRota> {
  const [stored] = await rotasOf(database, now, [organisation], rota);
  if (stored === undefined) throw alertProblems.error("alerts.unknown-rota", { rota });
  return stored;
}

async function namesOf(database: Executor, organisation: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from person p
    where p.status = 'active' and exists (
      select 1 from membership m where m.organisation = ${organisation} and m.person = p.id)
  `.execute(database);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Throws `alerts.unknown-colleague` for the first who is not an active person of the organisation. */
export async function requireColleagues(
  database: Executor,
  organisation: string,
  people: readonly string[],
): Promise<void> {
  const names = await namesOf(database, organisation);
  const stranger = people.find((person) => !names.has(person));
  if (stranger !== undefined) throw alertProblems.error("alerts.unknown-colleague", { person: stranger });
}

const named = (names: ReadonlyMap<string, string>, id: string) => ({ id, name: names.get(id) ?? "" });

const shown = (names: ReadonlyMap<string, string>, { person, from, to }: Shift) => ({
  person: person === null ? null : named(names, person),
  ...{ from, to },
});

export async function showShifts(database: Executor, organisation: string, shifts: readonly Shift[]) {
  const names = await namesOf(database, organisation);
  return shifts.map((shift) => shown(names, shift));
}

/** A rota as people see it: who is on call, who is next, and when nobody is. */
export async function showRota(database: Executor, stored: StoredRota, now: Date): Promise<Shown> {
  const { organisation, rota, name, zone, firstDay, handoverAt, shiftDays, people, overrides } = stored;
  const names = await namesOf(database, organisation);
  const current = onCallAt(stored, now);
  const gaps = shiftsBetween(stored, now, new Date(now.getTime() + ahead)).filter(({ person }) => person === null);
  return {
    ...{ rota, name, zone, firstDay, handoverAt, shiftDays },
    people: people.map((person) => named(names, person)),
    overrides: overrides
      .filter(({ to }) => to > now)
      .map(({ id, kind, person, from, to, reason }) => ({
        ...{ id, kind, from, to, reason },
        person: named(names, person),
      })),
    now: shown(names, current),
    next: shown(names, onCallAt(stored, current.to)),
    gaps: gaps.map((gap) => shown(names, gap)),
  };
}
