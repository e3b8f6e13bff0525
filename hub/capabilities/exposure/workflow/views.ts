import { exposureFilters, type exposureView } from "@bongsu/contracts";
import { sql } from "kysely";
import { z } from "zod";
import { type Actor, type Context, holdsIn } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { organisationSeen } from "../../inventories/index.ts";
import { exposureProblems } from "../problems.ts";

type Shown = z.output<typeof exposureView>;

const { organisation: _, ...filters } = exposureFilters;
const filterSchema = z.object(filters);

/** Views that one person may keep, and that an organisation may share. */
export const mostViews = 100;

/** A view as it is kept: its filters are those of the list, as they travel. */
export interface ViewRow extends Omit<Shown, "filters" | "own"> {
  person: string | null;
  filters: unknown;
}

/** The filters as they are kept: times as text. */
export const keptFilters = (given: Shown["filters"]): string => JSON.stringify(z.encode(filterSchema, given));

/** A filter that the list no longer knows is left out, rather than the view. */
function readFilters(kept: unknown): Shown["filters"] {
  const read = z.safeDecode(filterSchema, kept as z.input<typeof filterSchema>);
  return read.success ? read.data : {};
}

export const personOf = (actor: Actor): string | null => (actor.kind === "person" ? actor.person : null);

export function presentView({ person, ...row }: ViewRow, actor: Actor): Shown {
  return { ...row, filters: readFilters(row.filters), own: person !== null && person === personOf(actor) };
}

/** The views of an organisation that the viewer has: his own, and those that are shared. */
export async function viewsSeen(seen: Executor, organisation: string): Promise<ViewRow[]> {
  const { rows } = await sql<ViewRow>`
    select v.id, v.person, v.name, v.shared, v.filters, v.sort, v.grouping, c.view is not null as chosen
    from exposure_view v
    left join exposure_view_choice c on c.organisation = v.organisation and c.view = v.id
    where v.organisation = ${organisation} order by v.name, v.id
  `.execute(seen);
  return rows;
}

/** What may be done is settled: the organisation's id, the caller's views, and the one that is meant. */
export async function viewMeant(
  context: Pick<Context, "seen" | "actor">,
  handle: string,
  id: string,
): Promise<{ organisation: string; views: ViewRow[]; view: ViewRow }> {
  const [organisation, views] = await context.seen(async (seen) => {
    const of = await organisationSeen(seen, handle);
    return [of, await viewsSeen(seen, of)];
  });
  const view = views.find((one) => one.id === id);
  if (view === undefined) throw exposureProblems.error("exposure.unknown-view", { id });
  return { organisation, views, view };
}

/** What everybody has is an analyst's to change; a machine has only such. Throws `exposure.not-permitted-to-share-views`. */
export function requireMayKeep(actor: Actor, handle: string, { shared }: { shared: boolean }): void {
  const may = shared ? holdsIn(actor, "analyst", handle) : actor.kind === "person";
  if (!may) throw exposureProblems.error("exposure.not-permitted-to-share-views");
}

/** Throws `exposure.view-exists` where another of the caller's views has the name. */
export function requireFreeName(views: readonly ViewRow[], name: string, except?: string): void {
  if (views.some((one) => one.name === name && one.id !== except)) {
    throw exposureProblems.error("exposure.view-exists", { name });
  }
}

/** One change of an organisation's views at a time. */
export async function lockViews(transaction: Executor, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bongsu.views ${organisation}`}, 0))`.execute(transaction);
}
