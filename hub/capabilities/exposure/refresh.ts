import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import type { Asset } from "../inventories/index.ts";
import { changeRows, wakeReaders } from "./changes.ts";
import { deadlineJoin, dueSql } from "./deadlines.ts";
import { heldSql } from "./held.ts";
import { decisionSql } from "./ssvc.ts";

/** Which exposures a cause can have touched: one asset's, those to some vulnerabilities (of one organisation), or all. */
export type RefreshScope = { asset: Asset } | { vulnerabilities: string[]; organisation?: string } | "everything";

/** How many exposures came, came back or changed their state, and how many went. */
export interface ExposureCounts {
  opened: number;
  changed: number;
  closed: number;
}

/** The same in all, and for each organisation that had any. */
export interface RefreshCounts extends ExposureCounts {
  byOrganisation: ({ organisation: string } & ExposureCounts)[];
}

export const noCounts = (): RefreshCounts => ({ opened: 0, changed: 0, closed: 0, byOrganisation: [] });

/** Counts of several causes as one. */
export function sumCounts(parts: readonly RefreshCounts[]): RefreshCounts {
  const sums = new Map<string, ExposureCounts>();
  for (const { organisation, ...counts } of parts.flatMap(({ byOrganisation }) => byOrganisation)) {
    const sum = sums.get(organisation) ?? { opened: 0, changed: 0, closed: 0 };
    sums.set(organisation, {
      opened: sum.opened + counts.opened,
      changed: sum.changed + counts.changed,
      closed: sum.closed + counts.closed,
    });
  }
  const total = (name: keyof ExposureCounts) => [...sums.values()].reduce((sum, counts) => sum + counts[name], 0);
  return {
    opened: total("opened"),
    changed: total("changed"),
    closed: total("closed"),
    byOrganisation: [...sums].map(([organisation, counts]) => ({ organisation, ...counts })),
  };
}

interface Counted {
  organisation: string;
  count: number;
}

/** One step's counts under their name. */
const as = (name: keyof ExposureCounts, counted: readonly Counted[]): RefreshCounts =>
  sumCounts([
    {
      ...noCounts(),
      byOrganisation: counted.map(({ organisation, count }) => ({
        organisation,
        opened: 0,
        changed: 0,
        closed: 0,
        [name]: count,
      })),
    },
  ]);

interface ScopeSql {
  /** Over `component_use u`. */
  uses: RawBuilder<unknown>;
  /** Over `advisory a`. */
  vulnerabilities: RawBuilder<unknown>;
  /** Over `affected_package_version m`. */
  packageVersions: RawBuilder<unknown>;
  /** Over `exposure e`. */
  exposures: RawBuilder<unknown>;
}

const everything = sql`true`;

function scopeSql(scope: RefreshScope): ScopeSql {
  if (scope === "everything") {
    return { uses: everything, vulnerabilities: everything, packageVersions: everything, exposures: everything };
  }
  if ("asset" in scope) {
    const { organisation, id } = scope.asset;
    return {
      uses: sql`u.organisation = ${organisation} and u.asset = ${id}`,
      vulnerabilities: everything,
      packageVersions: sql`m.package_version in (
        select package_version from component_use where organisation = ${organisation} and asset = ${id})`,
      exposures: sql`e.organisation = ${organisation} and e.asset = ${id}`,
    };
  }
  const touched = sql`(select unnest(${scope.vulnerabilities}::text[]))`;
  const { organisation } = scope;
  return {
    uses: organisation === undefined ? everything : sql`u.organisation = ${organisation}`,
    vulnerabilities: sql`a.vulnerability in ${touched}`,
    packageVersions: everything,
    exposures: sql`e.vulnerability in ${touched}
      and ${organisation === undefined ? everything : sql`e.organisation = ${organisation}`}`,
  };
}

/**
 * The query `wanted`, what should be: every use of an affected package version, with its fixed version (the highest
 * that any advisory asks for), its SSVC decision, and the state that VEX gives it. The newest statement counts.
 */
