import { findComponents as contract, type OutputOf } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { noteForeign } from "../foreign.ts";
import { conditionsOf } from "../question.ts";

type Shown = OutputOf<typeof contract>["items"][number];

interface Row extends Omit<Shown, "asset" | "package"> {
  id: string;
  asset: string;
  criticality: Shown["asset"]["criticality"];
  network: Shown["asset"]["network"];
  ecosystem: string | null;
  release: string | null;
  key: string;
}

const and = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** What can be matched, with the rows before the page left out: each half is cut before the two are joined. */
const matchable = (conditions: readonly RawBuilder<unknown>[], limit: number): RawBuilder<unknown> => sql`
  select o.handle as organisation, s.id, s.name as asset, s.criticality, s.network, p.name, p.ecosystem, p.release,
    v.version, u.supplier, u.path, null::text as unmatchable, v.id::text collate "C" as key
  from package p
  join package_version v on v.package = p.id
  join component_use u on u.package_version = v.id
  join asset s on s.organisation = u.organisation and s.id = u.asset
  join organisation o on o.id = u.organisation
  where ${and(conditions)}
  order by p.name, o.handle, s.id, v.id::text collate "C" limit ${limit}`;

const ordinal = sql`(lpad(c.ordinal::text, 10, '0') collate "C")`;

const unmatchable = (conditions: readonly RawBuilder<unknown>[], limit: number): RawBuilder<unknown> => sql`
  select o.handle as organisation, s.id, s.name as asset, s.criticality, s.network, c.name, null::text as ecosystem,
    null::text as release, c.version, c.supplier, c.path, c.reason as unmatchable, ${ordinal} as key
  from unmatchable_component c
  join asset s on s.organisation = c.organisation and s.id = c.asset
  join organisation o on o.id = c.organisation
  where ${and(conditions)}
  order by c.name, o.handle, s.id, ${ordinal} limit ${limit}`;

function present({ id, asset, criticality, network, ecosystem, release, key: _, ...row }: Row): Shown {
  return {
    ...row,
    asset: { id, name: asset, criticality, network },
    package: ecosystem === null || release === null ? null : { ecosystem, release, name: row.name },
  };
}

export const findComponents = operation(contract, async (context, { cursor, limit, sort, ...asked }) => {
  const { organisation, matchable: kind, ...question } = asked;
  const after = keysetOf(cursor, sort, ["text", "text", "uuid", "text"]);
  const conditions = conditionsOf(question);
  const within = organisation === undefined ? [] : [sql`o.handle = ${organisation}`];
  const halves = [
    ...(conditions.matchable === null || kind === false
      ? []
      : [
          matchable(
            [
              ...conditions.matchable,
              ...within,
              ...(after === null ? [] : [sql`(p.name, o.handle, s.id, v.id::text collate "C") > ${after}`]),
            ],
            limit + 1,
          ),
        ]),
    ...(conditions.unmatchable === null || kind === true
      ? []
      : [
          unmatchable(
            [
              ...conditions.unmatchable,
              ...within,
              ...(after === null ? [] : [sql`(c.name, o.handle, s.id, ${ordinal}) > ${after}`]),
            ],
            limit + 1,
          ),
        ]),
  ];
  if (halves.length === 0) return { items: [], next: null };
  const either = sql.join(
    halves.map((half) => sql`(${half})`),
    sql` union all `,
  );
  const { rows } = await context.seen((database) =>
    sql<Row>`
      select * from (${either}) as found order by name, organisation, id, key limit ${limit + 1}
    `.execute(database),
  );
  noteForeign(
    context,
    rows.map((row) => row.organisation),
  );
  return pageFrom(rows, limit, sort, (row) => [row.name, row.organisation, row.id, row.key], present);
});
