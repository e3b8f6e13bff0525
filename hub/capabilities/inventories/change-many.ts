import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import type { Asset, Criticality, Network } from "./assets.ts";
import { type AssetFacts, joinGroups, setFacts } from "./facts.ts";
import { resolveGroups } from "./groups.ts";
import { inventoryProblems } from "./problems.ts";

/** What is done to many assets at once. */
export interface ManyChange extends Pick<AssetFacts, "kind" | "owner" | "freshDays"> {
  criticality?: Criticality | undefined;
  network?: Network | undefined;
  addTags: readonly string[];
  removeTags: readonly string[];
  addGroups: readonly string[];
  removeGroups: readonly string[];
}

/** Tags that one asset may have. */
const mostTags = 30;

async function retag(
  transaction: Executor,
  organisation: string,
  ids: readonly string[],
  { addTags, removeTags }: ManyChange,
) {
  const { rows } = await sql<{ name: string; count: number }>`
    update asset set tags = array(
      select distinct tag collate "C" from unnest(tags || ${[...addTags]}::text[]) as tag
      where tag <> all(${[...removeTags]}::text[]) order by 1)
    where organisation = ${organisation} and id = any(${[...ids]}::uuid[])
    returning name, cardinality(tags) as count
  `.execute(transaction);
  const over = rows.find(({ count }) => count > mostTags);
  if (over !== undefined)
    throw inventoryProblems.error("inventories.too-many-tags", { asset: over.name, most: mostTags });
}

/**
 * Changes assets of one organisation, and holds their rows to the end of the transaction. Gives those whose criticality
 * or network is another now. Throws as `setFacts` does, and `inventories.too-many-tags`.
 */
export async function changeMany(
  transaction: Executor,
  organisation: string,
  assets: readonly Asset[],
  change: ManyChange,
): Promise<Asset[]> {
  const { kind, owner, freshDays, criticality, network } = change;
  const ids = assets.map(({ id }) => id);
  const { rows } = await sql<Asset>`
    select organisation, id, name, criticality, network from asset
    where organisation = ${organisation} and id = any(${ids}::uuid[]) order by id for update
  `.execute(transaction);
  const gone = assets.find(({ id }) => rows.every((row) => row.id !== id));
  if (gone !== undefined) {
    throw inventoryProblems.error("inventories.unknown-asset", { organisation: "", asset: gone.name });
  }
  await sql`
    update asset set criticality = coalesce(${criticality ?? null}::text, criticality),
      network = coalesce(${network ?? null}::text, network)
    where organisation = ${organisation} and id = any(${ids}::uuid[])
  `.execute(transaction);
  await setFacts(transaction, organisation, ids, { kind, owner, freshDays });
  await retag(transaction, organisation, ids, change);
  const left = await resolveGroups(transaction, organisation, change.removeGroups);
  await sql`
    delete from asset_in_group
    where organisation = ${organisation} and asset = any(${ids}::uuid[]) and asset_group = any(${left}::uuid[])
  `.execute(transaction);
  await joinGroups(transaction, organisation, ids, await resolveGroups(transaction, organisation, change.addGroups));
  return rows
    .map((row) => ({ ...row, criticality: criticality ?? row.criticality, network: network ?? row.network }))
    .filter((row, index) => row.criticality !== rows[index]?.criticality || row.network !== rows[index]?.network);
}
