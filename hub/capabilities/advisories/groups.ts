import { joinAliases } from "@bongsu/advisories";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { describeVulnerabilities, type Member } from "./describe.ts";
import { nameKey } from "./names.ts";
import type { StoredAdvisory } from "./store.ts";

export interface GroupChange {
  vulnerabilities: string[];
  renamed: { from: string; to: string }[];
}

const advisoriesNamed = async (database: Executor, names: Iterable<string>, onlyOwn: boolean): Promise<string[]> => {
  const { rows } = await sql<{ advisory: string }>`
    select distinct n.advisory from unnest(${[...names]}::text[]) as wanted(name)
    join advisory_name n on n.name = wanted.name where n.own or not ${onlyOwn}
  `.execute(database);
  return rows.map(({ advisory }) => advisory);
};

const ownNamesOf = async (database: Executor, advisories: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select distinct n.name from unnest(${advisories}::uuid[]) as wanted(advisory)
    join advisory_name n on n.advisory = wanted.advisory where n.own
  `.execute(database);
  return rows.map(({ name }) => name);
};

/**
 * Every advisory that has one of these names or follows from one, and those that share a name of their own with it,
 * directly or through others. Step by step rather than by one recursive query: the steps are few, and each is planned
 * for as many names as it has.
 */
async function closure(transaction: Executor, names: readonly string[]): Promise<Member[]> {
  const seen = new Set<string>();
  const asked = new Set(names);
  let next = await advisoriesNamed(transaction, asked, false);
  while (next.length > 0) {
    for (const advisory of next) seen.add(advisory);
    const further = (await ownNamesOf(transaction, next)).filter((name) => !asked.has(name));
    for (const name of further) asked.add(name);
    next = (await advisoriesNamed(transaction, further, true)).filter((advisory) => !seen.has(advisory));
  }
  const { rows } = await sql<Member>`
    select a.id, a.name, a.vulnerability, a.title, a.rating, a.score, a.vector, a.published, a.withdrawn,
      a.exploitation, a.automatable, own.names, own.follows
    from unnest(${[...seen]}::uuid[]) as wanted(id)
    join advisory a on a.id = wanted.id
    cross join lateral (
      select coalesce(array_agg(n.written order by n.name) filter (where n.own), '{}') as names,
        coalesce(array_agg(n.name order by n.name) filter (where not n.own), '{}') as follows
      from advisory_name n where n.advisory = a.id
    ) own
    order by a.id
  `.execute(transaction);
  return rows;
}

/**
 * Joins the advisories around some names into vulnerabilities, anew: by the union of their names, whatever the order
 * in which they came. A vulnerability goes by its best name, so every process names it alike.
 */
export async function regroup(
  transaction: Executor,
  names: readonly string[],
  removed: readonly StoredAdvisory[],
): Promise<GroupChange> {
  const members = await closure(transaction, [...new Set(names)]);
  const groups = joinAliases(
    members.map((member) => ({ ...member, id: member.name, key: member.id, aliases: member.names })),
  );
  const assigned = groups.flatMap((group) =>
    group.advisories.map(({ key }) => ({ advisory: key, vulnerability: group.name })),
  );
  await sql`
    update advisory a set vulnerability = assigned.vulnerability
    from ${rowsAs({ advisory: "uuid", vulnerability: "text" }, assigned)} as assigned
    where a.id = assigned.advisory and a.vulnerability <> assigned.vulnerability
  `.execute(transaction);
  const nameNow = new Map(groups.flatMap((group) => group.names.map((name) => [nameKey(name), group.name])));
  const namesBefore = new Set(
    [...members, ...removed].map(({ vulnerability }) => vulnerability).filter((name) => name !== ""),
  );
  const renamed = [...namesBefore].flatMap((from) => {
    const to = nameNow.get(nameKey(from));
    return to === undefined || to === from ? [] : [{ from, to }];
  });
  const current = new Set(groups.map(({ name }) => name));
  const gone = [...namesBefore].filter((name) => !current.has(name));
  await sql`delete from vulnerability where name in (select unnest(${gone}::text[]))`.execute(transaction);
  await describeVulnerabilities(
    transaction,
    groups.map((group) => ({ name: group.name, names: group.names, members: group.advisories })),
  );
  return { vulnerabilities: [...new Set([...current, ...namesBefore])], renamed };
}

/** The vulnerabilities that go by some names, by the names that they go by now. */
export async function vulnerabilitiesNamed(database: Executor, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ vulnerability: string }>`
    select distinct a.vulnerability from advisory_name n join advisory a on a.id = n.advisory
    where n.name in (select unnest(${names}::text[]))
  `.execute(database);
  return rows.map(({ vulnerability }) => vulnerability);
}
