import type { ExposureState } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import type { Standing } from "./rules.ts";
import type { ExposureKey } from "./selection.ts";

/** An exposure as it stands, held to the end of the transaction. */
export interface Held extends ExposureKey, Standing {
  state: ExposureState;
  decision: number;
  assignee: string | null;
  dueAt: Date | null;
  dueSet: boolean;
  plannedFor: Date | null;
  acceptedUntil: Date | null;
}

/**
 * Holds exposures of one organisation, each asset before its rows: an SBOM that is taken at this moment holds its asset,
 * too, so that neither waits for the other. Those that are not there are left out. The caller has the lock of the matching.
 */
export async function holdExposures(
  transaction: Executor,
  organisation: string,
  keys: readonly ExposureKey[],
): Promise<Held[]> {
  const assets = [...new Set(keys.map(({ asset }) => asset))];
  await sql`
    select 1 from asset where organisation = ${organisation} and id = any(${assets}::uuid[]) order by id for no key update
  `.execute(transaction);
  const named = rowsAs({ asset: "uuid", packageVersion: "uuid", vulnerability: "text" }, keys);
  const { rows } = await sql<Held>`
    select e.asset, e.package_version as "packageVersion", e.vulnerability, e.state, e.declared, e.decision, e.assignee,
      e.due_at as "dueAt", e.due_set as "dueSet", e.planned_for as "plannedFor", e.accepted_until as "acceptedUntil",
      exists (select 1 from component_use u where u.organisation = e.organisation and u.asset = e.asset
        and u.package_version = e.package_version) as listed
    from ${named} as named
    join exposure e on e.organisation = ${organisation} and e.asset = named.asset
      and e.package_version = named."packageVersion" and e.vulnerability = named.vulnerability
    for update of e
  `.execute(transaction);
  return rows;
}
