import type { InputOf } from "@bongsu/contracts";
import { type listExposures, openStates } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { Actor, Context } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";
import { containing } from "../../platform/database/search.ts";
import { nameKey, vulnerabilitiesNamed } from "../advisories/index.ts";
import { isId, packageNamed } from "../inventories/index.ts";
import { exploitationOf, ratingOf } from "./line.ts";
import { decisions } from "./ssvc.ts";

/** What exposures may be narrowed to. */
export type ExposureFilters = Omit<InputOf<typeof listExposures>, "cursor" | "limit" | "sort">;

/** Who asks, and when: for what is “mine”, and what is overdue. */
export type Asking = Pick<Context, "actor" | "now">;

export const oneOf = (
  column: RawBuilder<unknown>,
  values: readonly (string | number | RawBuilder<unknown>)[],
): RawBuilder<unknown> => (values.length === 0 ? sql`false` : sql`${column} in (${sql.join(values)})`);

function packageCondition(purl: string): RawBuilder<unknown> {
  const named = packageNamed(purl);
  if (named === null) return sql`false`;
  const version = named.version === null ? sql`true` : sql`v.version = ${named.version}`;
  return sql`(v.package = ${named.id} and ${version})`;
}

function assigneeCondition(assignee: string, actor: Actor): RawBuilder<unknown> {
  if (assignee === "none") return sql`e.assignee is null`;
  if (assignee === "anyone") return sql`e.assignee is not null`;
  const person = assignee === "me" ? (actor.kind === "person" ? actor.person : null) : assignee;
  return person === null ? sql`false` : sql`e.assignee = ${person}`;
}

const worked = sql`e.state in ('new', 'acknowledged', 'remediating')`;

/** What concerns the work on them: who sees to it, and by when. */
function workConditions(only: ExposureFilters, { actor, now }: Asking): RawBuilder<unknown>[] {
  const { assignee, overdue, dueBefore, acceptedBefore } = only;
  return [
    ...(assignee === undefined ? [] : [assigneeCondition(assignee, actor)]),
    ...(overdue === undefined ? [] : [sql`coalesce(e.due_at < ${now} and ${worked}, false) = ${overdue}`]),
    ...(dueBefore === undefined ? [] : [sql`(e.due_at < ${dueBefore} and ${worked})`]),
    ...(acceptedBefore === undefined ? [] : [sql`(e.accepted_until < ${acceptedBefore} and e.state = 'accepted')`]),
  ];
}

/** What concerns the assets that they are on. */
function assetConditions({ owner, group, tag }: ExposureFilters): RawBuilder<unknown>[] {
  return [
    ...(owner === undefined ? [] : [sql`s.owner = ${owner}`]),
    ...(group === undefined
      ? []
      : [
          sql`exists (
            select 1 from asset_in_group i join asset_group g on g.organisation = i.organisation and g.id = i.asset_group
            where i.organisation = e.organisation and i.asset = e.asset
              and ${isId(group) ? sql`g.id = ${group}` : sql`g.name = ${group}`})`,
        ]),
    ...(tag === undefined ? [] : [sql`s.tags @> ${tag}::text[]`]),
  ];
}

/** The organisation that is asked for, or the only one whose exposures the viewer sees: an index begins with it. */
async function organisationMeant(database: Executor, handle: string | undefined): Promise<RawBuilder<unknown>[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${
      handle === undefined
        ? sql`unnest(visibility.inventories()) as id limit 2`
        : sql`organisation where handle = ${handle}`
    }
  `.execute(database);
  const [first, second] = rows;
  if (first !== undefined && second === undefined) return [sql`e.organisation = ${first.id}`];
  return handle === undefined ? [] : [sql`false`];
}

/** Conditions over `exposuresJoined`. Throws `versions.invalid-purl`. */
export async function filterConditions(
  database: Executor,
  only: ExposureFilters,
  asking: Asking,
): Promise<RawBuilder<unknown>> {
  const names = only.vulnerability === undefined ? [] : [nameKey(only.vulnerability)];
  const vulnerabilities = await vulnerabilitiesNamed(database, names);
  const urgencies = (only.decision ?? []).map((word) => decisions.indexOf(word));
  const found = only.search === undefined ? null : containing(only.search);
  const conditions = [
    // As literals: an index holds the open ones only.
    oneOf(
      sql`e.state`,
      (only.state ?? openStates).map((state) => sql.lit(state)),
    ),
    ...(await organisationMeant(database, only.organisation)),
    ...(only.asset === undefined
      ? []
      : [isId(only.asset) ? sql`e.asset = ${only.asset}` : sql`s.name = ${only.asset}`]),
    ...(only.vulnerability === undefined ? [] : [oneOf(sql`e.vulnerability`, vulnerabilities)]),
    ...(only.package === undefined ? [] : [packageCondition(only.package)]),
    ...(only.decision === undefined ? [] : [oneOf(sql`e.decision`, urgencies)]),
    ...(only.rating === undefined ? [] : [oneOf(ratingOf, only.rating)]),
    ...(only.exploited === undefined ? [] : [sql`(${exploitationOf} = 'active') = ${only.exploited}`]),
    ...(only.since === undefined ? [] : [sql`e.since >= ${only.since}`]),
    ...(found === null
      ? []
      : [sql`(p.name ilike ${found} or e.vulnerability ilike ${found} or x.title ilike ${found})`]),
    ...workConditions(only, asking),
    ...assetConditions(only),
  ];
  return sql.join(conditions, sql` and `);
}

/** Exposures `e` with only what the filters ask, and what sorts them: a page is found by this, and told afterwards. */
export function exposuresFound({ package: purl, search, asset, owner, tag }: ExposureFilters): RawBuilder<unknown> {
  const byPackage = purl !== undefined || search !== undefined;
  const byAsset = asset !== undefined || owner !== undefined || tag !== undefined;
  return sql`exposure e
    ${byPackage ? sql`join package_version v on v.id = e.package_version join package p on p.id = v.package` : sql``}
    ${byAsset ? sql`join asset s on s.organisation = e.organisation and s.id = e.asset` : sql``}
    left join vulnerability x on x.name = e.vulnerability`;
}
