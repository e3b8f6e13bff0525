import { listStatements as contract, type statementLine } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { keysetOf, operation, pageFrom } from "../../../../kernel/index.ts";
import { nameKey, vulnerabilitiesNamed } from "../../../advisories/index.ts";
import { noteForeign, organisationSeen, packageNamed } from "../../../inventories/index.ts";

type Shown = z.output<typeof statementLine>;

interface Row extends Omit<Shown, "package" | "asset" | "by"> {
  ecosystem: string;
  release: string;
  name: string;
  assetId: string | null;
  assetName: string | null;
  actorKind: "person" | "service" | null;
  actorName: string | null;
}

const present = ({ ecosystem, release, name, assetId, assetName, actorKind, actorName, ...row }: Row): Shown => ({
  ...row,
  package: { ecosystem, release, name },
  asset: assetId === null ? null : { id: assetId, name: assetName ?? "" },
  by: actorKind === null || actorName === null ? null : { kind: actorKind, name: actorName },
});

export const listStatements = operation(contract, async (context, input) => {
  const { organisation: handle, cursor, limit, sort, vulnerability, package: purl } = input;
  const begin = keysetOf(cursor, sort, ["timestamptz", "uuid"]);
  const { rows } = await context.seen(async (seen) => {
    const organisation = await organisationSeen(seen, handle);
    const key = vulnerability === undefined ? null : nameKey(vulnerability);
    const names = key === null ? [] : await vulnerabilitiesNamed(seen, [key]);
    const named = purl === undefined ? null : packageNamed(purl);
    const conditions = [
      sql`s.organisation = ${organisation}`,
      ...(key === null
        ? []
        : [
            sql`(s.vulnerability = ${key} or s.vulnerability in (
              select n.name from advisory_name n join advisory a on a.id = n.advisory
              where a.vulnerability = any(${names}::text[])))`,
          ]),
      ...(purl === undefined ? [] : [named === null ? sql`false` : sql`s.package = ${named.id}`]),
      ...(begin === null ? [] : [sql`(s.imported_at, s.id) < ${begin}`]),
    ];
    return sql<Row>`
      select s.id, s.vulnerability, p.ecosystem, p.release, p.name, s.version,
        coalesce(s.range, case when s.low is not null or s.high is not null then '…' end) as range,
        s.asset as "assetId", t.name as "assetName", s.status, s.justification, s.impact, s.author, s.at, s.document,
        s.imported_at as "importedAt", s.actor_kind as "actorKind", s.actor_name as "actorName"
      from vex_statement s
      join package p on p.id = s.package
      left join asset t on t.organisation = s.organisation and t.id = s.asset
      where ${sql.join(conditions, sql` and `)} order by s.imported_at desc, s.id desc limit ${limit + 1}
    `.execute(seen);
  });
  if (rows.length > 0) noteForeign(context, [handle]);
  return pageFrom(rows, limit, sort, (row) => [row.importedAt.toISOString(), row.id], present);
});
