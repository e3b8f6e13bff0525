import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { isId } from "./is-id.ts";
import { inventoryProblems } from "./problems.ts";

/** A named group of an organisation's assets; an asset may be in any number. */
export interface AssetGroup {
  id: string;
  name: string;
  assets: number;
}

/** Groups `g` with the number of their assets. */
export const groupColumns = sql`g.id, g.name, (
  select count(*)::int from asset_in_group i where i.organisation = g.organisation and i.asset_group = g.id) as assets`;

/** An organisation's group by its id or its name. Throws `inventories.unknown-group`. */
export async function groupSeen(database: Executor, organisation: string, group: string): Promise<AssetGroup> {
  const id = isId(group) ? group : null;
  const { rows } = await sql<AssetGroup>`
    select ${groupColumns} from asset_group g
    where g.organisation = ${organisation} and (g.id = ${id}::uuid or g.name = ${group})
    order by g.id = ${id}::uuid desc nulls last limit 1
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw inventoryProblems.error("inventories.unknown-group", { group });
  return row;
}

/** The ids of groups that are named by id or name. Throws `inventories.unknown-group`. */
export async function resolveGroups(
  database: Executor,
  organisation: string,
  groups: readonly string[],
): Promise<string[]> {
  if (groups.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from asset_group
    where organisation = ${organisation}
      and (name = any(${[...groups]}::text[]) or id = any(${groups.filter(isId)}::uuid[]))
  `.execute(database);
  const ids = groups.map((group) => {
    const found = rows.find(({ id }) => id === group.toLowerCase()) ?? rows.find(({ name }) => name === group);
    if (found === undefined) throw inventoryProblems.error("inventories.unknown-group", { group });
    return found.id;
  });
  return [...new Set(ids)];
}

/** Makes sure that an organisation has groups of these names; gives their ids. */
export async function ensureGroups(
  transaction: Executor,
  clock: Clock,
  organisation: string,
  names: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(names)].sort();
  for (const name of wanted) {
    await sql`
      insert into asset_group (organisation, id, name) values (${organisation}, ${newId(clock.now())}, ${name})
      on conflict do nothing
    `.execute(transaction);
  }
  return resolveGroups(transaction, organisation, wanted);
}

/** Names of groups are given one after another, so that no two are the same. */
const oneAtATime = (transaction: Executor, organisation: string) =>
  sql`select 1 from organisation where id = ${organisation} for no key update`.execute(transaction);

/** Throws `inventories.group-exists` where another group of the organisation has the name. */
async function requireFreeName(transaction: Executor, organisation: string, name: string, except: string) {
  const { rows } = await sql`
    select 1 from asset_group where organisation = ${organisation} and name = ${name} and id <> ${except}
  `.execute(transaction);
  if (rows.length > 0) throw inventoryProblems.error("inventories.group-exists", { group: name });
}

/** Throws `inventories.group-exists`. */
export async function addGroup(
  transaction: Executor,
  clock: Clock,
  organisation: string,
  name: string,
): Promise<AssetGroup> {
  const id = newId(clock.now());
  await oneAtATime(transaction, organisation);
  const { rows } = await sql`
    insert into asset_group (organisation, id, name) values (${organisation}, ${id}, ${name})
    on conflict do nothing returning 1
  `.execute(transaction);
  if (rows.length === 0) throw inventoryProblems.error("inventories.group-exists", { group: name });
  return { id, name, assets: 0 };
}

/** Holds the group's row to the end of the transaction. Throws `inventories.unknown-group` where it went meanwhile. */
export async function lockGroup(transaction: Executor, organisation: string, id: string): Promise<void> {
  const { rows } = await sql`
    select 1 from asset_group where organisation = ${organisation} and id = ${id} for update
  `.execute(transaction);
  if (rows.length === 0) throw inventoryProblems.error("inventories.unknown-group", { group: id });
}

/** Throws `inventories.group-exists`. */
export async function renameGroup(
  transaction: Executor,
  organisation: string,
  id: string,
  name: string,
): Promise<void> {
  await oneAtATime(transaction, organisation);
  await requireFreeName(transaction, organisation, name, id);
  await sql`update asset_group set name = ${name} where organisation = ${organisation} and id = ${id}`.execute(
    transaction,
  );
}

/** Removes a group; its assets stay. */
export async function removeGroup(transaction: Executor, organisation: string, id: string): Promise<void> {
  await sql`delete from asset_in_group where organisation = ${organisation} and asset_group = ${id}`.execute(
    transaction,
  );
  await sql`delete from asset_group where organisation = ${organisation} and id = ${id}`.execute(transaction);
}
