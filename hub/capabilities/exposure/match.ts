import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/** Which side is new: package versions, advisories, or everything. */
export type MatchScope = { packageVersions: string[] } | { advisories: string[] } | "everything";

function within(
  scope: MatchScope,
  packageVersion: RawBuilder<unknown>,
  advisory: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (scope === "everything") return sql`true`;
  return "packageVersions" in scope
    ? sql`${packageVersion} in (select unnest(${scope.packageVersions}::uuid[]))`
    : sql`${advisory} in (select unnest(${scope.advisories}::uuid[]))`;
}

/**
 * The join: every package version of the country against every affected interval and listed version, once. Where
 * several intervals of one advisory hold a version, one stands for them.
 */
export async function matchVersions(transaction: Executor, scope: MatchScope): Promise<void> {
  await sql`
    delete from affected_package_version m where ${within(scope, sql`m.package_version`, sql`m.advisory`)}
  `.execute(transaction);
  const byInterval = within(scope, sql`v.id`, sql`i.advisory`);
  const byListed = within(scope, sql`v.id`, sql`l.advisory`);
  await sql`
    insert into affected_package_version (package_version, advisory, reason, range, fixed_version, fixed_key)
    select distinct on (package_version, advisory) * from (
      select v.id as package_version, i.advisory, 'interval' as reason, i.range, i.fixed_version, i.fixed_key
      from affected_interval i
      join package_version v on v.package = i.package and v.key >= i.low and (i.high is null or v.key < i.high)
      where ${byInterval}
      union all
      select v.id, i.advisory, 'all-versions', i.range, i.fixed_version, i.fixed_key
      from affected_interval i
      join package_version v on v.package = i.package and v.key is null
      where i.unparsable and ${byInterval}
      union all
      select v.id, l.advisory, 'listed', l.version, l.fixed_version, l.fixed_key
      from affected_version l
      join package_version v on v.package = l.package and v.key = l.key
      where ${byListed}
      union all
      select v.id, l.advisory, 'listed', l.version, l.fixed_version, l.fixed_key
      from affected_version l
      join package_version v on v.package = l.package and v.version = l.version
      where l.key is null and ${byListed}
    ) as hit
    order by package_version, advisory, reason, range
  `.execute(transaction);
}
