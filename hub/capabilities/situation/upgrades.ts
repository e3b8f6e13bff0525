import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/** Packages that are kept: those whose upgrade closes the most urgent and the most exposures in the country. */
const kept = 500;

/**
 * Adds up anew which upgrades would help the country most: by package, to the highest version that any advisory asks for
 * among the open exposures that have a fix.
 */
export async function recountUpgrades(transaction: Executor): Promise<void> {
  await sql`delete from upgrade_situation`.execute(transaction);
  await sql`
    with top as materialized (
      select v.package, count(distinct e.organisation) as organisations, count(distinct (e.organisation, e.asset)) as assets,
        count(*) as exposures, count(distinct e.vulnerability) as vulnerabilities,
        count(*) filter (where e.decision = 3) as immediate
      from exposure e
      join package_version v on v.id = e.package_version
      join organisation o on o.id = e.organisation and o.status = 'active'
      where e.fixed_version is not null and e.state in ('new', 'acknowledged', 'remediating', 'accepted')
      group by v.package
      order by immediate desc, exposures desc, v.package
      limit ${sql.lit(kept)}
    ),
    target as (
      select distinct on (v.package) v.package, m.fixed_version
      from top join package_version v on v.package = top.package
      join affected_package_version m on m.package_version = v.id and m.fixed_version is not null
      join advisory a on a.id = m.advisory and a.withdrawn is null
      where exists (select 1 from component_use u where u.package_version = v.id)
      order by v.package, m.fixed_key desc nulls last, m.fixed_version
    )
    insert into upgrade_situation (package, fixed_version, organisations, assets, exposures, vulnerabilities, immediate)
    select top.package, target.fixed_version, top.organisations, top.assets, top.exposures, top.vulnerabilities,
      top.immediate
    from top join target on target.package = top.package
  `.execute(transaction);
}
