import { countExposures as contract, exposureDecisions, exposureStates, ratings } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { noteForeign } from "../../inventories/index.ts";
import { filterConditions } from "../filters.ts";
import { exploitationOf, exposuresJoined, ratingOf } from "../line.ts";
import { decisions } from "../ssvc.ts";

interface Group {
  state: string;
  decision: number;
  rating: string;
  exploited: boolean;
  count: number;
}

interface Distinct {
  assets: number;
  vulnerabilities: number;
  organisations: string[];
}

const facetOf = (words: object, groups: readonly Group[], wordOf: (group: Group) => string) =>
  Object.keys(words)
    .map((value) => ({ value, count: groups.reduce((sum, one) => sum + (wordOf(one) === value ? one.count : 0), 0) }))
    .filter(({ count }) => count > 0);

export const countExposures = operation(contract, async (context, only) => {
  const { groups, distinct } = await context.seen(async (database) => {
    const where = await filterConditions(database, only, context);
    const { rows: groups } = await sql<Group>`
      select e.state, e.decision, ${ratingOf} as rating, ${exploitationOf} = 'active' as exploited, count(*)::int as count
      from ${exposuresJoined} where ${where} group by 1, 2, 3, 4
    `.execute(database);
    const { rows } = await sql<Distinct>`
      select count(distinct (e.organisation, e.asset))::int as assets,
        count(distinct e.vulnerability)::int as vulnerabilities,
        coalesce(array_agg(distinct o.handle), '{}') as organisations
      from ${exposuresJoined} where ${where}
    `.execute(database);
    return { groups, distinct: rows[0] ?? { assets: 0, vulnerabilities: 0, organisations: [] } };
  });
  noteForeign(context, distinct.organisations);
  return {
    total: groups.reduce((sum, { count }) => sum + count, 0),
    assets: distinct.assets,
    vulnerabilities: distinct.vulnerabilities,
    organisations: distinct.organisations.length,
    exploited: groups.reduce((sum, { exploited, count }) => sum + (exploited ? count : 0), 0),
    state: facetOf(exposureStates, groups, ({ state }) => state),
    decision: facetOf(exposureDecisions, groups, ({ decision }) => decisions[decision] ?? ""),
    rating: facetOf(ratings, groups, ({ rating }) => rating),
  };
});
