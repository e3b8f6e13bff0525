import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { type Decision, decisions } from "./ssvc.ts";

/** How an organisation stands towards a vulnerability, without saying what it runs. */
export interface ExposureStatus {
  /** Its handle. */
  organisation: string;
  vulnerability: string;
  state: string;
  assets: number;
  exposures: number;
  /** The most urgent of them. */
  decision: Decision;
  since: Date;
}

/**
 * The exposures of those organisations whose status the viewer may see (`enterViewer`): his own, and those that
 * disclose it to him as their coordinator. The most urgent first.
 */
export async function exposureStatus(
  seen: Executor,
  filter: { vulnerability?: string; organisation?: string } = {},
): Promise<ExposureStatus[]> {
  const { vulnerability, organisation } = filter;
  const { rows } = await sql<Omit<ExposureStatus, "decision"> & { decision: number }>`
    select o.handle as organisation, s.vulnerability, s.state, s.assets, s.exposures, s.decision, s.since
    from visibility.exposure_status s join organisation o on o.id = s.organisation
    where ${vulnerability === undefined ? sql`true` : sql`s.vulnerability = ${vulnerability}`}
      and ${organisation === undefined ? sql`true` : sql`o.handle = ${organisation}`}
    order by s.decision desc, s.vulnerability, o.handle, s.state
  `.execute(seen);
  return rows.map((row) => ({ ...row, decision: decisions[row.decision] ?? "defer" }));
}
