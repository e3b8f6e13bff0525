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

/**
 * Every advisory that has one of these names or follows from one, and those that share a name of their own with it,
 * directly or through others.
 */
async function closure(transaction: Executor, names: readonly string[]): Promise<Member[]> {
  const { rows } = await sql<Member>`
    with recursive reached(advisory) as (
      select n.advisory from advisory_name n where n.name = any(${names}::text[])
      union
      select other.advisory
      from reached
      join advisory_name own on own.advisory = reached.advisory and own.own
      join advisory_name other on other.name = own.name and other.own
    )
    select a.id, a.name, a.vulnerability, a.title, a.rating, a.score, a.vector, a.published, a.withdrawn,
      a.exploitation, a.automatable, array(select n.written from advisory_name n where n.advisory = a.id and n.own order by n.name) as names,
      array(select n.name from advisory_name n where n.advisory = a.id and not n.own order by n.name) as follows
    from advisory a join reached on reached.advisory = a.id
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
  await sql`delete from vulnerability where name = any(${gone}::text[])`.execute(transaction);
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
    where n.name = any(${names}::text[])
  `.execute(database);
  return rows.map(({ vulnerability }) => vulnerability);
}
