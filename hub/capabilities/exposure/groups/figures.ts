import type { exposedAsset } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { KeyType } from "../../../kernel/index.ts";
import { exploitationOf } from "../line.ts";
import { decisions } from "../ssvc.ts";

type Shown = Omit<z.output<typeof exposedAsset>, "organisation" | "asset">;

/** What is counted of a group, as the database gives it. */
export type Figures = Omit<Shown, "decision"> & { decision: number };

/** Something is still to be done: where the risk is accepted, no date presses. */
export const isWorked = sql`e.state in ('new', 'acknowledged', 'remediating')`;

const decided = (decision: (typeof decisions)[number]): RawBuilder<unknown> =>
  sql`(count(*) filter (where e.decision = ${sql.lit(decisions.indexOf(decision))}))::int`;

export const isExploited = sql`${exploitationOf} = 'active'`;

/** The figures of a group of rows of `exposuresJoined`. */
export const figuresSql = (now: Date): RawBuilder<unknown> => sql`
  max(e.decision) as decision, count(*)::int as exposures, count(distinct e.vulnerability)::int as vulnerabilities,
  ${decided("immediate")} as immediate, ${decided("out-of-cycle")} as "outOfCycle",
  ${decided("scheduled")} as scheduled, ${decided("defer")} as defer,
  (count(*) filter (where ${isExploited}))::int as exploited,
  (count(*) filter (where ${isWorked} and e.due_at < ${now}))::int as overdue,
  min(e.due_at) filter (where ${isWorked} and e.due_at >= ${now}) as "nextDue", min(e.since) as since`;

export function presentFigures<Row extends Figures>({ decision, ...row }: Row) {
  return { ...row, decision: decisions[decision] ?? "defer" };
}

/** The orders of groups `g`: by what is most urgent, or by how many there are; then by the group's own key. */
export function ordersBy<Row extends Figures>(
  key: RawBuilder<unknown>,
  types: KeyType[],
  keyOf: (row: Row) => string[],
) {
  return {
    "-priority": {
      by: sql`(g.decision, g.immediate, g.exposures, ${key})`,
      types: ["smallint", "integer", "integer", ...types] satisfies KeyType[],
      position: (row: Row) => [row.decision, row.immediate, row.exposures, ...keyOf(row)],
    },
    "-exposures": {
      by: sql`(g.exposures, g.decision, ${key})`,
      types: ["integer", "smallint", ...types] satisfies KeyType[],
      position: (row: Row) => [row.exposures, row.decision, ...keyOf(row)],
    },
  };
}

/** The condition of what comes after a cursor, in a descending order. */
export const after = (by: RawBuilder<unknown>, position: RawBuilder<unknown> | null): RawBuilder<unknown> =>
  position === null ? sql`true` : sql`${by} < ${position}`;
