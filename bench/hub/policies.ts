import { type RawBuilder, sql } from "kysely";
import { enterViewer } from "../../hub/kernel/index.ts";
import type { Database, Executor } from "../../hub/platform/database/database.ts";
import { median, milliseconds, type Row } from "../row.ts";

const rounds = 60;

async function measured(
  database: Database,
  query: RawBuilder<unknown>,
  before: (transaction: Executor) => Promise<void>,
) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await database.requests.transaction().execute(async (transaction) => {
      await before(transaction);
      const start = performance.now();
      await query.execute(transaction);
      times.push(performance.now() - start);
    });
  }
  return median(times);
}

/** The same queries with the hub's own rights and as a member: what row-level security costs. */
export async function benchPolicies(database: Database, kind: string): Promise<Row[]> {
  const { rows } = await sql<{ id: string }>`select id from organisation order by handle limit 1`.execute(
    database.kysely,
  );
  const organisation = rows[0]?.id ?? "";
  const queries: [string, RawBuilder<unknown>][] = [
    [
      "50 exposures of an organisation, the urgent first",
      sql`select e.*, s.name, v.version, p.name as package from exposure e
        join asset s on s.organisation = e.organisation and s.id = e.asset
        join package_version v on v.id = e.package_version join package p on p.id = v.package
        where e.organisation = ${organisation} and e.state = 'new'
        order by e.decision desc, e.vulnerability, e.package_version, e.asset limit 50`,
    ],
    [
      "all exposures of an organisation, counted",
      sql`select decision, count(*) from exposure where organisation = ${organisation} group by 1`,
    ],
    ["assets of an organisation", sql`select * from asset where organisation = ${organisation} order by name limit 50`],
    [
      "components of an organisation, counted",
      sql`select count(*) from component_use where organisation = ${organisation}`,
    ],
  ];
  const hub = async () => {};
  const member = (transaction: Executor) => enterViewer(transaction, { kind: "service", organisation }, new Date());
  const result: Row[] = [];
  for (const [name, query] of queries) {
    const [without, within] = [await measured(database, query, hub), await measured(database, query, member)];
    const ratio = `${((within / without - 1) * 100).toFixed(0)} %`;
    result.push({
      claim: `${kind}: row-level security: ${name}`,
      aim: "less than a third",
      measured: `${milliseconds(without)} without, ${milliseconds(within)} with: ${ratio} more`,
    });
  }
  return result;
}