const wantedSql = ({ uses, vulnerabilities, packageVersions }: ScopeSql): RawBuilder<unknown> => sql`
  verdict as materialized (
    select m.package_version, a.vulnerability, v.exploitation, v.automatable,
      (array_agg(m.fixed_version order by m.fixed_key desc nulls last))[1] as fixed_version
    from affected_package_version m
    join advisory a on a.id = m.advisory
    join vulnerability v on v.name = a.vulnerability
    where a.withdrawn is null and ${vulnerabilities} and ${packageVersions}
    group by m.package_version, a.vulnerability, v.exploitation, v.automatable
  ),
  statement as materialized (
    select distinct on (u.organisation, u.asset, u.package_version, a.vulnerability)
      u.organisation, u.asset, u.package_version, a.vulnerability, s.status
    from vex_statement s
    join advisory_name n on n.name = s.vulnerability
    join advisory a on a.id = n.advisory
    join package_version v on v.package = s.package
      and (s.version = v.version or (s.version is null and (s.low is null or v.key >= s.low) and (s.high is null or v.key < s.high)))
    join component_use u on u.package_version = v.id
      and (s.organisation is null or s.organisation = u.organisation) and (s.asset is null or s.asset = u.asset)
    where ${uses} and ${vulnerabilities}
    order by u.organisation, u.asset, u.package_version, a.vulnerability, s.at desc nulls last, s.id
  ),
  wanted as (
    select u.organisation, u.asset, u.package_version, verdict.vulnerability, verdict.fixed_version,
      ${decisionSql({
        exploitation: sql`verdict.exploitation`,
        automatable: sql`verdict.automatable`,
        criticality: sql`asset.criticality`,
        network: sql`asset.network`,
      })} as decision,
      case statement.status when 'not_affected' then 'not_affected' when 'fixed' then 'fixed' else 'new' end as state,
      o.sector
    from component_use u
    join organisation o on o.id = u.organisation
    join verdict on verdict.package_version = u.package_version
    join asset on asset.organisation = u.organisation and asset.id = u.asset
    left join statement on statement.organisation = u.organisation and statement.asset = u.asset
      and statement.package_version = u.package_version and statement.vulnerability = verdict.vulnerability
    where ${uses}
  )`;

const same = (a: string, b: string): RawBuilder<unknown> => {
  const [left, right] = [sql.ref(a), sql.ref(b)];
  return sql`${left}.organisation = ${right}.organisation and ${left}.asset = ${right}.asset
    and ${left}.package_version = ${right}.package_version and ${left}.vulnerability = ${right}.vulnerability`;
};

/** States that the facts gave, and that the facts may take back; what people decided stays. */
const givenByFacts = sql`('fixed', 'retracted', 'not_affected')`;

/** Where something is still to be done, so that a due date counts. */
const workedStates = sql`('new', 'acknowledged', 'remediating')`;

/** Somebody whose action is the cause, as the history tells. */
export interface Doing {
  action: string;
  kind: "person" | "service";
  id: string;
  name: string;
  why: string | null;
}

/** What changes the exposures, and how far it reaches. */
interface Cause {
  scope: RefreshScope;
  name: string;
  now: Date;
  by: Doing | null;
}

/**
 * Tells those who derive something of the rows of `touched`, which has an organisation and a vulnerability in each. A
 * change of the world is told by its vulnerabilities as they are: to gather them from millions of rows takes long.
 */
function toldSql({ scope, name, now }: Cause, touched: string): RawBuilder<unknown> {
  const organisations = sql`array(select distinct organisation from ${sql.table(touched)})`;
  if (scope === "everything") return changeRows(now, name, organisations, sql`null::text[]`);
  return "asset" in scope
    ? changeRows(now, name, organisations, sql`array(select distinct vulnerability from ${sql.table(touched)})`)
    : changeRows(now, name, organisations, sql`${scope.vulnerabilities}::text[]`);
}

/**
 * Records every change of state, with what it ends, then makes it. `changes` is a query with the key, `before`, `state`,
 * fixed version, decision, and when it is due, counted from when.
 */
async function change(transaction: Executor, changes: RawBuilder<unknown>, cause: Cause): Promise<Counted[]> {
  const { name, now, by } = cause;
  const { rows } = await sql<Counted>`
    with ${changes},
    recorded as (
      insert into exposure_event (organisation, asset, package_version, vulnerability, id, at, state_before, before_at,
        before_cause, state, cause, step, before, action, actor_kind, actor, actor_name, why)
      select organisation, asset, package_version, vulnerability, gen_random_uuid(), ${now}, before, before_at,
        before_cause, state, ${name}, step + 1, held, ${by?.action ?? null}::uuid, ${by?.kind ?? null}::text,
        ${by?.id ?? null}::uuid, ${by?.name ?? null}::text, ${by?.why ?? null}::text
      from change where before <> state
    ),
    updated as (
      update exposure e set
        state = change.state,
        state_at = case when change.before = change.state then e.state_at else ${now} end,
        cause = case when change.before = change.state then e.cause else ${name} end,
        fixed_version = change.fixed_version,
        decision = change.decision,
        due_at = change.due_at,
        due_from = change.due_from,
        due_set = e.due_set and change.due_at is not distinct from e.due_at,
        accepted_until = case when change.before = change.state then e.accepted_until end,
        accepted_decision = case when change.before = change.state then e.accepted_decision end,
        declared = e.declared and change.before = change.state,
        step = case when change.before = change.state then e.step else e.step + 1 end
      from change where ${same("e", "change")}
    ),
    told as (${toldSql(cause, "change")})
    select organisation, count(*)::int as count from change where before <> state group by organisation
  `.execute(transaction);
  return rows;
}

/**
 * Exposures that nothing supports any more: the component is gone (fixed), or no advisory says so (retracted). Asked
 * of each exposure by itself: the planner cannot guess how many are wanted, and would compare every one with every other.
 */
