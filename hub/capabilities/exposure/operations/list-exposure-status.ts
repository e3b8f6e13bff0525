import { listExposureStatus as contract, type exposureStatus, openStates } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { nameKey, vulnerabilitiesNamed } from "../../advisories/index.ts";
import { noteForeign } from "../../inventories/index.ts";
import { oneOf } from "../filters.ts";
import { exploitationOf, ratingOf, scoreOf } from "../line.ts";
import { decisions } from "../ssvc.ts";

type Shown = z.output<typeof exposureStatus>;

type Row = Omit<Shown, "organisation" | "decision"> &
  Omit<Shown["organisation"], "name"> & { name_en: string; name_ko: string; score: number | null; decision: number };

const by = sql`(e.decision, ${scoreOf}, e.vulnerability, o.handle, e.state)`;

const positionIn = (row: Row) => [row.decision, row.score ?? -1, row.vulnerability, row.handle, row.state];

const present = ({ handle, name_en, name_ko, sector, region, score: _, decision, ...row }: Row): Shown => ({
  ...row,
  organisation: { handle, name: { en: name_en, ko: name_ko }, sector, region },
  decision: decisions[decision] ?? "defer",
});

/** Through the view that shows each coordinator those who disclose so much to him, and everybody his own. */
export const listExposureStatus = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const after = keysetOf(cursor, sort, ["smallint", "double precision", "text", "text", "text"]);
  const { rows } = await context.seen(async (database) => {
    const names = only.vulnerability === undefined ? [] : [nameKey(only.vulnerability)];
    const vulnerabilities = await vulnerabilitiesNamed(database, names);
    const conditions = [
      oneOf(sql`e.state`, only.state ?? openStates),
      ...(only.organisation === undefined ? [] : [sql`o.handle = ${only.organisation}`]),
      ...(only.vulnerability === undefined ? [] : [oneOf(sql`e.vulnerability`, vulnerabilities)]),
      ...(only.sector === undefined ? [] : [sql`o.sector = ${only.sector}`]),
      ...(only.region === undefined ? [] : [sql`o.region = ${only.region}`]),
      ...(only.exploited === undefined ? [] : [sql`(${exploitationOf} = 'active') = ${only.exploited}`]),
      ...(after === null ? [] : [sql`${by} < ${after}`]),
    ];
    return sql<Row>`
      select o.handle, o.name_en, o.name_ko, o.sector, o.region, e.vulnerability, x.title, ${ratingOf} as rating, x.score,
        ${exploitationOf} as exploitation, e.state, e.decision, e.exposures, e.assets, e.since, e.state_at as "stateAt", e.overdue, e.due_at as "dueAt",
        case when e.silent_from <= ${context.now} then e.silent_from end as "silentSince"
      from visibility.exposure_status e
      join organisation o on o.id = e.organisation
      left join vulnerability x on x.name = e.vulnerability
      where ${sql.join(conditions, sql` and `)} order by ${by} desc limit ${limit + 1}
    `.execute(database);
  });
  noteForeign(
    context,
    rows.map(({ handle }) => handle),
  );
  return pageFrom(rows, limit, sort, positionIn, present);
});
