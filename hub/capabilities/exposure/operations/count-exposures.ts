import { countExposures as contract, exposureDecisions, exposureStates, ratings } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { noteForeign } from "../../inventories/index.ts";
import { exposuresFound, filterConditions } from "../filters.ts";
import { exploitationOf, ratingOf } from "../line.ts";
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
    const { rows } = await sql<Distinct & { groups: Group[] | null }>`
      with found as materialized (
        select e.organisation, e.asset, e.vulnerability, e.state, e.decision, ${ratingOf} as rating,
          ${exploitationOf} = 'active' as exploited
        from ${exposuresFound(only)} where ${await filterConditions(database, only, context)}
      )
      select
        (select json_agg(g) from (
          select state, decision, rating, exploited, count(*)::int as count from found group by 1, 2, 3, 4) as g) as groups,
        (select count(*)::int from (select distinct organisation, asset from found) as a) as assets,
        (select count(*)::int from (select distinct vulnerability from found) as b) as vulnerabilities,
        array(select o.handle from organisation o where o.id in (select organisation from found)) as organisations
    `.execute(database);
    const [counted] = rows;
    return { groups: counted?.groups ?? [], distinct: counted ?? { assets: 0, vulnerabilities: 0, organisations: [] } };
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
