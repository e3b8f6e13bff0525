import { listAiComponents as contract, type OutputOf } from "@bongsu/contracts";
import { sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { containing } from "../../../platform/database/search.ts";
import { noteForeign } from "../foreign.ts";

type Shown = OutputOf<typeof contract>["items"][number];
type Facts = Pick<
  Shown,
  | "licences"
  | "hashes"
  | "task"
  | "architecture"
  | "datasets"
  | "useCases"
  | "limitations"
  | "risks"
  | "classification"
  | "sensitive"
  | "governance"
  | "description"
>;

interface Row extends Omit<Shown, "asset" | keyof Facts> {
  id: string;
  asset: string;
  criticality: Shown["asset"]["criticality"];
  network: Shown["asset"]["network"];
  ordinal: number;
  facts: Facts;
}

const present = ({ id, asset, criticality, network, ordinal: _, facts, ...row }: Row): Shown => ({
  ...row,
  ...facts,
  asset: { id, name: asset, criticality, network },
});

export const listAiComponents = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const after = keysetOf(cursor, sort, ["text", "text", "uuid", "integer"]);
  const conditions = [
    sql`true`,
    ...(only.search === undefined ? [] : [sql`a.name ilike ${containing(only.search)}`]),
    ...(only.kind === undefined ? [] : [sql`a.kind = ${only.kind}`]),
    ...(only.organisation === undefined ? [] : [sql`o.handle = ${only.organisation}`]),
    ...(only.asset === undefined ? [] : [sql`a.asset = ${only.asset}`]),
    ...(after === null ? [] : [sql`(a.name, o.handle, s.id, a.ordinal) > ${after}`]),
  ];
  const { rows } = await context.seen((database) =>
    sql<Row>`
      select o.handle as organisation, s.id, s.name as asset, s.criticality, s.network, a.ordinal, a.kind, a.name, a.version,
        a.provider, a.purl, a.path, a.facts
      from ai_component a
      join asset s on s.organisation = a.organisation and s.id = a.asset
      join organisation o on o.id = a.organisation
      where ${sql.join(conditions, sql` and `)}
      order by a.name, o.handle, s.id, a.ordinal limit ${limit + 1}
    `.execute(database),
  );
  noteForeign(
    context,
    rows.map((row) => row.organisation),
  );
  return pageFrom(rows, limit, sort, (row) => [row.name, row.organisation, row.id, row.ordinal], present);
});