const closings = ({ exposures }: ScopeSql): RawBuilder<unknown> => sql`
  change as materialized (
    select e.organisation, e.asset, e.package_version, e.vulnerability, e.state as before, e.state_at as before_at,
      e.cause as before_cause, e.fixed_version, e.decision, e.due_at, e.due_from, e.step, ${heldSql} as held,
      case when u.package_version is null then 'fixed' else 'retracted' end as state
    from exposure e
    left join component_use u
      on u.organisation = e.organisation and u.asset = e.asset and u.package_version = e.package_version
    where ${exposures}
      and e.state <> case when u.package_version is null then 'fixed' else 'retracted' end
      and (u.package_version is null or not exists (
        select 1 from affected_package_version m join advisory a on a.id = m.advisory
        where m.package_version = e.package_version and a.vulnerability = e.vulnerability and a.withdrawn is null
      ))
  )`;

/**
 * When it is due now: anew where it is opened again, or its risk is accepted no more; no later than before where it
 * became more urgent, or where a person set the date; counted from its beginning where it became less urgent.
 */
const dueNow = (now: Date): RawBuilder<unknown> => sql`case
    when t.state = 'accepted' then null
    when t.before not in ${workedStates} and t.state in ${workedStates} then ${dueSql(sql`${now}::timestamptz`)}
    when t.decision > t.decision_before then least(t.due_before, ${dueSql(sql`${now}::timestamptz`)})
    when t.decision < t.decision_before and not t.due_set then ${dueSql(sql`t.since`)}
    else t.due_before
  end`;

/** What the date above is counted from, so that another table of deadlines moves it: null stands for its beginning. */
const dueFrom = (now: Date): RawBuilder<unknown> => sql`case
    when t.before not in ${workedStates} and t.state in ${workedStates} then ${now}::timestamptz
    when t.decision > t.decision_before and t.due_before < ${dueSql(sql`${now}::timestamptz`)}
      then t.due_before - d.hours * interval '1 hour'
    when t.decision > t.decision_before then ${now}::timestamptz
    when t.decision < t.decision_before and not t.due_set then null
    else t.due_from
  end`;

/**
 * Exposures that are wanted and there, but in another state, with another fix or another urgency. Who declared one fixed
 * is believed until the next inventory lists it still; a risk that was accepted is accepted only as urgent as it was.
 */
const updates = (scope: ScopeSql, { name, now }: Cause): RawBuilder<unknown> => sql`
  ${wantedSql(scope)},
  target as (
    select w.organisation, w.asset, w.package_version, w.vulnerability, w.fixed_version, w.decision, w.sector,
      e.state as before, e.state_at as before_at, e.cause as before_cause, e.fixed_version as fixed_before,
      e.decision as decision_before, e.due_at as due_before, e.due_from, e.due_set, e.since, e.step,
      ${heldSql} as held,
      case
        when w.state <> 'new' then w.state
        when e.state in ${givenByFacts} and not (e.declared and ${!name.startsWith("sbom")}::boolean) then w.state
        when e.state = 'accepted' and w.decision > e.accepted_decision then w.state
        else e.state
      end as state
    from wanted w join exposure e on ${same("w", "e")}
    where ${scope.exposures}
  ),
  change as materialized (
    select t.organisation, t.asset, t.package_version, t.vulnerability, t.fixed_version, t.decision, t.before,
      t.before_at, t.before_cause, t.state, t.step, t.held, ${dueNow(now)} as due_at, ${dueFrom(now)} as due_from
    from target t ${deadlineJoin("t")}
    where t.state <> t.before or t.decision <> t.decision_before or t.fixed_version is distinct from t.fixed_before
  )`;

async function open(transaction: Executor, scope: ScopeSql, cause: Cause): Promise<Counted[]> {
  const { name, now } = cause;
  const { rows } = await sql<Counted>`
    with ${wantedSql(scope)},
    opened as (insert into exposure (organisation, asset, package_version, vulnerability, state, state_at, cause, since,
      fixed_version, decision, due_at)
    select organisation, asset, package_version, vulnerability, state, ${now}, ${name}, ${now}::timestamptz, fixed_version,
      w.decision, ${dueSql(sql`${now}::timestamptz`)}
    from wanted w ${deadlineJoin("w")} order by organisation, asset, package_version
    on conflict (organisation, asset, package_version, vulnerability) do nothing
    returning organisation, vulnerability),
    told as (${toldSql(cause, "opened")})
    select organisation, count(*)::int as count from opened group by organisation
  `.execute(transaction);
  return rows;
}

/**
 * Brings the exposures within the scope to what the inventories, the advisories and VEX say now. Idempotent: a second
 * run changes nothing. The caller's transaction holds the lock of the matching (see `locks.ts`). `by`: whose action is
 * the cause, where it is somebody's.
 */
export async function refreshExposures(
  transaction: Executor,
  scope: RefreshScope,
  name: string,
  now: Date,
  by: Doing | null = null,
): Promise<RefreshCounts> {
  const parts = scopeSql(scope);
  const cause: Cause = { scope, name, now, by };
  const closed = await change(transaction, closings(parts), cause);
  const changed = await change(transaction, updates(parts, cause), cause);
  const opened = await open(transaction, parts, cause);
  await wakeReaders(transaction);
  return sumCounts([as("opened", opened), as("changed", changed), as("closed", closed)]);
}
