import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { nameKey, vulnerabilitiesNamed } from "../../advisories/index.ts";
import { openStatesSql, silentFromSql } from "../../exposure/index.ts";
import { rangeNamed, withinRange } from "../../inventories/index.ts";
import type { CampaignRow } from "./row.ts";

type Subject = Pick<CampaignRow, "vulnerabilities" | "package" | "ecosystem" | "range">;

/** The vulnerabilities that a campaign is about, by the names that they go by now. */
export const namesOfCampaign = (database: Executor, { vulnerabilities }: Subject): Promise<string[]> =>
  vulnerabilitiesNamed(database, vulnerabilities.map(nameKey));

/** The condition that `v` (package_version) is one of those that a campaign is about. */
export function versionsOfCampaign({ package: of, ecosystem, range }: Subject): RawBuilder<unknown> {
  const parsed = range === null ? null : rangeNamed(range, ecosystem ?? undefined);
  return sql`(v.package = ${of}::uuid and ${parsed === null ? sql`true` : withinRange(parsed)})`;
}

/**
 * What the exposures, or the inventories, say of each organisation that a campaign concerns: a query with its counts.
 * Package campaigns count uses: who uses the package at all has it still to do.
 */
export async function evidenceSql(
  database: Executor,
  subject: Subject,
  organisations: readonly string[] | null,
): Promise<RawBuilder<unknown>> {
  const only = (column: RawBuilder<unknown>) =>
    organisations === null ? sql`true` : sql`${column} = any(${[...organisations]}::uuid[])`;
  if (subject.package !== null) {
    return sql`
      select u.organisation, count(*)::integer as open, count(*)::integer as waiting, 0 as working, 0 as accepted, 0 as done,
        0 as cleared, 0 as retracted, false as declared, 2::smallint as decision, null::timestamptz as silent_from
      from package_version v join component_use u on u.package_version = v.id
      where ${versionsOfCampaign(subject)} and ${only(sql`u.organisation`)}
      group by u.organisation`;
  }
  const names = await namesOfCampaign(database, subject);
  const counted = (condition: RawBuilder<unknown>) => sql`(count(*) filter (where ${condition}))::integer`;
  return sql`
    select e.organisation, ${counted(sql`e.state in ${openStatesSql}`)} as open,
      ${counted(sql`e.state = 'new'`)} as waiting,
      ${counted(sql`e.state in ('acknowledged', 'remediating')`)} as working,
      ${counted(sql`e.state = 'accepted'`)} as accepted, ${counted(sql`e.state = 'fixed'`)} as done,
      ${counted(sql`e.state = 'not_affected'`)} as cleared, ${counted(sql`e.state = 'retracted'`)} as retracted,
      coalesce(bool_or(e.declared and e.state = 'fixed'), false) as declared,
      coalesce(max(e.decision) filter (where e.state in ${openStatesSql}), 0)::smallint as decision,
      min(${silentFromSql("e")}) filter (where e.state = 'new') as silent_from
    from exposure e
    where e.vulnerability = any(${names}::text[]) and ${only(sql`e.organisation`)}
    group by e.organisation`;
}
