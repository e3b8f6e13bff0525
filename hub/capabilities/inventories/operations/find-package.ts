import { findPackage as contract, type packageUse } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { containing } from "../../../platform/database/search.ts";
import { noteForeign } from "../foreign.ts";
import { packageNamed } from "../named.ts";
import { inventoryProblems } from "../problems.ts";
import { versionsAsked } from "../question.ts";

type Shown = z.output<typeof packageUse>;

type Row = Omit<Shown, "asset" | "package"> &
  Omit<Shown["asset"], "name"> & { asset: string; ecosystem: string; release: string; name: string; key: string };

interface Question {
  search?: string | undefined;
  purl?: string | undefined;
  ecosystem?: string | undefined;
  range?: string | undefined;
}

function conditionsOf(question: Question): RawBuilder<unknown>[] {
  const { search, purl, ecosystem } = question;
  if (search === undefined && purl === undefined) throw inventoryProblems.error("inventories.search-too-wide");
  const named = purl === undefined ? null : packageNamed(purl);
  if (purl !== undefined && named === null) return [sql`false`];
  return [
    ...(named === null ? [] : [sql`p.id = ${named.id}`]),
    ...(search === undefined ? [] : [sql`p.name ilike ${containing(search)}`]),
    ...(ecosystem === undefined ? [] : [sql`p.ecosystem = ${ecosystem}`]),
    ...versionsAsked(named, question),
  ];
}

const present = ({ organisation, id, asset, criticality, network, ecosystem, release, name, ...row }: Row): Shown => ({
  organisation,
  asset: { id, name: asset, criticality, network },
  package: { ecosystem, release, name },
  version: row.version,
  path: row.path,
});

export const findPackage = operation(contract, async (context, { cursor, limit, sort, organisation, ...question }) => {
  const after = keysetOf(cursor, sort, ["text", "text", "uuid", "uuid"]);
  const conditions = [
    ...conditionsOf(question),
    ...(organisation === undefined ? [] : [sql`o.handle = ${organisation}`]),
    ...(after === null ? [] : [sql`(p.name, o.handle, s.id, v.id) > ${after}`]),
  ];
  const { rows } = await context.seen((database) =>
    sql<Row>`
      select o.handle as organisation, s.id, s.name as asset, s.criticality, s.network, p.ecosystem, p.release, p.name,
        v.version, v.id as key, u.path
      from package p
      join package_version v on v.package = p.id
      join component_use u on u.package_version = v.id
      join asset s on s.organisation = u.organisation and s.id = u.asset
      join organisation o on o.id = u.organisation
      where ${sql.join(conditions, sql` and `)}
      order by p.name, o.handle, s.id, v.id limit ${limit + 1}
    `.execute(database),
  );
  noteForeign(
    context,
    rows.map((row) => row.organisation),
  );
  return pageFrom(rows, limit, sort, (row) => [row.name, row.organisation, row.id, row.key], present);
});
