import type { InputOf } from "@bongsu/contracts";
import { type listExposures, openStates } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { nameKey, vulnerabilitiesNamed } from "../advisories/index.ts";
import { isId, packageNamed } from "../inventories/index.ts";
import { exploitationOf, ratingOf } from "./line.ts";
import { decisions } from "./ssvc.ts";

/** What exposures may be narrowed to. */
export type ExposureFilters = Omit<InputOf<typeof listExposures>, "cursor" | "limit" | "sort">;

export const oneOf = (column: RawBuilder<unknown>, values: readonly (string | number)[]): RawBuilder<unknown> =>
  values.length === 0 ? sql`false` : sql`${column} in (${sql.join(values)})`;

function packageCondition(purl: string): RawBuilder<unknown> {
  const named = packageNamed(purl);
  if (named === null) return sql`false`;
  const version = named.version === null ? sql`true` : sql`v.version = ${named.version}`;
  return sql`(v.package = ${named.id} and ${version})`;
}

/** Conditions over `exposuresJoined`. Throws `versions.invalid-purl`. */
export async function filterConditions(database: Executor, only: ExposureFilters): Promise<RawBuilder<unknown>> {
  const names = only.vulnerability === undefined ? [] : [nameKey(only.vulnerability)];
  const vulnerabilities = await vulnerabilitiesNamed(database, names);
  const urgencies = (only.decision ?? []).map((word) => decisions.indexOf(word));
  const conditions = [
    oneOf(sql`e.state`, only.state ?? openStates),
    ...(only.organisation === undefined ? [] : [sql`o.handle = ${only.organisation}`]),
    ...(only.asset === undefined ? [] : [isId(only.asset) ? sql`s.id = ${only.asset}` : sql`s.name = ${only.asset}`]),
    ...(only.vulnerability === undefined ? [] : [oneOf(sql`e.vulnerability`, vulnerabilities)]),
    ...(only.package === undefined ? [] : [packageCondition(only.package)]),
    ...(only.decision === undefined ? [] : [oneOf(sql`e.decision`, urgencies)]),
    ...(only.rating === undefined ? [] : [oneOf(ratingOf, only.rating)]),
    ...(only.exploited === undefined ? [] : [sql`(${exploitationOf} = 'active') = ${only.exploited}`]),
    ...(only.since === undefined ? [] : [sql`e.since >= ${only.since}`]),
  ];
  return sql.join(conditions, sql` and `);
}
