import { compareNames, compareRatings, type Rating } from "@bongsu/advisories";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import type { AdvisoryRow, VulnerabilityRow } from "./tables.ts";

/** What an advisory gives to the vulnerability that it is about. */
export type Member = Pick<
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
> & { names: string[]; follows: string[] };

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

const followsOf = (members: readonly Member[]): string[] =>
  [...new Set(members.filter(({ withdrawn }) => withdrawn === null).flatMap(({ follows }) => follows))].sort();

/** Writes each vulnerability's row from its advisories and from what is known of its names (KEV, EPSS). */
export async function describeVulnerabilities(
  transaction: Executor,
  groups: readonly { name: string; names: string[]; members: Member[] }[],
): Promise<void> {
  const rows = groups.map(({ name, names, members }) => {
    const facts = factsOf(members);
    return {
      name,
      aliases: names.filter((other) => other !== name),
      follows: followsOf(members),
      ...facts,
      exploitation: exploitationOf(members),
      automatable: automatableOf(members, facts.vector),
    };
  });
  const columns = {
    name: "text",
    aliases: "text[]",
    follows: "text[]",
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
        select * from known_exploited k where k.name = any(d.aliases || d.follows || d.name) order by k.since, k.name limit 1
      ) k on true
      left join lateral (
        select * from epss e where e.name = any(d.aliases || d.follows || d.name) order by e.probability desc limit 1
      ) e on true
    )
    insert into vulnerability (name, aliases, follows, title, rating, score, vector, published, exploitation, automatable,
      exploited_since, exploited_due, ransomware, epss, epss_percentile)
    select name, aliases, follows, title, rating, score, vector, published,
      case when known then 'active' else exploitation end, automatable, since, due, ransomware, probability, percentile
    from signalled
    on conflict (name) do update set aliases = excluded.aliases, follows = excluded.follows, title = excluded.title, rating = excluded.rating,
      score = excluded.score, vector = excluded.vector, published = excluded.published,
      exploitation = excluded.exploitation, automatable = excluded.automatable,
      exploited_since = excluded.exploited_since, exploited_due = excluded.exploited_due,
      ransomware = excluded.ransomware, epss = excluded.epss, epss_percentile = excluded.epss_percentile
  `.execute(transaction);
  await inheritRisk(
    transaction,
    rows.filter(({ follows }) => follows.length > 0).map(({ name }) => name),
  );
}

/** A distribution's update says little of the risk of what it fixes: what it does not say is taken from the gravest of those CVEs. */
async function inheritRisk(transaction: Executor, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const rank = (column: RawBuilder<unknown>, words: readonly string[]) =>
    sql`array_position(array[${sql.join(words.map((word) => sql.lit(word)))}], ${column})`;
  const gravity = rank(sql`x.rating`, ["unknown", "none", "low", "medium", "high", "critical"]);
  await sql`
    update vulnerability v set
      rating = case when v.rating = 'unknown' then gravest.rating else v.rating end,
      score = coalesce(v.score, gravest.score),
      vector = coalesce(v.vector, gravest.vector),
      exploitation = case when ${rank(sql`gravest.exploitation`, exploitationRank)} > ${rank(sql`v.exploitation`, exploitationRank)}
        then gravest.exploitation else v.exploitation end,
      automatable = v.automatable or gravest.automatable
    from (
      select own.name,
        (array_agg(x.rating order by ${gravity} desc, x.score desc nulls last, x.name))[1] as rating,
        (array_agg(x.score order by ${gravity} desc, x.score desc nulls last, x.name))[1] as score,
        (array_agg(x.vector order by ${gravity} desc, x.score desc nulls last, x.name))[1] as vector,
        (array_agg(x.exploitation order by ${rank(sql`x.exploitation`, exploitationRank)} desc))[1] as exploitation,
        bool_or(x.automatable) as automatable
      from vulnerability own
      join advisory_name n on n.name = any(own.follows) and n.own
      join advisory a on a.id = n.advisory
      join vulnerability x on x.name = a.vulnerability and x.name <> own.name
      where own.name in (select unnest(${names}::text[]))
      group by own.name
    ) gravest
    where gravest.name = v.name
  `.execute(transaction);
}
