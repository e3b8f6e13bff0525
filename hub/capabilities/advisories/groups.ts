import { compareNames, compareRatings, joinAliases, type Rating } from "@bongsu/advisories";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { nameKey } from "./names.ts";
import type { StoredAdvisory } from "./store.ts";
import type { AdvisoryRow, VulnerabilityRow } from "./tables.ts";

export interface GroupChange {
  vulnerabilities: string[];
  renamed: { from: string; to: string }[];
}

type Member = Pick<
  AdvisoryRow,
  | "id"
  | "name"
  | "vulnerability"
  | "title"
  | "rating"
  | "score"
  | "vector"
  | "published"
  | "withdrawn"
  | "exploitation"
  | "automatable"
> & { names: string[] };

/** Every advisory that shares a name with one of these, directly or through others. */
async function closure(transaction: Executor, names: readonly string[]): Promise<Member[]> {
  const { rows } = await sql<Member>`
    with recursive reached(advisory) as (
      select n.advisory from advisory_name n where n.name = any(${names}::text[])
      union
      select other.advisory
      from reached
      join advisory_name own on own.advisory = reached.advisory
      join advisory_name other on other.name = own.name
    )
    select a.id, a.name, a.vulnerability, a.title, a.rating, a.score, a.vector, a.published, a.withdrawn,
      a.exploitation, a.automatable, array(select n.written from advisory_name n where n.advisory = a.id order by n.name) as names
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

type Facts = Pick<VulnerabilityRow, "title" | "rating" | "score" | "vector" | "published">;

const worse = (a: Member | undefined, b: Member): boolean =>
  a === undefined ||
  compareRatings(b.rating as Rating, a.rating as Rating) > 0 ||
  (b.rating === a.rating && (b.score ?? -1) > (a.score ?? -1));

function factsOf(members: readonly Member[]): Facts {
  const valid = members.filter(({ withdrawn }) => withdrawn === null);
  const ordered = [...(valid.length > 0 ? valid : members)].sort(
    (a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1),
  );
  const worst = ordered.reduce<Member | undefined>((best, next) => (worse(best, next) ? next : best), undefined);
  const dates = ordered.map(({ published }) => published?.getTime()).filter((time) => time !== undefined);
  return {
    title: ordered.find(({ title }) => title !== null)?.title ?? null,
    rating: worst?.rating ?? "unknown",
    score: worst?.score ?? null,
    vector: worst?.vector ?? null,
    published: dates.length === 0 ? null : new Date(Math.min(...dates)),
  };
}

/** An attacker can automate what needs neither rights nor a person, over the network, with ease (CVSS 3 and 4 metrics). */
const automatableVector = /AV:N\/AC:L\/(AT:N\/)?PR:N\/UI:N/;

const exploitationRank = ["none", "poc", "active"];

function exploitationOf(members: readonly Member[]): string {
  const ranks = members.map(({ exploitation }) => exploitationRank.indexOf(exploitation ?? "none"));
  return exploitationRank[Math.max(0, ...ranks)] ?? "none";
}

function automatableOf(members: readonly Member[], vector: string | null): boolean {
  const said = members.map(({ automatable }) => automatable).filter((value) => value !== null);
  return said.length > 0 ? said.includes(true) : automatableVector.test(vector ?? "");
}

/** Writes each vulnerability's row from its advisories and from what is known of its names (KEV, EPSS). */
async function describeVulnerabilities(
  transaction: Executor,
  groups: readonly { name: string; names: string[]; members: Member[] }[],
): Promise<void> {
  const rows = groups.map(({ name, names, members }) => {
    const facts = factsOf(members);
    return {
      name,
      aliases: names.filter((other) => other !== name),
      ...facts,
      exploitation: exploitationOf(members),
      automatable: automatableOf(members, facts.vector),
    };
  });
  const columns = {
    name: "text",
    aliases: "text[]",
    title: "text",
    rating: "text",
    score: "double precision",
    vector: "text",
    published: "timestamptz",
    exploitation: "text",
    automatable: "boolean",
  } as const;
  await sql`
    with described as ${rowsAs(columns, rows)},
    signalled as (
      select d.*, k.name is not null as known, k.since, k.due, coalesce(k.ransomware, false) as ransomware,
        e.probability, e.percentile
      from described d
      left join lateral (
        select * from known_exploited k where k.name = any(d.aliases || d.name) order by k.since, k.name limit 1
      ) k on true
      left join lateral (
        select * from epss e where e.name = any(d.aliases || d.name) order by e.probability desc limit 1
      ) e on true
    )
    insert into vulnerability (name, aliases, title, rating, score, vector, published, exploitation, automatable,
      exploited_since, exploited_due, ransomware, epss, epss_percentile)
    select name, aliases, title, rating, score, vector, published,
      case when known then 'active' else exploitation end, automatable, since, due, ransomware, probability, percentile
    from signalled
    on conflict (name) do update set aliases = excluded.aliases, title = excluded.title, rating = excluded.rating,
      score = excluded.score, vector = excluded.vector, published = excluded.published,
      exploitation = excluded.exploitation, automatable = excluded.automatable,
      exploited_since = excluded.exploited_since, exploited_due = excluded.exploited_due,
      ransomware = excluded.ransomware, epss = excluded.epss, epss_percentile = excluded.epss_percentile
  `.execute(transaction);
}
