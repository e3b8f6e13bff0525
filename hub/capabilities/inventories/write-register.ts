import type { Problem } from "@bongsu/base";
import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { newId } from "../../platform/ids.ts";
import type { Asset } from "./assets.ts";
import { ensureGroups } from "./groups.ts";
import { inventoryProblems } from "./problems.ts";
import type { RegisterRow } from "./read-register.ts";

interface Known extends Asset {
  kind: string;
  description: string;
  owner: string | null;
  tags: string[];
  freshDays: number | null;
  groups: string[];
}

/** What a register changed. */
export interface RegisterTaken {
  added: Asset[];
  changed: Asset[];
  unchanged: number;
  /** Those whose criticality or network is another now. */
  moved: Asset[];
  problems: Problem[];
}

const columns = {
  id: "uuid",
  name: "text",
  kind: "text",
  description: "text",
  criticality: "text",
  network: "text",
  owner: "uuid",
  tags: "text[]",
  freshDays: "integer",
} as const;

async function knownAssets(
  transaction: Executor,
  organisation: string,
  names: readonly string[],
): Promise<Map<string, Known>> {
  const { rows } = await sql<Known>`
    select s.organisation, s.id, s.name, s.kind, s.description, s.criticality, s.network, s.owner, s.tags,
      s.fresh_days as "freshDays", array(
        select g.name from asset_in_group i
        join asset_group g on g.organisation = i.organisation and g.id = i.asset_group
        where i.organisation = s.organisation and i.asset = s.id order by g.name
      ) as groups
    from asset s where s.organisation = ${organisation} and s.name = any(${[...names]}::text[])
    order by s.id for update of s
  `.execute(transaction);
  return new Map(rows.map((row) => [row.name, row]));
}

/** The organisation's people by e-mail address. */
async function peopleOf(
  transaction: Executor,
  organisation: string,
  emails: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; email: string }>`
    select p.id, lower(p.email) as email from person p
    where lower(p.email) = any(${[...emails]}::text[])
      and exists (select 1 from membership m where m.organisation = ${organisation} and m.person = p.id)
  `.execute(transaction);
  return new Map(rows.map(({ email, id }) => [email, id]));
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** What the asset is after a row, as far as that says something. */
function after(row: RegisterRow, known: Known, people: ReadonlyMap<string, string>): Known {
  const { line: _, owner, ...facts } = row;
  const person = owner === undefined || owner === null ? owner : people.get(owner);
  const tags = [...new Set(row.tags ?? known.tags)].sort();
  return { ...known, ...facts, tags, ...(person === undefined ? {} : { owner: person }) };
}

const isSame = (a: Known, b: Known): boolean =>
  a.kind === b.kind &&
  a.description === b.description &&
  a.criticality === b.criticality &&
  a.network === b.network &&
  a.owner === b.owner &&
  a.freshDays === b.freshDays &&
  same(a.tags, b.tags) &&
  same(a.groups, b.groups);

async function write(
  transaction: Executor,
  organisation: string,
  added: readonly Known[],
  changed: readonly Known[],
  now: Date,
) {
  await sql`
    insert into asset (organisation, id, name, kind, description, criticality, network, owner, tags, fresh_days, created_at)
    select ${organisation}, row.*, ${now} from ${rowsAs(columns, added)} as row
  `.execute(transaction);
  await sql`
    update asset s set kind = row.kind, description = row.description, criticality = row.criticality,
      network = row.network, owner = row.owner, tags = row.tags, fresh_days = row."freshDays"
    from ${rowsAs(columns, changed)} as row where s.organisation = ${organisation} and s.id = row.id
  `.execute(transaction);
}

async function writeGroups(transaction: Executor, clock: Clock, organisation: string, assets: readonly Known[]) {
  await ensureGroups(
    transaction,
    clock,
    organisation,
    assets.flatMap(({ groups }) => groups),
  );
  const wanted = assets.flatMap(({ id, groups }) => groups.map((name) => ({ id, name })));
  await sql`
    delete from asset_in_group where organisation = ${organisation} and asset = any(${assets.map(({ id }) => id)}::uuid[])
  `.execute(transaction);
  await sql`
    insert into asset_in_group (organisation, asset, asset_group)
    select ${organisation}, row.id, g.id from ${rowsAs({ id: "uuid", name: "text" }, wanted)} as row
    join asset_group g on g.organisation = ${organisation} and g.name = row.name on conflict do nothing
  `.execute(transaction);
}

/**
 * Brings an organisation's assets to what a register says of them: those that are new are added, none is removed. With
 * `check`, only says what would be done. Idempotent: a second time all are unchanged.
 */
export async function writeRegister(
  transaction: Executor,
  clock: Clock,
  organisation: string,
  rows: readonly RegisterRow[],
  check: boolean,
): Promise<RegisterTaken> {
  const now = clock.now();
  // One register of an organisation at a time, so that two which add the same asset agree.
  await sql`select 1 from organisation where id = ${organisation} for no key update`.execute(transaction);
  const known = await knownAssets(
    transaction,
    organisation,
    rows.map(({ name }) => name),
  );
  const people = await peopleOf(
    transaction,
    organisation,
    rows.flatMap(({ owner }) => owner ?? []),
  );
  const fresh = (name: string): Known => ({
    ...{ organisation, id: newId(now), name, kind: "application", description: "", criticality: "medium" },
    ...{ network: "internal", owner: null, tags: [], freshDays: null, groups: [] },
  });
  const pairs = rows.map((row) => {
    const before = known.get(row.name);
    return { before, now: after(row, before ?? fresh(row.name), people) };
  });
  const added = pairs.filter(({ before }) => before === undefined).map(({ now }) => now);
  const others = pairs.flatMap(({ before, now }) =>
    before === undefined || isSame(before, now) ? [] : [{ before, now }],
  );
  const changed = others.map(({ now }) => now);
  if (!check) {
    await write(transaction, organisation, added, changed, now);
    await writeGroups(transaction, clock, organisation, [...added, ...changed]);
  }
  const moved = others
    .filter(({ before, now }) => before.criticality !== now.criticality || before.network !== now.network)
    .map(({ now }) => now);
  const problems = rows.flatMap(({ line, owner }) =>
    owner === undefined || owner === null || people.has(owner)
      ? []
      : [inventoryProblems.problem("inventories.register-owner", { row: line, value: owner }, { line })],
  );
  return { added, changed, unchanged: rows.length - added.length - changed.length, moved, problems };
}
